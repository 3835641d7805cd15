//! The one who keeps the plan asks those who are responsible how far their measures have come: a
//! link for each.

use forankring_core::address::Route;
use forankring_core::assessment::Assessment;
use forankring_core::link::TooLong;
use forankring_core::mail;
use forankring_core::numbers::show_day;
use forankring_core::plan::Plan;
use forankring_core::plan::report::Assignment;
use forankring_core::plan::wishes::{Setting, Settings};
use forankring_core::texts::{Key, isolated, key};
use forankring_session::desk;
use forankring_session::screens::planning;
use forankring_session::screens::reporting::Event;
use forankring_session::screens::reporting::asking::Stage;
use yew::prelude::*;

use super::prose::{Look, button, leaf, node};
use super::reports_in::reports_in;
use crate::input;
use crate::reporting::{Planning, Reporting};

/// Who is asked, and what came back; nothing while nobody wants to, and nothing came.
pub fn status_asked(sheet: &Planning, open: &Assessment, plan: &Plan) -> Html {
    let sheet = &sheet.part(&*sheet.own.reporting, planning::Event::Report);
    let (ctx, own) = (sheet.ctx, sheet.own);
    let asks = own.asking.stage == Stage::Open;
    if !asks {
        return match own.incoming.is_found() {
            true => node("section", "asked-status", vec![reports_in(sheet)]),
            false => Html::default(),
        };
    }
    let asked = match own.asking.links(&open.parts) {
        None if own.asking.is_making() => leaf("p", "waiting", ctx.t(key::REPORTING_ASK_MAKING)),
        None => leaf("p", "", ctx.t(key::REPORTING_ASK_UNFETCHED)),
        Some(links) if links.is_empty() => leaf("p", "", ctx.t(key::REPORTING_ASK_NONE)),
        Some(links) => {
            let cards = links.iter().enumerate();
            let cards = cards.map(|(at, (one, made))| {
                let same = |(other, _): &&(Assignment, _)| other.responsible == one.responsible;
                let which = links.iter().take(at + 1).filter(same).count();
                let of = links.iter().filter(same).count();
                card(sheet, (open, plan), (at, which, of), one, made)
            });
            html! {
                <>
                    { settings(sheet, open) }
                    { leaf("p", "quiet-text", ctx.t(key::REPORTING_ASK_TELLS)) }
                    { node("div", "invited-levels", cards.collect()) }
                </>
            }
        }
    };
    let receipt = own.asking.receipt.as_ref().map(|receipt| ctx.told(receipt));
    html! {
        <section class="asked-status" aria-labelledby="status-overskrift">
            <h2 id="status-overskrift" tabindex="-1">{ ctx.t(key::REPORTING_ASK_OPEN) }</h2>
            { leaf("p", "", ctx.t(key::REPORTING_ASK_LEAD)) }
            { asked }
            <p class="receipt" role="status">{ receipt }</p>
            { reports_in(sheet) }
        </section>
    }
}

/// What is said in all links.
fn settings(sheet: &Reporting, open: &Assessment) -> Html {
    let ctx = sheet.ctx;
    let set = Settings::of(&open.parts);
    let set_by = |setting: Setting| {
        let send = sheet.send.clone();
        move |text: String| send.emit(Event::Set(setting, text))
    };
    let unfit = |setting: Setting| {
        let place = setting.key().map(desk::Field::Part)?;
        ctx.desk.overlong(&place)
    };
    let told = |setting: Setting, id: &'static str, key: Key| {
        let text = unfit(setting).map(|_| ctx.t(key));
        html! { <p {id} class="overlong" role="status">{ text }</p> }
    };
    let day = {
        let send = sheet.send.clone();
        input::day(move |text| {
            if let Some(text) = text {
                send.emit(Event::Set(Setting::Until, text));
            }
        })
    };
    let message = unfit(Setting::Message).unwrap_or(set.message.as_str());
    let address = set.mail.as_ref().map_or("", |mail| mail.as_str());
    let address = unfit(Setting::Mail).unwrap_or(address);
    let last = set.last.map_or_else(String::new, |day| day.iso());
    html! {
        <div class="said">
            <div class="ds-field">
                <label class="ds-label" for="status-hilsen">
                    { ctx.t(key::REPORTING_ASK_MESSAGE) }
                </label>
                <p id="status-hilsen-hjelp" data-field="description">
                    { ctx.t(key::REPORTING_ASK_MESSAGE_HELP) }
                </p>
                <textarea id="status-hilsen" class="ds-input" rows="3" value={message.to_owned()}
                    aria-describedby="status-hilsen-hjelp status-hilsen-feil"
                    aria-invalid={unfit(Setting::Message).map(|_| "true")}
                    oninput={input::written(set_by(Setting::Message))} />
                { told(Setting::Message, "status-hilsen-feil", key::REPORTING_ASK_MESSAGE_LONG) }
            </div>
            <div class="ds-field">
                <label class="ds-label" for="status-dag">{ ctx.t(key::REPORTING_ASK_UNTIL) }</label>
                <input id="status-dag" class="ds-input" type="date" value={last} oninput={day} />
            </div>
            <div class="ds-field">
                <label class="ds-label" for="status-adresse">
                    { ctx.t(key::REPORTING_ASK_MAIL) }
                </label>
                <p id="status-adresse-hjelp" data-field="description">
                    { ctx.t(key::REPORTING_ASK_MAIL_HELP) }
                </p>
                <input id="status-adresse" class="ds-input" type="email" autocomplete="email"
                    aria-describedby="status-adresse-hjelp status-adresse-feil"
                    value={address.to_owned()} aria-invalid={unfit(Setting::Mail).map(|_| "true")}
                    onchange={input::chosen(set_by(Setting::Mail))} />
                { told(Setting::Mail, "status-adresse-feil", key::REPORTING_ASK_MAIL_WRONG) }
            </div>
        </div>
    }
}

/// One who is responsible: how many measures, and the link.
fn card(
    sheet: &Reporting,
    (open, plan): (&Assessment, &Plan),
    (at, which, of): (usize, usize, usize),
    one: &Assignment,
    made: &Result<String, TooLong>,
) -> Html {
    let ctx = sheet.ctx;
    let role = one.responsible.as_str();
    let (name, label) = match role {
        "" => {
            let name = ctx.t(key::REPORTING_ASK_NOBODY).to_owned();
            (name, ctx.t(key::REPORTING_ASK_LINK_NOBODY).to_owned())
        }
        role => {
            let name = isolated(role);
            let label = ctx.fill(key::REPORTING_ASK_LINK, &[("role", &name)]);
            (name, label)
        }
    };
    // More than one link holds.
    let part = match of {
        1 => String::new(),
        of => format!(" ({which}/{of})"),
    };
    let (name, label) = (name + &part, label + &part);
    let n = |key: Key, n: usize| ctx.fill(key, &[("n", &n.to_string())]);
    let mut facts = vec![n(key::REPORTING_ASK_MEASURES, one.measures.len())];
    let late = one.late(ctx.desk.today);
    if late > 0 {
        facts.push(n(key::REPORTING_ASK_LATE, late));
    }
    if let Some(sent) = one.reported(plan, &open.parts) {
        let day = show_day(sent.day(), ctx.lang());
        facts.push(ctx.fill(key::REPORTING_ASK_REPORTED, &[("day", &day)]));
    }
    let link = match made {
        Ok(fragment) => given_out(sheet, at, label, fragment),
        Err(TooLong) => leaf("p", "", ctx.t(key::REPORTING_ASK_TOO_LONG)),
    };
    html! {
        <section class="invited" key={at} data-responsible={role.to_owned()}>
            { leaf("h3", "", name) }
            { leaf("p", "", facts.join(". ")) }
            { link }
        </section>
    }
}

fn given_out(sheet: &Reporting, at: usize, label: String, fragment: &str) -> Html {
    let ctx = sheet.ctx;
    let id = format!("status-lenke-{at}");
    let link = ctx.absolute(ctx.page(Route::Plan), fragment);
    let [subject, hello, text] = [
        key::REPORTING_SUBJECT,
        key::REPORTING_MAIL_HELLO,
        key::REPORTING_ASK_MAIL_TEXT,
    ]
    .map(|key| ctx.t(key));
    let body = format!("{hello}\n\n{text}\n\n{link}\n");
    let copied = |text: String| sheet.on(Event::CopyWanted(text));
    let mailed = format!("{subject}\n\n{body}");
    html! {
        <>
            <div class="ds-field">
                <label class="ds-label" for={id.clone()}>{ label }</label>
                <input {id} class="ds-input" type="text" readonly=true value={link.clone()} />
            </div>
            <p class="actions">
                { button(Look::Secondary, "", ctx.t(key::REPORTING_ASK_COPY), copied(link)) }
                { button(Look::Secondary, "", ctx.t(key::REPORTING_ASK_COPY_MAIL), copied(mailed)) }
                <a class="ds-button" data-variant="secondary" href={mail::address(subject, &body)}>
                    { ctx.t(key::REPORTING_MAIL) }
                </a>
            </p>
        </>
    }
}

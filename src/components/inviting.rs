//! Inviting: what the invitations of a round say, and whom it asks.

use forankring_core::address::Id;
use forankring_core::assessment::Assessment;
use forankring_core::catalogue::{Level, PerLevel};
use forankring_core::day::Day;
use forankring_core::numbers::show_day;
use forankring_core::panel::rounds::{Field, Settings, part};
use forankring_core::panel::{Mail, Message, Round, Themes, counting};
use forankring_core::texts::{Lang, key};
use forankring_session::desk;
use forankring_session::screens::asking::{Event, ROUND, State};
use yew::prelude::*;

use super::invited_level::{card, names_of};
use super::prose::{Look, button, folded, leaf, node};
use super::select::select;
use super::words;
use crate::context::Sheet;
use crate::input;

type Asking<'a> = Sheet<'a, State, Event>;

/// Where nobody is asked yet: who would be, and the way to begin.
pub fn beginning(sheet: &Asking, open: &Assessment) -> Html {
    let ctx = sheet.ctx;
    let all = PerLevel::from_fn(|_| Some(Themes::ALL));
    let begin = sheet.on(Event::RoundWanted(Box::new(all)));
    let levels = Level::ALL.map(|level| {
        html! {
            <li key={level.id()}>
                { leaf("strong", "", ctx.t(words::level(level, open.kind))) }{ " " }
                { leaf("span", "", names_of(ctx, level, open)) }
            </li>
        }
    });
    html! {
        <section class="beginning">
            { leaf("p", "", ctx.t(key::ASK_BEGIN_LEAD)) }
            { node("ul", "kept-list", levels.into()) }
            {
                node(
                    "p",
                    "actions",
                    vec![button(Look::Primary, "lag-lenkene", ctx.t(key::ASK_BEGIN), begin)],
                )
            }
        </section>
    }
}

/// The latest round: what is said, who is asked, the links.
pub fn round(sheet: &Asking, id: &Id, open: &Assessment, set: &Settings) -> Html {
    let ctx = sheet.ctx;
    let number = set.round.number().to_string();
    let mut title = ctx.fill(key::ASK_ROUND, &[("n", &number)]);
    if let Some(begun) = set.begun {
        let day = show_day(begun, ctx.lang());
        title += ", ";
        title += &ctx.fill(key::ASK_BEGUN_ON, &[("day", &day)]);
    }
    let cards = Level::ALL.map(|level| card(sheet, id, open, set, level));
    html! {
        <section class="inviting">
            <h2 id={ROUND} tabindex="-1">{ title }</h2>
            { said(sheet, set) }
            { leaf("h3", "", ctx.t(key::ASK_WHO)) }
            { language(sheet) }
            { node("div", "invited-levels", cards.into()) }
        </section>
    }
}

/// In which language the links open, and what stands beside them is written.
fn language(sheet: &Asking) -> Html {
    let ctx = sheet.ctx;
    let shown = sheet.own.lang.unwrap_or(ctx.lang());
    let options = Lang::ALL.map(|lang| (lang.tag().to_owned(), lang.own_name().to_owned()));
    let send = sheet.send.clone();
    let chosen = input::chosen(move |tag| {
        if let Some(lang) = Lang::parse(&tag) {
            send.emit(Event::LangChosen(lang));
        }
    });
    select(
        "invitasjon-sprak",
        ctx.t(key::ASK_LANG),
        options.into_iter(),
        shown.tag(),
        chosen,
    )
}

/// What is said in all links of the round.
fn said(sheet: &Asking, set: &Settings) -> Html {
    let ctx = sheet.ctx;
    let set_by = |field: Field| {
        let send = sheet.send.clone();
        move |text: String| send.emit(Event::Set(field, text))
    };
    let unfit = |field: Field| {
        let place = part(set.round, field).map(desk::Field::Part)?;
        ctx.desk.overlong(&place)
    };
    let problem = |field: Field, id: &'static str| {
        let text = unfit(field).map(|text| match field {
            Field::Message => {
                let excess = text.chars().count().saturating_sub(Message::LIMIT);
                ctx.fill(key::ASK_TOO_LONG, &[("n", &excess.to_string())])
            }
            _ => ctx.t(key::ASK_UNFIT).to_owned(),
        });
        html! { <p {id} class="overlong" role="status">{ text }</p> }
    };
    let day = {
        let send = sheet.send.clone();
        input::day(move |text| {
            if let Some(text) = text {
                send.emit(Event::Set(Field::Last, text));
            }
        })
    };
    let names = {
        let (send, names) = (sheet.send.clone(), set.names);
        let text = if names { "yes" } else { "" };
        input::chosen(move |_| send.emit(Event::Set(Field::Unnamed, text.to_owned())))
    };
    let message = unfit(Field::Message).unwrap_or(set.message.as_str());
    let address = set.mail.as_ref().map_or("", Mail::as_str);
    let address = unfit(Field::Mail).unwrap_or(address);
    let last = set.last.map_or_else(String::new, Day::iso);
    let over = set.last.is_some_and(|last| last < ctx.desk.today);
    html! {
        <div class="said">
            { leaf("h3", "", ctx.t(key::ASK_SAID)) }
            <div class="ds-field">
                <label class="ds-label" for="hilsen">{ ctx.t(key::ASK_MESSAGE) }</label>
                <p id="hilsen-hjelp" data-field="description">{ ctx.t(key::ASK_MESSAGE_HELP) }</p>
                <textarea id="hilsen" class="ds-input" rows="3"
                    aria-describedby="hilsen-hjelp hilsen-feil"
                    aria-invalid={unfit(Field::Message).map(|_| "true")}
                    oninput={input::written(set_by(Field::Message))} value={message.to_owned()} />
                { problem(Field::Message, "hilsen-feil") }
            </div>
            <div class="ds-field">
                <label class="ds-label" for="siste-dag">{ ctx.t(key::ASK_LAST) }</label>
                <input id="siste-dag" class="ds-input" type="date" value={last} oninput={day}
                    aria-describedby="siste-dag-over" />
                <p id="siste-dag-over" class="overlong" role="status">
                    { over.then(|| ctx.t(key::ASK_LAST_OVER)) }
                </p>
            </div>
            <div class="ds-field">
                <label class="ds-label" for="adresse">{ ctx.t(key::ASK_MAIL) }</label>
                <p id="adresse-hjelp" data-field="description">{ ctx.t(key::ASK_MAIL_HELP) }</p>
                <input id="adresse" class="ds-input" type="email" autocomplete="email"
                    aria-describedby="adresse-hjelp adresse-feil" value={address.to_owned()}
                    aria-invalid={unfit(Field::Mail).map(|_| "true")}
                    onchange={input::chosen(set_by(Field::Mail))} />
                { problem(Field::Mail, "adresse-feil") }
            </div>
            <label class="choice">
                <input class="ds-input" type="checkbox" id="med-navn" checked={set.names}
                    onchange={names} />
                <span>{ ctx.t(key::ASK_NAMES) }{ leaf("span", "choice-help", whose(sheet)) }</span>
            </label>
        </div>
    }
}

/// The names that would be told.
fn whose(sheet: &Asking) -> String {
    let open = sheet.ctx.assessment();
    let names = open.map(|open| [&open.name, &open.procurement]);
    let names = names.into_iter().flatten();
    let names: Vec<String> = names
        .filter(|name| !name.is_empty())
        .map(|name| forankring_core::texts::isolated(name.as_str()))
        .collect();
    match names.is_empty() {
        true => sheet.ctx.t(key::SHARE_NO_NAME).to_owned(),
        false => names.join(", "),
    }
}

/// What earlier rounds asked, and how many replied; nothing where this is the first.
pub fn earlier(sheet: &Asking, open: &Assessment, latest: &Settings) -> Html {
    let ctx = sheet.ctx;
    let Some(replies) = sheet.own.replies() else {
        return Html::default();
    };
    let numbers = (Round::FIRST.number()..latest.round.number()).rev();
    let rounds = numbers.filter_map(|number| Settings::of(&open.parts, Round::new(number)?));
    let line = |set: Settings| {
        let number = set.round.number().to_string();
        let mut text = ctx.fill(key::ASK_ROUND, &[("n", &number)]);
        if let Some(begun) = set.begun {
            let day = show_day(begun, ctx.lang());
            text += ", ";
            text += &ctx.fill(key::ASK_BEGUN_ON, &[("day", &day)]);
        }
        let levels = Level::ALL.into_iter().filter_map(|level| {
            set.levels.get(level).as_ref()?;
            let count = counting(replies, level, set.round).len().to_string();
            let name = ctx.t(words::level(level, open.kind));
            Some(ctx.fill(key::RESULT_REPLIES, &[("level", name), ("n", &count)]))
        });
        let levels: Vec<String> = levels.collect();
        html! { <li key={number}>{ format!("{text}: {}", levels.join(", ")) }</li> }
    };
    let lines: Vec<Html> = rounds.map(line).collect();
    match lines.is_empty() {
        true => Html::default(),
        false => folded(
            "more",
            false,
            ctx.t(key::ASK_ROUNDS),
            vec![node("ul", "rounds", lines)],
        ),
    }
}

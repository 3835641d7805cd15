//! A level that may be asked: who should answer, how many are, and its link with the ways to
//! give it out.

use forankring_core::address::{Id, Page, Route};
use forankring_core::assessment::Assessment;
use forankring_core::catalogue::{Kind, Level};
use forankring_core::link::invitation::encode;
use forankring_core::mail;
use forankring_core::numbers::show_day;
use forankring_core::panel::rounds::{Asked, Settings};
use forankring_core::panel::{Expected, Themes, counting};
use forankring_core::qr;
use forankring_core::texts::{Bodies, Key, key, uncapitalised};
use forankring_session::desk::Offer;
use forankring_session::screens::asking::{Event, State};
use yew::prelude::*;

use super::mail_words::MailWords;
use super::prose::{leaf, node};
use super::words;
use crate::context::{Context, Sheet};
use crate::input;

type Asking<'a> = Sheet<'a, State, Event>;

/// Who should answer for a level.
pub fn names_of(ctx: &Context, level: Level, open: &Assessment) -> String {
    let Bodies { body, chief, .. } = ctx.texts.bodies(open.kind);
    let who = words::level_who(level, open.kind);
    ctx.fill(who, &[("body", body), ("chief", chief)])
}

/// The card of a level.
pub fn card(sheet: &Asking, id: &Id, open: &Assessment, set: &Settings, level: Level) -> Html {
    let ctx = sheet.ctx;
    let name = ctx.t(words::level(level, open.kind));
    let asked = *set.levels.get(level);
    let mut parts = vec![
        leaf("h4", "", name),
        leaf("p", "quiet-text", names_of(ctx, level, open)),
        how_many(sheet, level, name, asked),
    ];
    let invitation = set.invitation(id, open, level);
    let link = invitation.and_then(|invitation| encode(&invitation).ok());
    if let (Some(asked), Some(fragment)) = (asked, link) {
        if asked.themes != Themes::ALL {
            let about = asked.themes.all();
            let about: Vec<String> = about
                .map(|theme| uncapitalised(ctx.t(words::theme(theme))))
                .collect();
            let about = ctx.fill(key::ASK_ITEMS, &[("themes", &about.join(", "))]);
            parts.push(leaf("p", "about", about));
        }
        let lang = sheet.own.lang.unwrap_or(ctx.lang());
        let page = Page {
            lang,
            route: Route::Reply,
        };
        let link = ctx.absolute(page, &fragment);
        parts.extend(given_out(sheet, set, (level, open.kind, asked), link));
    }
    html! {
        <section class="invited" key={level.id()} data-level={level.id()}>{ for parts }</section>
    }
}

/// How many are asked; few can be recognised.
fn how_many(sheet: &Asking, level: Level, name: &str, asked: Option<Asked>) -> Html {
    let ctx = sheet.ctx;
    let id = format!("antall-{}", level.id());
    let shown = asked.map_or("", |asked| asked.expected.id());
    let send = sheet.send.clone();
    let chosen = input::chosen(move |text| {
        send.emit(Event::Asked(level, Expected::parse(&text)));
    });
    let options = Expected::ALL.map(|one| (one.id(), expected(one)));
    let options = [("", key::ASK_EXPECTED_NONE)].into_iter().chain(options);
    let option = |(value, label): (&'static str, Key)| {
        html! {
            <option key={value} {value} selected={value == shown}>{ ctx.t(label) }</option>
        }
    };
    let few = asked.is_some_and(|one| matches!(one.expected, Expected::One | Expected::Two));
    html! {
        <div class="ds-field">
            <label class="ds-label" for={id.clone()}>
                { ctx.fill(key::ASK_EXPECTED, &[("level", name)]) }
            </label>
            <select id={id} class="ds-input" onchange={chosen}>{ for options.map(option) }</select>
            if few { { leaf("p", "few", ctx.t(key::ASK_FEW)) } }
        </div>
    }
}

fn expected(one: Expected) -> Key {
    match one {
        Expected::Unknown => key::ASK_EXPECTED_UNKNOWN,
        Expected::One => key::ASK_EXPECTED_ONE,
        Expected::Two => key::ASK_EXPECTED_TWO,
        Expected::More => key::ASK_EXPECTED_MORE,
    }
}

/// The link, and the ways to give it out.
fn given_out(
    sheet: &Asking,
    set: &Settings,
    (level, kind, asked): (Level, Kind, Asked),
    link: String,
) -> Vec<Html> {
    let ctx = sheet.ctx;
    let id = format!("lenke-{}", level.id());
    let name = ctx.t(words::level(level, kind));
    let (subject, text) = in_words(sheet, set, (level, kind, asked.themes), &link);
    let copied = sheet.on(Event::CopyWanted(level, link.clone()));
    let told = sheet.on(Event::CopyWanted(level, format!("{subject}\n\n{text}")));
    let shared = sheet.on(Event::SheetWanted(level, subject.clone(), link.clone()));
    let mailed = sheet.on(Event::GivenOut(level));
    let mut ways = vec![
        level_button(level, "kopier", ctx.t(key::ASK_COPY), copied),
        level_button(level, "kopier-tekst", ctx.t(key::ASK_COPY_TEXT), told),
        html! {
            <a class="ds-button" data-variant="secondary" id={format!("e-post-{}", level.id())}
                href={mail::address(&subject, &text)} onclick={mailed}>
                { ctx.t(key::ASK_WRITE) }
            </a>
        },
    ];
    if ctx.desk.surroundings.sheet == Offer::There {
        ways.push(level_button(level, "del", ctx.t(key::ASK_SHEET), shared));
    }
    let receipt = sheet.own.receipt.as_ref();
    let receipt = receipt.filter(|_| sheet.own.copied == Some(level));
    let receipt = receipt.map(|receipt| ctx.told(receipt));
    vec![
        html! {
            <div class="ds-field">
                <label class="ds-label" for={id.clone()}>
                    { ctx.fill(key::ASK_LINK, &[("level", name)]) }
                </label>
                <input {id} class="ds-input" type="text" readonly=true value={link.clone()} />
            </div>
        },
        node("p", "actions", ways),
        leaf("p", "receipt", receipt.unwrap_or_default()),
        code(sheet, level, &link),
        leaf("p", "state", state(sheet, set, level, asked)),
    ]
}

/// Since when it is given out, and how many replied.
fn state(sheet: &Asking, set: &Settings, level: Level, asked: Asked) -> String {
    let ctx = sheet.ctx;
    let sent = match asked.sent {
        Some(day) => {
            let day = show_day(day, ctx.lang());
            ctx.fill(key::ASK_SENT, &[("day", &day)])
        }
        None => ctx.t(key::ASK_NOT_SENT).to_owned(),
    };
    match sheet.own.replies() {
        Some(replies) => {
            let count = counting(replies, level, set.round).len().to_string();
            format!("{sent} {}", ctx.fill(key::ASK_CAME, &[("n", &count)]))
        }
        None => sent,
    }
}

fn level_button(
    level: Level,
    what: &str,
    label: &'static str,
    onclick: Callback<MouseEvent>,
) -> Html {
    let id = format!("{what}-{}", level.id());
    html! {
        <button type="button" class="ds-button" data-variant="secondary" {id} {onclick}>
            { label }
        </button>
    }
}

/// What stands in a mail beside the link: its subject, and the text.
fn in_words(
    sheet: &Asking,
    set: &Settings,
    (level, kind, themes): (Level, Kind, Themes),
    link: &str,
) -> (String, String) {
    let ctx = sheet.ctx;
    let lang = sheet.own.lang.unwrap_or(ctx.lang());
    let words = MailWords::of(lang);
    let count = themes.count().to_string();
    let mut parts = Vec::new();
    if !set.message.is_empty() {
        parts.push(set.message.as_str().trim().to_owned());
    }
    let level = ctx.t(words.levels.get(level, kind));
    parts.push(ctx.fill(words.what, &[("level", level), ("n", &count)]));
    parts.push(link.to_owned());
    parts.push(ctx.t(words.how).to_owned());
    if let Some(last) = set.last {
        let day = show_day(last, lang);
        parts.push(ctx.fill(words.last, &[("day", &day)]));
    }
    (ctx.t(words.subject).to_owned(), parts.join("\n\n"))
}

/// The link as a code for the room.
fn code(sheet: &Asking, level: Level, link: &str) -> Html {
    let ctx = sheet.ctx;
    let Some(code) = qr::code(link) else {
        return Html::default();
    };
    let side = code.side;
    let send = sheet.send.clone();
    let shown = input::folded(move |open| {
        if open {
            send.emit(Event::GivenOut(level));
        }
    });
    html! {
        <details class="ds-details qr" ontoggle={shown}>
            <summary>{ ctx.t(key::ASK_CODE) }</summary>
            <figure>
                <svg viewBox={format!("0 0 {side} {side}")} role="img"
                    aria-label={ctx.t(key::ASK_CODE_ALT)} shape-rendering="crispEdges">
                    <rect width={side.to_string()} height={side.to_string()} fill="#fff" />
                    <path d={code.path} fill="#000" />
                </svg>
            </figure>
        </details>
    }
}

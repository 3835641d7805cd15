//! What a respondent answered, what she sees of other levels, and how it is sent.

use forankring_core::assessment::{Assessment, Entry, NoteField};
use forankring_core::catalogue::{Answer, Item, Level};
use forankring_core::texts::key;
use forankring_session::desk::Saving;
use forankring_session::replying::{Event, Given, Meeting, Texts, seen_id};
use yew::prelude::*;

use super::clear::clear;
use super::notice::{Tone, notice};
use super::prose::{Look, button, h1, leaf, node};
use super::sending::link;
use super::words;
use crate::context::Context;
use crate::input;
use crate::sending::{Last, Lent, Replying};

/// The last screen.
pub fn replied(own: &Replying, shown: Last, lent: Lent) -> Html {
    let (ctx, open) = (own.ctx, shown.open);
    let level = shown.told.invitation.level;
    let mut parts = vec![
        h1(ctx.t(key::REPLY_LAST_HEADING)),
        (lent.unkept)(own),
        answers(ctx, open, level),
        missing(ctx, (lent.own_items)(open)),
        seen(own, open, level),
    ];
    parts.extend(match own.own.meeting {
        Meeting::On => vec![hand_in(own, open, lent)],
        Meeting::No => vec![send(own, shown, lent), device(own)],
    });
    node("div", "reply", parts)
}

/// The items of a level that are asked, each with what was answered and the way to change it.
fn answers(ctx: &Context, open: &Assessment, level: Level) -> Html {
    let items = open.variant.within(level).items();
    let lines = items.map(|item| line(ctx, item, open.entries.get(item)));
    node("ul", "replied", lines.collect())
}

fn line(ctx: &Context, item: Item, entry: &Entry) -> Html {
    let theme = ctx.t(words::theme(item.theme));
    let answer = ctx.t(words::answer(entry.answer));
    let answer = match entry.answer {
        Some(Answer::Rated(step)) => format!("{} {answer}", step.number()),
        _ => answer.to_owned(),
    };
    let written = NoteField::ALL
        .iter()
        .any(|field| !entry.note(*field).is_empty());
    let href = ctx.link(ctx.desk.page, ctx.place_of(item));
    html! {
        <li key={item.id()}>
            { leaf("span", "theme", theme) }
            { leaf("strong", "", answer) }
            if written { { leaf("span", "written", ctx.t(key::REPLY_WRITTEN)) } }
            <a id={format!("endre-{}", item.id())} class="ds-link" {href}>
                { ctx.t(key::REPLY_CHANGE) }
                <span class="unseen">{ format!(": {theme}") }</span>
            </a>
        </li>
    }
}

/// How many have no answer.
fn missing(ctx: &Context, (n, total): (usize, usize)) -> Html {
    match total.saturating_sub(n) {
        0 => html! {},
        left => leaf(
            "p",
            "",
            ctx.fill(key::REPLY_MISSING, &[("n", &left.to_string())]),
        ),
    }
}

/// What she sees of the other levels: offered, apart.
fn seen(own: &Replying, open: &Assessment, level: Level) -> Html {
    let ctx = own.ctx;
    let others = Level::ALL.into_iter().filter(|other| *other != level);
    let other = |other: Level| {
        let name = ctx.t(words::level(other, open.kind));
        let [first, ..] = other.items();
        let id = seen_id(other);
        if !open.variant.asks(first) {
            let label = ctx.fill(key::REPLY_SEEN_ADD, &[("level", name)]);
            let click = own.on(Event::SeenWanted(other));
            return html! {
                <div {id} key={other.id()} tabindex="-1">
                    { named_button(format!("svar-om-{}", other.id()), label, click) }
                </div>
            };
        }
        let leave = own.on(Event::SeenLeft(other));
        let label = format!("{}: {name}", ctx.t(key::REPLY_SEEN_LEAVE));
        html! {
            <div {id} key={other.id()} tabindex="-1">
                { leaf("h3", "", name) }
                { answers(ctx, open, other) }
                { named_button(format!("ikke-{}", other.id()), label, leave) }
            </div>
        }
    };
    html! {
        <section class="seen">
            { leaf("h2", "", ctx.t(key::REPLY_SEEN_HEADING)) }
            { leaf("p", "", ctx.t(key::REPLY_SEEN_LEAD)) }
            { for others.map(other) }
        </section>
    }
}

fn named_button(id: String, label: String, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <button type="button" {id} class="ds-button" data-variant="secondary" {onclick}>
            { label }
        </button>
    }
}

/// The reply becomes a link.
fn send(own: &Replying, shown: Last, lent: Lent) -> Html {
    let Last { open, invited, .. } = shown;
    let ctx = own.ctx;
    let ready = own.own.ready(open);
    let before = invited.sending.as_ref();
    let changed = own.own.is_changed(invited, open);
    let said = match before {
        None => ctx.t(key::REPLY_SEND_LEAD).to_owned(),
        Some(_) if changed => ctx.t(key::REPLY_CHANGED).to_owned(),
        Some(sending) => {
            let when = ctx.when(sending.sent.ms());
            ctx.fill(key::REPLY_SENT_BEFORE, &[("when", &when)])
        }
    };
    let label = match before {
        None => key::REPLY_SEND,
        Some(_) if changed => key::REPLY_SEND_ANEW,
        Some(_) => key::REPLY_SEND_AGAIN,
    };
    let make = match ready {
        Some(_) => html! {},
        None => made(
            own,
            (lent.own_items)(open).0,
            button(
                Look::Primary,
                "lag-svar",
                ctx.t(label),
                own.on(Event::SendWanted),
            ),
        ),
    };
    html! {
        <section id="send-svar" tabindex="-1">
            { leaf("h2", "", ctx.t(key::REPLY_SEND_HEADING)) }
            { (lent.few)(own) }
            { along(own, open) }
            { leaf("p", "", said) }
            { make }
            { for ready.map(|ready| link(own, &ready.link, ready.number)) }
        </section>
    }
}

/// What makes it, or how that stands.
fn made(own: &Replying, n: usize, way: Html) -> Html {
    let ctx = own.ctx;
    let failed = match &own.own.given {
        Given::Making(..) => return leaf("p", "", ctx.t(key::REPLY_MAKING)),
        Given::Failed(said) => notice(Tone::Warning, leaf("p", "", ctx.t(*said))),
        Given::No | Given::Ready(_) => html! {},
    };
    html! {
        <>
            { failed }
            if n == 0 {
                { leaf("p", "", ctx.t(key::REPLY_NONE_YET)) }
            } else {
                { node("p", "actions", vec![way]) }
            }
        </>
    }
}

/// Whether what was written goes along; nothing where nothing was.
fn along(own: &Replying, open: &Assessment) -> Html {
    let ctx = own.ctx;
    let level = open.variant.asked().map(|asked| asked.level());
    let mut entries = open
        .entries
        .iter()
        .filter(|(item, _)| Some(item.level) == level);
    let written = entries.any(|(_, entry)| {
        NoteField::ALL
            .iter()
            .any(|field| !entry.note(*field).is_empty())
    });
    if !written {
        return html! {};
    }
    let send = own.send.clone();
    let switched = Callback::from(move |_: yew::Event| send.emit(Event::TextsSwitched));
    html! {
        <label class="choice">
            <input id="tekster" class="ds-input" type="checkbox"
                checked={own.own.texts == Texts::Along} onchange={switched} />
            <span>
                <strong>{ ctx.t(key::REPLY_TEXTS) }</strong>
                <span>{ ctx.t(key::REPLY_TEXTS_HELP) }</span>
            </span>
        </label>
    }
}

/// On a machine that a meeting shares, the reply goes to the others.
fn hand_in(own: &Replying, open: &Assessment, lent: Lent) -> Html {
    let ctx = own.ctx;
    let click = input::deliberate(own.on(Event::PassOnWanted));
    let way = button(Look::Primary, "lever", ctx.t(key::REPLY_HAND_IN), click);
    html! {
        <section id="send-svar" tabindex="-1">
            { leaf("h2", "", ctx.t(key::REPLY_HAND_IN_HEADING)) }
            { (lent.few)(own) }
            { along(own, open) }
            { leaf("p", "", ctx.t(key::REPLY_HAND_IN_LEAD)) }
            { made(own, (lent.own_items)(open).0, way) }
        </section>
    }
}

/// What stays on this device, and how it goes.
fn device(own: &Replying) -> Html {
    let ctx = own.ctx;
    let in_tab = ctx
        .open()
        .is_some_and(|open| open.saving == Saving::TabOnly);
    let said = match in_tab {
        true => key::REPLY_DEVICE_TAB,
        false => key::REPLY_DEVICE,
    };
    html! {
        <section>
            { leaf("h2", "", ctx.t(key::REPLY_DEVICE_HEADING)) }
            { leaf("p", "", ctx.t(said)) }
            { clear(own) }
        </section>
    }
}

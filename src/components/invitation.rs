//! An invitation: who asks about what, how long it takes, and who gets to know what.

use forankring_core::address::{Place, Route};
use forankring_core::assessment::Assessment;
use forankring_core::numbers::show_day;
use forankring_core::panel::{Expected, Invitation, Invited};
use forankring_core::texts::{Bodies, Key, isolated, key};
use forankring_session::desk::{Keeping, Saving};
use forankring_session::replying::{Event, Meeting, Told};
use yew::prelude::*;

use super::notice::{Tone, notice};
use super::prose::{Look, button, leaf, link_button, node};
use super::saved::save_failure;
use super::words;
use crate::context::Context;
use crate::input;
use crate::sending::{Lent, Replying};

/// One screen, before the first item and whenever one comes by the invitation again.
pub fn welcome(own: &Replying, open: &Assessment, told: &Told, begun: Option<&Invited>) -> Html {
    let ctx = own.ctx;
    let invitation = &told.invitation;
    let seat = own.own.meeting == Meeting::On;
    let mut parts = vec![heading(ctx, invitation, seat)];
    if seat {
        parts.push(leaf("p", "", ctx.t(key::REPLY_NEXT_LEAD)));
        parts.push(gathered_so_far(own));
        parts.push(unsaved(own));
    }
    parts.extend([
        leaf("p", "lead", ctx.t(key::REPLY_ABOUT)),
        concerns(ctx, invitation),
        message(ctx, invitation),
        facts(ctx, open, invitation),
        few(own),
        unkept(own),
    ]);
    if !seat {
        parts.extend([asks_herself(own), so_far(ctx, open, begun)]);
    }
    parts.push(ways(own, open, begun, seat));
    if !seat {
        parts.extend([meeting_goes_on(own), shared(own, begun)]);
    }
    node("div", "reply", parts)
}

/// Who asks, or who answers next; focus goes there.
fn heading(ctx: &Context, invitation: &Invitation, seat: bool) -> Html {
    let text = match (seat, invitation.name.as_str()) {
        (true, _) => ctx.t(key::REPLY_NEXT_HEADING).to_owned(),
        (false, "") => ctx.t(key::REPLY_HEADING).to_owned(),
        // Isolated: a name may turn the direction of writing.
        (false, name) => ctx.fill(key::REPLY_ASKED_BY, &[("name", &isolated(name))]),
    };
    html! { <h1 tabindex="-1">{ text }</h1> }
}

/// For which level, about which organisation and procurement.
fn concerns(ctx: &Context, invitation: &Invitation) -> Html {
    let kind = invitation.kind;
    let Bodies { body, chief, .. } = ctx.texts.bodies(kind);
    let who = words::level_who(invitation.level, kind);
    let who = ctx.fill(who, &[("body", body), ("chief", chief)]);
    let procurement = invitation.procurement.as_str();
    let told = |name: Key, value: Html, more: Html| {
        html! { <><dt>{ ctx.t(name) }</dt><dd>{ value }{ more }</dd></> }
    };
    html! {
        <dl class="concerns">
            { told(
                key::REPLY_LEVEL,
                leaf("strong", "", ctx.t(words::level(invitation.level, kind))),
                leaf("span", "", format!(". {who}")),
            ) }
            if invitation.name.is_empty() {
                { told(key::ANSWER_ABOUT, ctx.t(words::kind(kind)).into(), Html::default()) }
            }
            if !procurement.is_empty() {
                {
                    told(
                        key::REPLY_PROCUREMENT,
                        leaf("bdi", "", procurement.to_owned()),
                        Html::default(),
                    )
                }
            }
        </dl>
    }
}

/// What the coordinator would like to say, as plain text.
fn message(ctx: &Context, invitation: &Invitation) -> Html {
    if invitation.message.is_empty() {
        return html! {};
    }
    html! {
        <figure class="message">
            <figcaption>{ ctx.t(key::REPLY_FROM) }</figcaption>
            <blockquote dir="auto">{ invitation.message.as_str().to_owned() }</blockquote>
        </figure>
    }
}

/// How much it is, until when, and what becomes of it.
fn facts(ctx: &Context, open: &Assessment, invitation: &Invitation) -> Html {
    let items = open.variant.within(invitation.level).count();
    // Five minutes for six items, and two at least.
    let minutes = (items * 5).div_ceil(6).max(2);
    let size = [("n", &*items.to_string()), ("m", &*minutes.to_string())];
    let size = ctx.fill(key::REPLY_SIZE, &size);
    let last = invitation.last.map(|day| {
        let said = match invitation.is_late(ctx.desk.today) {
            true => key::REPLY_LATE,
            false => key::REPLY_LAST,
        };
        ctx.fill(said, &[("day", &show_day(day, ctx.lang()))])
    });
    let stays = [key::REPLY_STAYS, key::REPLY_HELD].map(|key| ctx.t(key).to_owned());
    let all = [size].into_iter().chain(last).chain(stays);
    node("ul", "", all.map(|text| leaf("li", "", text)).collect())
}

/// What the last screen shows too.
pub const LENT: Lent = Lent {
    few,
    unkept,
    unsaved,
    own_items,
};

/// So few answer that hers can be recognised.
fn few(own: &Replying) -> Html {
    let expected = own.own.told.as_ref().map(|told| told.invitation.expected);
    let said = match expected.unwrap_or_default() {
        Expected::More => return html! {},
        Expected::One => key::REPLY_FEW_ONE,
        Expected::Two => key::REPLY_FEW_TWO,
        Expected::Unknown => key::REPLY_FEW_UNKNOWN,
    };
    leaf("p", "told", own.ctx.t(said))
}

/// Nothing can be kept here: she can answer all the same.
fn unkept(own: &Replying) -> Html {
    let ctx = own.ctx;
    let failed = ctx
        .open()
        .is_some_and(|open| matches!(open.saving, Saving::Failed(_)));
    let more = failed.then(|| leaf("p", "", ctx.t(key::REPLY_UNKEPT)));
    html! { <>{ save_failure(ctx) }{ for more }</> }
}

/// Whoever asks has opened her own invitation.
fn asks_herself(own: &Replying) -> Html {
    let ctx = own.ctx;
    let Some(id) = &own.own.around.own else {
        return html! {};
    };
    let href = ctx.link(ctx.page(Route::Ask), Place::Kept(id.clone(), None));
    html! {
        <p class="told">
            { ctx.t(key::REPLY_OWN) }{ " " }
            <a id="til-spor" class="ds-link" {href}>{ ctx.t(key::REPLY_TO_ASKING) }</a>
        </p>
    }
}

/// How far she has come on this device.
fn so_far(ctx: &Context, open: &Assessment, begun: Option<&Invited>) -> Html {
    let (n, total) = own_items(open);
    let values = [("n", &*n.to_string()), ("total", &*total.to_string())];
    match begun {
        Some(_) => leaf("p", "so-far", ctx.fill(key::REPLY_BEGUN, &values)),
        None => html! {},
    }
}

/// How many items of her level are answered, and how many are asked.
fn own_items(open: &Assessment) -> (usize, usize) {
    let Some(asked) = open.variant.asked() else {
        return (0, 0);
    };
    let items = open.variant.within(asked.level()).items();
    items.fold((0, 0), |(n, total), item| {
        let answered = open.entries.get(item).answer.is_some();
        (n + usize::from(answered), total + 1)
    })
}

fn ways(own: &Replying, open: &Assessment, begun: Option<&Invited>, seat: bool) -> Html {
    let ctx = own.ctx;
    let (n, total) = own_items(open);
    let label = match begun {
        _ if seat && n == 0 => key::REPLY_BEGIN,
        None => key::REPLY_BEGIN,
        Some(_) if n == total => key::REPLY_LOOK,
        Some(_) => key::REPLY_RESUME,
    };
    let mut ways = vec![button(
        Look::Primary,
        "begynn",
        ctx.t(label),
        own.on(Event::BeginWanted),
    )];
    if seat {
        let end = input::deliberate(own.on(Event::MeetingEnded));
        let label = ctx.t(key::REPLY_MEETING_END);
        ways.push(button(Look::Secondary, "alle-har-svart", label, end));
    }
    node("p", "actions", ways)
}

/// How many have handed in.
fn gathered_so_far(own: &Replying) -> Html {
    let n = own.own.around.gathered.to_string();
    leaf("p", "", own.ctx.fill(key::REPLY_GATHERED, &[("n", &n)]))
}

/// What was handed in is not on the disk yet.
fn unsaved(own: &Replying) -> Html {
    let ctx = own.ctx;
    let mut aside = ctx.desk.aside.iter();
    let failed = aside.find(|open| matches!(open.saving, Saving::Failed(_)));
    match failed.map(|open| open.saving) {
        Some(Saving::Failed(problem)) => {
            let text = ctx.t(forankring_session::storage(problem));
            notice(Tone::Warning, leaf("p", "", text))
        }
        _ => html! {},
    }
}

/// A meeting was begun on this machine.
fn meeting_goes_on(own: &Replying) -> Html {
    let ctx = own.ctx;
    if own.own.around.gathered == 0 {
        return html! {};
    }
    let on = own.on(Event::MeetingWanted);
    let list = own.own.told.as_ref().map(|told| {
        let place = Place::Kept(told.invitation.meeting(), None);
        let href = ctx.link(ctx.page(Route::Reply), place);
        let label = ctx.t(key::REPLY_MEETING_LIST);
        link_button(Look::Secondary, "motets-svar", href, label)
    });
    html! {
        <section>
            { gathered_so_far(own) }
            <p class="actions">
                { button(Look::Secondary, "motet-videre", ctx.t(key::REPLY_MEETING_ON), on) }
                { for list }
            </p>
        </section>
    }
}

/// For machines that many people use.
fn shared(own: &Replying, begun: Option<&Invited>) -> Html {
    let ctx = own.ctx;
    let meeting = own.on(Event::MeetingWanted);
    html! {
        <details class="more shared">
            <summary>{ ctx.t(key::REPLY_SHARED) }</summary>
            <div>
                if begun.is_none() { { tab_only(own) } }
                { leaf("p", "", ctx.t(key::REPLY_MEETING_LEAD)) }
                <p class="actions">
                    { button(Look::Secondary, "mote", ctx.t(key::REPLY_MEETING), meeting) }
                </p>
                <p class="receipt">{ own.own.receipt.as_ref().map(|said| ctx.told(said)) }</p>
                if begun.is_some() { { to_clear(ctx) } }
            </div>
        </details>
    }
}

/// Where it can be deleted.
fn to_clear(ctx: &Context) -> Html {
    let place = ctx.open().map(|open| open.place(None));
    let href = ctx.link(ctx.desk.page, place.unwrap_or(Place::Nothing));
    html! { <p><a id="til-slett" class="ds-link" {href}>{ ctx.t(key::REPLY_CLEAR) }</a></p> }
}

/// Whether it is kept on this device at all.
fn tab_only(own: &Replying) -> Html {
    let ctx = own.ctx;
    let tab = ctx
        .open()
        .is_some_and(|open| open.saving == Saving::TabOnly);
    let other = match tab {
        true => Keeping::Browser,
        false => Keeping::Tab,
    };
    let send = own.send.clone();
    let switched = Callback::from(move |_| send.emit(Event::KeepingChosen(other)));
    html! {
        <label class="choice">
            <input id="bare-fanen" class="ds-input" type="checkbox" checked={tab}
                onchange={switched} />
            <span>
                <strong>{ ctx.t(key::REPLY_TAB) }</strong>
                <span>{ ctx.t(key::REPLY_TAB_HELP) }</span>
            </span>
        </label>
    }
}

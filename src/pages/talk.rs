//! What the replies say, and what to talk about.

use forankring_core::address::Route;
use forankring_core::assessment::{Assessment, Medians};
use forankring_core::catalogue::{Item, Level, PerLevel, Theme};
use forankring_core::panel::rounds::Settings;
use forankring_core::panel::{Replies, Themes, agenda, counting, shown};
use forankring_core::texts::{Key, key};
use forankring_session::desk::{Event as At, Open, Session};
use forankring_session::screens::Event as On;
use forankring_session::screens::asking::{Event, Kept, State};
use forankring_session::storage;
use yew::prelude::*;

use super::ask::{hindrance, told};
use super::result::unworded;
use crate::components::notice::{Tone, notice};
use crate::components::prose::{Look, button, h1, leaf, link_button, node};
use crate::components::reader::unread;
use crate::components::strips::{moved, seen_from_elsewhere, spread, to_talk_about, written};
use crate::components::words;
use crate::context::{Sheet, Top};

/// What the screen is called.
pub const TITLE: Key = key::TALK_TITLE;

/// The screen of what they replied.
pub fn view(top: &Top, own: &State) -> Html {
    let ctx = top.ctx;
    let opening = || node("div", "", vec![h1(ctx.t(key::TALK_HEADING))]);
    match &ctx.desk.session {
        Session::Opening => opening(),
        Session::Nothing | Session::Failed(_) => unread(top, &own.reader),
        Session::Open(open) if ctx.desk.lacks_words(&open.assessment) => unworded(ctx, opening()),
        Session::Open(open) => opened(&top.part(own, On::Ask), open),
    }
}

fn opened(sheet: &Sheet<State, Event>, open: &Open) -> Html {
    let ctx = sheet.ctx;
    if let Some(why) = hindrance(open) {
        return told(ctx, why);
    }
    let assessment = &open.assessment;
    let mut parts = vec![
        h1(ctx.t(key::TALK_HEADING)),
        leaf("p", "lead", ctx.t(key::TALK_LEAD)),
    ];
    match (&sheet.own.kept, Settings::latest(&assessment.parts)) {
        (Kept::Failed(problem), _) => {
            let text = leaf("p", "", ctx.t(storage(*problem)));
            parts.push(notice(Tone::Warning, text));
        }
        (Kept::Read(replies, _), Some(set)) if !replies.is_empty() => {
            parts.push(leaf("p", "", ctx.t(key::TALK_SHOW_LEAD)));
            let receipt = sheet.own.receipt.as_ref().map(|receipt| ctx.told(receipt));
            parts.push(leaf("p", "receipt", receipt.unwrap_or_default()));
            let level = |level| of_level(sheet, assessment, level, replies, &set);
            parts.extend(Level::ALL.into_iter().filter_map(level));
            parts.extend(second_round(sheet, replies, &set));
        }
        (Kept::Unknown, Some(_)) => {}
        _ => parts.push(leaf("p", "", ctx.t(key::TALK_NONE))),
    }
    let printed = ctx.on(|| At::PrintWanted);
    let ask = ctx.href(Route::Ask);
    parts.push(node(
        "p",
        "actions",
        vec![
            link_button(Look::Secondary, "til-spor", ask, ctx.t(key::TALK_TO_ASK)),
            button(Look::Secondary, "skriv-ut", ctx.t(key::PLAN_PRINT), printed),
        ],
    ));
    node("article", "talk", parts)
}

fn of_level(
    sheet: &Sheet<State, Event>,
    open: &Assessment,
    level: Level,
    replies: &Replies,
    set: &Settings,
) -> Option<Html> {
    let ctx = sheet.ctx;
    let medians = (*Medians::of(&open.parts).0.get(level))?;
    // The latest round in which anybody replied for this level.
    let mut round = set.round;
    while counting(replies, level, round).is_empty() {
        round = round.previous()?;
    }
    let found = shown(replies, level, round);
    let values: Vec<(Item, _)> = Theme::ALL
        .map(|theme| (Item { level, theme }, *medians.answers.get(theme)))
        .into();
    let name = ctx.t(words::level(level, open.kind));
    let count = medians.replies.to_string();
    let title = ctx.fill(key::ASK_COUNT, &[("level", name), ("n", &count)]);
    let mut parts = vec![
        leaf("h2", "", title),
        spread(ctx, open, level, &values, found.as_ref()),
    ];
    match &found {
        Some(found) => {
            let of = found.replies.to_string();
            parts.push(leaf(
                "p",
                "quiet-text",
                ctx.fill(key::TALK_OF, &[("n", &of)]),
            ));
            if found.since > 0 {
                let since = found.since.to_string();
                let text = ctx.fill(key::TALK_SINCE, &[("n", &since)]);
                parts.push(leaf("p", "quiet-text", text));
            }
            parts.push(to_talk_about(ctx, open, level, found));
            parts.extend(written(ctx, found));
        }
        None => parts.push(leaf("p", "quiet-text", ctx.t(key::TALK_HIDDEN))),
    }
    let show = sheet.on(Event::ShowWanted(level, round));
    let id = match level {
        Level::Political => "vis-political",
        Level::Executive => "vis-executive",
        Level::Operational => "vis-operational",
    };
    let label = ctx.t(key::TALK_SHOW);
    parts.push(node(
        "p",
        "actions",
        vec![button(Look::Secondary, id, label, show)],
    ));
    parts.extend(seen_from_elsewhere(ctx, open, level, replies, round));
    parts.extend(moved(ctx, open, level, replies, round));
    Some(html! { <section key={level.id()} data-level={level.id()}>{ for parts }</section> })
}

/// A second round on just what they disagree on.
fn second_round(sheet: &Sheet<State, Event>, replies: &Replies, set: &Settings) -> Option<Html> {
    let ctx = sheet.ctx;
    let disputed = PerLevel::from_fn(|level| {
        let found = shown(replies, level, set.round)?;
        let items = agenda(&found, level).into_iter();
        Themes::of(items.map(|(item, _)| item.theme))
    });
    let any = disputed.iter().any(|(_, themes)| themes.is_some());
    any.then(|| {
        let again = sheet.on(Event::RoundWanted(Box::new(disputed)));
        let label = ctx.t(key::TALK_AGAIN);
        node(
            "p",
            "actions",
            vec![button(Look::Primary, "ny-runde", label, again)],
        )
    })
}

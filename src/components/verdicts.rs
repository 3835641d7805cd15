//! What was found in what was received: a verdict for each reply before it is taken in.

use forankring_core::address::{LinkKind, Place, Route};
use forankring_core::assessment::Assessment;
use forankring_core::keeping::{Addressee, Whereabouts};
use forankring_core::link::{LinkProblem, Other};
use forankring_core::panel::rounds::Settings;
use forankring_core::panel::{Judged, Reply, Round, Verdict};
use forankring_core::texts::{Key, isolated, key, uncapitalised};
use forankring_session::screens::asking::collecting::FOUND_SHOWN;
use forankring_session::screens::asking::{Event, FOUND, Finding, Known, State};
use yew::prelude::*;

use super::pager::{from, pager};
use super::prose::{Look, button, leaf, node};
use super::words;
use crate::context::{Context, Sheet};

type Asking<'a> = Sheet<'a, State, Event>;

/// The verdicts in the order in which they are counted: the name for programs, how many there
/// are, and what is said of one.
const VERDICTS: [(Verdict, &str, Key, Key); 8] = [
    (Verdict::New, "new", key::ASK_COUNT_NEW, key::ASK_NEW),
    (
        Verdict::Replaces,
        "replaces",
        key::ASK_COUNT_REPLACES,
        key::ASK_REPLACES,
    ),
    (
        Verdict::Older,
        "older",
        key::ASK_COUNT_OLDER,
        key::ASK_OLDER,
    ),
    (Verdict::Same, "same", key::ASK_COUNT_SAME, key::ASK_SAME),
    (Verdict::WasOut, "out", key::ASK_COUNT_OUT, key::ASK_WAS_OUT),
    (
        Verdict::NotAsked,
        "unasked",
        key::ASK_COUNT_UNASKED,
        key::ASK_NOT_ASKED,
    ),
    (
        Verdict::Elsewhere,
        "elsewhere",
        key::ASK_COUNT_ELSEWHERE,
        key::ASK_ELSEWHERE,
    ),
    (
        Verdict::Empty,
        "empty",
        key::ASK_COUNT_EMPTY,
        key::ASK_EMPTY,
    ),
];

/// What was found, with the way to take in what is new.
pub fn verdicts(sheet: &Asking, open: &Assessment, finding: &Finding) -> Html {
    let ctx = sheet.ctx;
    let found = &finding.gathered;
    let count = ctx.fill(key::ASK_FOUND, &[("n", &found.links.len().to_string())]);
    let first = from(finding.page, FOUND_SHOWN, found.links.len());
    let shown = found.links.iter().zip(finding.judged.iter());
    let shown = shown.enumerate().skip(first).take(FOUND_SHOWN);
    let mut lines: Vec<Html> = shown
        .map(|(n, ((link, reply), judged))| {
            let id = VERDICTS.iter().find(|(one, ..)| *one == judged.verdict);
            html! {
                <li key={link.clone()} data-verdict={id.map(|(_, id, ..)| *id)}>
                    { line(sheet, open, n + 1, reply, judged) }
                </li>
            }
        })
        .collect();
    if finding.page == 0 {
        lines.extend(others(ctx, &found.others, found.more));
    }
    let pages = pager(
        ctx,
        "funn",
        (finding.page, FOUND_SHOWN, found.links.len()),
        &sheet.send,
        Event::FoundPage,
    );
    html! {
        <div class="found">
            <p id={FOUND} tabindex="-1">{ count }</p>
            { leaf("p", "found-counts", counted(ctx, finding)) }
            { node("ul", "", lines) }
            { pages }
            { node("p", "actions", ways(sheet, finding)) }
        </div>
    }
}

fn ways(sheet: &Asking, finding: &Finding) -> Vec<Html> {
    let ctx = sheet.ctx;
    let coming = finding.coming().count();
    let take = match coming {
        0 if finding.judged.is_empty() && !finding.gathered.links.is_empty() => Html::default(),
        0 => leaf("span", "", ctx.t(key::ASK_TAKE_NONE)),
        _ => {
            let label = ctx.fill(key::ASK_TAKE, &[("n", &coming.to_string())]);
            let taken = sheet.on(Event::TakeWanted);
            html! {
                <button type="button" class="ds-button" id="ta-inn" onclick={taken}
                    disabled={sheet.own.is_busy()}>{ label }</button>
            }
        }
    };
    let away = sheet.on(Event::PutAway);
    let away = button(Look::Secondary, "legg-bort", ctx.t(key::ASK_PUT_AWAY), away);
    vec![take, away]
}

/// How many of each verdict, in a line; nothing where there is one reply.
fn counted(ctx: &Context, finding: &Finding) -> String {
    if finding.judged.len() < 2 {
        return String::new();
    }
    let told = VERDICTS.iter().filter_map(|(verdict, _, text, _)| {
        let count = finding.count(*verdict);
        (count > 0).then(|| ctx.fill(*text, &[("n", &count.to_string())]))
    });
    told.collect::<Vec<_>>().join(" · ")
}

/// One reply: for which level, in which round, and what becomes of it.
fn line(sheet: &Asking, open: &Assessment, n: usize, reply: &Reply, judged: &Judged) -> Html {
    let ctx = sheet.ctx;
    let number = ctx.fill(key::ASK_ROW, &[("n", &n.to_string())]);
    if judged.verdict == Verdict::Elsewhere {
        return html! { <>{ number }{ ": " }{ elsewhere(sheet, reply) }</> };
    }
    let level = uncapitalised(ctx.t(words::level(reply.level, open.kind)));
    let round = round_of(ctx, reply.round);
    let verdict = match judged.verdict {
        Verdict::NotAsked if Settings::of(&open.parts, reply.round).is_some() => {
            key::ASK_NOT_ASKED_LEVEL
        }
        other => {
            let found = VERDICTS.iter().find(|(one, ..)| *one == other);
            found.map_or(key::ASK_NEW, |(.., said)| *said)
        }
    };
    let late = judged.is_late.then_some(key::ASK_LATE);
    let comes = judged.verdict.comes_in() || judged.verdict == Verdict::Same;
    let earlier = (judged.is_of_earlier_round && comes).then_some(key::ASK_EARLIER);
    let parts = [Some(verdict), late, earlier].into_iter().flatten();
    let parts: Vec<&str> = parts.map(|part| ctx.t(part)).collect();
    html! {
        <>{ format!("{number}, {level}, {round}: ") }{ leaf("strong", "", parts.join(", ")) }</>
    }
}

/// A round inside a line.
pub fn round_of(ctx: &Context, round: Round) -> String {
    uncapitalised(&ctx.fill(key::ASK_ROUND, &[("n", &round.number().to_string())]))
}

/// To which other assessment a reply belongs, with the way there where it is here.
fn elsewhere(sheet: &Asking, reply: &Reply) -> Html {
    let ctx = sheet.ctx;
    let said = |text: Key| leaf("strong", "", ctx.t(text));
    let Known::Read(known) = &sheet.own.collecting.known else {
        return said(key::ASK_ELSEWHERE);
    };
    match known.iter().find(|one| one.has(reply.tag)) {
        None => said(key::ASK_ELSEWHERE_UNKNOWN),
        Some(Addressee { id, at }) => match at {
            Whereabouts::Here(name, kind) => {
                let name = name.as_ref().map_or_else(
                    || ctx.t(words::kind(*kind)).to_owned(),
                    |name| isolated(name.as_str()),
                );
                let place = Place::Kept(id.clone(), None);
                let href = ctx.link(ctx.page(Route::Ask), place);
                html! {
                    <>
                        { said(key::ASK_ELSEWHERE) }{ ": " }
                        <a class="ds-link" {href}>{ name }</a>
                    </>
                }
            }
            Whereabouts::Bin => said(key::ASK_ELSEWHERE_BIN),
            Whereabouts::Unreadable => said(key::ASK_ELSEWHERE),
            Whereabouts::Deleted => said(key::ASK_ELSEWHERE_DELETED),
        },
    }
}

/// What else looked like one of our links, alike in one line.
fn others(ctx: &Context, others: &[Other], more: usize) -> Vec<Html> {
    let mut told: Vec<(Key, usize)> = Vec::new();
    for other in others {
        let said = other_key(*other);
        match told.iter_mut().find(|(one, _)| *one == said) {
            Some((_, count)) => *count += 1,
            None => told.push((said, 1)),
        }
    }
    let lines = told.into_iter().map(|(said, count)| {
        let text = match count {
            1 => ctx.t(said).to_owned(),
            n => format!("{} ({n})", ctx.t(said)),
        };
        html! { <li key={text.clone()} data-verdict="other">{ text }</li> }
    });
    let mut lines: Vec<Html> = lines.collect();
    if more > 0 {
        let text = ctx.fill(key::ASK_MORE, &[("n", &more.to_string())]);
        lines.push(leaf("li", "", text));
    }
    lines
}

fn other_key(other: Other) -> Key {
    match other {
        Other::Kind(LinkKind::Invitation) => key::ASK_OTHER_INVITATION,
        Other::Kind(LinkKind::Assignment | LinkKind::Report) => key::ASK_OTHER_REPORT,
        Other::Kind(_) => key::ASK_OTHER_RESULT,
        Other::Problem(LinkProblem::Newer) => key::ASK_OTHER_NEWER,
        Other::Problem(_) => key::ASK_OTHER_DAMAGED,
    }
}

//! How replies are spread: a strip of five cells for each item, the agenda, how others see a
//! level, and what moved since the round before.

use forankring_core::assessment::Assessment;
use forankring_core::catalogue::{Answer, Item, Level, Step, Theme};
use forankring_core::numbers::show_halves;
use forankring_core::panel::{Replies, Round, Shown, Strip, agenda, of_round, seen};
use forankring_core::texts::{ItemText, Key, key};
use yew::prelude::*;

use super::prose::{folded, head_cell, leaf, node};
use super::words;
use crate::context::Context;

fn number(ctx: &Context, answer: Option<Answer>) -> String {
    match answer.and_then(Answer::halves) {
        Some(halves) => show_halves(halves),
        None => ctx.t(words::answer(answer)).to_owned(),
    }
}

fn table(caption: String, heads: Vec<String>, rows: Vec<Html>) -> Html {
    let heads = heads.into_iter().map(|head| head_cell("col", head));
    html! {
        <div class="wide" tabindex="0" role="region" aria-label={caption.clone()}>
            <table class="ds-table strips">
                { leaf("caption", "unseen", caption) }
                <thead>{ node("tr", "", heads.collect()) }</thead>
                { node("tbody", "", rows) }
            </table>
        </div>
    }
}

/// The level as it was answered: counts where they are shown, medians, one's own view.
pub fn spread(
    ctx: &Context,
    open: &Assessment,
    level: Level,
    medians: &[(Item, Option<Answer>)],
    shown: Option<&Shown>,
) -> Html {
    let t = |key: Key| ctx.t(key).to_owned();
    let mut heads = vec![t(key::TALK_THEME)];
    if shown.is_some() {
        heads.extend(Step::ALL.map(|step| step.number().to_string()));
        heads.extend([t(key::TALK_DONT_KNOW), t(key::TALK_NOT_APPLICABLE)]);
    }
    heads.extend([t(key::TALK_MEDIAN), t(key::TALK_OWN)]);
    let row = |(item, median): &(Item, Option<Answer>)| {
        let own = open.entries.get(*item).answer;
        let mut cells = vec![head_cell("row", ctx.t(words::theme(item.theme)))];
        if let Some(shown) = shown {
            cells.extend(counts(shown.items.get(item.theme)));
        }
        cells.push(leaf("td", "median", number(ctx, *median)));
        cells.push(leaf("td", "", number(ctx, own)));
        html! { <tr key={item.id()} data-item={item.id()}>{ for cells }</tr> }
    };
    let caption = ctx.t(words::level(level, open.kind)).to_owned();
    table(caption, heads, medians.iter().map(row).collect())
}

/// Five cells, and those that chose no step; the median's are marked.
fn counts(strip: &Strip) -> Vec<Html> {
    let middle = strip.median.and_then(Answer::halves);
    let cell = |(place, count): (usize, &usize)| {
        let step = place + 1;
        let marked = middle.is_some_and(|halves| {
            usize::from(halves).div_ceil(2) == step || usize::from(halves) / 2 == step
        });
        let class = if marked && *count > 0 {
            "count marked"
        } else {
            "count"
        };
        let tone = Step::ALL.get(place).filter(|_| *count > 0);
        let tone = tone.map_or("none", |step| Answer::Rated(*step).code());
        html! {
            <td key={step.to_string()} {class} data-answer={tone}>{ shown_count(*count) }</td>
        }
    };
    let steps = strip.counts.iter().enumerate().map(cell);
    let others = [strip.dont_know, strip.not_applicable];
    let others = others.map(|count| leaf("td", "count", shown_count(count)));
    steps.chain(others).collect()
}

fn shown_count(count: usize) -> String {
    match count {
        0 => "–".to_owned(),
        count => count.to_string(),
    }
}

/// What to talk about, most disagreement first, with what each step says.
pub fn to_talk_about(ctx: &Context, open: &Assessment, level: Level, shown: &Shown) -> Html {
    let items = agenda(shown, level);
    if items.is_empty() {
        return leaf("p", "", ctx.t(key::TALK_AGENDA_NONE));
    }
    let one = |(item, strip): &(Item, Strip)| {
        let question = ctx.texts.item(*item, ItemText::Question, open.subject());
        let steps = Step::ALL.into_iter().zip(strip.counts);
        let steps = steps.filter(|(_, count)| *count > 0).map(|(step, count)| {
            let sentence = ctx.texts.item(*item, ItemText::Step(step), open.subject());
            let name = format!("{} {}. {sentence}", step.number(), ctx.t(words::step(step)));
            let values = [("n", &*count.to_string()), ("step", &name)];
            let text = ctx.fill(key::TALK_STEP, &values);
            html! { <li key={step.number().to_string()}>{ text }</li> }
        });
        html! {
            <li key={item.id()} data-agenda={item.id()}>
                { leaf("h4", "", ctx.t(words::theme(item.theme))) }
                { leaf("p", "", question) }
                { node("ul", "", steps.collect()) }
            </li>
        }
    };
    node(
        "div",
        "agenda",
        vec![
            leaf("h3", "", ctx.t(key::TALK_AGENDA)),
            leaf("p", "", ctx.t(key::TALK_AGENDA_LEAD)),
            node("ol", "", items.iter().map(one).collect()),
        ],
    )
}

/// What was written, in an order that tells nothing.
pub fn written(ctx: &Context, shown: &Shown) -> Option<Html> {
    let line = |(n, (item, note)): (usize, &(Item, forankring_core::assessment::Note))| {
        let theme = ctx.t(words::theme(item.theme));
        let text = leaf("bdi", "", note.as_str().to_owned());
        html! { <li key={n.to_string()}>{ format!("{theme}: ") }{ text }</li> }
    };
    let lines: Vec<Html> = shown.comments.iter().enumerate().map(line).collect();
    let name = ctx.t(key::TALK_COMMENTS);
    (!lines.is_empty()).then(|| folded("more", false, name, vec![node("ul", "", lines)]))
}

/// How those who answer for other levels see this one, beside what it says itself.
pub fn seen_from_elsewhere(
    ctx: &Context,
    open: &Assessment,
    level: Level,
    replies: &Replies,
    round: Round,
) -> Option<Html> {
    let others: Vec<_> = Level::ALL
        .into_iter()
        .filter(|from| *from != level)
        .map(|from| (from, seen(replies, from, level, round)))
        .filter(|(_, seen)| {
            Theme::ALL
                .into_iter()
                .any(|theme| seen.get(theme).is_some())
        })
        .collect();
    if others.is_empty() {
        return None;
    }
    let name = ctx.t(words::level(level, open.kind));
    let mut heads = vec![ctx.t(key::TALK_THEME).to_owned()];
    heads.extend(others.iter().map(|(from, _)| {
        let from = ctx.t(words::level(*from, open.kind));
        ctx.fill(key::TALK_SEEN_FROM, &[("level", from)])
    }));
    heads.push(name.to_owned());
    let answers = open.answers();
    let row = |theme: Theme| {
        let mut cells = vec![head_cell("row", ctx.t(words::theme(theme)))];
        for (_, seen) in &others {
            let told = seen.get(theme).map(|one| number(ctx, Some(one)));
            cells.push(leaf("td", "", told.unwrap_or_else(|| "–".to_owned())));
        }
        let itself = *answers.get(Item { level, theme });
        cells.push(leaf("td", "", number(ctx, itself)));
        html! { <tr key={theme.id()}>{ for cells }</tr> }
    };
    let title = ctx.fill(key::TALK_SEEN, &[("level", name)]);
    Some(node(
        "div",
        "",
        vec![
            leaf("h3", "", title.clone()),
            table(title, heads, Theme::ALL.map(row).into()),
        ],
    ))
}

/// What moved since the round before, among what both asked.
pub fn moved(
    ctx: &Context,
    open: &Assessment,
    level: Level,
    replies: &Replies,
    round: Round,
) -> Option<Html> {
    let before = round.previous()?;
    let (was, is) = (
        of_round(replies, level, before)?,
        of_round(replies, level, round)?,
    );
    let [from, to] = [before, round].map(|round| round.number().to_string());
    let title = ctx.fill(key::TALK_MOVED, &[("before", &from), ("now", &to)]);
    let row = |theme: Theme| {
        let (was, is) = ((*was.answers.get(theme))?, (*is.answers.get(theme))?);
        let cells = [was, is].map(|one| leaf("td", "", number(ctx, Some(one))));
        let head = head_cell("row", ctx.t(words::theme(theme)));
        Some(html! { <tr key={theme.id()}>{ head }{ for cells }</tr> })
    };
    let rows: Vec<Html> = Theme::ALL.into_iter().filter_map(row).collect();
    let name = ctx.t(words::level(level, open.kind));
    let round = |n: &str| ctx.fill(key::ASK_ROUND, &[("n", n)]);
    let heads = vec![ctx.t(key::TALK_THEME).to_owned(), round(&from), round(&to)];
    (!rows.is_empty()).then(|| {
        let caption = format!("{name}: {title}");
        node(
            "div",
            "",
            vec![leaf("h3", "", title), table(caption, heads, rows)],
        )
    })
}

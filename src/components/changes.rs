//! What was changed between two states of an assessment, in words: from what to what.

use forankring_core::assessment::{Action, Assessment, Name, Note};
use forankring_core::catalogue::{Answer, Item, Kind, Step};
use forankring_core::keeping::{Difference, differences};
use forankring_core::plan::COLLECTION;
use forankring_core::texts::{Key, isolated, key, uncapitalised};

use super::checklist;
use super::words;
use crate::context::Context;

/// So many changes of one state are told by name.
const TOLD: usize = 12;

/// The changes, a line for each; how many more there are.
pub fn changes(ctx: &Context, before: &Assessment, after: &Assessment) -> Vec<String> {
    let all = differences(before, after);
    let is_a_part = |one: &Difference| matches!(one.to, Action::PartWritten(..));
    let (parts, all): (Vec<_>, Vec<_>) = all.into_iter().partition(is_a_part);
    let (plan, beside): (Vec<_>, Vec<_>) = parts.into_iter().partition(is_of_plan);
    let beside = beside
        .first()
        .map(|_| ctx.t(key::FIGURES_CHANGED).to_owned());
    let kind = words::kind_of_all([before.kind, after.kind].into_iter());
    if all.is_empty() && plan.is_empty() && beside.is_none() {
        return vec![ctx.t(key::HISTORY_SAME).to_owned()];
    }
    let mut lines: Vec<String> = all
        .iter()
        .take(TOLD)
        .map(|one| line(ctx, kind, one))
        .chain(of_plan(ctx, &plan))
        .chain(beside)
        .collect();
    let more = all.len().saturating_sub(TOLD);
    if more > 0 {
        lines.push(ctx.fill(key::HISTORY_MORE, &[("n", &more.to_string())]));
    }
    lines
}

fn is_of_plan(change: &Difference) -> bool {
    matches!(&change.to, Action::PartWritten(key, _) if key.collection() == COLLECTION)
}

/// In how many measures something was changed: field by field it would be many lines that
/// say little.
fn of_plan(ctx: &Context, changes: &[Difference]) -> Option<String> {
    let mut measures: Vec<&str> = changes
        .iter()
        .filter_map(|one| match &one.to {
            Action::PartWritten(key, _) => Some(key.row()),
            _ => None,
        })
        .collect();
    measures.dedup();
    let n = measures.len().to_string();
    (!measures.is_empty()).then(|| ctx.fill(key::PLAN_CHANGED, &[("n", &n)]))
}

fn line(ctx: &Context, kind: Kind, change: &Difference) -> String {
    let of = |action: &Action| value(ctx, action);
    match (&change.from, &change.to) {
        (Action::NoteWritten(_, _, from), Action::NoteWritten(item, field, to)) => {
            let field = uncapitalised(ctx.t(words::note(*field)));
            let what = format!("{}, {field}", item_named(ctx, kind, *item));
            ctx.fill(text_change(from, to), &[("what", &what)])
        }
        (from, to) => {
            let values = [
                ("what", &*what(ctx, kind, to)),
                ("from", &*of(from)),
                ("to", &*of(to)),
            ];
            ctx.fill(key::HISTORY_CHANGE, &values)
        }
    }
}

fn text_change(from: &Note, to: &Note) -> Key {
    match (from.is_empty(), to.is_empty()) {
        (true, _) => key::HISTORY_WRITTEN,
        (false, true) => key::HISTORY_REMOVED,
        (false, false) => key::HISTORY_REWRITTEN,
    }
}

fn item_named(ctx: &Context, kind: Kind, item: Item) -> String {
    let theme = uncapitalised(ctx.t(words::theme(item.theme)));
    format!("{}, {theme}", ctx.t(words::level(item.level, kind)))
}

/// What an action is about.
fn what(ctx: &Context, kind: Kind, action: &Action) -> String {
    match action {
        Action::AnswerChosen(item, _)
        | Action::AnswerCleared(item)
        | Action::NoteWritten(item, ..) => item_named(ctx, kind, *item),
        Action::TargetChosen(level, _) => {
            let level = uncapitalised(ctx.t(words::level(*level, kind)));
            ctx.fill(key::HISTORY_TARGET, &[("level", &level)])
        }
        Action::PerspectiveAnswered(one, _) | Action::PerspectiveCleared(one) => {
            ctx.t(checklist::texts(*one).0).to_owned()
        }
        Action::NameWritten(_) => ctx.t(key::SETUP_NAME).to_owned(),
        Action::ProcurementWritten(_) => ctx.t(key::SETUP_PROCUREMENT).to_owned(),
        Action::KindChosen(_) => ctx.t(key::HISTORY_KIND).to_owned(),
        Action::ScopeChosen(_) => ctx.t(key::HISTORY_SCOPE).to_owned(),
        Action::VariantChosen(_) => ctx.t(key::HISTORY_VARIANT).to_owned(),
        Action::AnsweredByChosen(_) => ctx.t(key::HISTORY_BY).to_owned(),
        // Told by the measure: [`of_plan`].
        Action::PartWritten(..) => String::new(),
    }
}

/// The value that an action gives.
fn value(ctx: &Context, action: &Action) -> String {
    let low = |key: Key| uncapitalised(ctx.t(key));
    match action {
        Action::AnswerChosen(_, Answer::Rated(step)) => number(*step),
        Action::AnswerChosen(_, answer) => low(words::answer(Some(*answer))),
        Action::AnswerCleared(_) => low(words::answer(None)),
        Action::TargetChosen(_, Some(step)) => number(*step),
        Action::TargetChosen(_, None) => low(key::TARGET_NONE),
        Action::PerspectiveAnswered(_, covered) => low(checklist::name(*covered)),
        Action::PerspectiveCleared(_) => low(key::STRATEGY_NONE),
        Action::NameWritten(name) | Action::ProcurementWritten(name) => named(ctx, name),
        Action::KindChosen(kind) => low(words::kind(*kind)),
        Action::ScopeChosen(scope) => low(words::scope(*scope)),
        Action::VariantChosen(variant) => low(words::variant(*variant)),
        Action::AnsweredByChosen(by) => low(words::answered_by(*by).0),
        Action::NoteWritten(..) | Action::PartWritten(..) => String::new(),
    }
}

fn number(step: Step) -> String {
    step.number().to_string()
}

fn named(ctx: &Context, name: &Name) -> String {
    match name.as_str() {
        "" => ctx.t(key::HISTORY_EMPTY).to_owned(),
        name => isolated(name),
    }
}

//! What a result rests on: the bodies of its closed parts, and what was answered in a cell; and
//! what stands where a link is locked or damaged. Fetched once the screen is alive, for nobody
//! looks there first, and few links are ([`crate::grounds`]).

use forankring_core::assessment::Assessment;
use forankring_core::catalogue::{Item, Variant};
use forankring_core::scoring::Outcome;
use yew::prelude::*;

use super::answers::{answers, told as answered};
use super::checklist::told;
use super::findings::{firmness, unknown};
use super::reader::unread;
use super::tab_only::tab_only;
use super::why::stops;
use super::workings::workings;
use crate::context::Context;
use crate::grounds::{Grounds, Part};

/// What draws them.
pub const GROUNDS: Grounds = Grounds {
    body,
    answer,
    tab_only,
    unread,
};

fn body(
    ctx: &Context,
    part: Part,
    assessment: &Assessment,
    outcome: Option<&Outcome>,
    shared: bool,
) -> Vec<Html> {
    let headline = outcome.and_then(|outcome| outcome.headline.as_ref());
    match part {
        Part::Stops => headline
            .map(|headline| stops(ctx, assessment, headline))
            .into_iter()
            .collect(),
        // Six answers come without the papers that they might rest on.
        Part::Answers if assessment.variant != Variant::Full => vec![answers(ctx, assessment)],
        Part::Answers => vec![answers(ctx, assessment), told(ctx, &assessment.checklist)],
        Part::Workings => outcome
            .map(|outcome| workings(ctx, assessment, outcome))
            .into_iter()
            .collect(),
        Part::Firm => headline
            .map(|headline| firmness(ctx, assessment.kind, headline))
            .into_iter()
            .chain([unknown(ctx, assessment, shared)])
            .collect(),
    }
}

fn answer(ctx: &Context, assessment: &Assessment, item: Item) -> Html {
    answered(ctx, assessment, item, "h3")
}

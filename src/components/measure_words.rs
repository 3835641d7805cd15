//! What is said of a measure, wherever it is shown.

use forankring_core::assessment::Assessment;
use forankring_core::plan::{Aim, Effort, Gain, Measure, Status, gain};
use forankring_core::texts::{Key, key};

use crate::context::Context;

/// What a measure is called: its text.
pub fn title(ctx: &Context, measure: &Measure) -> String {
    match measure.text.is_empty() {
        true => ctx.t(key::PLAN_UNTOLD).to_owned(),
        false => measure.text.as_str().to_owned(),
    }
}

/// What it gives by itself, in words; nothing of what is dropped.
pub fn gives_told(ctx: &Context, assessment: &Assessment, measure: &Measure) -> String {
    match measure.status {
        Status::Dropped => String::new(),
        _ => gives(ctx, gain(&assessment.answers(), measure), measure.aim),
    }
}

fn gives(ctx: &Context, gain: Gain, aim: Option<Aim>) -> String {
    match gain {
        Gain::Unknown | Gain::Lifts(None) => String::new(),
        Gain::Reached => ctx.t(key::PLAN_GAIN_REACHED).to_owned(),
        Gain::Later => {
            let from = aim.map_or(0, |aim| aim.from().number()).to_string();
            ctx.fill(key::PLAN_GAIN_LATER, &[("from", &from)])
        }
        Gain::Lifts(Some((from, to))) if from == to => ctx.t(key::PLAN_GAIN_PART).to_owned(),
        Gain::Lifts(Some((from, to))) => {
            let [from, to] = [from, to].map(|step| step.number().to_string());
            ctx.fill(key::PLAN_GAIN_LIFTS, &[("from", &from), ("to", &to)])
        }
    }
}

/// The name of a status.
pub fn status(status: Status) -> Key {
    match status {
        Status::NotStarted => key::PLAN_STATUS_NOT_STARTED,
        Status::UnderWay => key::PLAN_STATUS_UNDER_WAY,
        Status::Done => key::PLAN_STATUS_DONE,
        Status::Dropped => key::PLAN_STATUS_DROPPED,
    }
}

/// The name of an effort.
pub fn effort(effort: Effort) -> Key {
    match effort {
        Effort::Small => key::PLAN_EFFORT_SMALL,
        Effort::Medium => key::PLAN_EFFORT_MEDIUM,
        Effort::Large => key::PLAN_EFFORT_LARGE,
    }
}

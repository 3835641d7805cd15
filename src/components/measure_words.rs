//! What is said of a measure, wherever it is shown.

use forankring_core::assessment::Assessment;
use forankring_core::plan::{Aim, Effort, Gain, Measure, Status, gain};
use forankring_core::scoring::Answers;
use forankring_core::texts::{ItemText, Key, Texts, key};

use super::words;

/// What a measure is called: its text.
pub fn title(texts: Texts, measure: &Measure) -> String {
    match measure.text.is_empty() {
        true => texts.get(key::PLAN_UNTOLD).to_owned(),
        false => measure.text.as_str().to_owned(),
    }
}

/// What it gives by itself, in words; nothing of what is dropped.
pub fn gives_told(texts: Texts, answers: &Answers, measure: &Measure) -> String {
    match measure.status {
        Status::Dropped => String::new(),
        _ => gives(texts, gain(answers, measure), measure.aim),
    }
}

fn gives(texts: Texts, gain: Gain, aim: Option<Aim>) -> String {
    match gain {
        Gain::Unknown | Gain::Lifts(None) => String::new(),
        Gain::Reached => texts.get(key::PLAN_GAIN_REACHED).to_owned(),
        Gain::Later => {
            let from = aim.map_or(0, |aim| aim.from().number()).to_string();
            texts.fill(key::PLAN_GAIN_LATER, &[("from", &from)])
        }
        Gain::Lifts(Some((from, to))) if from == to => texts.get(key::PLAN_GAIN_PART).to_owned(),
        Gain::Lifts(Some((from, to))) => {
            let [from, to] = [from, to].map(|step| step.number().to_string());
            texts.fill(key::PLAN_GAIN_LIFTS, &[("from", &from), ("to", &to)])
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

/// The measure of the instrument that lifts an item by a step.
pub fn proposed_text(texts: Texts, assessment: &Assessment, aim: Aim) -> String {
    let text = ItemText::MeasureFrom(aim.from());
    texts.item(aim.item(), text, assessment.subject())
}

/// A sub-goal in words.
pub fn sub_goal(texts: Texts, assessment: &Assessment, aim: Aim) -> String {
    let item = aim.item();
    let [from, to] = [aim.from(), aim.to()].map(|step| step.number().to_string());
    let values = [
        ("theme", texts.get(words::theme(item.theme))),
        (
            "level",
            texts.get(words::level_in(item.level, assessment.kind)),
        ),
        ("from", &*from),
        ("to", &*to),
    ];
    texts.fill(key::PLAN_SUB_GOAL, &values)
}

/// The sub-goal of a measure: an item, or words of one's own.
pub fn goal(texts: Texts, assessment: &Assessment, measure: &Measure) -> String {
    match measure.aim {
        Some(aim) => sub_goal(texts, assessment, aim),
        None => measure.goal.as_str().to_owned(),
    }
}

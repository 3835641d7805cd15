//! Which text names what: one place where the catalogue meets the words.

use forankring_core::assessment::NoteField;
use forankring_core::catalogue::{
    Answer, AnsweredBy, Kind, Level, Scope, Step, Subject, Theme, Variant,
};
use forankring_core::texts::{Key, key};

/// A text for each name that levels go by: at the one above top management it is not the same
/// body that decides for all kinds of organisation.
pub struct PerName(pub [Key; 6]);

impl PerName {
    /// The one for a level of a kind of organisation.
    pub fn get(&self, level: Level, kind: Kind) -> Key {
        let [elected, ministry, owners, board, executive, operational] = self.0;
        match (level, kind) {
            (Level::Political, Kind::Municipality | Kind::County) => elected,
            (Level::Political, Kind::State) => ministry,
            (Level::Political, Kind::Joint) => owners,
            (Level::Political, Kind::Other) => board,
            (Level::Executive, _) => executive,
            (Level::Operational, _) => operational,
        }
    }
}

/// The name of a level, such as "Politisk".
pub fn level(level: Level, kind: Kind) -> Key {
    PerName([
        key::LEVEL_POLITICAL,
        key::LEVEL_STATE,
        key::LEVEL_JOINT,
        key::LEVEL_OTHER,
        key::LEVEL_EXECUTIVE,
        key::LEVEL_OPERATIONAL,
    ])
    .get(level, kind)
}

/// The level inside a sentence, such as "i toppledelsen".
pub fn level_in(level: Level, kind: Kind) -> Key {
    PerName([
        key::LEVEL_POLITICAL_IN,
        key::LEVEL_STATE_IN,
        key::LEVEL_JOINT_IN,
        key::LEVEL_OTHER_IN,
        key::LEVEL_EXECUTIVE_IN,
        key::LEVEL_OPERATIONAL_IN,
    ])
    .get(level, kind)
}

/// The level as a link of the chain inside a sentence, such as "det operative leddet".
pub fn level_link(level: Level, kind: Kind) -> Key {
    PerName([
        key::LEVEL_POLITICAL_LINK,
        key::LEVEL_STATE_LINK,
        key::LEVEL_JOINT_LINK,
        key::LEVEL_OTHER_LINK,
        key::LEVEL_EXECUTIVE_LINK,
        key::LEVEL_OPERATIONAL_LINK,
    ])
    .get(level, kind)
}

/// Who the level is; owners and boards are said to be what councils are.
pub fn level_who(level: Level, kind: Kind) -> Key {
    PerName([
        key::LEVEL_POLITICAL_WHO,
        key::LEVEL_STATE_WHO,
        key::LEVEL_POLITICAL_WHO,
        key::LEVEL_POLITICAL_WHO,
        key::LEVEL_EXECUTIVE_WHO,
        key::LEVEL_OPERATIONAL_WHO,
    ])
    .get(level, kind)
}

/// What is asked at a level; names the body.
pub fn level_intro(level: Level, kind: Kind) -> Key {
    PerName([
        key::INTRO_POLITICAL,
        key::INTRO_STATE,
        key::INTRO_POLITICAL,
        key::INTRO_POLITICAL,
        key::INTRO_EXECUTIVE,
        key::INTRO_OPERATIONAL,
    ])
    .get(level, kind)
}

/// Whose names the levels have where several are shown together: where these differ in kind,
/// those of a municipality.
pub fn kind_of_all(mut kinds: impl Iterator<Item = Kind>) -> Kind {
    let usual = Subject::MUNICIPALITY.kind;
    let first = kinds.next().unwrap_or(usual);
    match kinds.all(|kind| kind == first) {
        true => first,
        false => usual,
    }
}

/// What a theme is about.
pub fn theme_intro(theme: Theme) -> Key {
    match theme {
        Theme::Goal => key::INTRO_GOAL,
        Theme::Coherence => key::INTRO_COHERENCE,
        Theme::Plan => key::INTRO_PLAN,
        Theme::Measurement => key::INTRO_MEASUREMENT,
        Theme::Culture => key::INTRO_CULTURE,
        Theme::Cooperation => key::INTRO_COOPERATION,
    }
}

/// The name of a theme.
pub fn theme(theme: Theme) -> Key {
    match theme {
        Theme::Goal => key::THEME_GOAL,
        Theme::Coherence => key::THEME_COHERENCE,
        Theme::Plan => key::THEME_PLAN,
        Theme::Measurement => key::THEME_MEASUREMENT,
        Theme::Culture => key::THEME_CULTURE,
        Theme::Cooperation => key::THEME_COOPERATION,
    }
}

/// A text for each step, lowest first.
struct PerStep([Key; 5]);

impl PerStep {
    fn get(&self, step: Step) -> Key {
        let [one, two, three, four, five] = self.0;
        match step.number() {
            1 => one,
            2 => two,
            3 => three,
            4 => four,
            _ => five,
        }
    }
}

/// The name of a step, such as "Vedtatt".
pub fn step(step: Step) -> Key {
    PerStep([
        key::STEP_S1,
        key::STEP_S2,
        key::STEP_S3,
        key::STEP_S4,
        key::STEP_S5,
    ])
    .get(step)
}

/// What must be observable at a step.
pub fn step_meaning(step: Step) -> Key {
    PerStep([
        key::METHOD_STEP1,
        key::METHOD_STEP2,
        key::METHOD_STEP3,
        key::METHOD_STEP4,
        key::METHOD_STEP5,
    ])
    .get(step)
}

/// The headline as a sentence.
pub fn headline(stage: Step) -> Key {
    PerStep([
        key::RESULT_H1,
        key::RESULT_H2,
        key::RESULT_H3,
        key::RESULT_H4,
        key::RESULT_H5,
    ])
    .get(stage)
}

/// The name of an answer, such as "Vet ikke".
pub fn answer(answer: Option<Answer>) -> Key {
    match answer {
        Some(Answer::Rated(rated) | Answer::Between(rated)) => step(rated),
        Some(Answer::DontKnow) => key::STEP_DK,
        Some(Answer::NotApplicable) => key::STEP_NA,
        None => key::STEP_NONE,
    }
}

/// The name of a kind of organisation.
pub fn kind(kind: Kind) -> Key {
    match kind {
        Kind::Municipality => key::KIND_MUNICIPALITY,
        Kind::County => key::KIND_COUNTY,
        Kind::State => key::KIND_STATE,
        Kind::Joint => key::KIND_JOINT,
        Kind::Other => key::KIND_OTHER,
    }
}

/// The name of a scope.
pub fn scope(scope: Scope) -> Key {
    match scope {
        Scope::Organisation => key::SCOPE_ORGANISATION,
        Scope::Procurement => key::SCOPE_PROCUREMENT,
    }
}

/// How many items are asked.
pub fn variant(variant: Variant) -> Key {
    match variant {
        Variant::Full | Variant::Asked(_) => key::VARIANT_FULL,
        Variant::Quick => key::VARIANT_QUICK,
    }
}

/// Who answers, and what that means.
pub fn answered_by(by: AnsweredBy) -> (Key, Key) {
    match by {
        AnsweredBy::Alone => (key::SETUP_BY_ALONE, key::SETUP_BY_ALONE_HELP),
        AnsweredBy::Group => (key::SETUP_BY_GROUP, key::SETUP_BY_GROUP_HELP),
    }
}

/// The label of a text field of an item.
pub fn note(field: NoteField) -> Key {
    match field {
        NoteField::Reason => key::ANSWER_REASON,
        NoteField::Evidence => key::ANSWER_EVIDENCE,
        NoteField::Comment => key::ANSWER_COMMENT,
    }
}

//! The scale, and what can be answered.

/// One of the five steps of an item, 1 to 5. Also used for stages, which are
/// read on the same scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Step(u8);

impl Step {
    /// All five, lowest first.
    pub const ALL: [Step; 5] = [Step(1), Step(2), Step(3), Step(4), Step(5)];
    /// The lowest step.
    pub const LOWEST: Step = Step(1);
    /// The highest step.
    pub const HIGHEST: Step = Step(5);

    /// The step with this number, if it is 1 to 5.
    pub fn new(number: u8) -> Option<Step> {
        (1..=5).contains(&number).then_some(Step(number))
    }

    /// Its number, 1 to 5.
    pub fn number(self) -> u8 {
        self.0
    }

    /// One step up, unless it is the highest.
    pub fn up(self) -> Option<Step> {
        Step::new(self.0 + 1)
    }

    /// One step down, unless it is the lowest.
    pub fn down(self) -> Option<Step> {
        Step::new(self.0 - 1)
    }
}

/// What can be answered to an item. Three things are never mixed up: a number,
/// not knowing, and the item not concerning the organisation. No answer yet is
/// `Option::None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Answer {
    /// A step on the scale.
    Rated(Step),
    /// Out of the mean, but a finding.
    DontKnow,
    /// Out of the mean; needs a reason.
    NotApplicable,
}

impl Answer {
    /// Every possible answer, in the order in which they are offered.
    pub fn all() -> impl Iterator<Item = Answer> {
        Step::ALL
            .into_iter()
            .map(Answer::Rated)
            .chain([Answer::DontKnow, Answer::NotApplicable])
    }

    /// The value of its radio button: `1` to `5`, `dk` or `na`.
    pub fn code(self) -> &'static str {
        match self {
            Answer::Rated(Step(1)) => "1",
            Answer::Rated(Step(2)) => "2",
            Answer::Rated(Step(3)) => "3",
            Answer::Rated(Step(4)) => "4",
            Answer::Rated(Step(_)) => "5",
            Answer::DontKnow => "dk",
            Answer::NotApplicable => "na",
        }
    }

    /// The answer with this code, if there is one.
    pub fn parse(code: &str) -> Option<Answer> {
        Answer::all().find(|answer| answer.code() == code)
    }

    /// The step, when the answer is a number.
    pub fn step(self) -> Option<Step> {
        match self {
            Answer::Rated(step) => Some(step),
            Answer::DontKnow | Answer::NotApplicable => None,
        }
    }
}

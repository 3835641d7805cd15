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
    /// Half a step above this one: the median of an even number of answers. Nobody answers so,
    /// and it is never kept as an answer; only [`Answer::of_halves`] makes it.
    Between(Step),
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

    /// The median with this double: 2 is step 1, 3 lies between 1 and 2, 10 is step 5.
    pub fn of_halves(halves: u8) -> Option<Answer> {
        let step = Step::new(halves / 2)?;
        match halves % 2 {
            0 => Some(Answer::Rated(step)),
            _ => step.up().map(|_| Answer::Between(step)),
        }
    }

    /// Twice the step, so that half steps are exact: 2 to 10, when the answer is a number.
    pub fn halves(self) -> Option<u8> {
        match self {
            Answer::Rated(step) => Some(step.number() * 2),
            Answer::Between(step) => Some(step.number() * 2 + 1),
            Answer::DontKnow | Answer::NotApplicable => None,
        }
    }

    /// Without the half: as a link's figures hold a median.
    #[must_use]
    pub fn whole(self) -> Answer {
        match self {
            Answer::Between(step) => Answer::Rated(step),
            other => other,
        }
    }

    /// The value of its radio button: `1` to `5`, `dk` or `na`. Of a half step it is the one
    /// below, whose tone it has.
    pub fn code(self) -> &'static str {
        match self {
            Answer::Rated(Step(1)) | Answer::Between(Step(1)) => "1",
            Answer::Rated(Step(2)) | Answer::Between(Step(2)) => "2",
            Answer::Rated(Step(3)) | Answer::Between(Step(3)) => "3",
            Answer::Rated(Step(4)) | Answer::Between(Step(4)) => "4",
            Answer::Rated(Step(_)) | Answer::Between(Step(_)) => "5",
            Answer::DontKnow => "dk",
            Answer::NotApplicable => "na",
        }
    }

    /// The answer with this code, if there is one.
    pub fn parse(code: &str) -> Option<Answer> {
        Answer::all().find(|answer| answer.code() == code)
    }

    /// The step, when the answer is a number; of a half step the one below.
    pub fn step(self) -> Option<Step> {
        match self {
            Answer::Rated(step) | Answer::Between(step) => Some(step),
            Answer::DontKnow | Answer::NotApplicable => None,
        }
    }
}

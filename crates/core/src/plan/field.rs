//! The fields of a measure: their names, and what may stand in them.

use crate::address::Id;
use crate::assessment::{Key, Note, TextProblem};
use crate::day::Day;

use super::Aim;

/// The name of the collection in which measures stand: stable for ever.
pub const COLLECTION: &str = "plan";

/// A field of a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// The item that is to be lifted, and how far.
    Aim,
    /// A sub-goal in words, where it is no item.
    Goal,
    /// What is to be done.
    Text,
    /// Who is responsible: a role.
    Responsible,
    /// The elected contact.
    Contact,
    /// In whose leadership agreement it stands.
    Agreement,
    /// Money or mandate.
    Means,
    /// How much work it is.
    Effort,
    /// When it starts.
    Start,
    /// When it is to be done.
    Deadline,
    /// How far it has come.
    Status,
    /// Why it was dropped.
    Reason,
    /// How it goes, with days.
    Log,
    /// That it was taken away.
    Gone,
}

/// Why something was not taken into a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldProblem {
    /// The text is too long.
    Long(TextProblem),
    /// No day of the calendar, or out of the range that can be kept.
    NoDay,
    /// A day that exists and can hardly be meant, such as one of the year 2.
    FarOff,
    /// None of what may be chosen.
    NotAllowed,
}

/// A year that far ahead can hardly be meant.
const YEARS: i32 = 15;

impl Field {
    /// All of them, in the order in which they stand in files.
    pub const ALL: [Field; 14] = [
        Field::Aim,
        Field::Goal,
        Field::Text,
        Field::Responsible,
        Field::Contact,
        Field::Agreement,
        Field::Means,
        Field::Effort,
        Field::Start,
        Field::Deadline,
        Field::Status,
        Field::Reason,
        Field::Log,
        Field::Gone,
    ];

    /// The name in records and files: stable for ever.
    pub fn id(self) -> &'static str {
        match self {
            Field::Aim => "aim",
            Field::Goal => "goal",
            Field::Text => "text",
            Field::Responsible => "responsible",
            Field::Contact => "contact",
            Field::Agreement => "agreement",
            Field::Means => "means",
            Field::Effort => "effort",
            Field::Start => "start",
            Field::Deadline => "deadline",
            Field::Status => "status",
            Field::Reason => "reason",
            Field::Log => "log",
            Field::Gone => "gone",
        }
    }

    /// The field with this name.
    pub fn parse(id: &str) -> Option<Field> {
        Field::ALL.into_iter().find(|field| field.id() == id)
    }

    /// Where it stands for a measure.
    pub fn key(self, measure: &Id) -> Option<Key> {
        Key::new(COLLECTION, measure, self.id())
    }

    /// What is to stand there, as it was entered: nothing takes it away.
    ///
    /// # Errors
    /// [`FieldProblem`].
    pub fn read(self, entered: &str, today: Day) -> Result<Note, FieldProblem> {
        let note = Note::parse(entered).map_err(FieldProblem::Long)?;
        let text = note.as_str();
        match self {
            Field::Start | Field::Deadline if !text.is_empty() => near(text, today)?,
            _ if !self.holds(text) => return Err(FieldProblem::NotAllowed),
            _ => {}
        }
        Ok(note)
    }

    /// Whether a text may stand in it, as in a file.
    pub fn holds(self, text: &str) -> bool {
        text.is_empty()
            || match self {
                Field::Aim => Aim::parse(text).is_some(),
                Field::Effort => Effort::parse(text).is_some(),
                Field::Status => Status::parse(text).is_some(),
                Field::Start | Field::Deadline => Day::parse_iso(text).is_some(),
                Field::Gone => u32::from_str_radix(text, 16).is_ok(),
                _ => true,
            }
    }
}

/// A day that can be meant.
fn near(text: &str, today: Day) -> Result<(), FieldProblem> {
    // A date field writes years of few digits while they are being typed.
    let year: i32 = (text.split('-').next())
        .and_then(|year| year.parse().ok())
        .ok_or(FieldProblem::NoDay)?;
    let (now, ..) = today.ymd();
    if !(now - YEARS..=now + YEARS).contains(&year) {
        return Err(FieldProblem::FarOff);
    }
    Day::parse_iso(text).map(drop).ok_or(FieldProblem::NoDay)
}

/// How much work a measure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effort {
    /// Days.
    Small,
    /// Weeks.
    Medium,
    /// Months.
    Large,
}

impl Effort {
    /// All, the smallest first.
    pub const ALL: [Effort; 3] = [Effort::Small, Effort::Medium, Effort::Large];

    /// The name in records and files.
    pub fn id(self) -> &'static str {
        match self {
            Effort::Small => "small",
            Effort::Medium => "medium",
            Effort::Large => "large",
        }
    }

    /// The effort with this name.
    pub fn parse(id: &str) -> Option<Effort> {
        Effort::ALL.into_iter().find(|one| one.id() == id)
    }
}

/// How far a measure has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Status {
    /// Nothing is done yet.
    #[default]
    NotStarted,
    /// It is being done.
    UnderWay,
    /// It is done.
    Done,
    /// It is not to be done; the reason stands beside.
    Dropped,
}

impl Status {
    /// All, in the order in which they follow each other.
    pub const ALL: [Status; 4] = [
        Status::NotStarted,
        Status::UnderWay,
        Status::Done,
        Status::Dropped,
    ];

    /// The name in records and files.
    pub fn id(self) -> &'static str {
        match self {
            Status::NotStarted => "notstarted",
            Status::UnderWay => "underway",
            Status::Done => "done",
            Status::Dropped => "dropped",
        }
    }

    /// The status with this name.
    pub fn parse(id: &str) -> Option<Status> {
        Status::ALL.into_iter().find(|one| one.id() == id)
    }

    /// Whether something is still to be done.
    pub fn is_open(self) -> bool {
        matches!(self, Status::NotStarted | Status::UnderWay)
    }
}

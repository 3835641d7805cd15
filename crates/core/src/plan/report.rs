//! Those who are responsible for measures report how far they have come, by links. What they are
//! asked is an [`Assignment`], what they say a [`Report`]; what becomes of one is told before it
//! is taken in, and comes to the same in whatever order reports come, and however often.
//! Explained in docs/method.md, "The plan".

use std::collections::BTreeMap;

use super::notes::numbered;
use super::wishes::Setting;
use super::{Field, Gone, Measure, NoteCell, Plan, Status, begun, noting};
use crate::address::Id;
use crate::assessment::{Action, Key, Name, Note, Parts};
use crate::day::Day;
use crate::panel::{Mail, Message, Respondent, Sent, Tag};

pub use super::wishes::REPORTED;

/// Which report gave the status of the measure last.
const LAST: &str = "last";

/// So many measures are asked about in one link.
pub const ASSIGNED_MAX: usize = 300;

/// A measure, as the one who is responsible for it sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assigned {
    /// What stands for the measure, and does not lead back to its id.
    pub measure: Tag,
    /// What is to be done.
    pub text: Note,
    /// When it is to be done.
    pub deadline: Option<Day>,
    /// How far it has come, as the plan has it.
    pub status: Status,
}

/// What somebody is asked to report on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// Which assessment it belongs to.
    pub tag: Tag,
    /// The last day for reports, if there is one.
    pub last: Option<Day>,
    /// The organisation's name, if it is told.
    pub name: Name,
    /// What the one who asks would like to say.
    pub message: Message,
    /// Where reports may be sent by mail, if that is told.
    pub mail: Option<Mail>,
    /// Who is responsible for all of these: a role; empty where the plan names nobody.
    pub responsible: Note,
    /// The measures, each once; a link holds at least one, and [`ASSIGNED_MAX`] at most.
    pub measures: Vec<Assigned>,
}

/// What is said of one measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reported {
    /// What stands for the measure.
    pub measure: Tag,
    /// How far it has come, where that is said.
    pub status: Option<Status>,
    /// Why it was dropped; of a measure that was not, nothing.
    pub reason: Note,
    /// How it goes.
    pub note: Note,
}

impl Reported {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.status.is_none() && self.note.is_empty()
    }

    fn counting_reason(&self) -> &str {
        match self.status {
            Some(Status::Dropped) => self.reason.as_str(),
            _ => "",
        }
    }
}

/// What somebody reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Which assessment it belongs to.
    pub tag: Tag,
    /// On which device it was made.
    pub respondent: Respondent,
    /// The how-manieth report of that device it is: 1 to 255, where it stays.
    pub number: u8,
    /// When it was made.
    pub sent: Sent,
    /// What is said, of each measure once; of none nothing.
    pub measures: Vec<Reported>,
}

/// By what reports of a measure follow each other: the moment first, for several may report on it.
/// What is said comes last, so that also two that somebody else made alike follow each other.
type Turn = (Sent, u8, Respondent, Id);

impl Report {
    /// None where no status is said.
    fn turn(&self, said: &Reported) -> Option<Turn> {
        let text = format!("{}/{}", said.status?.id(), said.counting_reason());
        Some((self.sent, self.number, self.respondent, Id::of_link(&text)))
    }

    /// Whether its device is ahead by more than a time zone.
    fn is_ahead(&self, today: Day) -> bool {
        u32::from(self.sent.day().number()) > u32::from(today.number()) + 1
    }

    /// The row of the note that it makes for a measure: the same whenever it comes, and one of its
    /// own for every note.
    fn note(&self, said: &Reported) -> Id {
        let (measure, note) = (said.measure.hex(), said.note.as_str());
        let by = self.respondent.hex();
        let text = format!("report/{by}/{}/{measure}/{note}", self.number);
        numbered(i64::from(self.sent.seconds()), &Id::of_link(&text))
    }
}

/// The assignments of a plan: for everyone who is responsible for open measures, in the order of
/// their names; those for whom nobody is come last.
pub fn assignments(plan: &Plan, of: &Id) -> Vec<Assignment> {
    let mut by: BTreeMap<(bool, String), Vec<&Measure>> = BTreeMap::new();
    for one in plan.standing().filter(|one| one.status.is_open()) {
        let name = one.responsible.as_str().trim().to_owned();
        by.entry((name.is_empty(), name)).or_default().push(one);
    }
    let told = by.into_iter().map(|((_, name), measures)| Assignment {
        tag: Tag::of(of),
        last: None,
        name: Name::default(),
        message: Message::default(),
        mail: None,
        responsible: Note::parse(&name).unwrap_or_default(),
        measures: measures.into_iter().map(assigned).collect(),
    });
    told.collect()
}

fn assigned(measure: &Measure) -> Assigned {
    Assigned {
        measure: Tag::of(&measure.id),
        text: measure.text.clone(),
        deadline: measure.deadline,
        status: measure.status,
    }
}

/// What becomes of what is said of a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Its status becomes another one.
    Changes,
    /// Its status stays as it is, or nothing is said of it: something else is new.
    Adds,
    /// A later report is here, or comes with it: its note comes, its status does not.
    NoteOnly,
    /// It is here already.
    Same,
    /// A later report is here, or comes with it, and there is nothing else in it.
    Older,
    /// The measure was taken away from the plan.
    Gone,
    /// There is no such measure in the plan.
    Unknown,
    /// It says that it was made days from now. Counted, it would come before all that is reported
    /// until then.
    Ahead,
}

impl Fate {
    /// Whether something of it is taken in.
    pub fn comes_in(self) -> bool {
        matches!(self, Fate::Changes | Fate::Adds | Fate::NoteOnly)
    }
}

/// What is said of a measure, beside what the plan says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What is said.
    pub said: Reported,
    /// When.
    pub sent: Sent,
    /// The measure, where there is one: its id, what is to be done, and its status now.
    pub measure: Option<(Id, Note, Status)>,
    /// What becomes of it.
    pub fate: Fate,
    by: (Respondent, u8),
    deed: Vec<Action>,
}

/// Reports as they stand to a plan.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Judged {
    /// What is said of each measure, in the order of the reports.
    pub told: Vec<Told>,
    /// How many reports belong to another assessment.
    pub elsewhere: usize,
}

impl Judged {
    /// How much comes in.
    pub fn comes(&self) -> usize {
        let comes = self.told.iter().filter(|one| one.fate.comes_in());
        comes.count()
    }

    /// What takes in all that comes and is chosen, by its place, and how much that is.
    pub fn deed(&self, is_chosen: impl Fn(usize) -> bool) -> (Vec<Action>, usize) {
        let told = self.told.iter().enumerate();
        let comes = told.filter(|(at, one)| one.fate.comes_in() && is_chosen(*at));
        let deeds: Vec<&[Action]> = comes.map(|(_, one)| &*one.deed).collect();
        (deeds.concat(), deeds.len())
    }
}

/// How reports stand to the plan of an assessment, on a day. Of several that come together the last
/// counts for the status of a measure, wherever it stands among them.
pub fn judge(reports: &[Report], of: &Id, parts: &Parts, today: Day) -> Judged {
    let tag = Tag::of(of);
    let plan = Plan::of(parts);
    let mut known: BTreeMap<Tag, &Measure> = BTreeMap::new();
    for measure in &plan.measures {
        known.entry(Tag::of(&measure.id)).or_insert(measure);
    }
    let ours = || reports.iter().filter(|report| report.tag == tag);
    let mut last: BTreeMap<Tag, Turn> = BTreeMap::new();
    for report in ours().filter(|report| !report.is_ahead(today)) {
        for said in &report.measures {
            if let Some(turn) = report.turn(said) {
                let known = last.entry(said.measure).or_insert(turn.clone());
                *known = turn.max(known.clone());
            }
        }
    }
    let mut told: Vec<Told> = Vec::new();
    for report in ours() {
        for said in &report.measures {
            let measure = known.get(&said.measure).copied();
            let last = last.get(&said.measure);
            let mut new = stands(report, said, measure, last, parts);
            if report.is_ahead(today) {
                new.fate = Fate::Ahead;
            }
            // The same report twice is one; what two say at once stays two.
            let is_same =
                |one: &Told| (one.sent, one.by) == (new.sent, new.by) && one.said == new.said;
            if !told.iter().any(is_same) {
                told.push(new);
            }
        }
    }
    Judged {
        told,
        elsewhere: reports.len() - ours().count(),
    }
}

fn stands(
    report: &Report,
    said: &Reported,
    measure: Option<&Measure>,
    last: Option<&Turn>,
    parts: &Parts,
) -> Told {
    let (mut deed, mut fate) = (Vec::new(), Fate::Unknown);
    if let Some(measure) = measure {
        let before = last_of(parts, &measure.id);
        let turn = report.turn(said);
        let counts = said
            .status
            .filter(|_| last == turn.as_ref() && before < turn);
        if let (Some(status), Some(turn)) = (counts, &turn) {
            deed.extend(status_written(&measure.id, status, said, turn));
        }
        let row = report.note(said);
        let noted = NoteCell::Measure.key(&row);
        let has_note = noted.is_some_and(|key| !parts.get(&key).is_empty());
        let adds = !said.note.is_empty() && !has_note;
        if adds {
            deed.extend(begun(&row, &measure.id, report.sent.day()));
            deed.extend(noting(&row, said.note.clone()));
        }
        let again = turn.is_none() || before == turn;
        fate = match (measure.gone, counts, adds) {
            (Gone::Yes, ..) => Fate::Gone,
            (_, Some(status), _) if status != measure.status => Fate::Changes,
            (_, Some(_), _) => Fate::Adds,
            (_, None, true) if again => Fate::Adds,
            (_, None, true) => Fate::NoteOnly,
            (_, None, false) if again => Fate::Same,
            (_, None, false) => Fate::Older,
        };
    }
    Told {
        said: said.clone(),
        sent: report.sent,
        by: (report.respondent, report.number),
        measure: measure.map(|one| (one.id.clone(), one.text.clone(), one.status)),
        fate,
        deed,
    }
}

/// The reason is written with the status, also where there is none: else it would hang on which
/// of two reports came first.
fn status_written(
    measure: &Id,
    status: Status,
    said: &Reported,
    turn: &Turn,
) -> impl Iterator<Item = Action> {
    let fields = [
        (Field::Status.key(measure), status.id().to_owned()),
        (
            Field::Reason.key(measure),
            said.counting_reason().to_owned(),
        ),
        (Key::new(REPORTED, measure, LAST), written(turn)),
    ];
    fields.into_iter().filter_map(|(key, text)| {
        let text = Note::parse(&text).ok()?;
        Some(Action::PartWritten(key?, text))
    })
}

/// Which report gave the status of a measure last.
fn last_of(parts: &Parts, measure: &Id) -> Option<Turn> {
    turn(parts.get(&Key::new(REPORTED, measure, LAST)?).as_str())
}

fn written((sent, number, respondent, said): &Turn) -> String {
    let (sent, respondent) = (sent.seconds(), respondent.hex());
    format!("{sent}.{number}.{respondent}.{}", said.as_str())
}

/// Reads what [`written`] writes, and nothing else.
fn turn(text: &str) -> Option<Turn> {
    let mut pieces = text.split('.');
    let read = (
        Sent::from_seconds(pieces.next()?.parse().ok()?),
        pieces.next()?.parse().ok()?,
        Respondent::parse_hex(pieces.next()?)?,
        Id::parse(pieces.next()?)?,
    );
    (written(&read) == text).then_some(read)
}

/// Whether a text may stand in a field of [`REPORTED`], as in a file; none where there is no such
/// field.
pub fn reported_holds(field: &str, text: &str) -> Option<bool> {
    if field == LAST {
        return Some(text.is_empty() || turn(text).is_some());
    }
    let mut settings = Setting::ALL.into_iter();
    let setting = settings.find(|one| one.id() == field)?;
    Some(setting.holds(text))
}

impl Assignment {
    /// How many of its measures are late.
    pub fn late(&self, today: Day) -> usize {
        let late = |one: &&Assigned| one.deadline.is_some_and(|day| day < today);
        self.measures.iter().filter(late).count()
    }

    /// When the status of one of its measures was reported last, if any was.
    pub fn reported(&self, plan: &Plan, parts: &Parts) -> Option<Sent> {
        let asked = |id: &Id| self.measures.iter().any(|one| one.measure == Tag::of(id));
        let ids = plan.standing().map(|measure| &measure.id);
        let turns = ids
            .filter(|id| asked(id))
            .filter_map(|id| last_of(parts, id));
        turns.map(|(sent, ..)| sent).max()
    }
}

#[cfg(test)]
#[path = "report_tests.rs"]
mod tests;

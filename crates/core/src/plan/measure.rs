//! Measures, as they are read from the parts of an assessment.

use crc::{CRC_32_ISO_HDLC, Crc, NoTable};

use super::notes::{self, Noted};
use super::{Aim, COLLECTION, Effort, Field, Status};
use crate::address::Id;
use crate::assessment::{Action, Key, Note, Part, Parts};
use crate::day::Day;

/// Whether a measure was taken away. Its fields stay as they were, so that it can be brought
/// back, and so that what another tab changed without knowing is noticed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gone {
    /// No.
    No,
    /// Yes.
    Yes,
    /// In one place, and changed in another: it is asked which counts.
    Contested,
}

/// One measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Its id: 80 bits, unique in the plan.
    pub id: Id,
    /// The item that it is to lift; none: the sub-goal stands in words.
    pub aim: Option<Aim>,
    /// The sub-goal in words.
    pub goal: Note,
    /// What is to be done.
    pub text: Note,
    /// Who is responsible: a role.
    pub responsible: Note,
    /// The elected contact.
    pub contact: Note,
    /// In whose leadership agreement it stands.
    pub agreement: Note,
    /// Money or mandate.
    pub means: Note,
    /// How much work it is.
    pub effort: Option<Effort>,
    /// When it starts.
    pub start: Option<Day>,
    /// When it is to be done.
    pub deadline: Option<Day>,
    /// How far it has come.
    pub status: Status,
    /// Why it was dropped.
    pub reason: Note,
    /// How it goes, as it was noted before notes had rows of their own.
    pub log: Note,
    /// How it goes, by days; also rows in which nothing stands any more.
    pub notes: Vec<Noted>,
    /// Whether it was taken away.
    pub gone: Gone,
}

impl Measure {
    /// What a row says. What cannot stand in a field counts as not there: no record of ours
    /// and no file that was let in has it.
    fn of(id: Id, row: &[Part], notes: Vec<Noted>) -> Measure {
        // Looked through once: a long plan is read with each letter that is written.
        let mut texts: [Option<&Note>; Field::ALL.len()] = Default::default();
        for (key, value) in row {
            let place = Field::parse(key.field()).and_then(|field| texts.get_mut(field as usize));
            if let Some(place) = place {
                *place = Some(value);
            }
        }
        let note = |field: Field| {
            let found = texts.get(field as usize).copied().flatten();
            found.cloned().unwrap_or_default()
        };
        let gone = note(Field::Gone);
        let gone = match u32::from_str_radix(gone.as_str(), 16) {
            Err(_) => Gone::No,
            Ok(seen) if seen == sum(row, &notes) => Gone::Yes,
            Ok(_) => Gone::Contested,
        };
        Measure {
            id,
            aim: Aim::parse(note(Field::Aim).as_str()),
            goal: note(Field::Goal),
            text: note(Field::Text),
            responsible: note(Field::Responsible),
            contact: note(Field::Contact),
            agreement: note(Field::Agreement),
            means: note(Field::Means),
            effort: Effort::parse(note(Field::Effort).as_str()),
            start: Day::parse_iso(note(Field::Start).as_str()),
            deadline: Day::parse_iso(note(Field::Deadline).as_str()),
            status: Status::parse(note(Field::Status).as_str()).unwrap_or_default(),
            reason: note(Field::Reason),
            log: note(Field::Log),
            notes,
            gone,
        }
    }

    /// Whether its deadline has passed and it is not done. The deadline itself is in time.
    pub fn is_late(&self, today: Day) -> bool {
        self.due().is_some_and(|day| day < today)
    }

    /// Its deadline, where it is still to be kept.
    pub fn due(&self) -> Option<Day> {
        self.deadline.filter(|_| self.status.is_open())
    }

    /// Whether its start comes after its deadline: can be entered, and is told.
    pub fn ends_before_it_starts(&self) -> bool {
        matches!((self.start, self.deadline), (Some(start), Some(end)) if end < start)
    }

    /// What stands in a field.
    pub fn value(&self, field: Field) -> String {
        let day = |day: Option<Day>| day.map_or(String::new(), Day::iso);
        let text = match field {
            Field::Aim => return self.aim.map_or(String::new(), Aim::text),
            Field::Effort => return self.effort.map_or("", Effort::id).to_owned(),
            Field::Start => return day(self.start),
            Field::Deadline => return day(self.deadline),
            Field::Status => return self.status.id().to_owned(),
            Field::Gone => return String::new(),
            Field::Goal => &self.goal,
            Field::Text => &self.text,
            Field::Responsible => &self.responsible,
            Field::Contact => &self.contact,
            Field::Agreement => &self.agreement,
            Field::Means => &self.means,
            Field::Reason => &self.reason,
            Field::Log => &self.log,
        };
        text.as_str().to_owned()
    }
}

/// What the fields of a row and its notes add up to, without the one that says that it is gone.
fn sum(row: &[Part], notes: &[Noted]) -> u32 {
    let crc = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC);
    let mut digest = crc.digest();
    for (key, value) in row {
        if key.field() != Field::Gone.id() {
            digest.update(key.field().as_bytes());
            digest.update(&[0]);
            digest.update(value.as_str().as_bytes());
            digest.update(&[0]);
        }
    }
    for note in notes {
        let day = note.day.map_or(String::new(), Day::iso);
        for text in [note.id.as_str(), &day, note.text.as_str()] {
            digest.update(text.as_bytes());
            digest.update(&[0]);
        }
    }
    digest.finalize()
}

/// Whether nothing is left of a measure but that it was taken away: it was deleted for good.
fn is_deleted(measure: &Measure, row: &[Part]) -> bool {
    let mut others = row
        .iter()
        .filter(|(key, _)| key.field() != Field::Gone.id());
    measure.gone == Gone::Yes && others.next().is_none() && measure.notes.is_empty()
}

/// Of which measure a row is.
fn id_of(row: &[Part]) -> Option<Id> {
    Id::parse(row.first()?.0.row())
}

/// The plan of an assessment.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Plan {
    /// All measures, also those that were taken away, in the order of their ids. What was deleted
    /// for good is none.
    pub measures: Vec<Measure>,
}

impl Plan {
    /// The plan that stands in these parts.
    pub fn of(parts: &Parts) -> Plan {
        let mut notes = notes::rows(parts);
        let rows = parts.of(COLLECTION);
        let rows = rows.chunk_by(|(one, _), (next, _)| one.row() == next.row());
        let measures = rows.filter_map(|row| {
            let id = id_of(row)?;
            let notes = notes.remove(id.as_str()).unwrap_or_default();
            let measure = Measure::of(id, row, notes);
            (!is_deleted(&measure, row)).then_some(measure)
        });
        Plan {
            measures: measures.collect(),
        }
    }

    /// Those that count: not taken away, or not surely.
    pub fn standing(&self) -> impl Iterator<Item = &Measure> {
        self.measures.iter().filter(|one| one.gone != Gone::Yes)
    }

    /// The measure with this id, found by halving: they stand in the order of their ids.
    pub fn get(&self, id: &Id) -> Option<&Measure> {
        let found = self
            .measures
            .binary_search_by(|one| one.id.as_str().cmp(id.as_str()));
        found.ok().and_then(|at| self.measures.get(at))
    }
}

fn written(key: Key, text: &str) -> Option<Action> {
    Some(Action::PartWritten(key, Note::parse(text).ok()?))
}

/// What takes a measure away, as it is seen here.
pub fn removing(parts: &Parts, id: &Id) -> Option<Action> {
    let row = parts
        .rows(COLLECTION)
        .find(|row| id_of(row).as_ref() == Some(id))?;
    let notes = notes::rows(parts).remove(id.as_str()).unwrap_or_default();
    written(Field::Gone.key(id)?, &format!("{:08x}", sum(row, &notes)))
}

/// What deletes a measure that was taken away for good: all that it holds, its notes with it. What
/// is left says that it is gone, so that what another tab changes meanwhile is noticed.
pub fn deleting(parts: &Parts, id: &Id) -> Vec<Action> {
    let plan = Plan::of(parts);
    let Some(measure) = plan.get(id).filter(|one| one.gone == Gone::Yes) else {
        return Vec::new();
    };
    let fields = Field::ALL.into_iter().filter(|one| *one != Field::Gone);
    let fields = fields.filter_map(|field| written(field.key(id)?, ""));
    let gone = Field::Gone.key(id).and_then(|key| {
        let nothing = sum(&[], &[]);
        written(key, &format!("{nothing:08x}"))
    });
    let deed = notes::emptying(&measure.notes).into_iter().chain(fields);
    deed.chain(gone).collect()
}

/// What brings it back, or says that it stays.
pub fn bringing_back(id: &Id) -> Option<Action> {
    written(Field::Gone.key(id)?, "")
}

/// What adds a measure with an aim; where it was taken away, it comes back.
pub fn adding(id: &Id, aim: Option<Aim>, text: &Note) -> Vec<Action> {
    let aim = aim.map_or(String::new(), Aim::text);
    let fields = [
        (Field::Gone, ""),
        (Field::Aim, aim.as_str()),
        (Field::Text, text.as_str()),
        (Field::Status, Status::NotStarted.id()),
    ];
    let actions = fields
        .iter()
        .map(|(field, text)| written(field.key(id)?, text));
    actions.flatten().collect()
}

/// How many characters more these would take among the parts, each looked at by itself.
pub fn growth(parts: &Parts, deed: &[Action]) -> usize {
    let grows = deed.iter().map(|action| match action {
        Action::PartWritten(key, value) => {
            let length = |note: &Note| note.as_str().chars().count();
            let before = parts.get(key);
            let more = length(value).saturating_sub(length(&before));
            more + usize::from(before.is_empty()) * Parts::NAMES
        }
        _ => 0,
    });
    grows.sum()
}

/// Whether there is room for what a deed writes in these parts.
pub fn fits(parts: &Parts, deed: &[Action]) -> bool {
    let grows = growth(parts, deed);
    grows == 0 || grows <= parts.room()
}

//! Assessments of one organisation that follow each other. A later one notes among its parts with
//! keys which one it follows and in which series; the earlier ones know nothing of it, so
//! beginning a later one changes none of them. Explained in docs/method.md, "Follow-up".
//!
//! A series is named by the id of its first member. It holds together when members are deleted,
//! and when they come back from a back-up or a file, for that keeps their ids. Records of another
//! version of the instrument are refused where they are read, so all members have the same items.

use crate::address::Id;
use crate::assessment::{Action, Assessment, Key, Note, Parts};
use crate::catalogue::Level;
use crate::day::Day;
use crate::figures;
use crate::plan::{self, Measure, Plan};

/// The name of the collection: stable for ever. Its one row is named by the series.
pub const COLLECTION: &str = "series";

/// A field of the row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The id of the assessment that it follows.
    Follows,
    /// The day on which it was begun.
    Began,
}

impl Field {
    /// All of them, in alphabetical order.
    pub const ALL: [Field; 2] = [Field::Began, Field::Follows];

    /// The name in records and files: stable for ever.
    pub fn id(self) -> &'static str {
        match self {
            Field::Follows => "follows",
            Field::Began => "began",
        }
    }

    /// The field with this name.
    pub fn parse(id: &str) -> Option<Field> {
        Field::ALL.into_iter().find(|field| field.id() == id)
    }

    /// Whether a text may stand in it, as in a file.
    pub fn holds(self, text: &str) -> bool {
        text.is_empty()
            || match self {
                Field::Follows => Id::parse(text).is_some(),
                Field::Began => Day::parse_iso(text).is_some(),
            }
    }
}

/// What a later assessment notes of its series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sequel {
    /// Which series: the id of its first member.
    pub series: Id,
    /// The assessment that it follows, which may be gone.
    pub follows: Id,
    /// The day on which it was begun, if that is known.
    pub began: Option<Day>,
}

impl Sequel {
    /// What these parts say; nothing where the assessment follows none. Of several rows, which
    /// only a file made elsewhere can hold, the first counts.
    pub fn of(parts: &Parts) -> Option<Sequel> {
        parts.rows(COLLECTION).find_map(|row| {
            let value = |field: Field| {
                let found = row.iter().find(|(key, _)| key.field() == field.id());
                found.map_or("", |(_, value)| value.as_str())
            };
            Some(Sequel {
                series: Id::parse(row.first()?.0.row())?,
                follows: Id::parse(value(Field::Follows))?,
                began: Day::parse_iso(value(Field::Began)),
            })
        })
    }
}

/// Whether these are of an assessment that follows another. Said without looking further: pages
/// that only answer ask nothing else.
pub fn follows(parts: &Parts) -> bool {
    let mut keys = parts.all().iter();
    keys.any(|(key, _)| key.as_str().starts_with(COLLECTION))
}

/// The series that an assessment is of: one that follows none is the first of its own.
pub fn series_of(id: &Id, parts: &Parts) -> Id {
    Sequel::of(parts).map_or_else(|| id.clone(), |sequel| sequel.series)
}

/// What makes a blank assessment, begun on a day, the one that follows another: whose it is, what
/// is assessed, what is aimed at, the measures that are still to be done, under their ids and with
/// their notes, and the figures beside the judgement, which go on from year to year. Answers and
/// what shows them do not come along.
pub fn following(id: &Id, earlier: &Assessment, began: Day) -> Vec<Action> {
    let mut actions = vec![
        Action::KindChosen(earlier.kind),
        Action::ScopeChosen(earlier.scope),
        Action::NameWritten(earlier.name.clone()),
        Action::ProcurementWritten(earlier.procurement.clone()),
    ];
    let targets = Level::ALL.map(|level| Action::TargetChosen(level, *earlier.targets.get(level)));
    actions.extend(targets);
    let series = series_of(id, &earlier.parts);
    let noted = [
        (Field::Follows, id.as_str().to_owned()),
        (Field::Began, began.iso()),
    ];
    actions.extend(noted.into_iter().filter_map(|(field, text)| {
        let key = Key::new(COLLECTION, &series, field.id())?;
        Some(Action::PartWritten(key, Note::parse(&text).ok()?))
    }));
    let plan = Plan::of(&earlier.parts);
    let open = plan.standing().filter(|one| one.status.is_open());
    let open: Vec<&Id> = open.map(|one: &Measure| &one.id).collect();
    let notes = earlier.parts.rows(plan::NOTES);
    let notes = notes.filter(|row| plan::goes_along(row, &open)).flatten();
    let parts = earlier.parts.all().iter();
    let parts = parts.filter(|(key, _)| match key.collection() {
        plan::COLLECTION => open.iter().any(|id| id.as_str() == key.row()),
        other => figures::COLLECTIONS.contains(&other),
    });
    let parts = parts.chain(notes);
    actions.extend(parts.map(|(key, value)| Action::PartWritten(key.clone(), value.clone())));
    actions
}

/// A copy is no follow-up: it stands by itself, in no series.
pub fn leave(parts: &mut Parts) {
    let keys: Vec<Key> = parts.keys().collect();
    for key in keys.iter().filter(|key| key.collection() == COLLECTION) {
        parts.set(key, Note::default());
    }
}

/// A member of a series: its id, and what it notes of the series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Its id.
    pub id: Id,
    /// What it follows; nothing for the first.
    pub sequel: Option<Sequel>,
}

impl Member {
    /// The one that stands under an id with these parts.
    pub fn of(id: Id, parts: &Parts) -> Member {
        let sequel = Sequel::of(parts);
        Member { id, sequel }
    }

    /// Of which series it is.
    pub fn series(&self) -> &Id {
        self.sequel
            .as_ref()
            .map_or(&self.id, |sequel| &sequel.series)
    }

    /// Whether it comes before another one: by the day on which each was begun, the first of all
    /// having none; of one day by how many are followed, and else by ids.
    fn is_before(&self, other: &Member, all: &[Member]) -> bool {
        let key = |one: &Member| {
            let began = one.sequel.as_ref().map(|sequel| sequel.began);
            (began, depth(one, all))
        };
        (key(self), &self.id) < (key(other), &other.id)
    }
}

/// How many come before one, by which follows which; a circle, which only files made elsewhere
/// can hold, is walked once.
fn depth(one: &Member, all: &[Member]) -> usize {
    let (mut at, mut steps) = (one, 0);
    while let Some(sequel) = at.sequel.as_ref().filter(|_| steps < all.len()) {
        steps += 1;
        match all.iter().find(|other| other.id == sequel.follows) {
            Some(before) => at = before,
            None => break,
        }
    }
    steps
}

/// The places of members of one series, the earliest first. The days of their last changes do not
/// count, for an earlier one may be touched again. Put in one after the other: they are few, and
/// what sorts long lists would be loaded with the front page.
pub fn in_order(all: &[Member]) -> Vec<usize> {
    let mut places: Vec<usize> = Vec::new();
    for (place, one) in all.iter().enumerate() {
        let later = |other: &usize| {
            all.get(*other)
                .is_some_and(|other| one.is_before(other, all))
        };
        let at = places.iter().position(later).unwrap_or(places.len());
        places.insert(at, place);
    }
    places
}

/// The places of a list with the members of each series together, the latest of them first, where
/// the first of them stood. What is nothing cannot be read, and stands by itself.
pub fn together(all: &[Option<Member>]) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let at = |place: usize| all.get(place).and_then(Option::as_ref);
    for (place, one) in all.iter().enumerate() {
        let same = |group: &&mut Vec<usize>| {
            let first = group.first().and_then(|first| at(*first));
            one.is_some() && first.map(Member::series) == one.as_ref().map(Member::series)
        };
        match groups.iter_mut().find(same) {
            Some(group) => group.push(place),
            None => groups.push(vec![place]),
        }
    }
    for group in &mut groups {
        let members: Vec<Member> = group.iter().filter_map(|one| at(*one).cloned()).collect();
        if members.len() > 1 {
            let order = in_order(&members);
            *group = order
                .iter()
                .rev()
                .filter_map(|one| group.get(*one).copied())
                .collect();
        }
    }
    groups
}

#[cfg(test)]
mod tests;

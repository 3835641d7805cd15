//! The figures of an assessment, as they stand in its parts.

use std::collections::BTreeMap;

use super::{Amount, Cell, FIGURES, Field, OWN_MAX, Offered, VALUES, year};
use crate::address::Id;
use crate::assessment::{Action, Key, Note, Part, Parts};

/// One figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The row in which it stands.
    pub id: Id,
    /// Which of those that everybody is offered; none: one's own.
    pub offered: Option<Offered>,
    /// What it is called, where it is one's own.
    pub name: Note,
    /// In what it is counted, where it is one's own.
    pub unit: Note,
    /// What is aimed at.
    pub goal: Option<Amount>,
    /// The values that were given, by their years.
    pub values: BTreeMap<u16, Amount>,
}

impl Figure {
    /// One's own, before anything was entered in it.
    pub fn blank(id: Id) -> Figure {
        figure(&Parts::default(), id, None)
    }

    /// Whether nothing was entered in it.
    pub fn is_empty(&self) -> bool {
        self.goal.is_none() && self.values.is_empty()
    }

    /// The last value, and the one before it.
    pub fn last_two(&self) -> [Option<(u16, Amount)>; 2] {
        let mut values = self.values.iter().rev();
        [(); 2].map(|()| values.next().map(|(year, amount)| (*year, *amount)))
    }

    /// Where the value of a year stands.
    pub fn cell(&self, year: u16) -> Id {
        Id::of_link(&format!("value {} {year}", self.id.as_str()))
    }

    /// What gives the value of a year; an empty one takes it away.
    pub fn valued(&self, year: u16, value: Note) -> Vec<Action> {
        let row = self.cell(year);
        let (of, told) = match value.is_empty() {
            true => (String::new(), String::new()),
            false => (self.id.as_str().to_owned(), year.to_string()),
        };
        let texts = [
            (Cell::Of, Note::parse(&of).ok()),
            (Cell::Year, Note::parse(&told).ok()),
            (Cell::Amount, Some(value)),
        ];
        let actions = texts.into_iter().filter_map(|(cell, text)| {
            Some(Action::PartWritten(
                Key::new(VALUES, &row, cell.id())?,
                text?,
            ))
        });
        actions.collect()
    }
}

/// All figures: those that everybody is offered, then one's own by their ids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures(pub Vec<Figure>);

impl Figures {
    /// Whether nothing was entered in any.
    pub fn are_empty(&self) -> bool {
        self.0
            .iter()
            .all(|one| one.offered.is_some() && one.is_empty())
    }

    /// Whether one more of one's own may be added.
    pub fn has_room(&self) -> bool {
        self.0.iter().filter(|one| one.offered.is_none()).count() < OWN_MAX
    }

    /// The figure with this id.
    pub fn get(&self, id: &Id) -> Option<&Figure> {
        self.0.iter().find(|one| one.id == *id)
    }

    /// The years to show: those with a value, this one and the one before.
    pub fn years(&self, this: u16) -> Vec<u16> {
        let given = self.0.iter().flat_map(|one| one.values.keys().copied());
        let mut years: Vec<u16> = given.chain([this.saturating_sub(1), this]).collect();
        years.sort_unstable();
        years.dedup();
        years
    }
}

fn text(row: &[Part], field: &str) -> Note {
    let found = row.iter().find(|(key, _)| key.field() == field);
    found.map(|(_, value)| value.clone()).unwrap_or_default()
}

/// The figures that stand in these parts. What cannot stand in a field counts as not there: no
/// record of ours and no file that was let in has it.
pub fn all(parts: &Parts) -> Figures {
    let offered = Offered::ALL.map(|one| (one.row(), Some(one)));
    let rows = parts
        .rows(FIGURES)
        .filter_map(|row| Id::parse(row.first()?.0.row()));
    // A file that was made elsewhere may hold more.
    let own = rows
        .filter(|id| offered.iter().all(|(other, _)| other != id))
        .take(OWN_MAX);
    let places = offered.iter().cloned().chain(own.map(|id| (id, None)));
    let mut figures: Vec<Figure> = places
        .map(|(id, offered)| figure(parts, id, offered))
        .collect();
    for row in parts.rows(VALUES) {
        let of = text(row, Cell::Of.id());
        let year = year(text(row, Cell::Year.id()).as_str());
        let amount = Amount::parse(text(row, Cell::Amount.id()).as_str());
        let figure = figures
            .iter_mut()
            .find(|one| one.id.as_str() == of.as_str());
        let Some(((figure, year), amount)) = figure.zip(year).zip(amount) else {
            continue;
        };
        let is_share = figure.offered.is_some_and(Offered::is_share);
        // Elsewhere it could not be changed, for it is written where it belongs.
        let stands = row
            .first()
            .is_some_and(|(key, _)| key.row() == figure.cell(year).as_str());
        if stands && !(is_share && amount.is_above_all()) {
            figure.values.insert(year, amount);
        }
    }
    Figures(figures)
}

fn figure(parts: &Parts, id: Id, offered: Option<Offered>) -> Figure {
    let get = |field: Field| {
        field
            .key(&id)
            .map(|key| parts.get(&key))
            .unwrap_or_default()
    };
    Figure {
        name: get(Field::Name),
        unit: get(Field::Unit),
        goal: Amount::parse(get(Field::Goal).as_str()),
        values: BTreeMap::new(),
        offered,
        id,
    }
}

/// What takes a figure away with all its values: one step back brings it again.
pub fn removing(parts: &Parts, figure: &Figure) -> Vec<Action> {
    let of_it = |row: &&[Part]| text(row, Cell::Of.id()).as_str() == figure.id.as_str();
    let values = parts.rows(VALUES).filter(of_it).flatten();
    let own = parts.rows(FIGURES).flatten();
    let own = own.filter(|(key, _)| key.row() == figure.id.as_str());
    let keys = values.chain(own).map(|(key, _)| key.clone());
    keys.map(|key| Action::PartWritten(key, Note::default()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::{holds, number};
    use super::*;
    use proptest::prelude::*;

    fn put(parts: &mut Parts, actions: Vec<Action>) {
        for action in actions {
            let Action::PartWritten(key, value) = action else {
                panic!("{action:?}");
            };
            if !value.is_empty() {
                let fits = holds(key.collection(), key.field(), value.as_str());
                assert_eq!(fits, Some(true), "{key:?}");
            }
            parts.set(&key, value);
        }
    }

    fn note(text: &str) -> Note {
        Note::parse(text).unwrap()
    }

    #[test]
    fn three_are_offered_and_up_to_five_are_ones_own() {
        let mut parts = Parts::default();
        let figures = all(&parts);
        assert_eq!(figures.0.len(), 3);
        assert!(figures.are_empty() && figures.has_room());
        assert_eq!(figures.years(2026), [2025, 2026]);
        for number in 1..=5 {
            let id = Id::from_bytes([number; 10]);
            parts.set(&Field::Name.key(&id).unwrap(), note("Prøver"));
            assert_eq!(all(&parts).has_room(), number < 5);
        }
        assert!(!all(&parts).are_empty());
    }

    #[test]
    fn values_stand_by_years_and_go_with_their_figure() {
        let mut parts = Parts::default();
        let begun = all(&parts).0[0].clone();
        for (year, value) in [(2025, "8"), (2026, "11.5"), (2024, "3")] {
            put(&mut parts, begun.valued(year, note(value)));
        }
        put(&mut parts, begun.valued(2024, Note::default()));
        let figures = all(&parts);
        let [last, before] = figures.0[0].last_two();
        assert_eq!(
            last.map(|(year, value)| (year, value.plain())),
            Some((2026, "11.5".into()))
        );
        assert_eq!(before.map(|(year, _)| year), Some(2025));
        assert_eq!(figures.years(2026), [2025, 2026]);
        let gone = removing(&parts, &figures.0[0]);
        put(&mut parts, gone);
        assert!(parts.is_empty());
    }

    #[test]
    fn a_share_is_no_more_than_all_and_text_is_no_number() {
        assert_eq!(number("40,5", true), Some(note("40.5")));
        assert_eq!(number("101", true), None);
        assert_eq!(number("101", false), Some(note("101")));
        assert_eq!(number("mange", false), None);
        assert_eq!(number("  ", false), Some(Note::default()));
    }

    #[test]
    fn what_a_file_may_hold_is_told_from_what_it_may_not() {
        for (collection, field, text, fits) in [
            ("figure", "name", "Prøver", Some(true)),
            ("figure", "goal", "12.5", Some(true)),
            ("figure", "goal", "12,5", Some(false)),
            ("figure", "goal", "012", Some(false)),
            ("figure", "colour", "x", None),
            ("value", "year", "2026", Some(true)),
            ("value", "year", "1999", Some(false)),
            ("value", "year", "+226", Some(false)),
            ("value", "of", "x", Some(false)),
            ("value", "amount", "-1", Some(false)),
            ("plan", "text", "x", None),
        ] {
            assert_eq!(
                holds(collection, field, text),
                fits,
                "{collection}/{field}: {text}"
            );
        }
    }

    #[test]
    fn what_a_file_made_elsewhere_holds_is_shown_where_it_can_be_changed() {
        let mut parts = Parts::default();
        let dialogue = all(&parts).0[1].clone();
        put(&mut parts, dialogue.valued(2026, note("150")));
        // The same value in a row where nobody writes it.
        let elsewhere = Id::from_bytes([0xff; 10]);
        for (cell, text) in [
            (Cell::Of, dialogue.id.as_str()),
            (Cell::Year, "2025"),
            (Cell::Amount, "40"),
        ] {
            parts.set(
                &Key::new(VALUES, &elsewhere, cell.id()).unwrap(),
                note(text),
            );
        }
        for number in 0..9 {
            let id = Id::from_bytes([number; 10]);
            parts.set(&Field::Name.key(&id).unwrap(), note("Prøver"));
        }
        let figures = all(&parts);
        assert!(figures.0[1].values.is_empty());
        assert_eq!(figures.0.len(), 3 + OWN_MAX);
        assert!(!figures.has_room());
    }

    proptest! {
        /// Two tabs that give values of different years or figures lose nothing of each other.
        #[test]
        fn values_of_two_tabs_stand_together(
            given in prop::collection::vec((0..3_usize, 2000..2100_u16, 0..=100_u32), 0..30),
            split in 0..30_usize,
        ) {
            let figures = all(&Parts::default());
            let mut once = BTreeMap::new();
            for (figure, year, value) in &given {
                once.entry((*figure, *year)).or_insert(*value);
            }
            let (mut one, mut both) = (Parts::default(), Parts::default());
            for (at, ((figure, year), value)) in once.iter().enumerate() {
                let deed = figures.0[*figure].valued(*year, note(&value.to_string()));
                if at < split {
                    put(&mut one, deed.clone());
                }
                put(&mut both, deed);
            }
            for (at, ((figure, year), value)) in once.iter().enumerate() {
                if at >= split {
                    put(&mut one, figures.0[*figure].valued(*year, note(&value.to_string())));
                }
            }
            prop_assert_eq!(&one, &both);
            let read = all(&one);
            let count: usize = read.0.iter().map(|figure| figure.values.len()).sum();
            prop_assert_eq!(count, once.len());
        }
    }
}

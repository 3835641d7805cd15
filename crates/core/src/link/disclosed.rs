//! What of an assessment a link tells, beyond the answers. Nothing, unless the
//! one who shares it says so.

use super::measures;
use crate::assessment::{Assessment, Entry, Medians, Name, Note, NoteField};
use crate::catalogue::{Answer, Item, PerItem};
use crate::plan::Field;

/// Texts that are told together or not at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// The names of the organisation and of the procurement.
    Names,
    /// Comments, and the reasons why items are not applicable.
    Comments,
    /// Evidence: case numbers, links, dates.
    Evidence,
    /// The measures of the plan, without who answers for them.
    Plan,
    /// Who answers for measures, and what is noted of them. Told only with the plan.
    People,
}

impl Part {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Part; 5] = [
        Part::Names,
        Part::Comments,
        Part::Evidence,
        Part::Plan,
        Part::People,
    ];

    /// The stable name.
    pub fn id(self) -> &'static str {
        match self {
            Part::Names => "names",
            Part::Comments => "comments",
            Part::Evidence => "evidence",
            Part::Plan => "plan",
            Part::People => "people",
        }
    }

    /// The part to which a text of an item belongs.
    pub fn of(field: NoteField) -> Part {
        match field {
            NoteField::Reason | NoteField::Comment => Part::Comments,
            NoteField::Evidence => Part::Evidence,
        }
    }

    /// The part to which a field of a measure belongs.
    fn of_measure(field: Field) -> Part {
        match field {
            Field::Responsible | Field::Contact | Field::Agreement | Field::Log => Part::People,
            _ => Part::Plan,
        }
    }

    fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// The parts that a link tells: a set, empty by default.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash)]
pub struct Disclosed(u8);

impl Disclosed {
    /// All parts.
    pub fn all() -> Disclosed {
        Part::ALL.into_iter().fold(Disclosed(0), Disclosed::with)
    }

    /// These and one more.
    #[must_use]
    pub fn with(self, part: Part) -> Disclosed {
        Disclosed(self.0 | part.bit())
    }

    /// These without one.
    #[must_use]
    pub fn without(self, part: Part) -> Disclosed {
        Disclosed(self.0 & !part.bit())
    }

    /// Whether a part is among them.
    pub fn has(self, part: Part) -> bool {
        self.0 & part.bit() != 0
    }

    /// The assessment as the reader of the link sees it: without the texts that
    /// are not told, and without answers and texts of items that are not asked.
    pub fn of(self, assessment: &Assessment) -> Assessment {
        let mut told = self.parts_of(&assessment.as_counted());
        // Of a level that others answered their medians are told, and never what was entered
        // beside them: whole steps among the answers, halves beside the texts.
        let medians = Medians::of(&assessment.parts).asked_by(assessment.variant);
        for item in Item::all().filter(|item| medians.answer(*item).is_some()) {
            let entry = told.entries.get_mut(item);
            entry.answer = entry.answer.map(Answer::whole);
            if entry.answer != Some(Answer::NotApplicable) {
                entry.reason = Note::default();
            }
        }
        medians.keep_in(&mut told.parts);
        told
    }

    fn parts_of(self, assessment: &Assessment) -> Assessment {
        let name = |name: &Name| match self.has(Part::Names) {
            true => name.clone(),
            false => Name::default(),
        };
        Assessment {
            parts: measures::told(&assessment.parts, |field| {
                self.has(Part::Plan) && self.has(Part::of_measure(field))
            }),
            name: name(&assessment.name),
            procurement: name(&assessment.procurement),
            entries: PerItem::from_fn(|item| match assessment.variant.asks(item) {
                true => self.entry(assessment.entries.get(item)),
                false => Entry::default(),
            }),
            kind: assessment.kind,
            scope: assessment.scope,
            variant: assessment.variant,
            by: assessment.by,
            date: assessment.date,
            checklist: assessment.checklist,
            targets: assessment.targets,
        }
    }

    fn entry(self, entry: &Entry) -> Entry {
        let note = |field: NoteField| match self.has(Part::of(field)) {
            true => entry.note(field).clone(),
            false => Note::default(),
        };
        Entry {
            answer: entry.answer,
            reason: note(NoteField::Reason),
            evidence: note(NoteField::Evidence),
            comment: note(NoteField::Comment),
        }
    }
}

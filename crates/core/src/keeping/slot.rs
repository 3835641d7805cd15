//! The parts of an assessment that are written one at a time.

use crate::assessment::{Action, Assessment, NoteField};
use crate::catalogue::{Item, Level, Perspective};

/// One part of an assessment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// The answer to an item.
    Answer(Item),
    /// A text of an item.
    Note(Item, NoteField),
    /// The organisation's name.
    Name,
    /// The procurement's name.
    Procurement,
    /// The kind of organisation.
    Kind,
    /// What is assessed.
    Scope,
    /// How many items are asked.
    Variant,
    /// Who answers.
    AnsweredBy,
    /// What the strategy document shows.
    Perspective(Perspective),
    /// The stage aimed at.
    Target(Level),
}

const NOTES: usize = NoteField::ALL.len();
const PERSPECTIVES: usize = Perspective::ALL.len();
/// So many parts are there.
pub(super) const COUNT: usize = Item::COUNT * (1 + NOTES) + 6 + PERSPECTIVES + Level::ALL.len();

impl Slot {
    /// The part that an action writes.
    pub fn of(action: &Action) -> Slot {
        match action {
            Action::AnswerChosen(item, _) | Action::AnswerCleared(item) => Slot::Answer(*item),
            Action::NoteWritten(item, field, _) => Slot::Note(*item, *field),
            Action::NameWritten(_) => Slot::Name,
            Action::ProcurementWritten(_) => Slot::Procurement,
            Action::KindChosen(_) => Slot::Kind,
            Action::ScopeChosen(_) => Slot::Scope,
            Action::VariantChosen(_) => Slot::Variant,
            Action::AnsweredByChosen(_) => Slot::AnsweredBy,
            Action::PerspectiveAnswered(one, _) | Action::PerspectiveCleared(one) => {
                Slot::Perspective(*one)
            }
            Action::TargetChosen(level, _) => Slot::Target(*level),
        }
    }

    /// Every part, in the order of their numbers.
    pub fn all() -> impl Iterator<Item = Slot> {
        (0..COUNT).filter_map(Slot::numbered)
    }

    /// The part with a number, if there is one: [`Slot::number`] the other way round.
    pub(super) fn numbered(number: usize) -> Option<Slot> {
        const ABOUT: [Slot; 6] = [
            Slot::Name,
            Slot::Procurement,
            Slot::Kind,
            Slot::Scope,
            Slot::Variant,
            Slot::AnsweredBy,
        ];
        if let Some(item) = Item::ALL.get(number) {
            return Some(Slot::Answer(*item));
        }
        let number = number - Item::COUNT;
        if let Some(item) = Item::ALL.get(number / NOTES) {
            return Some(Slot::Note(*item, *NoteField::ALL.get(number % NOTES)?));
        }
        let number = number - Item::COUNT * NOTES;
        if let Some(slot) = ABOUT.get(number) {
            return Some(*slot);
        }
        let number = number - ABOUT.len();
        match Perspective::ALL.get(number) {
            Some(one) => Some(Slot::Perspective(*one)),
            None => Level::ALL
                .get(number - PERSPECTIVES)
                .map(|level| Slot::Target(*level)),
        }
    }

    /// The action that gives this part the value that it has in an assessment.
    pub fn said_by(self, assessment: &Assessment) -> Action {
        let entry = |item| assessment.entries.get(item);
        match self {
            Slot::Answer(item) => match entry(item).answer {
                Some(answer) => Action::AnswerChosen(item, answer),
                None => Action::AnswerCleared(item),
            },
            Slot::Note(item, field) => {
                Action::NoteWritten(item, field, entry(item).note(field).clone())
            }
            Slot::Name => Action::NameWritten(assessment.name.clone()),
            Slot::Procurement => Action::ProcurementWritten(assessment.procurement.clone()),
            Slot::Kind => Action::KindChosen(assessment.kind),
            Slot::Scope => Action::ScopeChosen(assessment.scope),
            Slot::Variant => Action::VariantChosen(assessment.variant),
            Slot::AnsweredBy => Action::AnsweredByChosen(assessment.by),
            Slot::Perspective(one) => match assessment.checklist.get(one) {
                Some(covered) => Action::PerspectiveAnswered(one, covered),
                None => Action::PerspectiveCleared(one),
            },
            Slot::Target(level) => Action::TargetChosen(level, *assessment.targets.get(level)),
        }
    }

    /// Whether it is a text, written letter by letter.
    pub fn is_text(self) -> bool {
        matches!(self, Slot::Note(..) | Slot::Name | Slot::Procurement)
    }

    /// Its place among all parts: stands in records, so it never changes; new
    /// parts get higher numbers.
    pub(super) fn number(self) -> usize {
        let notes = Item::COUNT;
        let rest = notes + Item::COUNT * NOTES;
        match self {
            Slot::Answer(item) => item.index(),
            Slot::Note(item, field) => notes + item.index() * NOTES + field as usize,
            Slot::Name => rest,
            Slot::Procurement => rest + 1,
            Slot::Kind => rest + 2,
            Slot::Scope => rest + 3,
            Slot::Variant => rest + 4,
            Slot::AnsweredBy => rest + 5,
            Slot::Perspective(one) => rest + 6 + one as usize,
            Slot::Target(level) => rest + 6 + PERSPECTIVES + level as usize,
        }
    }
}

/// When a part was last written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) struct Written {
    /// By which revision.
    pub revision: u32,
    /// When, in milliseconds since 1970, by the clock of the page that wrote it.
    pub ms: i64,
}

/// When each part was last written; parts that never were are not in it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(super) struct Slots(Vec<(usize, Written)>);

impl Slots {
    /// Every part, at the same moment.
    pub fn all(revision: u32, ms: i64) -> Slots {
        Slots((0..COUNT).map(|n| (n, Written { revision, ms })).collect())
    }

    /// When it was last written.
    pub fn get(&self, slot: Slot) -> Option<Written> {
        let number = slot.number();
        self.0.iter().find(|(n, _)| *n == number).map(|(_, at)| *at)
    }

    /// It was written now.
    pub fn set(&mut self, slot: Slot, revision: u32, ms: i64) {
        let number = slot.number();
        self.0.retain(|(n, _)| *n != number);
        self.0.push((number, Written { revision, ms }));
    }

    /// As text: `number,revision,milliseconds` for each, with spaces between.
    pub fn write(&self) -> String {
        let parts: Vec<String> = self
            .0
            .iter()
            .map(|(n, at)| format!("{n},{},{}", at.revision, at.ms))
            .collect();
        parts.join(" ")
    }

    /// Reads that; `None` where something else stands there.
    pub fn read(text: &str) -> Option<Slots> {
        let part = |part: &str| {
            let mut numbers = part.split(',');
            let number = numbers.next()?.parse().ok()?;
            let revision = numbers.next()?.parse().ok()?;
            let ms = numbers.next()?.parse().ok()?;
            Some((number, Written { revision, ms }))
        };
        let parts = text.split(' ').filter(|part| !part.is_empty());
        parts.map(part).collect::<Option<Vec<_>>>().map(Slots)
    }
}

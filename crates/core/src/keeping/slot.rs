//! The parts of an assessment that are written one at a time.

use crate::assessment::{Action, Assessment, Key, NoteField};
use crate::catalogue::{Item, Level, Perspective};

/// One part of an assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// One with a key.
    Keyed(Key),
}

const NOTES: usize = NoteField::ALL.len();
const PERSPECTIVES: usize = Perspective::ALL.len();
/// So many parts have numbers.
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
            Action::PartWritten(key, _) => Slot::Keyed(key.clone()),
        }
    }

    /// Every part that has a number, in the order of these.
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
            return Some(slot.clone());
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
    pub fn said_by(&self, assessment: &Assessment) -> Action {
        let entry = |item| assessment.entries.get(item);
        match *self {
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
            Slot::Keyed(ref key) => Action::PartWritten(key.clone(), assessment.parts.get(key)),
        }
    }

    /// Whether it is written letter by letter, or at least in one go.
    pub fn is_text(&self) -> bool {
        matches!(
            self,
            Slot::Note(..) | Slot::Name | Slot::Procurement | Slot::Keyed(_)
        )
    }

    /// Tells texts apart, where the one that was written last is noted: its number, or above
    /// all numbers what its key adds up to.
    pub(super) fn typed(&self) -> Option<u32> {
        let mark = match self.mark() {
            Mark::Number(number) => u32::try_from(number).ok()?,
            Mark::Key(key) => {
                // FNV-1a.
                let hash = key.as_str().bytes().fold(0x811c_9dc5, |hash: u32, byte| {
                    (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
                });
                hash | 1 << 31
            }
        };
        self.is_text().then_some(mark)
    }

    /// The part with a mark, if this version knows it.
    pub(super) fn marked(mark: Mark) -> Option<Slot> {
        match mark {
            Mark::Number(number) => Slot::numbered(number),
            Mark::Key(key) => Some(Slot::Keyed(key)),
        }
    }

    /// How records name it: by its place among all parts, which never changes (new parts get
    /// higher numbers), or by its key.
    pub(super) fn mark(&self) -> Mark {
        let notes = Item::COUNT;
        let rest = notes + Item::COUNT * NOTES;
        Mark::Number(match *self {
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
            Slot::Keyed(ref key) => return Mark::Key(key.clone()),
        })
    }
}

/// How records name a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// By a number.
    Number(usize),
    /// By its key.
    Key(Key),
}

impl Mark {
    /// As text.
    pub fn write(&self) -> String {
        match self {
            Mark::Number(number) => number.to_string(),
            Mark::Key(key) => key.as_str().to_owned(),
        }
    }

    /// Reads that.
    pub fn read(text: &str) -> Option<Mark> {
        let number = text.parse().ok().map(Mark::Number);
        number.or_else(|| Key::parse(text).map(Mark::Key))
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
pub(super) struct Slots(Vec<(Mark, Written)>);

impl Slots {
    /// Every part that has a number and these others, at the same moment.
    pub fn all(keys: impl Iterator<Item = Key>, revision: u32, ms: i64) -> Slots {
        let marks = (0..COUNT).map(Mark::Number).chain(keys.map(Mark::Key));
        Slots(marks.map(|mark| (mark, Written { revision, ms })).collect())
    }

    /// Whether one of them has a key.
    pub fn have_keys(&self) -> bool {
        self.0.iter().any(|(mark, _)| matches!(mark, Mark::Key(_)))
    }

    /// The keys among them.
    pub fn keys(&self) -> impl Iterator<Item = &Key> {
        self.0.iter().filter_map(|(mark, _)| match mark {
            Mark::Key(key) => Some(key),
            Mark::Number(_) => None,
        })
    }

    /// When it was last written.
    pub fn get(&self, slot: &Slot) -> Option<Written> {
        let mark = slot.mark();
        self.0
            .iter()
            .find(|(other, _)| *other == mark)
            .map(|(_, at)| *at)
    }

    /// It was written now.
    pub fn set(&mut self, slot: &Slot, revision: u32, ms: i64) {
        let mark = slot.mark();
        self.0.retain(|(other, _)| *other != mark);
        self.0.push((mark, Written { revision, ms }));
    }

    /// As text: `mark,revision,milliseconds` for each, with spaces between.
    pub fn write(&self) -> String {
        let parts: Vec<String> = self
            .0
            .iter()
            .map(|(mark, at)| format!("{},{},{}", mark.write(), at.revision, at.ms))
            .collect();
        parts.join(" ")
    }

    /// Reads that; `None` where something else stands there.
    pub fn read(text: &str) -> Option<Slots> {
        let part = |part: &str| {
            let mut numbers = part.split(',');
            let mark = Mark::read(numbers.next()?)?;
            let revision = numbers.next()?.parse().ok()?;
            let ms = numbers.next()?.parse().ok()?;
            Some((mark, Written { revision, ms }))
        };
        let parts = text.split(' ').filter(|part| !part.is_empty());
        parts.map(part).collect::<Option<Vec<_>>>().map(Slots)
    }
}

//! An assessment and what can happen to it. Every value here is right by
//! construction; `apply` is the only way an assessment changes.

mod history;
pub mod median;
mod parts;
mod text;

pub use history::History;
pub use median::{LevelMedians, Medians};
pub use parts::{ASKED_FOR, Key, Part, Parts};
pub use text::{Bounded, Name, Note, TextProblem};

use serde::{Deserialize, Serialize};

use crate::catalogue::{
    Answer, AnsweredBy, Checklist, Covered, Item, Kind, Level, PerItem, PerLevel, Perspective,
    Scope, Step, Subject, Variant,
};
use crate::day::Day;
use crate::scoring::Answers;

/// What was entered for one item. In files it has the same fields; those without
/// content are left out.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Entry {
    /// The answer, if there is one yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Answer>,
    /// Why the item is not applicable.
    #[serde(default, skip_serializing_if = "Note::is_empty")]
    pub reason: Note,
    /// What shows the answer: a case number, a link, a date.
    #[serde(default, skip_serializing_if = "Note::is_empty")]
    pub evidence: Note,
    /// Anything else.
    #[serde(default, skip_serializing_if = "Note::is_empty")]
    pub comment: Note,
}

/// One self-assessment of one organisation, or of one procurement of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// Kind of organisation.
    pub kind: Kind,
    /// What is assessed.
    pub scope: Scope,
    /// Which items are asked. Answers to others are kept, and count when all
    /// are asked again.
    pub variant: Variant,
    /// Who answers.
    pub by: AnsweredBy,
    /// The organisation's name; may be empty.
    pub name: Name,
    /// The name of the procurement, for that scope; may be empty.
    pub procurement: Name,
    /// The day of the last change, where the change was made.
    pub date: Day,
    /// What was entered for each item.
    pub entries: PerItem<Entry>,
    /// What was answered about the strategy document.
    pub checklist: Checklist,
    /// The stage that the organisation aims at, for each level; often none.
    pub targets: PerLevel<Option<Step>>,
    /// What stands beside the items: the plan.
    pub parts: Parts,
}

/// Which of an item's texts is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoteField {
    /// Why the item is not applicable.
    Reason,
    /// What shows the answer.
    Evidence,
    /// Anything else.
    Comment,
}

impl NoteField {
    /// All of them, in the order in which they are shown.
    pub const ALL: [NoteField; 3] = [NoteField::Reason, NoteField::Evidence, NoteField::Comment];

    /// The name in files.
    pub fn id(self) -> &'static str {
        match self {
            NoteField::Reason => "reason",
            NoteField::Evidence => "evidence",
            NoteField::Comment => "comment",
        }
    }
}

impl Entry {
    /// At step 3 or above something is written, decided, dated: it can be shown.
    pub fn asks_for_evidence(&self) -> bool {
        let step = self.answer.and_then(Answer::step);
        step.is_some_and(|step| step.number() >= 3)
    }

    /// Nothing is deducted where it is not shown (docs/method.md, "Scoring").
    pub fn is_undocumented(&self) -> bool {
        self.asks_for_evidence() && self.evidence.is_empty()
    }

    /// Whether it says "not applicable", and not why.
    pub fn is_unreasoned(&self) -> bool {
        self.answer == Some(Answer::NotApplicable) && self.reason.is_empty()
    }

    /// The text of a field.
    pub fn note(&self, field: NoteField) -> &Note {
        match field {
            NoteField::Reason => &self.reason,
            NoteField::Evidence => &self.evidence,
            NoteField::Comment => &self.comment,
        }
    }

    /// The text of a field, to be changed.
    pub fn note_mut(&mut self, field: NoteField) -> &mut Note {
        match field {
            NoteField::Reason => &mut self.reason,
            NoteField::Evidence => &mut self.evidence,
            NoteField::Comment => &mut self.comment,
        }
    }
}

impl Action {
    /// The item that it is about, if it is about one.
    pub fn item(&self) -> Option<Item> {
        match self {
            Action::AnswerChosen(item, _)
            | Action::AnswerCleared(item)
            | Action::NoteWritten(item, ..) => Some(*item),
            _ => None,
        }
    }
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// An answer was chosen.
    AnswerChosen(Item, Answer),
    /// An answer was taken back, so that there is none.
    AnswerCleared(Item),
    /// A text of an item was written.
    NoteWritten(Item, NoteField, Note),
    /// The organisation's name was written.
    NameWritten(Name),
    /// The procurement's name was written.
    ProcurementWritten(Name),
    /// The kind of organisation was chosen.
    KindChosen(Kind),
    /// It was chosen what is assessed.
    ScopeChosen(Scope),
    /// It was chosen which items are asked.
    VariantChosen(Variant),
    /// Who answers.
    AnsweredByChosen(AnsweredBy),
    /// Something was answered about the strategy document.
    PerspectiveAnswered(Perspective, Covered),
    /// That was taken back.
    PerspectiveCleared(Perspective),
    /// A target was set, or taken away.
    TargetChosen(Level, Option<Step>),
    /// A part with a key was written; empty: taken away.
    PartWritten(Key, Note),
}

impl Assessment {
    /// One without answers.
    pub fn blank(kind: Kind, scope: Scope, date: Day) -> Assessment {
        Assessment {
            kind,
            scope,
            variant: Variant::Full,
            by: AnsweredBy::Alone,
            name: Name::default(),
            procurement: Name::default(),
            date,
            entries: PerItem::default(),
            checklist: Checklist::default(),
            targets: PerLevel::default(),
            parts: Parts::default(),
        }
    }

    /// The assessment after an action on a day.
    #[must_use]
    pub fn apply(mut self, action: &Action, date: Day) -> Assessment {
        self.take_in(action, date);
        self
    }

    /// The same in place: a deed of many changes copies nothing in between.
    pub fn take_in(&mut self, action: &Action, date: Day) {
        self.date = date;
        match action {
            Action::AnswerChosen(item, answer) => {
                self.entries.get_mut(*item).answer = Some(*answer);
            }
            Action::AnswerCleared(item) => self.entries.get_mut(*item).answer = None,
            Action::NoteWritten(item, field, note) => {
                *self.entries.get_mut(*item).note_mut(*field) = note.clone();
            }
            Action::NameWritten(name) => self.name = name.clone(),
            Action::ProcurementWritten(name) => self.procurement = name.clone(),
            Action::KindChosen(kind) => self.kind = *kind,
            Action::ScopeChosen(scope) => self.scope = *scope,
            Action::VariantChosen(variant) => self.variant = *variant,
            Action::AnsweredByChosen(by) => self.by = *by,
            Action::PerspectiveAnswered(perspective, covered) => {
                self.checklist.set(*perspective, Some(*covered));
            }
            Action::PerspectiveCleared(perspective) => self.checklist.set(*perspective, None),
            Action::TargetChosen(level, target) => *self.targets.get_mut(*level) = *target,
            Action::PartWritten(key, value) => self.parts.set(key, value.clone()),
        }
    }

    /// The action that takes an action on this assessment back.
    pub fn undoing(&self, action: &Action) -> Action {
        match action {
            Action::AnswerChosen(item, _) | Action::AnswerCleared(item) => {
                match self.entries.get(*item).answer {
                    Some(answer) => Action::AnswerChosen(*item, answer),
                    None => Action::AnswerCleared(*item),
                }
            }
            Action::NoteWritten(item, field, _) => {
                let note = self.entries.get(*item).note(*field).clone();
                Action::NoteWritten(*item, *field, note)
            }
            Action::NameWritten(_) => Action::NameWritten(self.name.clone()),
            Action::ProcurementWritten(_) => Action::ProcurementWritten(self.procurement.clone()),
            Action::KindChosen(_) => Action::KindChosen(self.kind),
            Action::ScopeChosen(_) => Action::ScopeChosen(self.scope),
            Action::VariantChosen(_) => Action::VariantChosen(self.variant),
            Action::AnsweredByChosen(_) => Action::AnsweredByChosen(self.by),
            Action::PerspectiveAnswered(perspective, _)
            | Action::PerspectiveCleared(perspective) => match self.checklist.get(*perspective) {
                Some(covered) => Action::PerspectiveAnswered(*perspective, covered),
                None => Action::PerspectiveCleared(*perspective),
            },
            Action::TargetChosen(level, _) => {
                Action::TargetChosen(*level, *self.targets.get(*level))
            }
            Action::PartWritten(key, _) => Action::PartWritten(key.clone(), self.parts.get(key)),
        }
    }

    /// The answers alone, for scoring: of the items that are asked. Where others answered for a
    /// level, their medians are its answers.
    pub fn answers(&self) -> Answers {
        let medians = Medians::of(&self.parts);
        PerItem::from_fn(|item| {
            let own = self.entries.get(item).answer;
            let asked = self.variant.asks(item);
            medians.answer(item).unwrap_or(own).filter(|_| asked)
        })
    }

    /// As its result shows it: for a level that others answered their medians stand in the place
    /// of what was entered. Never kept, for an entry holds what one person answered.
    #[must_use]
    pub fn as_counted(&self) -> Assessment {
        let answers = self.answers();
        let mut shown = self.clone();
        for item in self.variant.items() {
            shown.entries.get_mut(item).answer = *answers.get(item);
        }
        shown
    }

    /// Without texts that no screen shows any more: the procurement's name where
    /// none is assessed, a reason where the item is applicable. They are kept, for
    /// one may choose again, but they are not passed on.
    #[must_use]
    pub fn as_shown(&self) -> Assessment {
        let mut shown = self.clone();
        if self.scope == Scope::Organisation {
            shown.procurement = Name::default();
        }
        for item in Item::all() {
            let entry = shown.entries.get_mut(item);
            if entry.answer != Some(Answer::NotApplicable) {
                entry.reason = Note::default();
            }
        }
        shown
    }

    /// What it is called: the procurement that is assessed, or whose it is; none where
    /// nobody named it.
    pub fn called(&self) -> Option<&Name> {
        let name = match self.scope == Scope::Procurement && !self.procurement.is_empty() {
            true => &self.procurement,
            false => &self.name,
        };
        (!name.is_empty()).then_some(name)
    }

    /// What the sentences of the items depend on.
    pub fn subject(&self) -> Subject {
        Subject {
            kind: self.kind,
            scope: self.scope,
        }
    }

    /// The first item that is asked and has no answer.
    pub fn first_unanswered(&self) -> Option<Item> {
        let open = |item: &Item| self.entries.get(*item).answer.is_none();
        self.variant.items().find(open)
    }

    /// Whether it is what somebody else asked for, and no assessment of one's own: a reply, or a
    /// report on measures.
    pub fn is_asked_for(&self) -> bool {
        self.variant.asked().is_some() || !self.parts.of(ASKED_FOR).is_empty()
    }

    /// Whether it is one to go on with: items are not answered, and nobody else asked for it.
    pub fn is_unfinished(&self) -> bool {
        !self.is_asked_for() && self.first_unanswered().is_some()
    }

    /// How many of the items that are asked have an answer.
    pub fn answered(&self) -> usize {
        let has = |item: &Item| self.entries.get(*item).answer.is_some();
        self.variant.items().filter(has).count()
    }

    /// How many of the answers that ask for evidence have some, and how many ask for it.
    pub fn documented(&self) -> (usize, usize) {
        let entries = self.variant.items().map(|item| self.entries.get(item));
        let asking = entries.filter(|entry| entry.asks_for_evidence());
        asking.fold((0, 0), |(n, total), entry| {
            (n + usize::from(!entry.is_undocumented()), total + 1)
        })
    }
}

#[cfg(test)]
mod tests;

//! An assessment and what can happen to it. Every value here is right by
//! construction; `apply` is the only way an assessment changes.

mod history;
mod text;

pub use history::History;
pub use text::{Name, Note, TextProblem};

use crate::catalogue::{
    Answer, AnsweredBy, Checklist, Covered, Item, Kind, Level, PerItem, PerLevel, Perspective,
    Scope, Step, Subject, Variant,
};
use crate::day::Day;
use crate::scoring::Answers;

/// What was entered for one item.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Entry {
    /// The answer, if there is one yet.
    pub answer: Option<Answer>,
    /// Why the item is not applicable.
    pub reason: Note,
    /// What shows the answer: a case number, a link, a date.
    pub evidence: Note,
    /// Anything else.
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
    /// Nothing is deducted where it is not (instrument.md, "The scale").
    pub fn is_undocumented(&self) -> bool {
        let step = self.answer.and_then(Answer::step);
        step.is_some_and(|step| step.number() >= 3) && self.evidence.is_empty()
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
        }
    }

    /// The assessment after an action on a day.
    #[must_use]
    pub fn apply(mut self, action: &Action, date: Day) -> Assessment {
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
        }
        self
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
        }
    }

    /// The answers alone, for scoring: of the items that are asked.
    pub fn answers(&self) -> Answers {
        PerItem::from_fn(|item| {
            let asked = self.variant.asks(item);
            self.entries.get(item).answer.filter(|_| asked)
        })
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

    /// How many of the items that are asked have an answer.
    pub fn answered(&self) -> usize {
        let has = |item: &Item| self.entries.get(*item).answer.is_some();
        self.variant.items().filter(has).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Level;

    fn blank() -> Assessment {
        Assessment::blank(Kind::County, Scope::Organisation, Day::from_number(0))
    }

    #[test]
    fn an_answer_changes_its_item_and_the_date_only() {
        let day = Day::from_number(9);
        for item in Item::all() {
            let after = blank().apply(&Action::AnswerChosen(item, Answer::DontKnow), day);
            assert_eq!(after.date, day);
            for (other, entry) in after.entries.iter() {
                let expected = (other == item).then_some(Answer::DontKnow);
                assert_eq!(entry.answer, expected, "{}", other.id());
            }
        }
    }

    #[test]
    fn notes_stay_when_the_answer_changes() {
        let item = Item::FIRST;
        let note = Note::parse("Sak 12/2026").unwrap_or_default();
        let day = Day::from_number(1);
        let after = blank()
            .apply(
                &Action::NoteWritten(item, NoteField::Evidence, note.clone()),
                day,
            )
            .apply(&Action::AnswerChosen(item, Answer::NotApplicable), day)
            .apply(&Action::KindChosen(Kind::State), day);
        assert_eq!(after.entries.get(item).evidence, note);
        assert_eq!(after.kind, Kind::State);
    }

    #[test]
    fn answers_from_step_3_want_evidence() {
        for (code, evidence, expected) in [
            ("2", "", false),
            ("3", "", true),
            ("5", "", true),
            ("5", "Sak 12/2026", false),
            ("dk", "", false),
            ("na", "", false),
        ] {
            let entry = Entry {
                answer: Answer::parse(code),
                evidence: Note::parse(evidence).unwrap(),
                ..Entry::default()
            };
            assert_eq!(entry.is_undocumented(), expected, "{code} {evidence}");
        }
    }

    #[test]
    fn every_action_can_be_taken_back_and_done_again() {
        let item = Item::FIRST;
        let name = Name::parse("Fosen").unwrap();
        let note = Note::parse("Sak 1").unwrap();
        let actions = [
            Action::AnswerChosen(item, Answer::DontKnow),
            Action::AnswerChosen(item, Answer::NotApplicable),
            Action::AnswerCleared(item),
            Action::NoteWritten(item, NoteField::Reason, note.clone()),
            Action::NoteWritten(item, NoteField::Evidence, note),
            Action::NameWritten(name.clone()),
            Action::ProcurementWritten(name),
            Action::KindChosen(Kind::State),
            Action::ScopeChosen(Scope::Procurement),
            Action::VariantChosen(Variant::Quick),
            Action::AnsweredByChosen(AnsweredBy::Group),
            Action::PerspectiveAnswered(Perspective::Plan, Covered::No),
            Action::PerspectiveAnswered(Perspective::Plan, Covered::Yes),
            Action::PerspectiveCleared(Perspective::Plan),
            Action::TargetChosen(Level::Political, Step::new(3)),
            Action::TargetChosen(Level::Political, None),
        ];
        let day = Day::from_number(0);
        // One after the other, each taken back and done again on the way.
        let mut now = blank();
        for action in &actions {
            let undoing = now.undoing(action);
            let after = now.clone().apply(action, day);
            assert_eq!(after.clone().apply(&undoing, day), now, "{action:?}");
            assert_eq!(after.undoing(&undoing), *action, "{action:?}");
            now = after;
        }
    }

    #[test]
    fn one_resumes_at_the_first_gap() {
        let mut assessment = blank();
        assert_eq!(assessment.first_unanswered(), Some(Item::FIRST));
        for item in Level::Political.items() {
            let chosen = Action::AnswerChosen(item, Answer::NotApplicable);
            assessment = assessment.apply(&chosen, Day::from_number(2));
        }
        let next = assessment.first_unanswered().map(Item::id);
        assert_eq!(next.as_deref(), Some("executive.goal"));
        assert_eq!(assessment.answered(), 6);
    }

    #[test]
    fn the_quick_variant_loses_no_answer() {
        let day = Day::from_number(1);
        let full = Item::all().fold(blank(), |assessment, item| {
            assessment.apply(&Action::AnswerChosen(item, Answer::DontKnow), day)
        });
        let quick = full
            .clone()
            .apply(&Action::VariantChosen(Variant::Quick), day);
        assert_eq!(quick.answered(), 6);
        let scored = quick.answers();
        assert_eq!(scored.iter().filter(|(_, a)| a.is_some()).count(), 6);
        let again = quick.apply(&Action::VariantChosen(Variant::Full), day);
        assert_eq!(again, full);
    }

    #[test]
    fn what_is_answered_about_the_document_and_aimed_at_is_kept() {
        let day = Day::from_number(1);
        let after = blank()
            .apply(
                &Action::PerspectiveAnswered(Perspective::Purposes, Covered::Partly),
                day,
            )
            .apply(&Action::TargetChosen(Level::Executive, Step::new(4)), day)
            .apply(&Action::ScopeChosen(Scope::Procurement), day);
        assert_eq!(
            after.checklist.get(Perspective::Purposes),
            Some(Covered::Partly)
        );
        assert_eq!(
            after.checklist.iter().filter(|(_, c)| c.is_some()).count(),
            1
        );
        assert_eq!(
            after.targets.get(Level::Executive).map(Step::number),
            Some(4)
        );
        assert_eq!(after.subject().scope, Scope::Procurement);
        let without = after.apply(&Action::TargetChosen(Level::Executive, None), day);
        assert_eq!(without.targets, PerLevel::default());
    }
}

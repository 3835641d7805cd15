//! Taking back and doing again. What was done is kept as the actions that take
//! it back, so an undo merges with what other tabs wrote like any other change.

use super::{Action, Assessment, NoteField};
use crate::catalogue::Item;

/// So many steps can be taken back.
pub const STEPS_MAX: usize = 200;

/// What can be taken back and done again, latest last.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct History {
    past: Vec<Action>,
    future: Vec<Action>,
    /// The text that is being written: its letters are one step.
    writing: Option<Text>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Text {
    Note(Item, NoteField),
    Name,
    Procurement,
}

impl Text {
    fn of(action: &Action) -> Option<Text> {
        match action {
            Action::NoteWritten(item, field, _) => Some(Text::Note(*item, *field)),
            Action::NameWritten(_) => Some(Text::Name),
            Action::ProcurementWritten(_) => Some(Text::Procurement),
            _ => None,
        }
    }
}

impl History {
    /// Something is about to be done to the assessment. What changes nothing is
    /// no step.
    pub fn did(&mut self, before: &Assessment, action: &Action) {
        let undoing = before.undoing(action);
        if undoing == *action {
            return;
        }
        let text = Text::of(action);
        if text.is_none() || self.writing != text {
            self.past.push(undoing);
            if self.past.len() > STEPS_MAX {
                self.past.remove(0);
            }
        }
        self.writing = text;
        self.future.clear();
    }

    /// The action that takes the last step back, if there is one.
    pub fn undo(&mut self, now: &Assessment) -> Option<Action> {
        let action = self.past.pop()?;
        self.future.push(now.undoing(&action));
        self.writing = None;
        Some(action)
    }

    /// The action that does it again.
    pub fn redo(&mut self, now: &Assessment) -> Option<Action> {
        let action = self.future.pop()?;
        self.past.push(now.undoing(&action));
        self.writing = None;
        Some(action)
    }

    /// Whether anything can be taken back.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether anything can be done again.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{Name, Note};
    use crate::catalogue::{Answer, Kind, Level, Scope, Step};
    use crate::day::Day;
    use proptest::prelude::*;

    fn blank() -> Assessment {
        Assessment::blank(Kind::County, Scope::Organisation, Day::from_number(0))
    }

    /// Does the actions in turn; the states on the way, first to last.
    fn run(actions: &[Action]) -> (History, Vec<Assessment>) {
        let mut history = History::default();
        let mut states = vec![blank()];
        for action in actions {
            let before = states.last().unwrap().clone();
            history.did(&before, action);
            states.push(before.apply(action, Day::from_number(0)));
        }
        (history, states)
    }

    #[test]
    fn the_letters_of_a_text_are_one_step() {
        let write = |text: &str| {
            Action::NoteWritten(Item::FIRST, NoteField::Comment, Note::parse(text).unwrap())
        };
        let name = Action::NameWritten(Name::parse("F").unwrap());
        let (mut history, states) = run(&[write("a"), write("ab"), name, write("abc")]);
        let mut now = states.last().unwrap().clone();
        let mut seen = Vec::new();
        while let Some(action) = history.undo(&now) {
            now = now.apply(&action, Day::from_number(0));
            let comment = now.entries.get(Item::FIRST).comment.as_str().to_owned();
            seen.push((comment, now.name.as_str().to_owned()));
        }
        let expected = [("ab", "F"), ("ab", ""), ("", "")];
        assert_eq!(seen, expected.map(|(a, b)| (a.to_owned(), b.to_owned())));
    }

    #[test]
    fn what_changes_nothing_is_no_step_and_the_oldest_steps_go() {
        let answer =
            |step| Action::AnswerChosen(Item::FIRST, Answer::Rated(Step::new(step).unwrap()));
        let (history, _) = run(&[answer(3), answer(3)]);
        assert_eq!(history.past.len(), 1);
        let many: Vec<Action> = (0..500u32).map(|n| answer((n % 5) as u8 + 1)).collect();
        assert_eq!(run(&many).0.past.len(), STEPS_MAX);
    }

    fn any_action() -> impl Strategy<Value = Action> {
        let item = (0..18usize).prop_map(|index| Item::ALL[index]);
        let answer = prop::sample::select(Answer::all().collect::<Vec<_>>());
        prop_oneof![
            (item.clone(), answer).prop_map(|(item, answer)| Action::AnswerChosen(item, answer)),
            (item, "[a-c]{0,2}").prop_map(|(item, text)| {
                Action::NoteWritten(item, NoteField::Evidence, Note::parse(&text).unwrap())
            }),
            (0..6u8).prop_map(|n| Action::TargetChosen(Level::Executive, Step::new(n))),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig {
            failure_persistence: None,
            ..ProptestConfig::with_cases(300)
        })]

        #[test]
        fn all_is_taken_back_and_done_again(actions in prop::collection::vec(any_action(), 0..40)) {
            let (mut history, states) = run(&actions);
            let last = states.last().unwrap().clone();
            let mut now = last.clone();
            while let Some(action) = history.undo(&now) {
                now = now.apply(&action, Day::from_number(0));
            }
            prop_assert_eq!(&now, &blank());
            while let Some(action) = history.redo(&now) {
                now = now.apply(&action, Day::from_number(0));
            }
            prop_assert_eq!(now, last);
        }
    }
}

//! Taking back and doing again. What was done is kept as the actions that take
//! it back, so an undo merges with what other tabs wrote like any other change.

use super::{Action, Assessment, Key, NoteField};
use crate::catalogue::Item;

/// So many steps can be taken back.
pub const STEPS_MAX: usize = 200;

/// What was done in one go, as the actions that take it back, or do it again.
type Deed = Vec<Action>;

/// What can be taken back and done again, latest last.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct History {
    past: Vec<Deed>,
    future: Vec<Deed>,
    /// The text that is being written: its letters are one step.
    writing: Option<Text>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Text {
    Note(Item, NoteField),
    Name,
    Procurement,
    Part(Box<Key>),
}

impl Text {
    fn of(action: &Action) -> Option<Text> {
        match action {
            Action::NoteWritten(item, field, _) => Some(Text::Note(*item, *field)),
            Action::NameWritten(_) => Some(Text::Name),
            Action::ProcurementWritten(_) => Some(Text::Procurement),
            Action::PartWritten(key, _) => Some(Text::Part(Box::new(key.clone()))),
            _ => None,
        }
    }
}

/// What takes a deed back, in the order in which it does: the last action first.
fn undoing(before: &Assessment, deed: &[Action]) -> Deed {
    // A letter in a text is one action: nothing is copied for it.
    if let [action] = deed {
        let back = before.undoing(action);
        return Vec::from_iter((back != *action).then_some(back));
    }
    let mut now = before.clone();
    let mut back = Vec::new();
    for action in deed {
        let undoing = now.undoing(action);
        if undoing != *action {
            back.push(undoing);
            let date = now.date;
            now = now.apply(action, date);
        }
    }
    back.reverse();
    back
}

impl History {
    /// Something is about to be done to the assessment, in one go. What changes nothing is
    /// no step.
    pub fn did(&mut self, before: &Assessment, deed: &[Action]) {
        let undoing = undoing(before, deed);
        if undoing.is_empty() {
            return;
        }
        let text = match deed {
            [action] => Text::of(action),
            _ => None,
        };
        if text.is_none() || self.writing != text {
            self.past.push(undoing);
            if self.past.len() > STEPS_MAX {
                self.past.remove(0);
            }
        }
        self.writing = text;
        self.future.clear();
    }

    /// The actions that take the last step back, if there is one.
    pub fn undo(&mut self, now: &Assessment) -> Option<Vec<Action>> {
        let deed = self.past.pop()?;
        self.future.push(undoing(now, &deed));
        self.writing = None;
        Some(deed)
    }

    /// The actions that do it again.
    pub fn redo(&mut self, now: &Assessment) -> Option<Vec<Action>> {
        let deed = self.future.pop()?;
        self.past.push(undoing(now, &deed));
        self.writing = None;
        Some(deed)
    }

    /// What is done next is a step of its own, whatever was written last.
    pub fn begin_step(&mut self) {
        self.writing = None;
    }

    /// What was done to the parts that a deed writes cannot be taken back any more, and not be
    /// done again.
    pub fn forget(&mut self, deed: &[Action]) {
        let part = |action: &Action| match action {
            Action::PartWritten(key, _) => Some(key.clone()),
            _ => None,
        };
        let written: Vec<Key> = deed.iter().filter_map(part).collect();
        for steps in [&mut self.past, &mut self.future] {
            for step in steps.iter_mut() {
                step.retain(|one| part(one).is_none_or(|key| !written.contains(&key)));
            }
            steps.retain(|step| !step.is_empty());
        }
        self.begin_step();
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
            history.did(&before, std::slice::from_ref(action));
            states.push(before.apply(action, Day::from_number(0)));
        }
        (history, states)
    }

    fn after(now: Assessment, deed: &[Action]) -> Assessment {
        let apply = |now: Assessment, action| now.apply(action, Day::from_number(0));
        deed.iter().fold(now, apply)
    }

    #[test]
    fn what_was_done_in_one_go_is_one_step() {
        let key = |field: &str| Key::parse(&format!("plan/aaaaaaaaaaaaaaaa/{field}")).unwrap();
        let write =
            |field: &str, text: &str| Action::PartWritten(key(field), Note::parse(text).unwrap());
        let deed = [
            write("text", "Spør"),
            write("text", "Spør tre"),
            write("status", "done"),
            Action::KindChosen(Kind::County),
        ];
        let mut history = History::default();
        history.did(&blank(), &deed);
        let done = after(blank(), &deed);
        let undone = history.undo(&done).unwrap();
        let back = after(done.clone(), &undone);
        assert_eq!(back, blank());
        let redone = history.redo(&back).unwrap();
        assert_eq!(after(back, &redone), done);
        // The same again is no step, and the letters of one field are one.
        let mut history = History::default();
        history.did(&done, &deed[1..3]);
        assert!(!history.can_undo());
        history.did(&done, &[write("text", "a")]);
        history.did(
            &after(done.clone(), &[write("text", "a")]),
            &[write("text", "ab")],
        );
        assert_eq!(history.past.len(), 1);
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
        while let Some(deed) = history.undo(&now) {
            now = after(now, &deed);
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
            while let Some(deed) = history.undo(&now) {
                now = after(now, &deed);
            }
            prop_assert_eq!(&now, &blank());
            while let Some(deed) = history.redo(&now) {
                now = after(now, &deed);
            }
            prop_assert_eq!(now, last);
        }
    }
}

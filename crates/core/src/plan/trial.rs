//! What would follow from other answers, tried on a result: only what differs from the answers
//! is held, so taking it all back gives them again as they are. Explained in docs/method.md,
//! "The plan".

use super::{Aim, Plan, Proposal};
use crate::catalogue::{Answer, Item, PerItem, Step};
use crate::scoring::Answers;

/// Steps that are tried for some items.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Trial(PerItem<Option<Step>>);

/// Whether an answer may be tried otherwise: what does not apply is no step away from anything.
pub fn may_be_tried(answer: Option<Answer>) -> bool {
    answer != Some(Answer::NotApplicable)
}

impl Trial {
    /// With this step for an item; with none, it stands as it was answered.
    #[must_use]
    pub fn with(mut self, item: Item, step: Option<Step>) -> Trial {
        *self.0.get_mut(item) = step;
        self
    }

    /// What is tried of these answers: items that stand otherwise in them, or have no step.
    /// Answers may have changed since.
    pub fn tried(&self, answers: &Answers) -> impl Iterator<Item = (Item, Step)> {
        let otherwise = |(item, step): (Item, &Option<Step>)| {
            let (step, answer) = ((*step)?, *answers.get(item));
            let moved = may_be_tried(answer) && answer != Some(Answer::Rated(step));
            moved.then_some((item, step))
        };
        self.0.iter().filter_map(otherwise)
    }

    /// The answers as they are tried.
    pub fn over(&self, answers: &Answers) -> Answers {
        let mut tried = *answers;
        for (item, step) in self.tried(answers) {
            *tried.get_mut(item) = Some(Answer::Rated(step));
        }
        tried
    }

    /// The measures that the raised items point to, each single step one of its own. An item
    /// that is lowered, or that had no step, points to none.
    pub fn measures(&self, answers: &Answers, plan: &Plan) -> Vec<Proposal> {
        let mut found = Vec::new();
        for (item, reached) in self.tried(answers) {
            let Some(today) = answers.get(item).and_then(Answer::step) else {
                continue;
            };
            for pair in Step::ALL.windows(2) {
                if let [from, to] = *pair
                    && from >= today
                    && to <= reached
                    && let Some(aim) = Aim::new(item, from, to)
                {
                    found.push(Proposal::of(plan, aim));
                }
            }
        }
        found
    }

    /// How many of the tried items point to no measure.
    pub fn without_measure(&self, answers: &Answers) -> usize {
        let step = |item: Item| answers.get(item).and_then(Answer::step);
        let lifted = |item: Item, to: Step| step(item).is_some_and(|from| from < to);
        let tried = self.tried(answers);
        tried.filter(|(item, to)| !lifted(*item, *to)).count()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{answered, step, with};
    use super::*;
    use crate::assessment::{Action, Assessment, Note};
    use crate::catalogue::Level;
    use crate::plan::adding;
    use crate::scoring::score;
    use proptest::prelude::*;

    fn any_answers() -> impl Strategy<Value = Answers> {
        let codes = ["1", "2", "3", "4", "5", "2", "3", "dk", "na", "-"];
        prop::array::uniform18(prop::sample::select(codes.to_vec())).prop_map(|codes| {
            let mut codes = codes.into_iter();
            PerItem::from_fn(|_| codes.next().and_then(Answer::parse))
        })
    }

    /// Which items are tried at which step; 0: as answered.
    fn any_trial() -> impl Strategy<Value = Trial> {
        prop::array::uniform18(0..=5u8).prop_map(|steps| {
            let tried = Item::all().zip(steps);
            tried.fold(Trial::default(), |trial, (item, number)| {
                trial.with(item, Step::new(number))
            })
        })
    }

    /// The same answers, given as they are tried.
    fn given(answers: &Answers, trial: &Trial) -> Assessment {
        let day = crate::plan::tests::today();
        let answer = |now: Assessment, item: Item, answer: Answer| {
            now.apply(&Action::AnswerChosen(item, answer), day)
        };
        let mut now = answered([0; 18]);
        for (item, one) in answers.iter() {
            now = one.map_or(now.clone(), |one| answer(now, item, one));
        }
        for (item, step) in trial.tried(answers) {
            now = answer(now, item, Answer::Rated(step));
        }
        now
    }

    proptest! {
        #![proptest_config(ProptestConfig {
            failure_persistence: None,
            ..ProptestConfig::with_cases(1000)
        })]

        #[test]
        fn a_trial_is_scored_like_an_assessment_answered_so(
            answers in any_answers(), trial in any_trial()
        ) {
            let tried = trial.over(&answers);
            let same = given(&answers, &trial).answers();
            prop_assert_eq!(tried, same);
            prop_assert_eq!(score(&tried), score(&same));
        }

        #[test]
        fn taking_all_back_gives_the_same_answers(answers in any_answers(), trial in any_trial()) {
            let back = Item::all().fold(trial, |trial, item| trial.with(item, None));
            prop_assert_eq!(back, Trial::default());
            prop_assert_eq!(back.over(&answers), answers);
            // What is tried at the step where it stands is not tried at all.
            let same = Item::all().fold(trial, |trial, item| {
                trial.with(item, answers.get(item).and_then(Answer::step))
            });
            prop_assert_eq!(same.over(&answers), answers);
        }

        #[test]
        fn what_does_not_apply_stays_so(answers in any_answers(), trial in any_trial()) {
            let tried = trial.over(&answers);
            for (item, answer) in answers.iter() {
                if *answer == Some(Answer::NotApplicable) {
                    prop_assert_eq!(tried.get(item), answer);
                }
            }
        }

        #[test]
        fn raising_answers_never_lowers_a_stage(answers in any_answers(), trial in any_trial()) {
            let raised = Item::all().fold(trial, |trial, item| {
                let (now, to) = (answers.get(item).and_then(Answer::step), *trial.0.get(item));
                trial.with(item, to.filter(|to| now.is_some_and(|now| now < *to)))
            });
            let (before, after) = (score(&answers), score(&raised.over(&answers)));
            for level in Level::ALL {
                let stage = |outcome: &crate::scoring::Outcome| outcome.levels.get(level).stage();
                prop_assert!(stage(&after) >= stage(&before));
            }
        }

        #[test]
        fn measures_lead_from_today_to_what_is_tried(
            answers in any_answers(), trial in any_trial()
        ) {
            let measures = trial.measures(&answers, &Plan::default());
            let mut reached = answers;
            for one in &measures {
                let place = reached.get_mut(one.aim.item());
                // One follows the other, without a gap.
                prop_assert_eq!(*place, Some(Answer::Rated(one.aim.from())));
                *place = Some(Answer::Rated(one.aim.to()));
            }
            let raised = trial.tried(&answers).count() - trial.without_measure(&answers);
            let tried = trial.over(&answers);
            let moved = Item::all().filter(|item| reached.get(*item) != answers.get(*item));
            prop_assert_eq!(moved.clone().count(), raised);
            for item in moved {
                prop_assert_eq!(reached.get(item), tried.get(item));
            }
        }
    }

    #[test]
    fn what_the_plan_has_is_not_proposed_again() {
        let [first, second, third] = [0, 1, 2].map(|at| Item::ALL[at]);
        let assessment = answered([2; 18]);
        let trial = Trial::default()
            .with(first, Some(step(4)))
            .with(second, Some(step(1)))
            .with(third, Some(step(3)));
        let answers = assessment.answers();
        let lift = Aim::new(first, step(2), step(3)).unwrap();
        let there = with(
            assessment,
            &adding(&lift.id(0), Some(lift), &Note::default()),
        );
        let found = trial.measures(&answers, &Plan::of(&there.parts));
        let found: Vec<_> = found
            .iter()
            .map(|one| (one.aim.text(), one.is_there))
            .collect();
        let wanted = [
            ("political.goal:2:3".to_owned(), true),
            ("political.goal:3:4".to_owned(), false),
            ("political.plan:2:3".to_owned(), false),
        ];
        assert_eq!(found, wanted);
        assert_eq!(trial.without_measure(&answers), 1);
    }

    #[test]
    fn answers_without_a_step_can_be_tried_and_point_to_no_measure() {
        let mut answers = answered([3; 18]).answers();
        *answers.get_mut(Item::ALL[0]) = Some(Answer::DontKnow);
        *answers.get_mut(Item::ALL[1]) = None;
        *answers.get_mut(Item::ALL[2]) = Some(Answer::NotApplicable);
        let trial = (0..3).fold(Trial::default(), |trial, at| {
            trial.with(Item::ALL[at], Some(step(5)))
        });
        assert_eq!(trial.tried(&answers).count(), 2);
        assert_eq!(trial.measures(&answers, &Plan::default()), []);
        assert_eq!(trial.without_measure(&answers), 2);
        assert_eq!(
            *trial.over(&answers).get(Item::ALL[2]),
            Some(Answer::NotApplicable)
        );
    }
}

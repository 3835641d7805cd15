//! Every sentence on a result against its condition. The conditions are written from the
//! words of the sentences, not from the rules that choose them.

use std::collections::BTreeSet;

use super::*;
use crate::catalogue::PerItem;
use crate::numbers::Ratio;
use crate::scoring::{Outcome, ceilings, score};
use crate::texts::{Lang, Texts};

const ANSWERS: [&str; 7] = ["1", "2", "3", "4", "5", "dk", "na"];

/// What several may come to: every half step between 1 and 5, in half steps.
const HALVES: std::ops::RangeInclusive<u8> = 2..=10;

/// One result, seen by a sentence that speaks of the whole or of a level.
struct Case<'a> {
    answers: &'a Answers,
    outcome: &'a Outcome,
    headline: &'a Headline,
}

impl Case<'_> {
    /// The ratings of a level, in half steps.
    fn ratings(&self, level: Level) -> Vec<u8> {
        let halves = |item: Item| self.answers.get(item).and_then(Answer::halves);
        level.items().into_iter().filter_map(halves).collect()
    }

    /// Whether every rating of all levels is at this step.
    fn all_at(&self, step: Step) -> bool {
        let ratings = |level| self.ratings(level).into_iter();
        let mut all = Level::ALL.into_iter().flat_map(ratings);
        all.all(|halves| halves == step.number() * 2)
    }

    fn stage(&self, level: Level) -> Step {
        self.outcome.levels.get(level).stage().unwrap()
    }

    fn lowest_stage(&self) -> Step {
        Level::ALL
            .map(|level| self.stage(level))
            .into_iter()
            .min()
            .unwrap()
    }

    fn weakest(&self) -> Vec<Level> {
        let mut levels = Level::ALL.to_vec();
        levels.retain(|level| self.stage(*level) == self.lowest_stage());
        levels
    }

    /// Whether each of the weakest links has an answer that does not reach this step.
    fn something_below(&self, step: u8) -> bool {
        let low = |level: &Level| self.ratings(*level).iter().any(|at| *at < step * 2);
        self.weakest().iter().all(low)
    }

    fn mean(&self, level: Level) -> Ratio {
        self.outcome.levels.get(level).mean.unwrap()
    }
}

/// What a sentence on the whole claims.
type Claim = (Key, fn(&Case) -> bool);

const WHOLE: [Claim; 9] = [
    // "Der er det ennå lite å vise til": less than mentioned, taken together.
    (key::RESULT_S1, |case| {
        let little = |level: &Level| !case.mean(*level).at_least(2);
        case.weakest().iter().all(little)
    }),
    // "Der er noe ennå ikke vedtatt."
    (key::RESULT_S2, |case| case.something_below(3)),
    // "Der er noe ennå ikke tatt i bruk."
    (key::RESULT_S3, |case| case.something_below(4)),
    // "Der er det noe dere ennå ikke har lært av."
    (key::RESULT_S4, |case| case.something_below(5)),
    // "Alle svar med et trinn står på det høyeste. Ingenting stopper dere."
    (key::RESULT_S5, |case| case.all_at(Step::HIGHEST)),
    (key::PATTERN_ANCHORED_MEANING, |case| {
        intends(case) && does(case)
    }),
    (key::PATTERN_UNREALISED_MEANING, |case| {
        intends(case) && !does(case)
    }),
    (key::PATTERN_EMERGENT_MEANING, |case| {
        !intends(case) && does(case)
    }),
    (key::PATTERN_NOT_STARTED_MEANING, |case| {
        !intends(case) && !does(case)
    }),
];

/// "Vilje har snitt 3 eller høyere": the mean of the two upper levels' means.
fn intends(case: &Case) -> bool {
    let two = [Level::Political, Level::Executive].map(|level| case.ratings(level));
    let [one, other] = two.map(|ratings| {
        let sum: u32 = ratings.iter().map(|halves| u32::from(*halves)).sum();
        (sum, u32::try_from(ratings.len()).unwrap())
    });
    one.0 * other.1 + other.0 * one.1 >= 12 * one.1 * other.1
}

/// "Praksis har snitt 3 eller høyere".
fn does(case: &Case) -> bool {
    let ratings = case.ratings(Level::Operational);
    let sum: usize = ratings.iter().map(|halves| usize::from(*halves)).sum();
    sum >= 6 * ratings.len()
}

/// Checks everything that is said of these answers; returns what was said.
fn check(answers: &Answers) -> Vec<Key> {
    let outcome = score(answers);
    let Some(headline) = &outcome.headline else {
        return Vec::new();
    };
    let case = Case {
        answers,
        outcome: &outcome,
        headline,
    };
    let [_, pattern, _] = pattern(headline.pattern);
    let mut said = vec![meaning(headline.stage), pattern];
    for key in &said {
        let (_, claim) = WHOLE.iter().find(|(of, _)| of == key).unwrap();
        assert!(claim(&case), "{key:?} is not true of {answers:?}");
    }
    said.extend(check_weakest(&case));
    for level in &headline.binding {
        said.extend(check_stop(&case, *level));
    }
    said
}

fn check_weakest(case: &Case) -> Vec<Key> {
    let links = match weakest(case.answers, case.headline) {
        Weakest::Nothing => {
            assert!(case.all_at(Step::HIGHEST));
            return vec![key::RESULT_BINDS_NONE];
        }
        // "Alle tre leddene holder like mye: Alle svar med et trinn står på {n}."
        Weakest::Same(n) => {
            assert_eq!(case.weakest().len(), 3);
            assert!(case.all_at(n));
            return vec![key::RESULT_WEAK_SAME];
        }
        // "Alle tre leddene holder like mye: {links}."
        Weakest::Alike(links) => {
            assert_eq!(case.weakest(), Level::ALL);
            (key::RESULT_WEAK_ALIKE, links)
        }
        // "Svakest er {links}.": each of them stands lower than every other.
        Weakest::Links(links) => {
            assert!(case.weakest().len() < 3);
            (key::RESULT_WEAK, links)
        }
    };
    let (said, links) = links;
    let levels: Vec<Level> = links.iter().map(|link| link.level).collect();
    assert_eq!(levels, case.weakest());
    let parts = links.iter().inspect(|link| check_held(case, link));
    [said]
        .into_iter()
        .chain(parts.map(|link| link.key))
        .collect()
}

/// "…, der {themes} står på {n}": they do, no other of the level does, and none is lower.
fn check_held(case: &Case, link: &Held) {
    let halves = |item: Item| case.answers.get(item).and_then(Answer::halves);
    let (low, high) = link.at;
    for item in link.level.items() {
        let named = link.items.contains(&item);
        let within = halves(item).is_some_and(|halves| (low..=high).contains(&halves));
        assert_eq!(within, named, "{:?}", case.answers);
        assert!(halves(item).is_none_or(|halves| halves >= low));
    }
    // One person's answers stand at one step, and both ends are told of others'.
    assert!(low == high || low % 2 == 1 || high % 2 == 1);
    let stands = |end: u8| link.items.iter().any(|item| halves(*item) == Some(end));
    assert!(stands(low) && stands(high));
    // "alle svar med et trinn" and the number that is told.
    let all = case.ratings(link.level).len();
    assert_eq!(link.key == key::RESULT_WEAK_ALL, link.items.len() == all);
    assert_eq!(
        link.key == key::RESULT_WEAK_NAMED1,
        link.items.len() == 1 && all > 1
    );
}

fn check_stop(case: &Case, level: Level) -> Option<Key> {
    let stop = stop(case.answers, case.headline, level);
    let stage = case.stage(level);
    let held: Vec<Item> = case.headline.holding(level).collect();
    match stop {
        None => assert_eq!(stage, Step::HIGHEST),
        // "Svar på {low} stopper nivået på {n}": whatever the others are.
        Some(Stop::Low(low)) => {
            assert!(
                held.iter()
                    .all(|item| case.answers.get(*item).unwrap().halves() >= Some(low))
            );
            let others = raised(
                case.answers,
                level,
                |item| !held.contains(&item),
                Step::HIGHEST,
            );
            assert_eq!(score(&others).levels.get(level).stage(), Some(stage));
        }
        // "Disse svarene holder snittet under {n}": it is below, and without them it is not.
        Some(Stop::Mean(up)) => {
            assert!(ceilings(case.answers, level).unwrap().mean < up);
            let lifted = raised(case.answers, level, |item| held.contains(&item), up);
            assert!(ceilings(&lifted, level).unwrap().mean >= up);
        }
    }
    stop.map(Stop::key)
}

fn raised(answers: &Answers, level: Level, which: impl Fn(Item) -> bool, to: Step) -> Answers {
    let mut raised = *answers;
    for item in level.items().into_iter().filter(|item| which(*item)) {
        if answers.get(item).and_then(Answer::step).is_some() {
            *raised.get_mut(item) = Some(Answer::Rated(to));
        }
    }
    raised
}

/// Every way to answer the six items of a level, whatever their order: each sentence treats
/// them alike but for the names of the themes.
fn combinations() -> Vec<[Option<Answer>; 6]> {
    let mut found: Vec<Vec<usize>> = vec![vec![]];
    for _ in 0..6 {
        let longer = |given: Vec<usize>| {
            let from = given.last().copied().unwrap_or(0);
            let more = (from..ANSWERS.len()).map(move |next| [given.clone(), vec![next]].concat());
            more.collect::<Vec<_>>()
        };
        found = found.into_iter().flat_map(longer).collect();
    }
    let answers = |given: Vec<usize>| {
        let mut given = given.into_iter().map(|at| Answer::parse(ANSWERS[at]));
        [(); 6].map(|()| given.next().flatten())
    };
    found.into_iter().map(answers).collect()
}

#[test]
fn every_sentence_is_true_of_all_answers_of_a_level() {
    let all = combinations();
    assert_eq!(all.len(), 924);
    let mut said = BTreeSet::new();
    let mut say = |answers: Answers| said.extend(check(&answers).into_iter().map(name));
    for level in Level::ALL {
        for given in &all {
            // Beside levels at every step, and beside the same answers.
            for others in Step::ALL {
                say(PerItem::from_fn(|item| match item.level == level {
                    true => given[item.theme.index()],
                    false => Some(Answer::Rated(others)),
                }));
            }
            say(PerItem::from_fn(|item| given[item.theme.index()]));
        }
    }
    // Each sentence was said, so each condition was tried.
    let expected: BTreeSet<String> = WHOLE
        .iter()
        .map(|(key, _)| *key)
        .chain([
            key::RESULT_BINDS_NONE,
            key::RESULT_WEAK_SAME,
            key::RESULT_WEAK_ALIKE,
            key::RESULT_WEAK,
            key::RESULT_WEAK_ALL,
            key::RESULT_WEAK_NAMED,
            key::RESULT_WEAK_NAMED1,
            key::RESULT_WEAK_COUNT,
            key::RESULT_STOPS_LOW,
            key::RESULT_STOPS_MEAN,
        ])
        .map(name)
        .collect();
    assert_eq!(said, expected);
}

#[test]
fn every_sentence_is_true_of_thousands_of_random_assessments() {
    // A small generator of its own: the same rows on every machine.
    let mut state = 2017u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 16) as usize
    };
    let mut told = 0;
    for _ in 0..5000 {
        let given: Answers = PerItem::from_fn(|_| Answer::parse(ANSWERS[next() % ANSWERS.len()]));
        told += usize::from(!check(&given).is_empty());
    }
    assert!(told > 1000, "only {told} had a headline");
}

/// Every set of ratings of a level in half steps, beside levels at a whole and at a half step.
#[test]
fn every_sentence_is_true_of_all_medians_of_a_level() {
    let mut sets: Vec<Vec<u8>> = vec![vec![]];
    for _ in 0..6 {
        let longer = |given: Vec<u8>| {
            let from = given.last().copied().unwrap_or(*HALVES.start());
            (from..=*HALVES.end()).map(move |next| [given.clone(), vec![next]].concat())
        };
        sets = sets.into_iter().flat_map(longer).collect();
    }
    assert_eq!(sets.len(), 3003);
    for given in &sets {
        for others in [6, 7] {
            let answers: Answers = PerItem::from_fn(|item| match item.level {
                Level::Executive => Answer::of_halves(given[item.theme.index()]),
                _ => Answer::of_halves(others),
            });
            check(&answers);
        }
        check(&PerItem::from_fn(|item| {
            Answer::of_halves(given[item.theme.index()])
        }));
    }
}

/// A key as its bokmål words: what a failure shows.
fn name(key: Key) -> String {
    Texts::builtin(Lang::Nb).get(key).to_owned()
}

//! The one invented result: the front page draws its chain, and everybody can look at all
//! of it before answering anything. Case numbers are its only texts, so it reads the same
//! in every language.

use crate::assessment::{Action, Assessment, Name, Note, NoteField};
use crate::catalogue::{Answer, Item, Kind, Level, Scope, Step};
use crate::day::Day;

/// The answers, a line for each level. Every pattern that a result explains is in them: a
/// strong level above a weak one, a don't know, single answers that hold a level back.
const ANSWERS: [&str; 3] = ["4,4,4,3,4,5", "4,3,3,dk,3,4", "2,3,1,2,3,3"];

/// What shows some of the answers, by their place; others of step 3 and above have nothing.
const EVIDENCE: [(usize, &str); 6] = [
    (0, "2024/118"),
    (1, "2024/118"),
    (2, "2025/31"),
    (6, "2025/47"),
    (8, "2025/52"),
    (11, "2025/64"),
];

/// The stages that are aimed at.
const TARGETS: [(Level, u8); 3] = [
    (Level::Political, 4),
    (Level::Executive, 4),
    (Level::Operational, 3),
];

/// Whose it would be.
const NAME: &str = "Fjordvik kommune";

/// The stage of each level, political first: what the front page draws without computing it.
pub const STAGES: [u8; 3] = [4, 3, 2];

/// The invented result.
pub fn sample() -> Assessment {
    let day = Day::parse_iso("2026-11-26").unwrap_or(Day::from_number(0));
    let answers = ANSWERS.iter().flat_map(|level| level.split(','));
    let answers = Item::ALL.into_iter().zip(answers);
    let answers = answers.filter_map(|(item, code)| {
        let answer = Answer::parse(code)?;
        Some(Action::AnswerChosen(item, answer))
    });
    let evidence = EVIDENCE.into_iter().filter_map(|(place, text)| {
        let (item, note) = (Item::ALL.get(place)?, Note::parse(text).ok()?);
        Some(Action::NoteWritten(*item, NoteField::Evidence, note))
    });
    let targets = TARGETS.map(|(level, stage)| Action::TargetChosen(level, Step::new(stage)));
    let name = Name::parse(NAME).ok().map(Action::NameWritten);
    let actions = answers.chain(evidence).chain(targets).chain(name);
    let blank = Assessment::blank(Kind::Municipality, Scope::Organisation, day);
    actions.fold(blank, |sample, action| sample.apply(&action, day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::PerLevel;
    use crate::scoring::score;

    #[test]
    fn the_sample_is_complete_and_shows_what_a_result_can_tell() {
        let sample = sample();
        assert_eq!(sample.answered(), 18);
        assert_eq!(sample.date.iso(), "2026-11-26");
        assert_eq!(sample.name.as_str(), NAME);
        let answers = sample.answers();
        let unknown = |item: &Item| *answers.get(*item) == Some(Answer::DontKnow);
        assert_eq!(Item::ALL.iter().filter(|item| unknown(item)).count(), 1);
        let bare = |item: &&Item| sample.entries.get(**item).is_undocumented();
        assert!(Item::ALL.iter().filter(bare).count() >= 5);
        let noted = EVIDENCE.map(|(place, _)| Item::ALL[place]);
        assert!(noted.iter().all(|item| !bare(&item)));
        assert!(sample.targets != PerLevel::default());
    }

    #[test]
    fn its_stages_are_those_that_the_front_page_draws() {
        let outcome = score(&sample().answers());
        let stages = Level::ALL.map(|level| {
            let stage = outcome.levels.get(level).stage();
            stage.map(|stage| stage.number())
        });
        assert_eq!(stages, STAGES.map(Some));
        let headline = outcome.headline.unwrap();
        assert_eq!(headline.stage.number(), 2);
        assert_eq!(headline.binding, [Level::Operational]);
    }
}

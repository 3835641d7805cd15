//! Assessments for the tests: pseudo-random ones from a fixed seed, and those
//! that a line of text describes.

use super::figures;
use crate::assessment::{Assessment, Name, Note, NoteField};
use crate::catalogue::{
    Answer, AnsweredBy, Covered, Item, Kind, Level, Perspective, Scope, Step, Variant,
};
use crate::day::Day;

/// A generator of numbers (xorshift).
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Dice {
        Dice(seed)
    }

    /// A number below the bound.
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % bound as u64) as usize
    }

    fn of<T: Copy>(&mut self, values: &[T]) -> T {
        values[self.below(values.len())]
    }

    fn text(&mut self, most: usize) -> String {
        let words = [
            "Sak 12/2026",
            "«innkjøp»",
            "Ås",
            "\n",
            "🧭",
            "e\u{301}",
            "\u{202e}",
            "<b>",
            "=1+1",
            "https://example.org/#r1.",
        ];
        let count = self.below(most + 1);
        (0..count)
            .map(|_| self.of(&words))
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// Without texts.
pub fn bare(count: usize) -> Vec<Assessment> {
    let mut dice = Dice::new(0x2017_1026);
    (0..count).map(|_| figures_of(&mut dice)).collect()
}

/// With texts in about a third of the places, also of items that are not asked.
pub fn written(count: usize) -> Vec<Assessment> {
    let mut dice = Dice::new(0x2026_1125);
    let one = |_| {
        let mut assessment = figures_of(&mut dice);
        assessment.name = Name::parse(&dice.text(3)).unwrap();
        assessment.procurement = Name::parse(&dice.text(2)).unwrap();
        for item in Item::all() {
            for field in NoteField::ALL {
                if dice.below(3) == 0 {
                    let note = Note::parse(&dice.text(6)).unwrap();
                    *assessment.entries.get_mut(item).note_mut(field) = note;
                }
            }
        }
        assessment
    };
    (0..count).map(one).collect()
}

fn figures_of(dice: &mut Dice) -> Assessment {
    let date = Day::from_number(dice.below(65_536) as u16);
    let mut assessment = Assessment::blank(dice.of(&Kind::ALL), dice.of(&Scope::ALL), date);
    assessment.variant = dice.of(&Variant::ALL);
    assessment.by = dice.of(&AnsweredBy::ALL);
    for item in Item::all() {
        assessment.entries.get_mut(item).answer = figures::answer(dice.below(8) as u8);
    }
    for level in Level::ALL {
        *assessment.targets.get_mut(level) = Step::new(dice.below(6) as u8);
    }
    for one in Perspective::ALL {
        let covered = Covered::ALL.get(dice.below(4)).copied();
        assessment.checklist.set(one, covered);
    }
    assessment
}

/// As the tables of the specification write them: answers, targets, checklist.
pub fn described(about: [&str; 5], answers: &str, targets: &str, checklist: &str) -> Assessment {
    let [kind, scope, variant, by, date] = about;
    let date = Day::parse_iso(date).unwrap();
    let mut assessment = Assessment::blank(
        Kind::parse(kind).unwrap(),
        Scope::parse(scope).unwrap(),
        date,
    );
    assessment.variant = Variant::parse(variant).unwrap();
    assessment.by = AnsweredBy::parse(by).unwrap();
    let codes: Vec<&str> = answers
        .split_whitespace()
        .filter(|code| *code != "/")
        .collect();
    assert_eq!(codes.len(), Item::COUNT, "{answers}");
    for (item, code) in Item::all().zip(codes) {
        let answer = (code != "-").then(|| Answer::parse(code).unwrap());
        assessment.entries.get_mut(item).answer = answer;
    }
    for (level, code) in Level::ALL.into_iter().zip(targets.split_whitespace()) {
        *assessment.targets.get_mut(level) = code.parse().ok().and_then(Step::new);
    }
    for (one, code) in Perspective::ALL
        .into_iter()
        .zip(checklist.split_whitespace())
    {
        assessment.checklist.set(one, Covered::parse(code));
    }
    assessment
}

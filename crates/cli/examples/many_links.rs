//! Writes result links, one a line, to measure how fast they are read:
//!
//! ```text
//! cargo run --profile cli -p forankring-cli --example many_links -- 1000000 > links.txt
//! ```
//!
//! Always the same ones. Answers are drawn evenly; every tenth link holds a name.

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use forankring_core::assessment::{Assessment, Name};
use forankring_core::catalogue::{Answer, Item, Kind, Scope, Step};
use forankring_core::day::Day;
use forankring_core::link::{Disclosed, encode};

/// A generator of numbers (xorshift). It need not be good, only repeatable.
struct Dice(u64);

impl Dice {
    /// A number below the bound, which is not 0.
    fn below(&mut self, bound: u16) -> u16 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        // The remainder is below a u16.
        u16::try_from(self.0 % u64::from(bound)).unwrap_or_default()
    }

    /// A step in three of four cases, so that most assessments have a headline.
    fn answer(&mut self) -> Option<Answer> {
        match self.below(16) {
            0 => None,
            1 | 2 => Some(Answer::DontKnow),
            3 => Some(Answer::NotApplicable),
            _ => Step::ALL
                .get(usize::from(self.below(5)))
                .map(|step| Answer::Rated(*step)),
        }
    }
}

fn assessment(dice: &mut Dice) -> Assessment {
    let date = Day::from_number(9_000 + dice.below(1_000));
    let mut drawn = Assessment::blank(Kind::Municipality, Scope::Organisation, date);
    for item in Item::all() {
        drawn.entries.get_mut(item).answer = dice.answer();
    }
    if dice.below(10) == 0 {
        let name = format!("Øvre «Ås» kommune {}", dice.below(1_000));
        drawn.name = Name::parse(&name).unwrap_or_default();
    }
    drawn
}

fn main() -> ExitCode {
    let count = std::env::args().nth(1).and_then(|count| count.parse().ok());
    let Some(count) = count else {
        eprintln!("usage: many_links COUNT");
        return ExitCode::from(2);
    };
    match write(count, BufWriter::new(io::stdout().lock())) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn write(count: u64, mut out: impl Write) -> io::Result<()> {
    let mut dice = Dice(0x2026_1126);
    for _ in 0..count {
        // A short name always fits.
        if let Ok(link) = encode(&assessment(&mut dice), &Disclosed::all()) {
            writeln!(out, "{link}")?;
        }
    }
    out.flush()
}

//! How long it takes to score a whole assessment, with range, sensitivity and
//! next moves. Goal: at most 20 µs, so that a region of thousands is instant.

use std::hint::black_box;
use std::time::Instant;

use forankring_core::catalogue::{Answer, PerItem};
use forankring_core::scoring::{Answers, score};

/// The worked examples of docs/method.md, "Scoring", and one where all is open.
const EXAMPLES: [(&str, &str); 4] = [
    ("all 3: all items are sensitive", "333333333333333333"),
    ("one hole", "555551444444444444"),
    ("with don't know and not applicable", "333d33444n44333333"),
    ("nothing answered", "------------------"),
];

fn answers(codes: &str) -> Answers {
    let mut codes = codes.chars();
    PerItem::from_fn(|_| match codes.next() {
        Some('d') => Some(Answer::DontKnow),
        Some('n') => Some(Answer::NotApplicable),
        code => Answer::parse(&code?.to_string()),
    })
}

fn main() {
    const ROUNDS: u32 = 20_000;
    println!("scoring a whole assessment, native, median of 15 times {ROUNDS}");
    for (name, codes) in EXAMPLES {
        let answers = answers(codes);
        let mut times: Vec<u128> = (0..15)
            .map(|_| {
                let start = Instant::now();
                for _ in 0..ROUNDS {
                    black_box(score(black_box(&answers)));
                }
                start.elapsed().as_nanos() / u128::from(ROUNDS)
            })
            .collect();
        times.sort_unstable();
        println!(
            "{:>8} ns  {name}",
            times.get(7).copied().unwrap_or_default()
        );
    }
}

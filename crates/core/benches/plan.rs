//! How long it takes to read a plan of 200 measures and to simulate it as a whole. Goal of the
//! simulation: at most 1 ms.

use std::hint::black_box;
use std::time::Instant;

use forankring_core::address::Id;
use forankring_core::assessment::{Action, Assessment, Note};
use forankring_core::catalogue::{Answer, Item, Kind, Level, Scope, Step};
use forankring_core::day::Day;
use forankring_core::plan::{Aim, Field, Plan, adding, begun, by_effect, noting, outlook};

const MEASURES: u8 = 200;
const ROUNDS: u32 = 200;

/// All items at step 2, all targets at 4, and measures that lift each from step to step, with a
/// text of 2,000 characters and a note.
fn planned() -> Assessment {
    let day = Day::from_number(9_000);
    let text = Note::parse(&"Spør tre kommuner. ".repeat(105)).unwrap_or_default();
    let mut deed = Vec::new();
    for item in Item::ALL {
        deed.extend(Step::new(2).map(|step| Action::AnswerChosen(item, Answer::Rated(step))));
    }
    let target = Step::new(4);
    deed.extend(Level::ALL.map(|level| Action::TargetChosen(level, target)));
    for n in 0..MEASURES {
        let id = Id::from_bytes([n; 10]);
        let item = Item::ALL.get(usize::from(n) % Item::ALL.len()).copied();
        let from = Step::new(2 + n / 100);
        let aim = item
            .zip(from)
            .and_then(|(item, from)| Aim::new(item, from, from.up()?));
        deed.extend(adding(&id, aim, &text));
        deed.extend(begun(&id, &id, day));
        deed.extend(noting(&id, text.clone()));
        let deadline = Day::from_number(9_000 + u16::from(n)).iso();
        let fields = [
            (Field::Deadline, deadline),
            (Field::Responsible, "innkjøpssjef".to_owned()),
        ];
        deed.extend(fields.into_iter().filter_map(|(field, text)| {
            Some(Action::PartWritten(
                field.key(&id)?,
                Note::parse(&text).ok()?,
            ))
        }));
    }
    let blank = Assessment::blank(Kind::Municipality, Scope::Organisation, day);
    deed.iter().fold(blank, |now, one| now.apply(one, day))
}

/// The median of 15, in microseconds, of doing this so many times.
fn timed(name: &str, mut done: impl FnMut()) {
    let mut times: Vec<u128> = (0..15)
        .map(|_| {
            let start = Instant::now();
            for _ in 0..ROUNDS {
                done();
            }
            start.elapsed().as_nanos() / u128::from(ROUNDS)
        })
        .collect();
    times.sort_unstable();
    let median = times.get(7).copied().unwrap_or_default();
    println!(
        "{:>8}.{:03} ms  {name}",
        median / 1_000_000,
        median / 1_000 % 1_000
    );
}

fn main() {
    let assessment = planned();
    let plan = Plan::of(&assessment.parts);
    let (answers, today) = (assessment.answers(), Day::from_number(9_050));
    println!("a plan of {MEASURES} measures, native, median of 15 times {ROUNDS}");
    timed("reading it", || {
        black_box(Plan::of(black_box(&assessment.parts)));
    });
    timed("simulating it as a whole, and what is missing", || {
        let (answers, targets) = black_box((&answers, &assessment.targets));
        black_box(outlook(answers, targets, plan.standing(), None));
    });
    timed("what each measure gives by itself, in order", || {
        black_box(by_effect(plan.standing(), black_box(&answers), today));
    });
}

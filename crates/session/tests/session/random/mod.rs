//! Random interleavings of what users do and of results that are late, lost, repeated or
//! failing, in tabs that are hidden, put away, loaded anew and killed; after every step
//! they are held against what the user saw and did.
//!
//! `PROPTEST_CASES=5000` runs for long, `PROPTEST_RNG_SEED` repeats a run.

mod end;
mod hands;
mod link;
mod oracle;
mod play;
mod step;

use proptest::prelude::*;

use play::Play;
use step::{Move, any_step};

use crate::world::Notes;

fn config() -> ProptestConfig {
    let usual = ProptestConfig {
        failure_persistence: None,
        max_shrink_iters: 20_000,
        ..ProptestConfig::default()
    };
    match std::env::var_os("PROPTEST_CASES") {
        Some(_) => usual,
        None => ProptestConfig {
            cases: 300,
            ..usual
        },
    }
}

/// Shown on one line, as a row of `cases` has it.
#[derive(Clone)]
struct Steps(Vec<(usize, Move)>);

impl std::fmt::Debug for Steps {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", self.0)
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn nothing_late_nothing_doubled_nothing_back_from_the_dead(
        steps in prop::collection::vec((0..2usize, any_step()), 1..80).prop_map(Steps),
    ) {
        replay(Notes::There, &steps.0);
    }

    #[test]
    fn nothing_is_lost_where_the_browser_keeps_no_notes_either(
        steps in prop::collection::vec((0..2usize, any_step()), 1..80).prop_map(Steps),
    ) {
        replay(Notes::Blocked, &steps.0);
    }
}

fn replay(notes: Notes, moves: &[(usize, Move)]) {
    let mut play = Play::begin(notes);
    for (tab, step) in moves {
        play.step(*tab, step.clone());
    }
    play.end();
}

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
mod replies;
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

/// A row that was once found by chance.
#[test]
fn what_is_begun_after_all_was_deleted_is_kept() {
    use forankring_core::address::Route;
    use forankring_session::desk::Turn;

    use crate::world::How::{Comes, Fails, Late, Lost};
    use step::To::{Bare, Same};

    let steps = [
        Move::Follow(Route::Setup, Same),
        Move::Come(0, Comes),
        Move::Turn(Turn::Undo),
        Move::Come(0, Comes),
        Move::Follow(Route::Privacy, Bare),
        Move::DeleteAll,
        Move::Come(0, Fails),
        Move::Come(0, Late),
        Move::Come(6, Lost),
    ];
    replay(Notes::Blocked, &steps.map(|step| (0, step)));
}

//! Which earlier states are kept.

use std::collections::BTreeSet;

/// The last so many states are kept.
pub const STATES_MAX: usize = 50;
/// For so many days, the last state of each day is kept too.
pub const DAYS_MAX: i64 = 365;

const DAY: i64 = 86_400_000;

/// Which of these states, given as revision and moment, need not be kept any
/// longer. Days are those of UTC.
pub fn superfluous(states: &[(u32, i64)], now: i64) -> Vec<u32> {
    let mut latest_first = states.to_vec();
    latest_first.sort_unstable_by(|a, b| b.cmp(a));
    let mut days = BTreeSet::new();
    let mut dropped = Vec::new();
    for (place, (revision, ms)) in latest_first.into_iter().enumerate() {
        let first_of_its_day = days.insert(ms.div_euclid(DAY));
        let recent = now.saturating_sub(ms) <= DAYS_MAX * DAY;
        if place >= STATES_MAX && !(first_of_its_day && recent) {
            dropped.push(revision);
        }
    }
    dropped
}

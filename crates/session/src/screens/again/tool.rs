//! What begins the assessment that follows: fetched when it is wanted, so nothing else may name
//! this.

use super::super::series::{Kept, others, standing};
use super::{State, Tool, to_status};
use crate::{Desk, Stamp};

/// As it is handed over.
pub fn tool() -> Tool {
    Tool { begin }
}

/// Begins it, once; where a later one is there already, or it has no room, the status says so.
fn begin(state: &mut State, desk: &mut Desk, kept: Kept, stamp: &Stamp) {
    let Some((id, open)) = desk.open_id().cloned().zip(desk.assessment()) else {
        return;
    };
    let others = others(desk, &id, open, kept);
    let begun = state.begun.take();
    let begun = begun.filter(|id| others.known().iter().any(|one| one.id == *id));
    if let Some(begun) = begun {
        desk.lead_to_begun(&begun);
        state.begun = Some(begun);
    } else if standing(others.known(), &id, open).latest.is_some() {
        to_status(desk);
    } else {
        match desk.begin_again(stamp) {
            Ok(id) => state.begun = Some(id),
            Err(_) => to_status(desk),
        }
    }
}

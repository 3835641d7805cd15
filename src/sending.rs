//! What draws the last screen of a respondent, once it was fetched: the code of a part, as in
//! [`crate::trying`]. Nobody who is still answering loads what makes links, and draws codes for
//! cameras.

use std::cell::Cell;

use forankring_core::assessment::Assessment;
use forankring_core::panel::Invited;
use forankring_session::replying::{Event, State, Told};
use yew::prelude::*;

use crate::context::Sheet;

/// The screen of a respondent.
pub type Replying<'a> = Sheet<'a, State, Event>;

/// What is shown there.
#[derive(Clone, Copy)]
pub struct Last<'a> {
    /// What was answered.
    pub open: &'a Assessment,
    /// The invitation.
    pub told: &'a Told,
    /// What is noted of it.
    pub invited: &'a Invited,
}

/// What is lent to it, so that no file is loaded for both.
#[derive(Clone, Copy)]
pub struct Lent {
    /// That so few answer that hers can be recognised.
    pub few: fn(&Replying) -> Html,
    /// That nothing can be kept.
    pub unkept: fn(&Replying) -> Html,
    /// That what was handed in is not on the disk yet.
    pub unsaved: fn(&Replying) -> Html,
    /// How many items of her level are answered, and how many are asked.
    pub own_items: fn(&Assessment) -> (usize, usize),
}

/// Draws the last screen.
pub type Draw = fn(&Replying, Last, Lent) -> Html;

thread_local! {
    static DRAW: Cell<Option<Draw>> = const { Cell::new(None) };
}

/// It came, for as long as the page lives.
pub fn came(draw: Draw) {
    DRAW.set(Some(draw));
}

/// What draws it, where that has come.
pub fn drawing() -> Option<Draw> {
    DRAW.get()
}

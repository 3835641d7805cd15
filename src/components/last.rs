//! The last screen of a respondent, or the list of what a meeting gathered: fetched when somebody
//! begins to answer.

use yew::prelude::*;

use super::gathered::gathered;
use super::replied::replied;
use crate::sending::{Last, Lent, Replying};

/// Draws it.
pub fn draw(own: &Replying, shown: Last, lent: Lent) -> Html {
    match shown.invited.respondent {
        Some(_) => replied(own, shown, lent),
        None => gathered(own, shown, lent),
    }
}

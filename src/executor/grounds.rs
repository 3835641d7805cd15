//! What draws what a result rests on: a part of its own, for a result is read from its first
//! screen.

use forankring_browser::timer;
use forankring_session::Part;
use forankring_session::screens::reader;
use forankring_session::screens::{Event, Haste};

use crate::components::grounds::GROUNDS;
use crate::grounds::{Grounds, came};
use crate::parts::{Missing, part};

part!(resting: Grounds = GROUNDS);

/// Until what is seen first has been drawn, in milliseconds.
const SOON: u32 = 200;

/// Fetches it.
pub(super) async fn grounded(haste: Haste) -> Option<Event> {
    if haste == Haste::Soon {
        timer::wait(SOON).await;
    }
    let part = match resting().await {
        Ok(grounds) => {
            came(grounds);
            Part::Here
        }
        Err(Missing) => Part::Missing,
    };
    Some(Event::Reader(reader::Event::GroundsCame(part)))
}

//! How the build that a page loads comes to it. Answering stands in the main part of the
//! WebAssembly: the first answer waits for nothing else.

use forankring_session::answering::Answering;
use forankring_session::replying::Replying;
use forankring_session::screens::Held;
use forankring_session::{Entry, Front, Overview, Panel, Planning, Reading, Rest, Sharing};

use crate::app::Opened;
use crate::build::build;
use crate::parts::{Missing, part};

part!(overview: Opened = build::<Held<Overview>>());
part!(reading: Opened = build::<Held<Reading>>());
part!(front: Opened = build::<Held<Front>>());
part!(planning: Opened = build::<Held<Planning>>());
part!(panel: Opened = build::<Held<Panel>>());
part!(replying: Opened = build::<Replying>());
part!(sharing: Opened = build::<Held<Sharing>>());
part!(rest: Opened = build::<Held<Rest>>());

/// The build that a page loads.
///
/// # Errors
/// [`Missing`]: its part could not be fetched.
pub async fn fetch(entry: Entry) -> Result<Opened, Missing> {
    match entry {
        Entry::Answering => Ok(build::<Answering>()),
        Entry::Overview => overview().await,
        Entry::Reading => reading().await,
        Entry::Front => front().await,
        Entry::Planning => planning().await,
        Entry::Panel => panel().await,
        Entry::Replying => replying().await,
        Entry::Sharing => sharing().await,
        Entry::Rest => rest().await,
    }
}

//! The parts of the app, and how each comes to a page. Answering stands in the main part of
//! the WebAssembly; the others are fetched by the pages that need them, or when they are
//! needed. A build without the tool that splits (a plain `trunk serve`) holds all in one.

use std::pin::Pin;

use forankring_session::answering::Answering;
use forankring_session::screens::{Command, Event, Held};
use forankring_session::{Entry, Front, Reading, Rest, Sharing};

use crate::app::{Opened, build};
use crate::executor::kept;

/// A part could not be fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missing;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for Missing {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Missing {
        Missing
    }
}

/// Does what a screen asks for.
pub type Done = fn(Command) -> Pin<Box<dyn Future<Output = Option<Event>>>>;

/// A part, and what it gives once it is here.
macro_rules! part {
    ($name:ident: $given:ty = $value:expr) => {
        #[cfg(feature = "split")]
        #[wasm_split_helpers::wasm_split($name, fallible)]
        fn $name() -> Result<$given, Missing> {
            Ok($value)
        }

        #[cfg(not(feature = "split"))]
        async fn $name() -> Result<$given, Missing> {
            Ok($value)
        }
    };
}

part!(reading: Opened = build::<Held<Reading>>());
part!(front: Opened = build::<Held<Front>>());
part!(sharing: Opened = build::<Held<Sharing>>());
part!(rest: Opened = build::<Held<Rest>>());
part!(keeping: Done = |command| Box::pin(kept(command)));

/// The build that a page loads.
///
/// # Errors
/// [`Missing`]: its part could not be fetched.
pub async fn fetch(entry: Entry) -> Result<Opened, Missing> {
    match entry {
        Entry::Answering => Ok(build::<Answering>()),
        Entry::Reading => reading().await,
        Entry::Front => front().await,
        Entry::Sharing => sharing().await,
        Entry::Rest => rest().await,
    }
}

/// What is done to what is kept, and with files: fetched when it is asked for.
///
/// # Errors
/// [`Missing`]: it could not be fetched.
pub async fn fetch_keeping() -> Result<Done, Missing> {
    keeping().await
}

//! What a build of the app holds. A type, known when the build is made, so that a build
//! holds the code of nothing else.

use forankring_core::address::Route;
use forankring_core::assessment::Assessment;
use forankring_core::file::{self, Document};
use forankring_core::link::{self, Carried as InLink};

use crate::problem::Problem;

/// What a link carries: the link as it should be, and the result in it.
pub type Carried = Result<(String, Assessment), Problem>;

/// How much of the app a build holds.
pub trait Extent {
    /// Whether a screen is among what it holds; others are loaded as pages.
    fn has(route: Route) -> bool;
    /// What a link carries.
    ///
    /// # Errors
    /// [`Problem`]: it cannot be read, or is locked.
    fn read_link(text: &str) -> Carried;
    /// An assessment as a file: answering does without the computed result.
    fn write_file(document: &Document) -> String;
    /// Whether what a newer version wrote can be shown.
    fn shows_newer() -> bool;
}

/// Everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct All;

impl Extent for All {
    fn has(_: Route) -> bool {
        true
    }

    /// What the link says as it stands; only when that is refused it is mended.
    fn read_link(text: &str) -> Carried {
        match link::decode(text) {
            Ok(assessment) => Ok((text.to_owned(), assessment)),
            Err(problem) => match link::find(text)
                .ok()
                .and_then(|found| found.into_iter().next())
            {
                None => Err(Problem::Link(problem)),
                Some(found) => match found.carried {
                    InLink::Open(assessment) => Ok((found.fragment, assessment)),
                    InLink::Locked(_) => Err(Problem::LinkLocked),
                },
            },
        }
    }

    fn write_file(document: &Document) -> String {
        file::write(document)
    }

    fn shows_newer() -> bool {
        true
    }
}

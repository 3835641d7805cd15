//! Codes that the camera reads, where the browser can: on every telephone in a room one reply.

use forankring_core::texts::{Key, key};

use crate::Ticket;

/// Why the camera saw nothing more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CameraProblem {
    /// The user, or a rule of the machine, does not allow it.
    Refused,
    /// There is none.
    Missing,
    /// It stopped: another program wants it, or what reads codes could not be fetched.
    Failed,
}

/// What came of looking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seen {
    /// The camera is on.
    Picture,
    /// A code that says this.
    Code(String),
    /// It is off: it was turned off, or the page was hidden.
    Ended,
    /// It is off, and not because anybody wanted it.
    Problem(CameraProblem),
}

/// How the camera stands.
#[derive(Clone, Debug, PartialEq, Default)]
pub enum Camera {
    /// Nobody asked yet whether this browser reads codes.
    #[default]
    Unknown,
    /// It was asked.
    Asked(Ticket),
    /// It does not: there is no button.
    Absent,
    /// It can be turned on; what came of it last time.
    Off(Option<CameraProblem>),
    /// It is on, or about to be; whether there is a picture.
    On(Ticket, bool),
}

impl Camera {
    /// Why it is off, where that is to be told.
    pub fn problem(&self) -> Option<Key> {
        let Camera::Off(Some(problem)) = self else {
            return None;
        };
        Some(match problem {
            CameraProblem::Refused => key::ASK_CAMERA_REFUSED,
            CameraProblem::Missing => key::ASK_CAMERA_MISSING,
            CameraProblem::Failed => key::ASK_CAMERA_FAILED,
        })
    }
}

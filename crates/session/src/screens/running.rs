//! The running back-up: a file that is kept up to date, where the browser can.

use super::Command;
use crate::Desk;
use crate::desk::CopyHow;

/// What the user wants of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// Choose a file, and write it from now on.
    BindWanted,
    /// Write it now.
    WriteWanted,
    /// Write it now, whatever someone else has written there.
    OverwriteWanted,
    /// Write it no more.
    EndWanted,
}

pub(super) fn update(desk: &mut Desk, event: Event) -> Vec<Command> {
    desk.copy(match event {
        Event::BindWanted => CopyHow::Choose,
        Event::WriteWanted => CopyHow::Asking,
        Event::OverwriteWanted => CopyHow::Over,
        Event::EndWanted => CopyHow::End,
    });
    Vec::new()
}

//! Carries out what the session asks for, and tells it what came of it: the one place
//! where both meet. Nothing is decided here.

mod desk;
mod dispatch;
mod listening;
mod screens;

pub use dispatch::{Dispatch, Run};

use dispatch::After;
use forankring_browser::{handover, page};
use forankring_session::answering::{Answering, Never};
use forankring_session::desk::{Focus, Session};
use forankring_session::screens::Whole;
use forankring_session::{Command, Event};

impl Run for Answering {
    fn run(command: Command<Never>, dispatch: &Dispatch<Answering>) {
        match command {
            Command::Desk(command) => desk::run(command, dispatch),
            Command::Screen(never) => match never {},
        }
    }
}

impl Run for Whole {
    fn run(command: Command<Self::Command>, dispatch: &Dispatch<Whole>) {
        match command {
            Command::Desk(command) => desk::run(command, dispatch),
            Command::Screen(command) => screens::run(command, dispatch.clone()),
        }
    }
}

impl<B: Run> Dispatch<B> {
    /// The app is alive: reads the address, does again what was clicked before, and hears
    /// from now on.
    pub fn start(&self) {
        listening::listen(self);
        let arrival = desk::arrival(self.state().desk.page);
        self.send(Event::Desk(forankring_session::desk::Event::Started(
            Box::new(arrival),
        )));
        let rescued = self.clone();
        page::on_trap(move || rescued.rescue());
        page::alive();
        page::replay_early();
    }

    /// The screen is drawn.
    pub fn drawn(&self) {
        for after in self.waited() {
            match after {
                After::Focus(focus) => {
                    desk::move_focus(&focus);
                    // What is being opened brings a heading of its own.
                    if focus == Focus::Heading && self.is_opening() {
                        self.after(After::Focus(focus));
                    }
                }
                After::Settled => page::settled(),
            }
        }
    }

    fn is_opening(&self) -> bool {
        matches!(self.state().desk.session, Session::Opening)
    }

    /// The app has failed: what is not on the disk is left for the next page.
    fn rescue(&self) -> bool {
        // Not where it failed in the midst of an event: what was left when the page was
        // hidden last stands there still.
        let Some(state) = self.state_if_whole() else {
            return false;
        };
        let handed = handover::write(&state.desk.handed_over());
        handed.is_empty() || handover::leave(&handed)
    }
}

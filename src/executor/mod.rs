//! Carries out what the session asks for, and tells it what came of it: the one place
//! where both meet. Nothing is decided here.

mod answered;
mod asking;
mod desk;
mod dispatch;
mod grounds;
mod kept;
mod listening;
mod looking_back;
mod mending;
mod replying;
mod reporting;
mod screens;
mod tables;
mod trouble;

pub use dispatch::{Dispatch, Run, Say};
pub use forankring_browser::clock::at as moment;

use dispatch::{After, Drawing};
use forankring_browser::{handover, page};
use forankring_core::address::Page;
use forankring_core::keeping::Handover;
use forankring_session::answering::{Answering, Never};
use forankring_session::desk::{Command as Asked, Event as At, Session};
use forankring_session::replying::Replying;
use forankring_session::screens::Held;
use forankring_session::{Command, Extent};

impl Run for Answering {
    fn run(command: Command<Never>, dispatch: &Dispatch<Answering>) {
        match command {
            Command::Desk(command) => carry_out(command, dispatch),
            Command::Screen(never) => match never {},
        }
    }
}

impl Run for Replying {
    fn run(command: Command<Self::Command>, dispatch: &Dispatch<Replying>) {
        match command {
            Command::Desk(command) => carry_out(command, dispatch),
            Command::Screen(command) => replying::run(command, dispatch),
        }
    }
}

impl<G: Extent> Run for Held<G> {
    fn run(command: Command<Self::Command>, dispatch: &Dispatch<Held<G>>) {
        match command {
            // Answering never asks for it, and holds nothing of it.
            Command::Desk(Asked::LoadNewer(ticket, id)) => {
                desk::load_newer(ticket, id, dispatch.say());
            }
            Command::Desk(Asked::Mend(ticket, text)) if G::mends() => {
                mending::mend(ticket, text, dispatch.say());
            }
            Command::Desk(command) => carry_out(command, dispatch),
            Command::Screen(command) => screens::run(command, dispatch),
        }
    }
}

fn carry_out<B: Run>(command: Asked, dispatch: &Dispatch<B>) {
    let page = dispatch.state().desk.page;
    let drawing = dispatch.drawing();
    desk::run(command, page, dispatch.texts(), drawing, &dispatch.say());
}

impl<B: Run> Dispatch<B> {
    /// The app is alive: reads the address, does again what was clicked before, and hears
    /// from now on.
    pub fn begin(&self) {
        let rescued = self.clone();
        let page = self.state().desk.page;
        begin(page, &self.say(), move || rescued.left());
    }

    /// The screen is drawn.
    pub fn follow_up(&self) {
        let opening = {
            let desk = &self.state().desk;
            desk.page.route.shows() && matches!(desk.session, Session::Opening)
        };
        follow_up(self.waited(), opening, self.drawing());
    }

    /// What is not on the disk; nothing is known of it where the app failed in the midst of
    /// an event: what was left when the page was hidden last stands there still.
    fn left(&self) -> Option<Vec<Handover>> {
        let state = self.state_if_whole()?;
        Some(state.desk.handed_over())
    }
}

/// What each page says at its foot when it is printed.
pub fn say_on_paper(line: &str) {
    page::set_paper(line);
}

fn begin(page: Page, say: &Say, left: impl Fn() -> Option<Vec<Handover>> + 'static) {
    listening::listen(page, say);
    say.emit(At::Started(Box::new(desk::arrival(page))));
    page::on_trap(move || rescue(left()));
    page::alive();
    page::replay_early();
}

/// The app has failed: what is not on the disk is left for the next page.
fn rescue(left: Option<Vec<Handover>>) -> bool {
    let Some(left) = left else {
        return false;
    };
    let handed = handover::write(&left);
    handed.is_empty() || handover::leave(&handed)
}

fn follow_up(waited: Vec<After>, opening: bool, drawing: &Drawing) {
    for after in waited {
        match after {
            After::Focus(focus) => {
                if !desk::move_focus(&focus, opening) {
                    drawing.then(After::Focus(focus));
                }
            }
            After::Settled => page::settled(),
        }
    }
}

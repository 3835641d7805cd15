//! What is open, what happened to it, and what follows. Events come in, commands go
//! out: `update` decides everything that can be decided without a browser.
//!
//! What is absent here, and the compiler holds it: no yew, no web-sys, no clock, no
//! randomness. Moments and ids come in with each event ([`Stamp`]); whatever answers
//! later brings a [`Ticket`] back, and an answer whose ticket is not awaited any more
//! is dropped. Only a receipt of something written is never dropped.

pub mod answering;
pub mod desk;
mod extent;
mod message;
mod part;
mod problem;
pub mod replying;
pub mod screens;
mod stamp;
mod ticket;

use forankring_core::address::Page;

pub use desk::Desk;
pub use extent::{All, Entry, Extent, Front, Overview, Panel, Planning, Reading, Rest, Sharing};
pub use message::{Message, Value, link, storage};
pub use part::Part;
pub use problem::Problem;
pub use stamp::Stamp;
pub use ticket::{Ticket, Tickets};

/// The screens that a build of the app holds. A type, so that a build holds the code
/// of no others: the first answer waits for nothing else.
pub trait Screens: Sized + Clone + PartialEq {
    /// How much of the app the build holds.
    type Extent: Extent;
    /// What happens on them.
    type Event;
    /// What is asked of the browser for them.
    type Command;

    /// As the page starts.
    fn first(page: Page) -> Self;
    /// What follows from something that happened at the desk.
    fn react(&mut self, desk: &mut Desk, signal: desk::Signal) -> Vec<Self::Command>;
    /// What follows from something that happened on them.
    fn update(&mut self, desk: &mut Desk, event: Self::Event, stamp: &Stamp) -> Vec<Self::Command>;
}

/// The whole state of the app.
#[derive(Clone, Debug, PartialEq)]
pub struct State<S> {
    /// What is open, and everything that concerns it: the same on all screens.
    pub desk: Desk,
    /// What the screens show besides.
    pub screens: S,
}

/// Something that happened.
#[derive(Clone, Debug)]
pub enum Event<E> {
    /// To what is open.
    Desk(desk::Event),
    /// On a screen.
    Screen(E),
}

/// Something to be done.
#[derive(Clone, Debug, PartialEq)]
pub enum Command<C> {
    /// For what is open.
    Desk(desk::Command),
    /// For a screen.
    Screen(C),
}

impl<S: Screens> State<S> {
    /// What the first rendering shows, in the browser as at build time: free of storage
    /// and address.
    pub fn first(page: Page) -> State<S> {
        State {
            desk: Desk::first(page),
            screens: S::first(page),
        }
    }
}

/// What becomes of the state, and what is to be done.
pub fn update<S: Screens>(
    state: &mut State<S>,
    event: Event<S::Event>,
    stamp: &Stamp,
) -> Vec<Command<S::Command>> {
    let desk = &mut state.desk;
    desk.today = stamp.at.day;
    let mut asked = Vec::new();
    match event {
        Event::Desk(event) => desk.update::<S::Extent>(event, stamp),
        Event::Screen(event) => {
            asked = state.screens.update(desk, event, stamp);
            if let Some(going) = desk.take_going() {
                desk.went::<S::Extent>(going, stamp);
            }
        }
    }
    desk.conclude();
    // A screen may change what is open, from which more may follow: it ends, for a
    // screen answers each signal once.
    while let Some(signal) = desk.next_signal() {
        asked.extend(state.screens.react(desk, signal));
        // Answering holds no screen that leads anywhere.
        if !S::Extent::only_answers()
            && let Some(going) = desk.take_going()
        {
            desk.went::<S::Extent>(going, stamp);
        }
        desk.conclude();
    }
    let commands = desk.take_commands().into_iter().map(Command::Desk);
    commands
        .chain(asked.into_iter().map(Command::Screen))
        .collect()
}

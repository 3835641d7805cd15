//! The state, and the way to say what happened. What is asked for is carried out by
//! whoever knows how ([`Run`]); nothing of that is known here.

use std::cell::{Cell, Ref, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use forankring_browser::{clock, random};
use forankring_core::address::Page;
use forankring_core::texts::Texts;
use forankring_session::desk::{self, Focus};
use forankring_session::{Command, Event, Screens, Stamp, State, update};
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

/// Screens of which it is known how what they and their desk ask for is carried out. A
/// type, like the screens: no build holds the code of another.
pub trait Run: Screens + 'static {
    /// Carries out what is asked for.
    fn run(command: Command<Self::Command>, dispatch: &Dispatch<Self>);
}

/// Says what happened to what is open. The same in all builds, and so is what uses it.
pub type Say = Callback<desk::Event>;

/// The state, and the way to say what happened. Events are taken one after the other,
/// also those that a command tells of at once.
pub struct Dispatch<B: Run>(Rc<Inner<B>>);

struct Inner<B: Run> {
    state: RefCell<State<B>>,
    waiting: RefCell<VecDeque<Event<B::Event>>>,
    busy: Cell<bool>,
    drawing: Drawing,
    texts: Texts,
    redraw: Box<dyn Fn()>,
}

/// What waits for the screen to be drawn.
#[derive(Default)]
pub(super) struct Drawing {
    /// What waits until it is drawn as things stand now.
    after: RefCell<Vec<After>>,
    /// What waits for the drawing that is under way.
    under: RefCell<Vec<After>>,
}

/// What is done once the screen is drawn.
pub(super) enum After {
    /// Focus goes there.
    Focus(Focus),
    /// The page stops saying "opening": before, it would show what stood there.
    Settled,
}

impl Drawing {
    /// Something is to be done once the screen is drawn.
    pub(super) fn then(&self, after: After) {
        self.after.borrow_mut().push(after);
    }

    /// The screen is being drawn. What was asked for until now is done once that is shown;
    /// what is asked for meanwhile waits for the next drawing, for a frame may fall between
    /// the two.
    fn begun(&self) {
        let mut under = self.under.borrow_mut();
        under.append(&mut self.after.borrow_mut());
    }

    /// The screen is drawn: what waited for it, once.
    fn waited(&self) -> Vec<After> {
        self.under.take()
    }
}

impl<B: Run> Clone for Dispatch<B> {
    fn clone(&self) -> Dispatch<B> {
        Dispatch(self.0.clone())
    }
}

impl<B: Run> Dispatch<B> {
    /// The app as a page starts.
    pub fn new(page: Page, texts: Texts, redraw: Box<dyn Fn()>) -> Dispatch<B> {
        Dispatch(Rc::new(Inner {
            state: RefCell::new(State::first(page)),
            waiting: RefCell::default(),
            busy: Cell::new(false),
            drawing: Drawing::default(),
            texts,
            redraw,
        }))
    }

    /// How things stand, to be drawn.
    pub fn shown(&self) -> Ref<'_, State<B>> {
        self.0.drawing.begun();
        self.state()
    }

    /// How things stand.
    pub fn state(&self) -> Ref<'_, State<B>> {
        self.0.state.borrow()
    }

    /// Something happened.
    pub fn send(&self, event: Event<B::Event>) {
        self.0.waiting.borrow_mut().push_back(event);
        if self.0.busy.replace(true) {
            return;
        }
        loop {
            let next = self.0.waiting.borrow_mut().pop_front();
            let Some(event) = next else { break };
            let stamp = Stamp {
                at: clock::now(),
                fresh: random::id(),
            };
            let commands = update(&mut *self.0.state.borrow_mut(), event, &stamp);
            for command in commands {
                B::run(command, self);
            }
        }
        self.0.busy.set(false);
        (self.0.redraw)();
    }

    /// Says what happened to what is open.
    pub fn say(&self) -> Say {
        let dispatch = self.clone();
        Callback::from(move |event| dispatch.send(Event::Desk(event)))
    }

    /// Something is done meanwhile; what comes of it is told.
    pub(super) fn later(&self, done: impl Future<Output = Option<B::Event>> + 'static) {
        let dispatch = self.clone();
        spawn_local(async move {
            if let Some(event) = done.await {
                dispatch.send(Event::Screen(event));
            }
        });
    }

    /// The words that the page came with.
    pub fn texts(&self) -> Texts {
        self.0.texts
    }

    /// What waits for the screen to be drawn.
    pub(super) fn drawing(&self) -> &Drawing {
        &self.0.drawing
    }

    /// The screen is drawn: what waited for it, once.
    pub(super) fn waited(&self) -> Vec<After> {
        self.0.drawing.waited()
    }

    /// How things stand, unless the app failed in the midst of an event.
    pub fn state_if_whole(&self) -> Option<Ref<'_, State<B>>> {
        self.0.state.try_borrow().ok()
    }
}

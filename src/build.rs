//! The builds of the app, and what each draws. What a build holds is a type, so that none
//! carries the code of another.

use forankring_core::address::Route;
use forankring_core::numbers::show_day;
use forankring_core::texts::Texts;
use forankring_session::answering::{Answering, Never};
use forankring_session::desk::MoreWords;
use forankring_session::replying::{self, Replying};
use forankring_session::screens::{Event, Held, Screen};
use forankring_session::{Desk, Event as Happened, Extent};
use yew::prelude::*;

use crate::app::{Live, Opened};
use crate::components::frame::frame;
use crate::context::{Context, Sheet};
use crate::executor::{Dispatch, Run, moment, say_on_paper};
use crate::pages;
use crate::titles::title;

/// A build of the app.
pub trait Build: Run {
    /// Draws the screen that is open.
    fn draw(&self, ctx: &Context, send: Callback<Self::Event>) -> Html;

    /// What each page on paper says of what it belongs to; nothing where nothing is printed.
    fn on_paper(_: &Texts, _: &Desk) -> Option<String> {
        None
    }
}

/// The build that holds these screens.
pub fn build<B: Build>() -> Opened {
    |page, texts, redraw| Box::new(Dispatch::<B>::new(page, texts, redraw))
}

impl<B: Build> Live for Dispatch<B> {
    fn draw(&self) -> Html {
        let state = self.shown();
        let texts = match state.desk.more {
            MoreWords::Here(texts) => texts,
            _ => self.texts(),
        };
        let context = Context {
            texts,
            desk: &state.desk,
            send: self.say(),
            moment,
        };
        let screen = self.clone();
        let send = Callback::from(move |event| screen.send(Happened::Screen(event)));
        frame(&context, state.screens.draw(&context, send))
    }

    fn start(&self) {
        self.begin();
    }

    fn drawn(&self) {
        let state = self.state_if_whole();
        let line = state.and_then(|state| B::on_paper(&self.texts(), &state.desk));
        if let Some(line) = line {
            say_on_paper(&line);
        }
        self.follow_up();
    }
}

impl Build for Answering {
    fn draw(&self, ctx: &Context, _: Callback<Never>) -> Html {
        pages::answer::view(ctx)
    }
}

impl Build for Replying {
    fn draw(&self, ctx: &Context, send: Callback<replying::Event>) -> Html {
        let own = self;
        pages::reply::view(&Sheet { ctx, own, send })
    }
}

impl<G: Extent> Build for Held<G> {
    fn on_paper(texts: &Texts, desk: &Desk) -> Option<String> {
        let open = desk.assessment().filter(|_| G::reads())?;
        let title = title(texts, desk.page.route, open.called());
        Some(format!("{title} · {}", show_day(open.date, texts.lang())))
    }

    fn draw(&self, ctx: &Context, send: Callback<Event>) -> Html {
        let sheet = Sheet {
            ctx,
            own: &(),
            send,
        };
        match &self.screen {
            Screen::Start(own) if G::has(Route::Start) => pages::start::view(&sheet, own),
            Screen::Plan(own) if G::has(Route::Plan) => pages::plan::view(&sheet, own),
            Screen::Status(own) if G::has(Route::Status) => pages::status::view(&sheet, own),
            Screen::Reading(own) if G::has(Route::Result) => pages::result::view(&sheet, own),
            Screen::Ask(own) if G::has(Route::Ask) => pages::ask::view(&sheet, own),
            Screen::Talk(own) if G::has(Route::Talk) => pages::talk::view(&sheet, own),
            Screen::Share(own) if G::has(Route::Share) => pages::share::view(&sheet, own),
            Screen::Compare(own) if G::has(Route::Compare) => pages::compare::view(&sheet, own),
            Screen::History(own) if G::has(Route::History) => pages::history::view(&sheet, own),
            Screen::Method(own) if G::has(Route::Method) => {
                pages::method::view(&sheet.part(own, Event::Method))
            }
            Screen::Privacy(own) if G::has(Route::Privacy) => pages::privacy::view(&sheet, own),
            Screen::Plain if G::has(Route::Setup) => plain(ctx),
            Screen::Plain if G::has(Route::Review) => pages::review::view(ctx),
            // No other screen is ever shown.
            _ => html! {},
        }
    }
}

/// Screens that show what is open, and nothing besides.
fn plain(ctx: &Context) -> Html {
    match ctx.route() {
        Route::Setup => pages::setup::view(ctx),
        Route::Answer => pages::answer::view(ctx),
        Route::Level => pages::level::view(ctx),
        Route::Meeting => pages::meeting::view(ctx),
        Route::Review => pages::review::view(ctx),
        _ => pages::accessibility::view(ctx),
    }
}

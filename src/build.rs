//! The two builds of the app: all screens, and answering alone. What a build holds is a
//! type, so that none carries the code of the other.

use forankring_core::address::Route;
use forankring_session::answering::{Answering, Never};
use forankring_session::screens::{Event, Whole};
use yew::prelude::*;

use crate::context::{Context, Sheet};
use crate::executor::Run;
use crate::pages;

/// A build of the app.
pub trait Build: Run {
    /// Draws the screen that is open.
    fn draw(&self, ctx: &Context, send: Callback<Self::Event>) -> Html;
}

impl Build for Answering {
    fn draw(&self, ctx: &Context, _: Callback<Never>) -> Html {
        pages::answer::view(ctx)
    }
}

impl Build for Whole {
    fn draw(&self, ctx: &Context, send: Callback<Event>) -> Html {
        let sheet = Sheet {
            ctx,
            own: self,
            send,
        };
        match self {
            Whole::Start(own) => pages::start::view(&sheet, own),
            Whole::Reading(own) if ctx.route() == Route::Plan => pages::plan::view(&sheet, own),
            Whole::Reading(own) => pages::result::view(&sheet, own),
            Whole::Share(own) => pages::share::view(&sheet, own),
            Whole::Compare(own) => pages::compare::view(&sheet, own),
            Whole::History(own) => pages::history::view(&sheet, own),
            Whole::Method(own) => pages::method::view(&sheet.part(own, Event::Method)),
            Whole::Privacy(own) => pages::privacy::view(&sheet, own),
            Whole::Plain => plain(ctx),
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
        _ => pages::accessibility::view(ctx),
    }
}

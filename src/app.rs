//! The app: one screen inside the frame that all screens share.

use forankring_core::address::{Page, Route};
use forankring_core::texts::{Key, Texts, key};
use yew::prelude::*;

use crate::components::frame::frame;
use crate::context::Context;
use crate::effects::{self, Abilities};
use crate::pages;
use crate::session::{Beside, MoreWords, State};

/// What the page that loads the app says.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// Which page it is.
    pub page: Page,
    /// The words of its language.
    pub texts: Texts,
    /// The screens that this build of the app holds.
    pub screens: Screens,
}

/// Which screens a build of the app holds. Answering has a build of its own, so
/// that the first answer waits for nothing else (measured: a fifth of the bytes).
#[derive(Clone, Copy)]
pub struct Screens {
    /// Draws the screen that is open.
    pub draw: fn(&Context) -> Html,
    /// Whether a screen is among them; others are loaded as pages.
    pub has: fn(Route) -> bool,
    /// What it can do besides drawing.
    pub abilities: Abilities,
}

impl PartialEq for Screens {
    fn eq(&self, other: &Screens) -> bool {
        std::ptr::fn_addr_eq(self.has, other.has)
    }
}

/// All screens.
pub const ALL_SCREENS: Screens = Screens {
    draw: screen,
    has: |_| true,
    abilities: Abilities {
        read_link: effects::open_link,
        read_newer: effects::open_newer,
        list: effects::list,
        others_wrote: || Some(Beside::OthersWrote.into()),
        read_states: effects::read_states,
    },
};

/// Answering alone.
pub const ANSWERING: Screens = Screens {
    draw: pages::answer::view,
    has: |route| matches!(route, Route::Answer),
    abilities: Abilities {
        read_link: effects::refuse_link,
        read_newer: |_, _| {},
        list: |_| {},
        others_wrote: || None,
        read_states: |_| {},
    },
};

/// Title and description of a screen.
pub fn headings(route: Route) -> (Key, Key) {
    match route {
        Route::Start => (key::START_TITLE, key::START_DESCRIPTION),
        Route::Setup => (key::SETUP_TITLE, key::SETUP_DESCRIPTION),
        Route::Answer => (key::ANSWER_TITLE, key::ANSWER_DESCRIPTION),
        Route::Level => (key::LEVELS_TITLE, key::LEVELS_DESCRIPTION),
        Route::Meeting => (key::MEETING_TITLE, key::MEETING_DESCRIPTION),
        Route::Result => (key::RESULT_TITLE, key::RESULT_DESCRIPTION),
        Route::Plan => (key::PLAN_TITLE, key::PLAN_DESCRIPTION),
        Route::Share => (key::SHARE_TITLE, key::SHARE_DESCRIPTION),
        Route::Compare => (key::COMPARE_TITLE, key::COMPARE_DESCRIPTION),
        Route::History => (key::HISTORY_TITLE, key::HISTORY_DESCRIPTION),
        Route::Method => (key::METHOD_TITLE, key::METHOD_DESCRIPTION),
        Route::Privacy => (key::PRIVACY_TITLE, key::PRIVACY_DESCRIPTION),
        Route::Accessibility => (key::ACCESS_TITLE, key::ACCESS_DESCRIPTION),
    }
}

/// The title of a page, as it stands in the browser's tab.
pub fn title(texts: &Texts, route: Route) -> String {
    let (title, _) = headings(route);
    match route {
        Route::Start => texts.get(title).to_owned(),
        _ => format!("{} – {}", texts.get(title), texts.get(key::SITE_NAME)),
    }
}

/// The root component.
#[component]
pub fn App(props: &AppProps) -> Html {
    let known = props.page;
    let state = use_reducer(|| State::first(known));
    effects::use_navigation(&state, known, props.screens);
    effects::use_consequences(&state, props.texts, props.screens.abilities);
    let texts = match state.more {
        MoreWords::Here(texts) => texts,
        _ => props.texts,
    };
    let ctx = Context { texts, state };
    frame(&ctx, (props.screens.draw)(&ctx))
}

fn screen(ctx: &Context) -> Html {
    match ctx.state.page.route {
        Route::Start => pages::start::view(ctx),
        Route::Setup => pages::setup::view(ctx),
        Route::Answer => pages::answer::view(ctx),
        Route::Level => pages::level::view(ctx),
        Route::Meeting => pages::meeting::view(ctx),
        Route::Result => pages::result::view(ctx),
        Route::Plan => pages::plan::view(ctx),
        Route::Share => pages::share::view(ctx),
        Route::Compare => pages::compare::view(ctx),
        Route::History => pages::history::view(ctx),
        Route::Method => pages::method::view(ctx),
        Route::Privacy => pages::privacy::view(ctx),
        Route::Accessibility => pages::accessibility::view(ctx),
    }
}

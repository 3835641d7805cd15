//! The app: one screen inside the frame that all screens share. The one Yew component
//! there is, the same in every build; what differs stands behind [`Live`], for a component
//! of each build's own is 4 KB to load each time, measured.

use forankring_browser::page;
use forankring_core::address::Page;
use forankring_core::texts::Texts;
use yew::prelude::*;

/// A build at work.
pub trait Live {
    /// Draws how things stand.
    fn draw(&self) -> Html;
    /// The page is the app's from now on.
    fn start(&self);
    /// What was drawn is shown.
    fn drawn(&self);
}

/// What the page that loads the app says.
#[derive(Clone, Properties)]
pub struct AppProps {
    /// Which page it is.
    pub page: Page,
    /// The words of its language.
    pub texts: Texts,
    /// The build that it loads.
    pub build: Opened,
}

/// Opens a build on a page; the last is how it asks to be drawn anew.
pub type Opened = fn(Page, Texts, Box<dyn Fn()>) -> Box<dyn Live>;

impl PartialEq for AppProps {
    /// A page has one build.
    fn eq(&self, other: &AppProps) -> bool {
        self.page == other.page && self.texts == other.texts
    }
}

/// The root component.
pub struct App {
    live: Box<dyn Live>,
}

/// Something has happened: the screen is drawn anew.
pub struct Redraw;

impl Component for App {
    type Message = Redraw;
    type Properties = AppProps;

    fn create(ctx: &yew::Context<Self>) -> App {
        let AppProps { page, texts, build } = *ctx.props();
        let link = ctx.link().clone();
        let redraw = Box::new(move || link.send_message(Redraw));
        App {
            live: build(page, texts, redraw),
        }
    }

    fn view(&self, _: &yew::Context<Self>) -> Html {
        self.live.draw()
    }

    fn rendered(&mut self, _: &yew::Context<Self>, first: bool) {
        if first {
            page::take_over();
            self.live.start();
        }
        self.live.drawn();
    }
}

//! The app: one screen inside the frame that all screens share. The one Yew component
//! there is; it draws the state and hands events on.

use forankring_browser::{clock, page};
use forankring_core::address::Page;
use forankring_core::texts::Texts;
use forankring_session::Event;
use forankring_session::desk::MoreWords;
use yew::prelude::*;

use crate::build::Build;
use crate::components::frame::frame;
use crate::context::Context;
use crate::executor::Dispatch;

/// What the page that loads the app says.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// Which page it is.
    pub page: Page,
    /// The words of its language.
    pub texts: Texts,
}

/// The root component.
pub struct App<B: Build> {
    dispatch: Dispatch<B>,
}

/// Something has happened: the screen is drawn anew.
pub struct Redraw;

impl<B: Build> Component for App<B> {
    type Message = Redraw;
    type Properties = AppProps;

    fn create(ctx: &yew::Context<Self>) -> App<B> {
        let AppProps { page, texts } = *ctx.props();
        let link = ctx.link().clone();
        let redraw = move || link.send_message(Redraw);
        App {
            dispatch: Dispatch::new(page, texts, redraw),
        }
    }

    fn view(&self, ctx: &yew::Context<Self>) -> Html {
        let state = self.dispatch.draw();
        let (desk, screen) = (self.dispatch.clone(), self.dispatch.clone());
        let texts = match state.desk.more {
            MoreWords::Here(texts) => texts,
            _ => ctx.props().texts,
        };
        let context = Context {
            texts,
            desk: &state.desk,
            send: Callback::from(move |event| desk.send(Event::Desk(event))),
            moment: clock::at,
        };
        let send = Callback::from(move |event| screen.send(Event::Screen(event)));
        frame(&context, state.screens.draw(&context, send))
    }

    fn rendered(&mut self, _: &yew::Context<Self>, first: bool) {
        if first {
            page::take_over();
            self.dispatch.start();
        }
        self.dispatch.drawn();
    }
}

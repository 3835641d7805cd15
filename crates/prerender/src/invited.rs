//! What the page of a respondent holds for the script that shows her invitation before the app is
//! there (`web/invited.js`): what every invitation has, as the app draws it, and the words for what
//! a link says.

use forankring::app::{App, AppProps, Live};
use forankring::components::invitation::welcome;
use forankring::components::words;
use forankring::context::{Context, Sheet};
use forankring::executor::moment;
use forankring_core::address::{Page, Route};
use forankring_core::assessment::Bounded;
use forankring_core::catalogue::{Kind, Level, Scope};
use forankring_core::day::Day;
use forankring_core::panel::{Expected, Invitation, Message, Round, Tag, Themes};
use forankring_core::texts::{Bodies, Key, Lang, Texts, key};
use forankring_session::State;
use forankring_session::replying::{Replying, Told};
use yew::ServerRenderer;
use yew::prelude::*;

use crate::constants::{map, text};

/// An invitation that has all that one may have, but no name: with one it is not said what kind of
/// organisation it is.
fn sample() -> Invitation {
    let filled = |text: &str| Message::parse(text).unwrap_or_default();
    Invitation {
        kind: Kind::Municipality,
        scope: Scope::Procurement,
        level: Level::Political,
        tag: Tag::from_bytes([0; 5]),
        round: Round::FIRST,
        expected: Expected::Unknown,
        themes: Themes::ALL,
        last: Some(Day::from_number(u16::MAX - 1)),
        name: Bounded::default(),
        procurement: Bounded::parse("-").unwrap_or_default(),
        message: filled("-"),
        mail: None,
    }
}

/// Draws it as if it had been opened for the first time.
struct Form {
    texts: Texts,
    state: State<Replying>,
}

impl Live for Form {
    fn draw(&self) -> Html {
        let ctx = Context {
            texts: self.texts,
            desk: &self.state.desk,
            send: Callback::noop(),
            moment,
        };
        let own = Sheet {
            ctx: &ctx,
            own: &self.state.screens,
            send: Callback::noop(),
        };
        let Some(told) = &own.own.told else {
            return html! {};
        };
        let open = told.invitation.blank(self.state.desk.today);
        welcome(&own, &open, told, None)
    }

    fn start(&self) {}

    fn drawn(&self) {}
}

fn form(page: Page, texts: Texts, _: Box<dyn Fn()>) -> Box<dyn Live> {
    let mut state = State::<Replying>::first(page);
    let told = Told {
        link: String::new(),
        invitation: sample(),
    };
    state.screens.told = Some(told.into());
    Box::new(Form { texts, state })
}

/// The template of invitations on the page of respondents, and nothing on others.
pub async fn template(page: Page) -> String {
    if page.route != Route::Reply {
        return String::new();
    }
    let props = move || AppProps {
        page,
        texts: Texts::builtin(page.lang),
        build: form,
    };
    let form = ServerRenderer::<App>::with_props(props)
        .hydratable(false)
        .render()
        .await;
    format!("<template id=\"invitasjon\">{form}</template>\n")
}

/// What the script is told.
pub fn said(lang: Lang) -> String {
    let texts = Texts::builtin(lang);
    let said = |key: Key| text(texts.get(key));
    let list = |entries: Vec<String>| format!("[{}]", entries.join(","));
    // In the order of their codes in links; of many nothing is said.
    let few = [
        said(key::REPLY_FEW_UNKNOWN),
        said(key::REPLY_FEW_ONE),
        said(key::REPLY_FEW_TWO),
        text(""),
    ];
    let kinds = Kind::ALL.map(|kind| {
        let Bodies { body, chief, .. } = texts.bodies(kind);
        let levels = Level::ALL.map(|level| {
            let who = texts.fill(
                words::level_who(level, kind),
                &[("body", body), ("chief", chief)],
            );
            list(vec![said(words::level(level, kind)), text(&who)])
        });
        list(vec![said(words::kind(kind)), list(levels.to_vec())])
    });
    map([
        ("asked", said(key::REPLY_ASKED_BY)),
        ("size", said(key::REPLY_SIZE)),
        ("last", said(key::REPLY_LAST)),
        ("late", said(key::REPLY_LATE)),
        ("starting", said(key::REPLY_STARTING)),
        ("few", list(few.to_vec())),
        ("kinds", list(kinds.to_vec())),
    ])
}

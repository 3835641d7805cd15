//! What an address says: which page, in which language, and what is open
//! there. One table of routes; everything else follows from it.

mod edition;
mod link_kind;

use std::fmt;

pub use edition::Edition;
pub use link_kind::LinkKind;

use crate::catalogue::{Item, Variant};
use crate::texts::Lang;

/// A screen of the product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Route {
    /// The front page.
    Start,
    /// What is assessed, and who answers: before the first item, and later.
    Setup,
    /// Answering, one item at a time.
    Answer,
    /// Answering, a level on a page.
    Level,
    /// Answering together in a meeting, on a projector.
    Meeting,
    /// All answers, what is missing first: between the last item and the result.
    Review,
    /// The result.
    Result,
    /// The measures.
    Plan,
    /// How far the plan has come, and what came of it.
    Status,
    /// Asking others: invitations, and the replies that come back.
    Ask,
    /// What the replies say, and what to talk about.
    Talk,
    /// Answering for one level, for somebody who asked.
    Reply,
    /// Passing a result on.
    Share,
    /// Several results beside each other.
    Compare,
    /// Earlier states of an assessment.
    History,
    /// The instrument and its scoring.
    Method,
    /// What is stored.
    Privacy,
    /// The accessibility statement.
    Accessibility,
}

impl Route {
    /// All routes.
    pub const ALL: [Route; 18] = [
        Route::Start,
        Route::Setup,
        Route::Answer,
        Route::Level,
        Route::Meeting,
        Route::Review,
        Route::Result,
        Route::Plan,
        Route::Status,
        Route::Ask,
        Route::Talk,
        Route::Reply,
        Route::Share,
        Route::Compare,
        Route::History,
        Route::Method,
        Route::Privacy,
        Route::Accessibility,
    ];

    /// Its name in the code and in `<html data-route>`, and its folder in the
    /// site: the one table of routes.
    fn row(self) -> (&'static str, &'static str) {
        match self {
            Route::Start => ("start", ""),
            Route::Setup => ("setup", "oppsett"),
            Route::Answer => ("answer", "vurdering"),
            Route::Level => ("level", "vurdering/nivaa"),
            Route::Meeting => ("meeting", "vurdering/mote"),
            Route::Review => ("review", "vurdering/oversikt"),
            Route::Result => ("result", "resultat"),
            Route::Plan => ("plan", "plan"),
            Route::Status => ("status", "status"),
            Route::Ask => ("ask", "spor"),
            Route::Talk => ("talk", "snakk"),
            Route::Reply => ("reply", "svar"),
            Route::Share => ("share", "del"),
            Route::Compare => ("compare", "sammenlign"),
            Route::History => ("history", "historikk"),
            Route::Method => ("method", "metode"),
            Route::Privacy => ("privacy", "personvern"),
            Route::Accessibility => ("accessibility", "tilgjengelighet"),
        }
    }

    /// Its stable name, such as `answer`.
    pub fn id(self) -> &'static str {
        self.row().0
    }

    /// Its folder in the site, such as `vurdering`; empty for the front page.
    pub fn slug(self) -> &'static str {
        self.row().1
    }

    /// Whether items are answered there.
    pub fn answers(self) -> bool {
        matches!(self, Route::Answer | Route::Level | Route::Meeting)
    }

    /// Whether a link that it is opened with is a reply, to whatever it belongs.
    pub fn collects(self) -> bool {
        matches!(self, Route::Ask | Route::Talk)
    }

    /// Whether everybody in a room looks at it: whose it is does not stand there.
    pub fn hides_names(self) -> bool {
        self == Route::Meeting
    }

    /// Whether an assessment is worked on there: without one, a new one is.
    pub fn edits(self) -> bool {
        self.answers() || matches!(self, Route::Setup | Route::Review)
    }

    /// Whether it shows an assessment or a result.
    pub fn shows(self) -> bool {
        self.edits()
            || matches!(
                self,
                Route::Result
                    | Route::Plan
                    | Route::Status
                    | Route::Ask
                    | Route::Talk
                    | Route::Share
                    | Route::Compare
                    | Route::History
            )
    }

    /// The route with this id.
    pub fn parse(id: &str) -> Option<Route> {
        Route::ALL.into_iter().find(|route| route.id() == id)
    }
}

/// How someone likes to answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash)]
pub enum View {
    /// One item at a time.
    #[default]
    Items,
    /// A level on a page.
    Levels,
}

impl View {
    /// Its stable name.
    pub fn id(self) -> &'static str {
        match self {
            View::Items => crate::keys::ITEMS,
            View::Levels => crate::keys::LEVELS,
        }
    }

    /// The view with this name; anything else is the usual one.
    pub fn parse(id: &str) -> View {
        match id == View::Levels.id() {
            true => View::Levels,
            false => View::Items,
        }
    }
}

/// A page of the site: a screen in a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Page {
    /// Its language.
    pub lang: Lang,
    /// Its screen.
    pub route: Route,
}

impl Page {
    /// Every page of the site.
    pub fn all() -> impl Iterator<Item = Page> {
        Lang::ALL
            .into_iter()
            .flat_map(|lang| Route::ALL.map(|route| Page { lang, route }))
    }

    /// Its folder relative to the site's root: empty, or ending in a slash.
    pub fn path(self) -> String {
        let lang = match self.lang {
            Lang::Nb => "",
            Lang::Nn => "nn/",
            Lang::En => "en/",
        };
        match self.route.slug() {
            "" => lang.to_owned(),
            slug => format!("{lang}{slug}/"),
        }
    }

    /// The page at a path relative to the site's root. The slash at the end
    /// may be missing, and `index.html` may follow it: servers do both.
    pub fn parse(path: &str) -> Option<Page> {
        let folder = path.strip_suffix("index.html").unwrap_or(path);
        Page::all().find(|page| {
            let own = page.path();
            own == folder || own.strip_suffix('/') == Some(path)
        })
    }

    /// The way from this page up to the site's root: `./`, or `../` once or more.
    pub fn up(self) -> &'static str {
        match self.path().matches('/').count() {
            0 => "./",
            1 => "../",
            2 => "../../",
            _ => "../../../",
        }
    }

    /// A relative link from this page to another, such as `../resultat/`. It
    /// goes by the root, so a site works under any path.
    pub fn href_to(self, other: Page) -> String {
        if self == other {
            return "./".to_owned();
        }
        format!("{}{}", self.up(), other.path())
    }
}

/// Names an assessment that is kept: 16 characters of `a-z2-7`, 80 random bits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(String);

impl Id {
    /// How many characters it has.
    pub const LENGTH: usize = 16;

    /// The id, if the text is one.
    pub fn parse(text: &str) -> Option<Id> {
        let fits = |byte: u8| byte.is_ascii_lowercase() || (b'2'..=b'7').contains(&byte);
        (text.len() == Id::LENGTH && text.bytes().all(fits)).then(|| Id(text.to_owned()))
    }

    /// The id of ten bytes, which the shell draws at random: their base32
    /// (RFC 4648), in lower case.
    pub fn from_bytes(bytes: [u8; 10]) -> Id {
        // 80 bits, five for each letter.
        let bits = bytes
            .iter()
            .fold(0u128, |bits, byte| bits << 8 | u128::from(*byte));
        let letter = |place: u32| match (bits >> (75 - 5 * place)) & 31 {
            low @ 0..=25 => char::from(b'a' + low as u8),
            high => char::from(b'2' + (high - 26) as u8),
        };
        Id((0..16).map(letter).collect())
    }

    /// Stands for a link, where something is noted of it for a moment: the same for the
    /// same text, and another one for any other that comes by (FNV-1a, 80 bits).
    pub fn of_link(fragment: &str) -> Id {
        let hash = |seed: u64| {
            fragment.bytes().fold(seed, |hash, byte| {
                (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
            })
        };
        let [a, b, c, d, e, f, g, h] = hash(0xcbf2_9ce4_8422_2325).to_be_bytes();
        let [i, j, ..] = hash(0x6c62_272e_07bb_0142).to_be_bytes();
        Id::from_bytes([a, b, c, d, e, f, g, h, i, j])
    }

    /// Another id of the same drawing: 65,536 of them differ, for what is made in one go.
    #[must_use]
    pub fn nth(&self, n: usize) -> Id {
        let value = |letter: u8| match letter {
            b'a'..=b'z' => letter - b'a',
            other => other.saturating_sub(b'2') + 26,
        };
        let bits = self
            .0
            .bytes()
            .fold(0u128, |bits, letter| bits << 5 | u128::from(value(letter)));
        let bits = bits ^ (n as u128 & 0xffff);
        let mut bytes = [0; 10];
        for (place, byte) in bytes.iter_mut().enumerate() {
            *byte = (bits >> (72 - 8 * place)) as u8;
        }
        Id::from_bytes(bytes)
    }

    /// As text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What the fragment of an address says is open. Written back by `Display`;
/// [`Place::Unknown`] is written as nothing.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// Nothing is said.
    Nothing,
    /// A new assessment, at an item.
    New(Variant, Option<Item>),
    /// One that is kept in this browser, at an item.
    Kept(Id, Option<Item>),
    /// A result that the link itself carries; kept as it came.
    Link(String),
    /// The invented result that everybody can look at.
    Sample,
    /// Nothing that is known.
    Unknown,
}

/// The word for a new assessment. The start script in every page knows that the
/// one for all items shows at once what the page was rendered with.
pub fn new_word(variant: Variant) -> &'static str {
    match variant {
        Variant::Full => "ny",
        Variant::Quick => "kort",
        // It is named by the invitation, not by a word.
        Variant::Asked(_) => "svar",
    }
}

/// The word for the invented result.
const SAMPLE: &str = "eksempel";

impl Place {
    /// Reads a fragment, with or without `#`.
    pub fn parse(fragment: &str) -> Place {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        if fragment.is_empty() {
            return Place::Nothing;
        }
        if is_link(fragment) {
            return Place::Link(fragment.to_owned());
        }
        if fragment == SAMPLE {
            return Place::Sample;
        }
        let (what, item) = match fragment.split_once('/') {
            None => (fragment, None),
            Some((what, item)) => match Item::parse(item) {
                None => return Place::Unknown,
                found => (what, found),
            },
        };
        let new = Variant::ALL.into_iter().find(|one| new_word(*one) == what);
        match (Id::parse(what), new) {
            (Some(id), _) => Place::Kept(id, item),
            (None, Some(variant)) => Place::New(variant, item),
            (None, None) => Place::Unknown,
        }
    }
}

/// With what a link begins.
pub const LINK_LETTERS: [char; LinkKind::LETTERS.len()] = LinkKind::LETTERS;

/// One of the letters, digits, a point: a link of some version.
fn is_link(fragment: &str) -> bool {
    let version = fragment
        .strip_prefix(LINK_LETTERS)
        .and_then(|rest| rest.split_once('.'))
        .map_or("", |(version, _)| version);
    !version.is_empty() && version.bytes().all(|byte| byte.is_ascii_digit())
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (what, item) = match self {
            Place::Nothing | Place::Unknown => return Ok(()),
            Place::Link(link) => (link.as_str(), None),
            Place::Sample => (SAMPLE, None),
            Place::New(variant, item) => (new_word(*variant), *item),
            Place::Kept(id, item) => (id.as_str(), *item),
        };
        f.write_str(what)?;
        item.map_or(Ok(()), |item| write!(f, "/{}", item.id()))
    }
}

#[cfg(test)]
mod tests;

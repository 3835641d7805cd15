//! What the scripts in `web/` know of the site: routes, keys, letters, words. They
//! write `CONSTANTS.NAME`; here the value comes in its place, so that a script
//! carries what it uses and nothing more, and nobody writes a value twice.
//! `web/generated.d.ts` describes the table for the type checker.

use std::io;

use forankring_core::address::{LINK_LETTERS, LinkKind, Page, Route, new_word};
use forankring_core::assessment::Name;
use forankring_core::catalogue::{INSTRUMENT, Kind, Variant};
use forankring_core::keys;
use forankring_core::panel::Message;
use forankring_core::texts::{Key, Lang, Texts, key};
use serde_json::Value;

/// How a script names a value.
const WORD: &str = "CONSTANTS.";
/// What the site is installed by.
pub const MANIFEST: &str = "forankring.webmanifest";

/// A value that every page has in common: its name, TypeScript's word for its type,
/// what it is, and the value as a script writes it.
type Row = (&'static str, &'static str, &'static str, String);

const TEXT: &str = "string";
const NUMBER: &str = "number";
const LIST: &str = "readonly string[]";
const MAP: &str = "Readonly<Record<string, string>>";

/// What the scripts say, by the names under which they find it.
const TEXTS: [(&str, Key); 9] = [
    ("update_words", key::UPDATE_WORDS),
    ("update_take", key::UPDATE_TAKE),
    ("update_later", key::UPDATE_LATER),
    ("trap", key::TROUBLE_TRAP),
    ("trap_unkept", key::TROUBLE_TRAP_UNKEPT),
    ("foreign", key::TROUBLE_FOREIGN),
    ("reload", key::TROUBLE_RELOAD),
    ("framed", key::TROUBLE_FRAMED),
    ("framed_open", key::TROUBLE_FRAMED_OPEN),
];

/// A text as scripts write it.
pub fn text(value: &str) -> String {
    Value::from(value).to_string()
}

fn list<'a>(values: impl IntoIterator<Item = &'a str>) -> String {
    Value::from_iter(values).to_string()
}

/// Values by name. The names are quoted where they would be no words of the language.
pub fn map<'a>(entries: impl IntoIterator<Item = (&'a str, String)>) -> String {
    let entries = entries.into_iter();
    let entries: Vec<String> = entries
        .map(|(name, value)| format!("{name}:{value}"))
        .collect();
    format!("{{{}}}", entries.join(","))
}

/// What the scripts say, in every language.
pub fn texts() -> String {
    let of = |lang: Lang| {
        let texts = Texts::builtin(lang);
        map(TEXTS.map(|(name, key)| (name, text(texts.get(key)))))
    };
    map(Lang::ALL.map(|lang| (lang.tag(), of(lang))))
}

/// The values that every page has in common.
fn table() -> Vec<Row> {
    let plain = [
        (
            "CURRENT",
            "localStorage: what was open last.",
            keys::CURRENT,
        ),
        (
            "VIEW",
            "localStorage: how the user likes to answer.",
            keys::VIEW,
        ),
        ("LEVELS", "Below VIEW: a level on a page.", keys::LEVELS),
        (
            "LANGUAGE",
            "localStorage: the language that was chosen.",
            keys::LANGUAGE,
        ),
        (
            "FILE",
            "localStorage: how the file on the disk stands.",
            keys::FILE,
        ),
        (
            "BACKUP",
            "localStorage: when the last back-up was made.",
            keys::BACKUP,
        ),
        (
            "LATER",
            "sessionStorage: no offer of a new version.",
            keys::LATER,
        ),
        (
            "CHANNEL",
            "The channel by which tabs hear of changes.",
            keys::CHANNEL,
        ),
        (
            "FILE_EVENT",
            "The event by which the app asks for the file.",
            keys::FILE_EVENT,
        ),
        (
            "DATABASE",
            "The database that holds what is kept.",
            keys::DATABASE,
        ),
        (
            "FILE_DATABASE",
            "The database that holds its handle.",
            keys::FILE_DATABASE,
        ),
        ("APP", "Id of the element that holds the app.", keys::APP),
        ("MAIN", "Id of the main part.", keys::MAIN),
        (
            "NEW",
            "The fragment of a new assessment.",
            new_word(Variant::Full),
        ),
        (
            "ANSWER",
            "The route of answering, one item at a time.",
            Route::Answer.id(),
        ),
        (
            "INVITATION",
            "With what an invitation of this version begins.",
            LinkKind::Invitation.prefix(),
        ),
        ("SETUP", "The route of the set-up.", Route::Setup.id()),
        (
            "MANIFEST",
            "A file that stands at the site's root.",
            MANIFEST,
        ),
    ];
    let plain = plain.map(|(name, about, value)| (name, TEXT, about, text(value)));
    let edits = Route::ALL.into_iter().filter(|route| route.edits());
    let folders: Vec<String> = Lang::ALL
        .map(|lang| {
            Page {
                lang,
                route: Route::Start,
            }
            .path()
        })
        .iter()
        .map(|path| path.trim_end_matches('/').to_owned())
        .filter(|folder| !folder.is_empty())
        .collect();
    let result = Page {
        lang: Lang::Nb,
        route: Route::Result,
    };
    let letters: String = LINK_LETTERS.iter().collect();
    // Norwegian without a form is Bokmål to most browsers.
    let tags = Lang::ALL.map(|lang| (lang.tag(), text(lang.tag())));
    let tags = tags.into_iter().chain([("no", text(Lang::Nb.tag()))]);
    let mut rows = Vec::from(plain);
    let numbers = [
        (
            "INSTRUMENT",
            "The version of the instrument.",
            INSTRUMENT.into(),
        ),
        (
            "KINDS",
            "How many kinds of organisations there are.",
            Kind::ALL.len(),
        ),
        ("NAME_LIMIT", "The most characters of a name.", Name::LIMIT),
        (
            "MESSAGE_LIMIT",
            "The most characters of what an invitation says besides.",
            Message::LIMIT,
        ),
    ];
    rows.extend(numbers.map(|(name, about, value)| (name, NUMBER, about, value.to_string())));
    rows.extend([
        (
            "EDITS",
            LIST,
            "The routes where an assessment is worked on.",
            list(edits.map(Route::id)),
        ),
        (
            "LEVEL_FROM_ANSWER",
            TEXT,
            "The way from answering by item to answering by level.",
            text(&level_from_answer()),
        ),
        (
            "RESULT_FOLDER",
            TEXT,
            "The page of results, below a language's folder.",
            text(&result.path()),
        ),
        (
            "LANGUAGE_FOLDERS",
            LIST,
            "The folders of languages that have one.",
            list(folders.iter().map(String::as_str)),
        ),
        (
            "TAGS",
            MAP,
            "Our language for a browser's, by its first two letters.",
            map(tags),
        ),
        (
            "LINK",
            TEXT,
            "With what a link begins, for a regular expression.",
            text(&format!("[{letters}]\\d")),
        ),
    ]);
    rows
}

/// Both stand in the same language's folder, one below the other.
pub fn level_from_answer() -> String {
    let [answer, level] = [Route::Answer, Route::Level].map(|route| {
        let lang = Lang::Nb;
        Page { lang, route }.path()
    });
    level.strip_prefix(&answer).unwrap_or(&level).to_owned()
}

/// The script with the values in their places: those that all pages share, and
/// `own`. A name that stands for a module is quoted in the script; so is its value.
pub fn fill(script: &str, own: &[(&str, String)]) -> io::Result<String> {
    let table = table();
    let mut filled = String::with_capacity(script.len());
    let mut rest = script;
    while let Some((before, after)) = rest.split_once(WORD) {
        let end = after
            .find(|c: char| !c.is_ascii_uppercase() && c != '_')
            .unwrap_or(after.len());
        let (name, after) = after.split_at(end);
        let mine = own.iter().find(|(own, _)| *own == name);
        let shared = || table.iter().find(|(row, ..)| *row == name);
        let value = mine
            .map(|(_, value)| value)
            .or_else(|| shared().map(|(.., value)| value));
        let Some(value) = value else {
            return Err(io::Error::other(format!(
                "a script names {WORD}{name}: unknown"
            )));
        };
        let quoted = before.ends_with('"') && after.starts_with('"');
        let inner = value
            .strip_prefix('"')
            .and_then(|value| value.strip_suffix('"'));
        filled.push_str(before);
        filled.push_str(inner.filter(|_| quoted).unwrap_or(value));
        rest = after;
    }
    filled.push_str(rest);
    Ok(filled)
}

#[cfg(test)]
#[path = "constants_tests.rs"]
mod tests;

//! How reports are asked for: what the one who keeps the plan says to all.

use crate::address::Id;
use crate::assessment::{Action, Key, Note, Parts};
use crate::day::Day;
use crate::panel::{Mail, Message};

/// The collection in which it stands which report of a measure counts, in rows that are named by
/// measures; one row more says how reports are asked for. Stable for ever.
pub const REPORTED: &str = "reported";

/// Something about how reports are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Setting {
    /// What the one who asks would like to say.
    Message,
    /// Where reports may be sent by mail.
    Mail,
    /// The last day for them.
    Until,
}

impl Setting {
    /// All of them.
    pub const ALL: [Setting; 3] = [Setting::Message, Setting::Mail, Setting::Until];

    /// The name in records and files: stable for ever.
    pub fn id(self) -> &'static str {
        match self {
            Setting::Message => "message",
            Setting::Mail => "mail",
            Setting::Until => "until",
        }
    }

    /// Where it stands: in a row of its own.
    pub fn key(self) -> Option<Key> {
        Key::new(REPORTED, &Id::of_link(REPORTED), self.id())
    }

    /// Whether a text may stand in it.
    pub fn holds(self, text: &str) -> bool {
        text.is_empty()
            || match self {
                Setting::Message => Message::parse(text).is_ok(),
                Setting::Mail => Mail::parse(text).is_some(),
                Setting::Until => Day::parse_iso(text).is_some(),
            }
    }

    /// What keeps it.
    pub fn setting(self, text: Note) -> Option<Action> {
        Some(Action::PartWritten(self.key()?, text))
    }
}

/// How reports are asked for.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Settings {
    /// What the one who asks would like to say.
    pub message: Message,
    /// Where reports may be sent by mail, if that is told.
    pub mail: Option<Mail>,
    /// The last day for them, if there is one.
    pub last: Option<Day>,
}

impl Settings {
    /// As it stands in these parts.
    pub fn of(parts: &Parts) -> Settings {
        let text = |setting: Setting| setting.key().map(|key| parts.get(&key)).unwrap_or_default();
        Settings {
            message: Message::parse(text(Setting::Message).as_str()).unwrap_or_default(),
            mail: Mail::parse(text(Setting::Mail).as_str()),
            last: Day::parse_iso(text(Setting::Until).as_str()),
        }
    }
}

//! Asking others: an invitation, and what comes of what a respondent's screen asks for.

use forankring_core::address::Id;
use forankring_core::assessment::Name;
use forankring_core::catalogue::{Kind, Level, Scope};
use forankring_core::day::Day;
use forankring_core::keeping::Found;
use forankring_core::link::{invitation, reply};
use forankring_core::panel::{Expected, Invitation, Message, Round, Tag, Themes, invited};
use forankring_session::Part;
use forankring_session::replying::{Around, Command as Asked, Event as Did};
use forankring_session::screens::Act;

use super::{How, World};

/// Whose assessment asks.
pub fn asking() -> Id {
    Id::from_bytes([9; 10])
}

/// An invitation for top management, with nothing that is compressed.
pub fn invitation() -> Invitation {
    Invitation {
        kind: Kind::Municipality,
        scope: Scope::Organisation,
        level: Level::Executive,
        tag: Tag::of(&asking()),
        round: Round::FIRST,
        expected: Expected::Two,
        themes: Themes::ALL,
        last: Some(Day::from_number(21_000)),
        name: Name::parse("Fjordvik").unwrap(),
        procurement: Name::default(),
        message: Message::default(),
        mail: None,
    }
}

/// As a link.
pub fn invitation_link() -> String {
    invitation::encode(&invitation()).unwrap()
}

/// One whose texts are compressed.
pub fn packed_link() -> String {
    let mut packed = invitation();
    packed.message = Message::parse(&"Svar gjerne. ".repeat(30)).unwrap();
    invitation::encode(&packed).unwrap()
}

impl World {
    /// Whether something is answered later.
    pub(super) fn replies_later(command: &Asked) -> bool {
        !matches!(command, Asked::Select(_) | Asked::Sheet(..))
    }

    /// What comes of what the screen of a respondent asks for.
    pub(super) fn replied(&mut self, command: Asked, how: How) -> Option<Did> {
        let fails = how == How::Fails;
        Some(match command {
            Asked::Unpack(ticket, link) => {
                Did::Unpacked(ticket, (!fails).then(|| invitation::decode(&link)))
            }
            Asked::LookAround(ticket, tag, list) => Did::Looked(ticket, self.around(tag, &list)),
            Asked::Make(ticket, made) => Did::Made(ticket, (!fails).then(|| reply::encode(&made))),
            Asked::Copy(ticket, _) => Did::Copied(ticket, !fails),
            Asked::FetchPart => Did::PartCame(match fails {
                true => Part::Missing,
                false => Part::Here,
            }),
            Asked::Forget(ticket, id, ms) => {
                let act = Act::Forget(id.as_str().to_owned(), ms);
                Did::Cleared(ticket, id, self.store.act(&act))
            }
            Asked::Select(_) | Asked::Sheet(..) => return None,
        })
    }

    fn around(&self, tag: Tag, meeting: &Id) -> Around {
        let Ok(found) = self.store.load(meeting) else {
            return Around::default();
        };
        let mut ids = self.store.records.keys().filter_map(|key| Id::parse(key));
        Around {
            own: ids.find(|id| Tag::of(id) == tag),
            gathered: match &found {
                Found::Here(kept) => invited::gathered(&kept.assessment.parts).len(),
                Found::Absent | Found::Deleted => 0,
            },
            cleared: found == Found::Deleted,
        }
    }
}

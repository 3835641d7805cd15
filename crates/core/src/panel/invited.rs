//! What a respondent's device keeps beside her answers: parts with keys. The invitation that she
//! follows, and how often she sent a reply; on a machine that a meeting shares, the replies that
//! were gathered on it.

use super::{Invitation, Reply, Respondent, Sent};
use crate::address::Id;
use crate::assessment::{ASKED_FOR, Action, Assessment, Entry, Key, Note, NoteField, Parts};
use crate::catalogue::{Asked, Item, PerItem, Variant};
use crate::day::Day;

/// The collection of what belongs to an invitation: stable for ever. Its one row is named by
/// [`Invitation::place`], or by what a report is kept under.
pub const INVITED: &str = ASKED_FOR;
/// The collection of gathered replies: stable for ever. Its rows are named by respondents.
pub const GATHERED: &str = "gathered";

/// A link, in pieces that fit: `link`, `linkb` and so on.
const LINK: &str = "link";
/// The letters behind it.
const PIECES: [&str; 10] = ["", "b", "c", "d", "e", "f", "g", "h", "i", "j"];
const RESPONDENT: &str = "respondent";
const NUMBER: &str = "number";
const SENT: &str = "sent";
/// Stands for what was sent: tells whether something was changed since.
const GIVEN: &str = "given";
/// That several answer on this machine, one after the other.
const MEETING: &str = "meeting";

/// What a respondent's device knows of an invitation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invited {
    row: Id,
    /// The invitation, as its link.
    pub link: String,
    /// Who answers; none where this is a meeting's own list.
    pub respondent: Option<Respondent>,
    /// What was sent last, if anything was.
    pub sending: Option<Sending>,
    /// Whether several answer on this machine, one after the other.
    pub meeting: bool,
}

/// What was made to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sending {
    /// The how-manieth it is: 1 to 255, where it stays.
    pub number: u8,
    /// When it was made.
    pub sent: Sent,
    /// Stands for what it says: [`content`].
    pub given: Id,
}

impl Sending {
    /// What is sent now, after what was sent before: the same again where it says the same.
    pub fn after(before: Option<&Sending>, given: Id, ms: i64) -> Sending {
        match before {
            Some(before) if before.given == given => before.clone(),
            _ => Sending {
                number: before.map_or(1, |before| before.number.saturating_add(1)),
                sent: Sent::at(ms),
                given,
            },
        }
    }
}

impl Invited {
    /// What these parts say; nothing where no invitation stands among them. Of several rows,
    /// which only a file made elsewhere can hold, the first counts.
    pub fn of(parts: &Parts) -> Option<Invited> {
        parts.rows(INVITED).find_map(|row| {
            let value = |field: &str| {
                let found = row.iter().find(|(key, _)| key.field() == field);
                found.map_or("", |(_, value)| value.as_str())
            };
            let sending = || {
                Some(Sending {
                    number: value(NUMBER).parse().ok().filter(|number| *number > 0)?,
                    sent: Sent::from_seconds(value(SENT).parse().ok()?),
                    given: Id::parse(value(GIVEN))?,
                })
            };
            Some(Invited {
                row: Id::parse(row.first()?.0.row())?,
                link: joined(row)?,
                respondent: Respondent::parse_hex(value(RESPONDENT)),
                sending: sending(),
                meeting: !value(MEETING).is_empty(),
            })
        })
    }

    /// What notes that an invitation is answered, by somebody, on a machine of one's own or of a
    /// meeting.
    pub fn begins(
        row: &Id,
        link: &str,
        respondent: Option<Respondent>,
        meeting: bool,
    ) -> Vec<Action> {
        let mut actions = linked(INVITED, row, link);
        let respondent = respondent.map_or_else(String::new, Respondent::hex);
        actions.extend(written(INVITED, row, RESPONDENT, &respondent));
        let meeting = if meeting { "1" } else { "" };
        actions.extend(written(INVITED, row, MEETING, meeting));
        actions
    }

    /// What notes that a reply was made to be sent.
    pub fn sends(&self, sending: &Sending) -> Vec<Action> {
        let fields = [
            (NUMBER, sending.number.to_string()),
            (SENT, sending.sent.seconds().to_string()),
            (GIVEN, sending.given.as_str().to_owned()),
        ];
        let actions = fields.iter();
        let actions = actions.filter_map(|(field, text)| written(INVITED, &self.row, field, text));
        actions.collect()
    }
}

/// What a reply says, as an id that stands for it.
pub fn content(entries: &PerItem<Entry>) -> Id {
    let mut text = String::new();
    for (_, entry) in entries.iter() {
        text.push_str(entry.answer.map_or("-", |answer| answer.code()));
        for field in NoteField::ALL {
            text.push('\0');
            text.push_str(entry.note(field).as_str());
        }
        text.push('\n');
    }
    Id::of_link(&text)
}

impl Invitation {
    /// As what a respondent begins to answer.
    pub fn blank(&self, date: Day) -> Assessment {
        let mut blank = Assessment::blank(self.kind, self.scope, date);
        blank.variant = self.variant();
        blank.name = self.name.clone();
        blank.procurement = self.procurement.clone();
        blank
    }

    /// The items that it asks.
    pub fn variant(&self) -> Variant {
        let asked = Asked::of(self.level, self.themes.items(self.level));
        asked.map_or(Variant::Full, Variant::Asked)
    }

    /// Under which id a machine that a meeting shares keeps what was gathered on it.
    pub fn meeting(&self) -> Id {
        Id::of_link(&format!("meeting/{}", self.place().as_str()))
    }

    /// Under which id the one who answers there just now does so; nothing of it is kept.
    pub fn seat(&self) -> Id {
        Id::of_link(&format!("seat/{}", self.place().as_str()))
    }

    /// The reply that an assessment is, of the items that it asks: with what was written, or
    /// without.
    pub fn reply(
        &self,
        assessment: &Assessment,
        (respondent, sending): (Respondent, &Sending),
        texts: bool,
    ) -> Reply {
        Reply::new(
            (self.tag, self.round, self.level),
            (respondent, sending.number, sending.sent),
            &replied(assessment, texts),
        )
    }
}

/// The entries that go into a reply, with what was written or without: of items that are asked,
/// without reasons that no screen shows.
pub fn replied(assessment: &Assessment, texts: bool) -> PerItem<Entry> {
    let shown = assessment.as_shown();
    PerItem::from_fn(|item: Item| {
        let entry = shown.entries.get(item);
        match (shown.variant.asks(item), texts) {
            (false, _) => Entry::default(),
            (true, true) => entry.clone(),
            (true, false) => Entry {
                answer: entry.answer,
                ..Entry::default()
            },
        }
    })
}

/// What adds a reply to those that were gathered on a machine. A respondent has one there.
pub fn gathers(respondent: Respondent, link: &str) -> Vec<Action> {
    let row = Id::of_link(&format!("gathered/{}", respondent.hex()));
    linked(GATHERED, &row, link)
}

/// The links of the replies that were gathered, in an order that does not tell when each came.
pub fn gathered(parts: &Parts) -> Vec<String> {
    parts.rows(GATHERED).filter_map(joined).collect()
}

/// Whether a text may stand in a field of one of these collections, as in a file; none where
/// nothing is known of such a place.
pub fn holds(collection: &str, field: &str, text: &str) -> Option<bool> {
    let piece = field.strip_prefix(LINK);
    if piece.is_some_and(|piece| PIECES.contains(&piece)) {
        let known = matches!(collection, INVITED | GATHERED);
        return known.then(|| text.bytes().all(|byte| byte.is_ascii_graphic()));
    }
    if collection != INVITED {
        return None;
    }
    let fits = match field {
        RESPONDENT => Respondent::parse_hex(text).is_some(),
        NUMBER => text.parse::<u8>().is_ok_and(|number| number > 0),
        SENT => text.parse::<u32>().is_ok(),
        GIVEN => Id::parse(text).is_some(),
        MEETING => text == "1",
        _ => return None,
    };
    Some(text.is_empty() || fits)
}

fn written(collection: &str, row: &Id, field: &str, text: &str) -> Option<Action> {
    let key = Key::new(collection, row, field)?;
    Some(Action::PartWritten(key, Note::parse(text).ok()?))
}

/// A link in pieces that fit; those that it does not need are taken away.
fn linked(collection: &str, row: &Id, link: &str) -> Vec<Action> {
    let mut rest = link;
    let mut actions = Vec::new();
    for piece in PIECES {
        // Links are ASCII; of anything else nothing is kept.
        let (text, after) = rest
            .split_at_checked(rest.len().min(Note::LIMIT))
            .unwrap_or_default();
        rest = after;
        actions.extend(written(collection, row, &format!("{LINK}{piece}"), text));
    }
    actions
}

/// The link of a row.
fn joined(row: &[(Key, Note)]) -> Option<String> {
    let pieces = row.iter().filter(|(key, _)| {
        let piece = key.field().strip_prefix(LINK);
        piece.is_some_and(|piece| PIECES.contains(&piece))
    });
    let link: String = pieces.map(|(_, value)| value.as_str()).collect();
    (!link.is_empty()).then_some(link)
}

#[cfg(test)]
#[path = "invited_tests.rs"]
mod tests;

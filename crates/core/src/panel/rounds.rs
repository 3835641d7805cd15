//! What the coordinator set for each round: parts with keys of the assessment, so that undo,
//! several tabs and earlier states hold for them as for answers.

use super::{Expected, Invitation, Mail, Message, Round, Tag, Themes};
use crate::address::Id;
use crate::assessment::{Action, Assessment, Key, Name, Note, Parts};
use crate::catalogue::{Level, PerLevel, Scope};
use crate::day::Day;

/// The name of the collection: stable for ever. It has a row for each round.
pub const COLLECTION: &str = "round";

/// A field of a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The day on which it was begun.
    Begun,
    /// The last day for replies.
    Last,
    /// What the coordinator would like to say.
    Message,
    /// Where replies may be sent by mail.
    Mail,
    /// Whether names are left out of the invitations.
    Unnamed,
    /// That a level is asked, and how many there.
    Asks(Level),
    /// Which themes a level is asked, where not all.
    About(Level),
    /// The day on which what invites a level was given out first.
    Sent(Level),
}

impl Field {
    /// All of them.
    pub const ALL: [Field; 14] = [
        Field::Begun,
        Field::Last,
        Field::Message,
        Field::Mail,
        Field::Unnamed,
        Field::Asks(Level::Political),
        Field::Asks(Level::Executive),
        Field::Asks(Level::Operational),
        Field::About(Level::Political),
        Field::About(Level::Executive),
        Field::About(Level::Operational),
        Field::Sent(Level::Political),
        Field::Sent(Level::Executive),
        Field::Sent(Level::Operational),
    ];

    /// The name in records and files: stable for ever.
    pub fn id(self) -> &'static str {
        match self {
            Field::Begun => "begun",
            Field::Last => "last",
            Field::Message => "message",
            Field::Mail => "mail",
            Field::Unnamed => "unnamed",
            Field::Asks(level) => level.id(),
            Field::About(Level::Political) => "politicalitems",
            Field::About(Level::Executive) => "executiveitems",
            Field::About(Level::Operational) => "operationalitems",
            Field::Sent(Level::Political) => "politicalsent",
            Field::Sent(Level::Executive) => "executivesent",
            Field::Sent(Level::Operational) => "operationalsent",
        }
    }

    /// The field with this name.
    pub fn parse(id: &str) -> Option<Field> {
        Field::ALL.into_iter().find(|field| field.id() == id)
    }

    /// Whether a text may stand in it, as in a file.
    pub fn holds(self, text: &str) -> bool {
        text.is_empty()
            || match self {
                Field::Begun | Field::Last | Field::Sent(_) => Day::parse_iso(text).is_some(),
                Field::Message => Message::parse(text).is_ok(),
                Field::Mail => Mail::parse(text).is_some_and(|mail| mail.as_str() == text),
                Field::Unnamed => text == YES,
                Field::Asks(_) => Expected::parse(text).is_some(),
                Field::About(_) => Themes::parse(text).is_some(),
            }
    }
}

/// What stands in a field that is a yes.
const YES: &str = "yes";

/// How a level is asked in a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// How many are asked.
    pub expected: Expected,
    /// Which items.
    pub themes: Themes,
    /// Since when what invites it is given out, as far as that was noted.
    pub sent: Option<Day>,
}

/// A round as it was set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Which one.
    pub round: Round,
    /// The day on which it was begun.
    pub begun: Option<Day>,
    /// The last day for replies.
    pub last: Option<Day>,
    /// What the coordinator would like to say.
    pub message: Message,
    /// Where replies may be sent by mail.
    pub mail: Option<Mail>,
    /// Whether the names stand in the invitations.
    pub names: bool,
    /// The levels that are asked.
    pub levels: PerLevel<Option<Asked>>,
}

/// The part in which a field of a round stands.
pub fn part(round: Round, field: Field) -> Option<Key> {
    let row = Id::of_link(&format!("round/{}", round.number()));
    Key::new(COLLECTION, &row, field.id())
}

/// What sets a field of a round; empty: takes it away. Nothing where the text does not fit.
pub fn setting(round: Round, field: Field, text: &str) -> Option<Action> {
    let value = Note::parse(text).ok()?;
    let key = part(round, field).filter(|_| field.holds(value.as_str()))?;
    Some(Action::PartWritten(key, value))
}

impl Settings {
    /// A round as it stands among parts; nothing where it was not begun.
    pub fn of(parts: &Parts, round: Round) -> Option<Settings> {
        let text = |field: Field| part(round, field).map(|key| parts.get(&key));
        let text = |field: Field| text(field).unwrap_or_default();
        let day = |field: Field| Day::parse_iso(text(field).as_str());
        let asked = |level: Level| {
            Some(Asked {
                expected: Expected::parse(text(Field::Asks(level)).as_str())?,
                themes: Themes::parse(text(Field::About(level)).as_str()).unwrap_or_default(),
                sent: day(Field::Sent(level)),
            })
        };
        let any = |field: &Field| !text(*field).is_empty();
        Field::ALL.iter().any(any).then(|| Settings {
            round,
            begun: day(Field::Begun),
            last: day(Field::Last),
            message: Message::parse(text(Field::Message).as_str()).unwrap_or_default(),
            mail: Mail::parse(text(Field::Mail).as_str()),
            names: text(Field::Unnamed).is_empty(),
            levels: PerLevel::from_fn(asked),
        })
    }

    /// The latest round that was begun.
    pub fn latest(parts: &Parts) -> Option<Settings> {
        let mut round = Some(Round::LAST);
        while let Some(one) = round {
            if let Some(found) = Settings::of(parts, one) {
                return Some(found);
            }
            round = one.previous();
        }
        None
    }

    /// The invitation of a level that is asked.
    pub fn invitation(&self, id: &Id, of: &Assessment, level: Level) -> Option<Invitation> {
        let asked = (*self.levels.get(level))?;
        let named = |name: &Name| match self.names {
            true => name.clone(),
            false => Name::default(),
        };
        Some(Invitation {
            kind: of.kind,
            scope: of.scope,
            level,
            tag: Tag::of(id),
            round: self.round,
            expected: asked.expected,
            themes: asked.themes,
            last: self.last,
            name: named(&of.name),
            procurement: match of.scope {
                Scope::Organisation => Name::default(),
                Scope::Procurement => named(&of.procurement),
            },
            message: self.message.clone(),
            mail: self.mail.clone(),
        })
    }
}

/// A copy asks nobody: what others were asked belongs to what was copied.
pub fn leave(parts: &mut Parts) {
    let keys: Vec<Key> = parts.keys().collect();
    for key in keys.iter().filter(|key| key.collection() == COLLECTION) {
        parts.set(key, Note::default());
    }
}

/// What begins the round after the latest, for some items of some levels: what was said, where
/// replies go and whether names stand there is as before. Nothing after the last round.
pub fn next_round(
    parts: &Parts,
    items: &PerLevel<Option<Themes>>,
    today: Day,
) -> Option<(Round, Vec<Action>)> {
    let before = Settings::latest(parts);
    let round = match &before {
        None => Round::FIRST,
        Some(before) => before.round.next()?,
    };
    let set = |field, text: &str| setting(round, field, text);
    let mut deed = vec![set(Field::Begun, &today.iso())];
    if let Some(before) = &before {
        let mail = before.mail.as_ref().map_or("", Mail::as_str);
        deed.push(set(Field::Mail, mail).filter(|_| !mail.is_empty()));
        deed.push(set(Field::Unnamed, YES).filter(|_| !before.names));
    }
    for (level, themes) in items.iter() {
        let Some(themes) = themes else { continue };
        let asked = before.as_ref().and_then(|before| *before.levels.get(level));
        let expected = asked.map_or(Expected::Unknown, |asked| asked.expected);
        deed.push(set(Field::Asks(level), expected.id()));
        if *themes != Themes::ALL {
            deed.push(set(Field::About(level), &themes.write()));
        }
    }
    Some((round, deed.into_iter().flatten().collect()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{Kind, Theme};

    fn blank() -> Assessment {
        let day = Day::from_number(9_800);
        Assessment::blank(Kind::County, Scope::Organisation, day)
    }

    fn with(mut assessment: Assessment, deed: &[Action]) -> Assessment {
        for action in deed {
            assessment.take_in(action, Day::from_number(9_801));
        }
        assessment
    }

    #[test]
    fn rounds_follow_each_other() {
        let day = Day::from_number(9_801);
        let all = PerLevel::from_fn(|_| Some(Themes::ALL));
        let begun = blank();
        assert_eq!(Settings::latest(&begun.parts), None);
        let (round, deed) = next_round(&begun.parts, &all, day).unwrap();
        assert_eq!(round, Round::FIRST);
        let mut first = with(begun, &deed);
        for (field, text) in [
            (Field::Mail, "kari@fjordvik.no"),
            (Field::Unnamed, "yes"),
            (Field::Message, "Hei"),
            (Field::Asks(Level::Executive), "one"),
            (Field::Last, "2026-12-01"),
        ] {
            first = with(first, &[setting(round, field, text).unwrap()]);
        }
        let set = Settings::latest(&first.parts).unwrap();
        assert_eq!((set.begun, set.names), (Some(day), false));
        let id = Id::from_bytes([3; 10]);
        let one = set.invitation(&id, &first, Level::Executive).unwrap();
        assert_eq!(one.expected, Expected::One);
        assert!(one.name.is_empty() && one.mail.is_some());
        let some = PerLevel::from_fn(|level| {
            let asked = level == Level::Executive;
            Themes::of([Theme::Plan]).filter(|_| asked)
        });
        let (round, deed) = next_round(&first.parts, &some, day).unwrap();
        let second = with(first, &deed);
        let set = Settings::latest(&second.parts).unwrap();
        assert_eq!((set.round, set.round), (round, Round::new(2).unwrap()));
        assert!(set.message.is_empty() && set.mail.is_some() && !set.names);
        assert_eq!(set.last, None);
        assert_eq!(set.invitation(&id, &second, Level::Political), None);
        let one = set.invitation(&id, &second, Level::Executive).unwrap();
        assert_eq!((one.themes.count(), one.expected), (1, Expected::One));
    }

    #[test]
    fn what_does_not_fit_is_not_set() {
        let long = "a".repeat(501);
        for (field, text) in [
            (Field::Last, "i morgen"),
            (Field::Mail, "kari"),
            (Field::Message, &*long),
            (Field::Asks(Level::Political), "many"),
            (Field::About(Level::Political), "everything"),
            (Field::Sent(Level::Political), "yes"),
            (Field::Unnamed, "no"),
        ] {
            assert_eq!(setting(Round::FIRST, field, text), None, "{text}");
            assert!(setting(Round::FIRST, field, "").is_some());
            assert_eq!(Field::parse(field.id()), Some(field));
        }
    }
}

//! What an invitation tells whoever opens it: no person, no answer, no secret.

use super::{Expected, Round, Tag, Themes};
use crate::address::Id;
use crate::assessment::{Bounded, Name};
use crate::catalogue::{Kind, Level, Scope, Subject};
use crate::day::Day;

/// What the coordinator would like to say.
pub type Message = Bounded<500>;

/// An address for electronic mail, as far as it matters here: one `@` with something on both
/// sides, nothing but visible ASCII, none of the signs that would end or split it in a link for
/// mail, 254 characters at most.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Mail(String);

impl Mail {
    /// The most characters that it has.
    pub const LIMIT: usize = 254;

    /// The address, if the text is one. Spaces around it are left out.
    pub fn parse(text: &str) -> Option<Mail> {
        let text = text.trim();
        let fits = |byte: u8| byte.is_ascii_graphic() && !b"<>()[]\\,;:\"?&#%".contains(&byte);
        let mut sides = text.split('@');
        let both = sides.next().is_some_and(|side| !side.is_empty())
            && sides.next().is_some_and(|side| !side.is_empty())
            && sides.next().is_none();
        let right = both && text.len() <= Mail::LIMIT && text.bytes().all(fits);
        right.then(|| Mail(text.to_owned()))
    }

    /// As text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An invitation to answer for one level, in one round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// The kind of organisation.
    pub kind: Kind,
    /// What is assessed.
    pub scope: Scope,
    /// The level that is asked.
    pub level: Level,
    /// Which panel it belongs to.
    pub tag: Tag,
    /// In which round.
    pub round: Round,
    /// How many are asked there.
    pub expected: Expected,
    /// Which items are asked.
    pub themes: Themes,
    /// The last day for replies, if there is one.
    pub last: Option<Day>,
    /// The organisation's name, if it is told.
    pub name: Name,
    /// The procurement's name, if it is told.
    pub procurement: Name,
    /// What the coordinator would like to say.
    pub message: Message,
    /// Where replies may be sent by mail, if that is told.
    pub mail: Option<Mail>,
}

impl Invitation {
    /// What the sentences of the items depend on.
    pub fn subject(&self) -> Subject {
        Subject {
            kind: self.kind,
            scope: self.scope,
        }
    }

    /// Under which id a respondent's device keeps the answers to it: the same for the same panel,
    /// round and level, whatever else the invitation says.
    pub fn place(&self) -> Id {
        let tag = self.tag.bytes().map(|byte| format!("{byte:02x}")).concat();
        let (round, level) = (self.round.number(), self.level.id());
        Id::of_link(&format!("reply/{tag}/{round}/{level}"))
    }

    /// Whether the last day is over.
    pub fn is_late(&self, today: Day) -> bool {
        self.last.is_some_and(|last| last < today)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_for_mail_are_told_from_what_is_none() {
        for good in ["a@b", "kari.nordmann+svar@fjordvik.kommune.no", " x@y.no "] {
            assert_eq!(Mail::parse(good).unwrap().as_str(), good.trim());
        }
        let long = format!("{}@b.no", "a".repeat(250));
        for bad in [
            "", "@", "a@", "@b", "a b@c", "a@b@c", "a@b?cc=d", "a@b,c", "æ@b.no", "a@b%0a",
            "<a@b>", &long,
        ] {
            assert_eq!(Mail::parse(bad), None, "{bad}");
        }
    }
}

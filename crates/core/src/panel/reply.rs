//! A reply: what one respondent answered for a level, and replies as they are kept.

use std::rc::Rc;

use super::{Respondent, Round, Sent, Tag};
use crate::assessment::{Entry, Note};
use crate::catalogue::{Answer, Item, Level, PerItem};

/// What one respondent answered for a level in a round. Right by construction: texts stand only
/// with items of the level, and other levels have answers alone ("seen from here").
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// Which panel it belongs to.
    pub tag: Tag,
    /// In which round.
    pub round: Round,
    /// For which level.
    pub level: Level,
    /// Who answers, as far as that is told.
    pub respondent: Respondent,
    /// The how-manieth sending of this respondent: 1 to 255, where it stays.
    pub number: u8,
    /// When it was made, by the clock of the respondent's device.
    pub sent: Sent,
    entries: PerItem<Entry>,
}

/// Tells replies of one panel apart: the respondent and the number. Two of the same key that are
/// not alike were made by somebody else than one respondent.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReplyKey(String);

impl ReplyKey {
    /// As text: twelve hexadecimal digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Reads that, and nothing else.
    pub fn parse(text: &str) -> Option<ReplyKey> {
        let fits = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        (text.len() == 12 && text.bytes().all(fits)).then(|| ReplyKey(text.to_owned()))
    }
}

impl Reply {
    /// A reply with these entries: answers of all levels, texts of its own alone. What else
    /// stands there is left out.
    pub fn new(
        (tag, round, level): (Tag, Round, Level),
        (respondent, number, sent): (Respondent, u8, Sent),
        entries: &PerItem<Entry>,
    ) -> Reply {
        let entries = PerItem::from_fn(|item| {
            let entry = entries.get(item);
            if item.level == level {
                return entry.clone();
            }
            Entry {
                answer: entry.answer,
                ..Entry::default()
            }
        });
        Reply {
            tag,
            round,
            level,
            respondent,
            number: number.max(1),
            sent,
            entries,
        }
    }

    /// What was answered to an item: of its own level, or of another as it is seen from there.
    pub fn answer(&self, item: Item) -> Option<Answer> {
        self.entries.get(item).answer
    }

    /// What was written to an item of its level.
    pub fn entry(&self, item: Item) -> &Entry {
        self.entries.get(item)
    }

    /// All of it.
    pub fn entries(&self) -> &PerItem<Entry> {
        &self.entries
    }

    /// Without what was written: answers alone.
    #[must_use]
    pub fn without_texts(&self) -> Reply {
        let entries = PerItem::from_fn(|item| Entry {
            answer: self.answer(item),
            ..Entry::default()
        });
        Reply {
            entries,
            ..self.clone()
        }
    }

    /// Whether anything was written.
    pub fn has_texts(&self) -> bool {
        let written = |note: &Note| !note.is_empty();
        self.entries.iter().any(|(_, entry)| {
            written(&entry.reason) || written(&entry.evidence) || written(&entry.comment)
        })
    }

    /// How many items of its own level are answered.
    pub fn answered(&self) -> usize {
        let own = self.level.items().into_iter();
        own.filter(|item| self.answer(*item).is_some()).count()
    }

    /// What tells it from others of its panel.
    pub fn key(&self) -> ReplyKey {
        ReplyKey(format!("{}{:02x}", self.respondent.hex(), self.number))
    }

    /// Of several of one respondent, the one that counts has the highest order.
    pub fn order(&self) -> (u8, Sent) {
        (self.number, self.sent)
    }
}

/// A reply as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it says.
    pub reply: Reply,
    /// The link that it came as, exactly: what is kept of it.
    pub link: String,
    /// When it was taken in, in milliseconds since 1970.
    pub came: i64,
    /// When it was taken out, if it was.
    pub out: Option<i64>,
    /// The number of the showing in which it entered what is shown, if it did.
    pub from: Option<u16>,
    /// The number of the showing in which it left again, if it did.
    pub to: Option<u16>,
}

impl Row {
    /// One that was just taken in.
    pub fn new(reply: Reply, link: String, came: i64) -> Row {
        Row {
            reply,
            link,
            came,
            out: None,
            from: None,
            to: None,
        }
    }
}

/// The replies to one assessment, each once, in an order that does not depend on when they came.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Replies(Rc<Vec<Row>>);

impl Replies {
    /// These. Of two of the same link one is kept.
    pub fn of(mut rows: Vec<Row>) -> Replies {
        rows.sort_by(|a, b| a.link.cmp(&b.link).then(a.came.cmp(&b.came)));
        rows.dedup_by(|later, first| later.link == first.link);
        Replies(Rc::new(rows))
    }

    /// All of them.
    pub fn all(&self) -> &[Row] {
        &self.0
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// These and others, which stand in the place of those of the same links.
    #[must_use]
    pub fn with(&self, rows: Vec<Row>) -> Replies {
        let changed = Replies::of(rows);
        let others = self.all().iter();
        let others = others.filter(|row| changed.find(&row.link).is_none());
        let all = others.chain(changed.all()).cloned().collect();
        Replies::of(all)
    }

    /// The one that came as this link.
    pub fn find(&self, link: &str) -> Option<&Row> {
        let at = self.0.binary_search_by(|row| row.link.as_str().cmp(link));
        at.ok().and_then(|at| self.0.get(at))
    }
}

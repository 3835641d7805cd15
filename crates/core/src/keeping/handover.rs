//! What a page that is left hands over to the next one in the same tab: what is
//! open, as it is shown, and which of its parts are not on the disk yet. So nothing
//! is lost between two pages, by a crash of the app, or where nothing can be stored.
//! It lives as long as the tab and is read once.

use super::slot::Mark;
use super::{Change, Fields, Kept, Slot};
use crate::address::Id;
use crate::assessment::Assessment;
use crate::json::Json;
use crate::moment::Moment;

/// Where what is handed over came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Began {
    /// Kept in the browser.
    Kept,
    /// Started in this tab, nothing of it kept yet.
    New,
    /// To be kept in this tab only.
    Tab,
    /// Unlocked from a locked link, whose passphrase is not asked for again on the way from
    /// one page to the next. Its id stands for the link: [`Id::of_link`].
    Unlocked,
}

impl Began {
    const ALL: [Began; 4] = [Began::Kept, Began::New, Began::Tab, Began::Unlocked];

    fn id(self) -> &'static str {
        match self {
            Began::Kept => "kept",
            Began::New => "new",
            Began::Tab => "tab",
            Began::Unlocked => "unlocked",
        }
    }
}

/// What is handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handover {
    /// Its id.
    pub id: Id,
    /// Where it came from.
    pub began: Began,
    /// The revision that was shown.
    pub revision: u32,
    /// The parts that are not on the disk.
    pub unsaved: Vec<Slot>,
    /// All of it, as it was shown.
    pub assessment: Assessment,
}

impl Handover {
    /// As text: `id began revision parts document`, parts as numbers or keys with commas
    /// between, or `-`.
    pub fn write(&self) -> String {
        let mut kept = Kept::new(self.assessment.clone(), 0);
        kept.revision = self.revision;
        let document = Fields::of(&kept, &self.id).document;
        let mut parts = "-".to_owned();
        for (place, slot) in self.unsaved.iter().enumerate() {
            if place == 0 {
                parts.clear();
            } else {
                parts.push(',');
            }
            parts.push_str(&slot.mark().write());
        }
        let (id, began) = (self.id.as_str(), self.began.id());
        format!("{id} {began} {} {parts} {document}", self.revision)
    }

    /// Reads that; `None` where something else stands there.
    pub fn read(text: &str, parse: impl FnOnce(&str) -> Option<Json>) -> Option<Handover> {
        let mut words = text.splitn(5, ' ');
        let id = Id::parse(words.next()?)?;
        let began = words.next()?;
        let began = Began::ALL.into_iter().find(|one| one.id() == began)?;
        let revision = words.next()?.parse().ok()?;
        let mut unsaved = Vec::new();
        for part in words.next()?.split(',').filter(|part| *part != "-") {
            unsaved.push(Slot::marked(Mark::read(part)?)?);
        }
        let fields = Fields {
            document: words.next()?.to_owned(),
            ..Fields::default()
        };
        let assessment = fields.read(parse).ok()?.assessment;
        Some(Handover {
            id,
            began,
            revision,
            unsaved,
            assessment,
        })
    }

    /// What is to be written of it, as if it were done at a moment.
    pub fn changes(&self, at: Moment) -> Vec<Change> {
        let change = |slot: &Slot| Change {
            action: slot.said_by(&self.assessment),
            day: self.assessment.date,
            ms: at.ms,
            seen: self.revision,
            joined: false,
        };
        self.unsaved.iter().map(change).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::samples;

    fn id() -> Id {
        Id::from_bytes([7; 10])
    }

    #[test]
    fn what_is_handed_over_comes_back() {
        let slots: Vec<Slot> = Slot::all().collect();
        for (n, assessment) in samples::written(60).into_iter().enumerate() {
            let handed = Handover {
                id: id(),
                began: Began::ALL[n % 3],
                revision: n as u32,
                unsaved: slots[..n % slots.len()].to_vec(),
                assessment,
            };
            assert_eq!(
                Handover::read(&handed.write(), crate::json::parse),
                Some(handed)
            );
        }
    }

    #[test]
    fn what_is_not_handed_over_is_nothing() {
        let whole = Handover {
            id: id(),
            began: Began::New,
            revision: 3,
            unsaved: vec![Slot::Name],
            assessment: samples::written(1).remove(0),
        };
        let text = whole.write();
        assert_eq!(Handover::read("", crate::json::parse), None);
        assert_eq!(
            Handover::read(&text[..text.len() - 9], crate::json::parse),
            None
        );
        assert_eq!(
            Handover::read(&text.replace(" new ", " old "), crate::json::parse),
            None
        );
        assert_eq!(
            Handover::read(&text.replacen(" 72 ", " 999 ", 1), crate::json::parse),
            None
        );
    }

    #[test]
    fn every_part_says_what_the_assessment_says() {
        let other = samples::written(40);
        for pair in other.windows(2) {
            let day = pair[1].date;
            let copied = Slot::all().fold(pair[0].clone(), |one, slot| {
                one.apply(&slot.said_by(&pair[1]), day)
            });
            assert_eq!(copied, pair[1]);
        }
    }

    #[test]
    fn parts_are_numbered_without_gaps() {
        for (n, slot) in Slot::all().enumerate() {
            assert_eq!(slot.mark(), Mark::Number(n));
            assert_eq!(Slot::numbered(n), Some(slot));
        }
        assert_eq!(Slot::all().count(), super::super::slot::COUNT);
    }
}

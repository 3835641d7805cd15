//! Where the texts of an item stand, in the general wording and in the others.

use super::{
    EXPLAINING_FROM, ITEMS_FROM, ItemText, OWN_FROM, PROCUREMENT_FROM, READING_ITEMS_FROM,
    SOURCES_FROM, Term, Texts, fill,
};
use crate::catalogue::{ITEM_FIELDS, Item, OwnWording, Subject, Theme};

/// How many of an item's texts answering needs: question, steps, why, evidence.
const ASKING_FIELDS: usize = 8;
/// How many of these a result shows as well: question and steps.
const ASKED_FIELDS: usize = 6;
/// The others explain: why, and what counts as evidence.
const EXPLAINING_FIELDS: usize = ASKING_FIELDS - ASKED_FIELDS;
/// All but the source, which all wordings share.
const OWN_FIELDS: usize = ITEM_FIELDS.len() - 1;
/// The others: measures.
const READING_FIELDS: usize = OWN_FIELDS - ASKING_FIELDS;
/// Behind these, the terms of what is asked, and those of the measures.
const OWN_TEXTS: usize = OWN_FIELDS + 2;

impl Texts {
    /// A text of an item, in the wording for this subject, with the bodies of its
    /// kind of organisation named. Empty where the item has no such text: a
    /// measure from the highest step.
    pub fn item(&self, item: Item, text: ItemText, subject: Subject) -> String {
        let Some(offset) = text.offset() else {
            return String::new();
        };
        let bodies = self.bodies(subject.kind);
        fill(self.wording(item, offset, subject), &|slot| {
            bodies.fill(slot)
        })
    }

    /// As written, with its slots.
    pub(super) fn wording(&self, item: Item, offset: usize, subject: Subject) -> &'static str {
        let own = match own(item, subject) {
            Some(from) if offset < OWN_FIELDS => self.at(from + offset),
            _ => "",
        };
        match offset {
            // Without the file that has it, the other wording is better than none.
            _ if !own.is_empty() => own,
            ..ASKED_FIELDS => self.at(asked(item) + offset),
            ASKED_FIELDS..ASKING_FIELDS => self.at(explaining(item) + offset - ASKED_FIELDS),
            ASKING_FIELDS..OWN_FIELDS => self.at(measures(item) + offset - ASKING_FIELDS),
            _ => self.at(SOURCES_FROM + item.index()),
        }
    }

    /// The terms of the glossary that stand in question, steps, reason and
    /// evidence of an item.
    pub fn terms(&self, item: Item, subject: Subject) -> Vec<Term> {
        let general = explaining(item) + EXPLAINING_FIELDS;
        numbers(self.at(own(item, subject).map_or(general, |from| from + OWN_FIELDS)))
    }

    /// The terms that stand in the measures of an item.
    pub fn measure_terms(&self, item: Item, subject: Subject) -> Vec<Term> {
        let general = measures(item) + READING_FIELDS;
        numbers(self.at(own(item, subject).map_or(general, |from| from + OWN_FIELDS + 1)))
    }
}

/// Where an item's question and steps stand.
fn asked(item: Item) -> usize {
    ITEMS_FROM + item.index() * ASKED_FIELDS
}

/// Where why it is asked and what counts as evidence stand; behind them, its terms.
fn explaining(item: Item) -> usize {
    EXPLAINING_FROM + item.index() * (EXPLAINING_FIELDS + 1)
}

/// Where its measures stand; behind them, the measures' terms.
fn measures(item: Item) -> usize {
    READING_ITEMS_FROM + item.index() * (READING_FIELDS + 1)
}

/// Where its own wording for this subject stands, if it has one: all items of one procurement
/// come first, then the six of each level that a kind of organisation is asked otherwise.
fn own(item: Item, subject: Subject) -> Option<usize> {
    let from = match subject.own_wording(item.level)? {
        OwnWording::Procurement => PROCUREMENT_FROM + item.index() * OWN_TEXTS,
        OwnWording::OfKind(place) => {
            let before = place * Theme::ALL.len() + item.theme.index();
            OWN_FROM + before * OWN_TEXTS
        }
    };
    Some(from)
}

fn numbers(list: &str) -> Vec<Term> {
    list.split(' ')
        .filter_map(|n| n.parse().ok())
        .map(Term)
        .collect()
}

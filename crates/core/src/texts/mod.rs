//! The product's words. Text files in `texts/` are checked at build time and
//! become constants (`key::…`); a missing text does not build.
//!
//! A native build carries all languages. The browser's build carries none: it
//! loads the words of the page's own language, written by [`Texts::pack`] and
//! read by [`Texts::unpack`]: a third of the bytes. What only some
//! screens show stands in files of its own.

use crate::catalogue::{ITEM_FIELDS, Item, Kind, Scope, Step, Subject};

mod foreign;
mod letters;
mod pack;

pub use foreign::{enclosed, isolated, shortened, xml};
pub use letters::{capitalised, uncapitalised};
pub use pack::{Part, TextsProblem};

/// How many of an item's texts answering needs: question, steps, why, evidence.
const ASKING_FIELDS: usize = 8;
/// How many of these a result shows as well: question and steps.
const ASKED_FIELDS: usize = 6;
/// The others explain: why, and what counts as evidence.
const EXPLAINING_FIELDS: usize = ASKING_FIELDS - ASKED_FIELDS;
/// The others: measures and source.
const READING_FIELDS: usize = ITEM_FIELDS.len() - ASKING_FIELDS;
/// All but the source, which both scopes share.
const PROCUREMENT_FIELDS: usize = ITEM_FIELDS.len() - 1;

include!(concat!(env!("OUT_DIR"), "/texts.rs"));

/// A language of the product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Bokmål.
    Nb,
    /// Nynorsk.
    Nn,
    /// English.
    En,
}

impl Lang {
    /// All languages; the first stands at the root of the site.
    pub const ALL: [Lang; 3] = [Lang::Nb, Lang::Nn, Lang::En];

    /// BCP 47 tag, as in `<html lang>`.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::Nb => "nb",
            Lang::Nn => "nn",
            Lang::En => "en",
        }
    }

    /// The language with this tag.
    pub fn parse(tag: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|lang| lang.tag() == tag)
    }

    /// What the language calls itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Lang::Nb => "Bokmål",
            Lang::Nn => "Nynorsk",
            Lang::En => "English",
        }
    }
}

/// Names one text of the interface; the constants stand in [`key`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key(usize);

/// Which of an item's thirteen texts is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemText {
    /// What is asked.
    Question,
    /// The sentence of a step.
    Step(Step),
    /// Why it matters.
    Why,
    /// What counts as evidence.
    Evidence,
    /// What to do to get from this step to the next; none for the highest.
    MeasureFrom(Step),
    /// Where in the article it comes from.
    Source,
}

impl ItemText {
    fn offset(self) -> Option<usize> {
        let offset = match self {
            ItemText::Question => 0,
            ItemText::Step(step) => usize::from(step.number()),
            ItemText::Why => 6,
            ItemText::Evidence => 7,
            ItemText::MeasureFrom(step) if step == Step::HIGHEST => return None,
            ItemText::MeasureFrom(step) => 7 + usize::from(step.number()),
            ItemText::Source => 12,
        };
        Some(offset)
    }
}

/// A term of the glossary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Term(usize);

impl Term {
    /// Its number, from 0: names it in a page.
    pub fn number(self) -> usize {
        self.0
    }
}

/// All texts of one language. Cheap to copy.
#[derive(Clone, Copy, Debug)]
pub struct Texts {
    lang: Lang,
    table: &'static [&'static str],
}

impl PartialEq for Texts {
    fn eq(&self, other: &Texts) -> bool {
        self.lang == other.lang && std::ptr::eq(self.table, other.table)
    }
}

impl Texts {
    /// The texts of a language that were compiled in.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn builtin(lang: Lang) -> Texts {
        let table: &'static [&'static str] = match lang {
            Lang::Nb => NB,
            Lang::Nn => NN,
            Lang::En => EN,
        };
        Texts { lang, table }
    }

    /// Whether the wording for one procurement and the glossary are there.
    pub fn has_more(&self) -> bool {
        !self.at(MORE_FROM).is_empty()
    }

    /// Which language this is.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// A text of the interface.
    pub fn get(&self, key: Key) -> &'static str {
        self.at(key.0)
    }

    /// A text with its `{slots}` filled in. A slot without a value stays as it is.
    pub fn fill(&self, key: Key, values: &[(&str, &str)]) -> String {
        fill(self.get(key), values)
    }

    /// A text of an item, in the wording of this scope, with the bodies of this
    /// kind of organisation named. Empty where the item has no such text: a
    /// measure from the highest step.
    pub fn item(&self, item: Item, text: ItemText, subject: Subject) -> String {
        let Some(offset) = text.offset() else {
            return String::new();
        };
        let (body, chief) = self.bodies(subject.kind);
        fill(
            self.wording(item, offset, subject.scope),
            &[
                ("body", body),
                ("Body", &capitalised(body)),
                ("chief", chief),
                ("Chief", &capitalised(chief)),
            ],
        )
    }

    fn wording(&self, item: Item, offset: usize, scope: Scope) -> &'static str {
        let own = match scope {
            Scope::Procurement if offset < PROCUREMENT_FIELDS => {
                self.at(procurement(item) + offset)
            }
            _ => "",
        };
        match offset {
            // Without the file that has it, the other wording is better than none.
            _ if !own.is_empty() => own,
            ..ASKED_FIELDS => self.at(asked(item) + offset),
            ASKED_FIELDS..ASKING_FIELDS => self.at(explaining(item) + offset - ASKED_FIELDS),
            _ => self.at(measures(item) + offset - ASKING_FIELDS),
        }
    }

    /// The terms of the glossary that stand in question, steps, reason and
    /// evidence of an item.
    pub fn terms(&self, item: Item, scope: Scope) -> Vec<Term> {
        numbers(self.at(match scope {
            Scope::Organisation => explaining(item) + EXPLAINING_FIELDS,
            Scope::Procurement => procurement(item) + PROCUREMENT_FIELDS,
        }))
    }

    /// The terms that stand in the measures of an item.
    pub fn measure_terms(&self, item: Item, scope: Scope) -> Vec<Term> {
        numbers(self.at(match scope {
            Scope::Organisation => measures(item) + READING_FIELDS,
            Scope::Procurement => procurement(item) + PROCUREMENT_FIELDS + 1,
        }))
    }

    /// All terms, in the order in which they are shown: by their words.
    pub fn glossary(&self) -> Vec<Term> {
        let mut terms: Vec<Term> = (0..(BUILT_IN_FROM - GLOSSARY_FROM) / 2).map(Term).collect();
        terms.sort_by_key(|term| self.term(*term).0);
        terms
    }

    /// The word, and what it means. Empty where the glossary was not loaded.
    pub fn term(&self, term: Term) -> (&'static str, &'static str) {
        let at = GLOSSARY_FROM + 2 * term.0;
        (self.at(at), self.at(at + 1))
    }

    /// Who the political and the executive level are, as words in a sentence.
    pub fn bodies(&self, kind: Kind) -> (&'static str, &'static str) {
        let (body, chief) = match kind {
            Kind::Municipality => (key::BODY_MUNICIPALITY, key::CHIEF_MUNICIPALITY),
            Kind::County => (key::BODY_COUNTY, key::CHIEF_COUNTY),
            Kind::State => (key::BODY_STATE, key::CHIEF_STATE),
            Kind::Joint => (key::BODY_JOINT, key::CHIEF_JOINT),
            Kind::Other => (key::BODY_OTHER, key::CHIEF_OTHER),
        };
        (self.get(body), self.get(chief))
    }

    fn at(&self, index: usize) -> &'static str {
        self.table.get(index).copied().unwrap_or_default()
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

/// Where its measures and source stand; behind them, the measures' terms.
fn measures(item: Item) -> usize {
    READING_ITEMS_FROM + item.index() * (READING_FIELDS + 1)
}

/// Where its wording for one procurement stands; behind it, both lists of terms.
fn procurement(item: Item) -> usize {
    MORE_FROM + item.index() * (PROCUREMENT_FIELDS + 2)
}

fn numbers(list: &str) -> Vec<Term> {
    list.split(' ')
        .filter_map(|n| n.parse().ok())
        .map(Term)
        .collect()
}

fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let value = after.split_once('}').and_then(|(slot, tail)| {
            let (_, value) = values.iter().find(|(name, _)| *name == slot)?;
            Some((*value, tail))
        });
        match value {
            Some((value, tail)) => {
                filled.push_str(value);
                rest = tail;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod languages;
#[cfg(test)]
mod tests;

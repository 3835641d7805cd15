//! The product's words. Text files in `texts/` are checked at build time and
//! become constants (`key::…`); a missing text does not build.
//!
//! A native build carries all languages. The browser's build carries none: it
//! loads the words of the page's own language, written by [`Texts::pack`] and
//! read by [`Texts::unpack`]: a third of the bytes. What only some
//! screens show stands in files of its own.

use crate::catalogue::Step;

mod bodies;
mod foreign;
mod letters;
mod pack;
mod relatives;
mod wording;

pub use bodies::Bodies;
pub use foreign::{enclosed, isolated, shortened, xml};
pub use letters::{capitalised, uncapitalised};
pub use pack::{Part, TextsProblem};
pub use relatives::{Area, Relative};

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

    /// Whether the words that only some need are there.
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
        fill(self.get(key), &|slot| {
            let (_, value) = values.iter().find(|(name, _)| *name == slot)?;
            Some((*value).to_owned())
        })
    }

    /// All terms, in the order in which they are shown: by their words.
    pub fn glossary(&self) -> Vec<Term> {
        let mut terms: Vec<Term> = (0..(AREAS_FROM - GLOSSARY_FROM) / 2).map(Term).collect();
        terms.sort_by_key(|term| self.term(*term).0);
        terms
    }

    /// The word, and what it means. Empty where the glossary was not loaded.
    pub fn term(&self, term: Term) -> (&'static str, &'static str) {
        let at = GLOSSARY_FROM + 2 * term.0;
        (self.at(at), self.at(at + 1))
    }

    fn at(&self, index: usize) -> &'static str {
        self.table.get(index).copied().unwrap_or_default()
    }
}

/// What each slot stands for is asked; one that stands for nothing stays as it is.
fn fill(text: &str, value: &dyn Fn(&str) -> Option<String>) -> String {
    let mut filled = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let found = after
            .split_once('}')
            .and_then(|(slot, tail)| Some((value(slot)?, tail)));
        match found {
            Some((value, tail)) => {
                filled.push_str(&value);
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
mod rules;
#[cfg(test)]
mod tests;

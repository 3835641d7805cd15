//! The product's words. Text files in `texts/` are checked at build time and
//! become constants (`key::…`); a missing text does not build.
//!
//! A native build carries all languages. The browser's build carries none: it
//! loads the words of the page's own language, written by [`Texts::pack`] and
//! read by [`Texts::unpack`]: a third of the bytes. What answering does not
//! need stands in a file of its own.

use crate::catalogue::{ITEM_FIELDS, Item, Kind, Step};

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
pub struct Key(u16);

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
    fn offset(self) -> Option<u16> {
        let offset = match self {
            ItemText::Question => 0,
            ItemText::Step(step) => u16::from(step.number()),
            ItemText::Why => 6,
            ItemText::Evidence => 7,
            ItemText::MeasureFrom(step) if step == Step::HIGHEST => return None,
            ItemText::MeasureFrom(step) => 7 + u16::from(step.number()),
            ItemText::Source => 12,
        };
        Some(offset)
    }
}

/// Which of the texts a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The interface, and what one needs to answer.
    Asking,
    /// Measures and sources, for the other screens.
    Rest,
}

impl Part {
    /// Both parts, in the order in which they are read.
    pub const ALL: [Part; 2] = [Part::Asking, Part::Rest];

    /// As in file names.
    pub fn id(self) -> &'static str {
        match self {
            Part::Asking => "asking",
            Part::Rest => "rest",
        }
    }

    /// Whether the text at an index is of this part. Of an item's thirteen
    /// texts the first eight are needed for answering.
    fn holds(self, index: usize) -> bool {
        let asking = match index.checked_sub(usize::from(ITEMS_FROM)) {
            None => index < usize::from(REST_FROM),
            Some(index) => index % ITEM_FIELDS.len() < 8,
        };
        asking == (self == Part::Asking)
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
        self.lang == other.lang
    }
}

/// Why a file of texts could not be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextsProblem {
    /// Written by another build than the one that reads it, or cut.
    OtherBuild,
}

impl Texts {
    /// The texts of a language that were compiled in.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn builtin(lang: Lang) -> Texts {
        let table: &'static [&'static str] = match lang {
            Lang::Nb => &NB,
            Lang::Nn => &NN,
            Lang::En => &EN,
        };
        Texts { lang, table }
    }

    /// A file that the browser loads: a line that names language, part and
    /// build, then a line for each text.
    pub fn pack(&self, part: Part) -> String {
        let mut file = format!("{} {} {DIGEST}", self.lang.tag(), part.id());
        for (index, text) in self.table.iter().enumerate() {
            if part.holds(index) {
                file.push('\n');
                file.push_str(text);
            }
        }
        file
    }

    /// Reads what [`Texts::pack`] wrote, the parts in their order; parts that
    /// are left out leave empty texts. The files are kept for as long as the
    /// page lives: they are read once for each page.
    ///
    /// # Errors
    /// [`TextsProblem::OtherBuild`] when a file is not of this build.
    pub fn unpack(files: Vec<String>) -> Result<Texts, TextsProblem> {
        let mut table: Vec<&'static str> = vec![""; COUNT];
        let mut found = None;
        for (file, part) in files.into_iter().zip(Part::ALL) {
            let file: &'static str = Box::leak(file.into_boxed_str());
            let mut lines = file.split('\n');
            let mut head = lines.next().unwrap_or_default().split(' ');
            let lang = head.next().and_then(Lang::parse);
            let fits = head.next() == Some(part.id()) && head.next() == Some(DIGEST);
            if lang.is_none() || !fits || found.is_some_and(|known| Some(known) != lang) {
                return Err(TextsProblem::OtherBuild);
            }
            found = lang;
            for (index, place) in table.iter_mut().enumerate() {
                if part.holds(index) {
                    *place = lines.next().ok_or(TextsProblem::OtherBuild)?;
                }
            }
            if lines.next().is_some() {
                return Err(TextsProblem::OtherBuild);
            }
        }
        Ok(Texts {
            lang: found.ok_or(TextsProblem::OtherBuild)?,
            table: Box::leak(table.into_boxed_slice()),
        })
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

    /// A text of an item, with the bodies of this kind of organisation named.
    /// Empty where the item has no such text: a measure from the highest step.
    pub fn item(&self, item: Item, text: ItemText, kind: Kind) -> String {
        let Some(offset) = text.offset() else {
            return String::new();
        };
        let fields = u16::try_from(ITEM_FIELDS.len()).unwrap_or(0);
        let index = u16::try_from(item.index()).unwrap_or(0);
        let text = self.at(ITEMS_FROM + index * fields + offset);
        let (body, chief) = self.bodies(kind);
        fill(
            text,
            &[
                ("body", body),
                ("Body", &capitalised(body)),
                ("chief", chief),
                ("Chief", &capitalised(chief)),
            ],
        )
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

    fn at(&self, index: u16) -> &'static str {
        self.table
            .get(usize::from(index))
            .copied()
            .unwrap_or_default()
    }
}

/// The text with its first letter as a capital. Only for letters that the
/// product's words begin with: the tables for all of Unicode cost 5 KB to load.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| match first {
        'å' => 'Å',
        'ø' => 'Ø',
        'æ' => 'Æ',
        other => other.to_ascii_uppercase(),
    });
    first.into_iter().chain(letters).collect()
}

/// The text with its first letter small, to stand inside a sentence.
pub fn uncapitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_ascii_lowercase());
    first.into_iter().chain(letters).collect()
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
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_is_unpacked() {
        for lang in Lang::ALL {
            let texts = Texts::builtin(lang);
            let files = || Part::ALL.map(|part| texts.pack(part)).to_vec();
            let read = Texts::unpack(files());
            assert_eq!(read.map(|texts| texts.table), Ok(texts.table));
            // Answering loads the first part alone: every question, no measure.
            let asking = Texts::unpack(files().into_iter().take(1).collect()).unwrap();
            for item in Item::all() {
                let text = |field| asking.item(item, field, Kind::County);
                assert_eq!(
                    text(ItemText::Question),
                    texts.item(item, ItemText::Question, Kind::County)
                );
                assert_eq!(
                    text(ItemText::Evidence),
                    texts.item(item, ItemText::Evidence, Kind::County)
                );
                assert_eq!(text(ItemText::MeasureFrom(Step::LOWEST)), "");
            }
        }
    }

    #[test]
    fn a_file_of_another_build_is_refused() {
        let good = Texts::builtin(Lang::Nn).pack(Part::Asking);
        let rest = Texts::builtin(Lang::Nn).pack(Part::Rest);
        let bokmal = Texts::builtin(Lang::Nb).pack(Part::Rest);
        let cut = good.rsplit_once('\n').map(|(cut, _)| cut.to_owned());
        for bad in [
            vec![],
            vec![String::new()],
            vec![good.replacen(DIGEST, "0", 1)],
            vec![good.replacen("nn ", "sv ", 1)],
            vec![format!("{good}\none more")],
            vec![cut.unwrap_or_default()],
            vec![rest.clone()],
            vec![rest, good.clone()],
            vec![good, bokmal],
        ] {
            assert_eq!(Texts::unpack(bad), Err(TextsProblem::OtherBuild));
        }
    }

    #[test]
    fn slots_are_filled_once_and_never_read_again() {
        for (text, expected) in [
            ("{a} and {b}", "{b} and 2"),
            ("{unknown} {a", "{unknown} {a"),
            ("no slot", "no slot"),
        ] {
            assert_eq!(fill(text, &[("a", "{b}"), ("b", "2")]), expected);
        }
    }

    #[test]
    fn items_name_the_body_of_the_kind_and_leave_no_slot() {
        for lang in Lang::ALL {
            let texts = Texts::builtin(lang);
            for (item, kind) in Item::all().flat_map(|item| Kind::ALL.map(|kind| (item, kind))) {
                let steps = Step::ALL.map(ItemText::Step);
                let measures = Step::ALL.map(ItemText::MeasureFrom);
                let others = [
                    ItemText::Question,
                    ItemText::Why,
                    ItemText::Evidence,
                    ItemText::Source,
                ];
                for field in steps.into_iter().chain(measures).chain(others) {
                    let text = texts.item(item, field, kind);
                    assert!(!text.contains('{'), "{lang:?} {} {text}", item.id());
                    let highest = field == ItemText::MeasureFrom(Step::HIGHEST);
                    assert_eq!(text.is_empty(), highest, "{lang:?} {} {field:?}", item.id());
                }
            }
        }
    }

    #[test]
    fn steps_have_at_most_25_words_and_differ_from_their_neighbours() {
        for (lang, item) in Lang::ALL
            .into_iter()
            .flat_map(|l| Item::all().map(move |i| (l, i)))
        {
            let texts = Texts::builtin(lang);
            let steps =
                Step::ALL.map(|step| texts.item(item, ItemText::Step(step), Kind::Municipality));
            for pair in steps.windows(2) {
                assert!(pair.first() != pair.last(), "{lang:?} {}", item.id());
            }
            for step in &steps {
                let words = step.split_whitespace().count();
                assert!(words <= 25, "{lang:?} {}: {words} words: {step}", item.id());
            }
        }
    }
}

//! Other instruments: who they are, and where what they ask about is asked here
//! (docs/method.md, "Relatives"). They stand in the file that only some need.

use super::{AREAS_FROM, BUILT_IN_FROM, RELATIVES_FROM, Texts};

/// What others ask about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    /// What it is called.
    pub name: &'static str,
    /// Where it is asked here.
    pub ours: &'static str,
    /// Who asks about it.
    pub who: &'static str,
}

/// An instrument or a study that is near to this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Relative {
    /// Where it stands.
    pub link: &'static str,
    /// What it is called.
    pub name: &'static str,
    /// What it does, and what it does better.
    pub text: &'static str,
}

impl Texts {
    /// What others ask about. Nothing where the file was not loaded.
    pub fn areas(&self) -> impl Iterator<Item = Area> {
        let table = self.between(AREAS_FROM, RELATIVES_FROM);
        table.map(|[name, ours, who]| Area { name, ours, who })
    }

    /// The nearest relatives. Nothing where the file was not loaded.
    pub fn relatives(&self) -> impl Iterator<Item = Relative> {
        let table = self.between(RELATIVES_FROM, BUILT_IN_FROM);
        table.map(|[link, name, text]| Relative { link, name, text })
    }

    /// Three texts at a time, in the order of their fields.
    fn between(&self, from: usize, to: usize) -> impl Iterator<Item = [&'static str; 3]> {
        let texts = self.table.get(from..to).unwrap_or_default();
        let (rows, _) = texts.as_chunks::<3>();
        rows.iter().copied().filter(|row| !row.contains(&""))
    }
}

#[cfg(test)]
mod tests {
    use crate::texts::{Lang, Texts};

    #[test]
    fn each_has_its_texts_in_their_places() {
        for lang in Lang::ALL {
            let texts = Texts::builtin(lang);
            assert_eq!(texts.areas().count(), 7);
            assert_eq!(texts.relatives().count(), 6);
            for relative in texts.relatives() {
                assert!(relative.link.starts_with("https://"), "{}", relative.link);
                assert!(relative.text.len() > relative.name.len());
            }
            // Whoever asks about something is told of; LUP's forerunner is told with FORAN.
            let told: String = texts.relatives().map(|relative| relative.name).collect();
            for who in texts.areas().flat_map(|area| area.who.split(", ")) {
                assert!(told.contains(who), "{who}");
            }
        }
    }
}

//! Words as files: what the browser loads is written natively, at build time.

use std::ops::Range;

use super::{
    BUILT_IN_FROM, COMMON_FROM, DIGEST, EXPLAINING_FROM, FRONT_FROM, ITEMS_FROM, Lang, MORE_FROM,
    PANEL_FROM, PLANNING_FROM, READING_FROM, REPLYING_FROM, REST_FROM, Texts,
};

/// Which of the texts a file holds. Those of the interface are sorted by the code that shows
/// them: `cargo xtask words`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What answering shows of the interface.
    Asking,
    /// Question and steps of every item.
    Items,
    /// Why each is asked, and what counts as evidence: for those who answer.
    Explaining,
    /// What reading a result and the front page both show besides.
    Common,
    /// For reading a result: measures, too.
    Reading,
    /// For the front page.
    Front,
    /// For the plan.
    Planning,
    /// For a respondent.
    Replying,
    /// For asking others.
    Panel,
    /// For the other screens.
    Rest,
    /// A trial's, the wordings of their own (one procurement; a kind of organisation) and the
    /// glossary: only some need them.
    More,
}

impl Part {
    /// All parts.
    pub const ALL: [Part; 11] = [
        Part::Asking,
        Part::Items,
        Part::Explaining,
        Part::Common,
        Part::Reading,
        Part::Front,
        Part::Planning,
        Part::Replying,
        Part::Panel,
        Part::Rest,
        Part::More,
    ];

    /// As in file names.
    pub fn id(self) -> &'static str {
        match self {
            Part::Asking => "asking",
            Part::Items => "items",
            Part::Explaining => "explaining",
            Part::Common => "common",
            Part::Reading => "reading",
            Part::Front => "front",
            Part::Planning => "planning",
            Part::Replying => "replying",
            Part::Panel => "panel",
            Part::Rest => "rest",
            Part::More => "more",
        }
    }

    /// Where its texts stand in the table.
    fn range(self) -> Range<usize> {
        match self {
            Part::Asking => 0..ITEMS_FROM,
            Part::Items => ITEMS_FROM..EXPLAINING_FROM,
            Part::Explaining => EXPLAINING_FROM..COMMON_FROM,
            Part::Common => COMMON_FROM..READING_FROM,
            Part::Reading => READING_FROM..FRONT_FROM,
            Part::Front => FRONT_FROM..PLANNING_FROM,
            Part::Planning => PLANNING_FROM..REPLYING_FROM,
            Part::Replying => REPLYING_FROM..PANEL_FROM,
            Part::Panel => PANEL_FROM..REST_FROM,
            Part::Rest => REST_FROM..MORE_FROM,
            Part::More => MORE_FROM..BUILT_IN_FROM,
        }
    }
}

/// Why a file of texts could not be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextsProblem {
    /// Written by another build than the one that reads it, in another
    /// language, or cut.
    OtherBuild,
}

impl Texts {
    /// A file that the browser loads: a line that names language, part and
    /// build, then a line for each text.
    pub fn pack(&self, part: Part) -> String {
        let mut file = format!("{} {} {DIGEST}", self.lang.tag(), part.id());
        for text in self.table.get(part.range()).unwrap_or_default() {
            file.push('\n');
            file.push_str(text);
        }
        file
    }

    /// Reads what [`Texts::pack`] wrote; parts that are left out leave empty
    /// texts. The files are kept for as long as the page lives: each is read
    /// once for each page.
    ///
    /// # Errors
    /// [`TextsProblem::OtherBuild`] when a file is not of this build, or there
    /// is none.
    pub fn unpack(files: Vec<String>) -> Result<Texts, TextsProblem> {
        let mut found: Option<Texts> = None;
        for file in files {
            found = Some(Texts::add(found, file)?);
        }
        found.ok_or(TextsProblem::OtherBuild)
    }

    /// These texts and those of one more file.
    ///
    /// # Errors
    /// [`TextsProblem::OtherBuild`] when the file is not of this build or of
    /// another language.
    pub fn with(self, file: String) -> Result<Texts, TextsProblem> {
        Texts::add(Some(self), file)
    }

    fn add(known: Option<Texts>, file: String) -> Result<Texts, TextsProblem> {
        let file: &'static str = Box::leak(file.into_boxed_str());
        let mut lines = file.split('\n');
        let mut head = lines.next().unwrap_or_default().split(' ');
        let lang = head.next().and_then(Lang::parse);
        let part = head
            .next()
            .and_then(|id| Part::ALL.into_iter().find(|part| part.id() == id));
        let (Some(lang), Some(part), Some(DIGEST)) = (lang, part, head.next()) else {
            return Err(TextsProblem::OtherBuild);
        };
        if known.is_some_and(|known| known.lang != lang) {
            return Err(TextsProblem::OtherBuild);
        }
        let mut table = known.map_or_else(|| vec![""; BUILT_IN_FROM], |known| known.table.to_vec());
        for place in table.get_mut(part.range()).unwrap_or_default() {
            *place = lines.next().ok_or(TextsProblem::OtherBuild)?;
        }
        if lines.next().is_some() {
            return Err(TextsProblem::OtherBuild);
        }
        let table = Box::leak(table.into_boxed_slice());
        Ok(Texts { lang, table })
    }
}

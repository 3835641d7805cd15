//! Whether the site is folders, or one file.

use super::Page;

/// How the pages of the site lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Edition {
    /// Each in a folder of its own.
    #[default]
    Folders,
    /// All in one file, which shows the page that its address asks for: `?en/resultat/`.
    File,
}

impl Edition {
    /// A relative link from one page to another.
    pub fn link(self, from: Page, to: Page) -> String {
        match self {
            Edition::Folders => from.href_to(to),
            Edition::File => format!("?{}", to.path()),
        }
    }
}

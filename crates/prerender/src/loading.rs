//! When what a page needs is asked for.

/// When what a page needs is asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Loading {
    /// All at once: otherwise one waits for the other.
    AtOnce,
    /// Once the page's script wants it (`web/invited.js`).
    Later,
}

impl Loading {
    /// The word by which a browser asks for it, or the script finds it.
    pub fn rel(self) -> &'static str {
        match self {
            Loading::AtOnce => "preload",
            Loading::Later => "forankring-later",
        }
    }
}

//! The border to the browser: every call to it stands here, behind a function with a
//! typed answer. Nothing here decides anything that the core could decide.

pub mod address;
pub mod camera;
pub mod clock;
pub mod crypto;
pub mod facts;
pub mod fields;
pub mod file_copy;
pub mod files;
pub mod handover;
pub mod json;
pub mod page;
pub mod pointer;
pub mod random;
pub mod share;
pub mod storage;
pub mod tabs;
pub mod texts;
pub mod timer;

use web_sys::{Document, Window};

/// The window; there always is one where this code runs.
fn window() -> Option<Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}

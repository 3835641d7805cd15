//! One test for each case of a kind that once failed. The letter and number in a comment
//! are those by which the project's notes know it.

mod again;
mod deleted;
mod entries;
mod file_copy;
mod kept;
mod late;
mod locks;
mod mended;
mod replied;
mod rereads;
mod returned;
mod said;

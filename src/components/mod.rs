//! One component a file, props first. Components touch neither storage nor
//! the address.

pub mod chain;
pub mod figure;
pub mod frame;
pub mod item;
pub mod matrix;
pub mod notice;
pub mod progress;
pub mod prose;
pub mod saved;
pub mod words;

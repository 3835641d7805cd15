//! One component a file, props first. Components touch neither storage nor
//! the address.

pub mod answers;
pub mod backup;
pub mod chain;
pub mod checklist;
pub mod example;
pub mod figure;
pub mod findings;
pub mod frame;
pub mod glossary;
pub mod headline;
pub mod item;
pub mod kept;
pub mod matrix;
pub mod moves;
pub mod notice;
pub mod picture;
pub mod progress;
pub mod prose;
pub mod quick;
pub mod saved;
pub mod targets;
pub mod themes;
pub mod why;
pub mod words;
pub mod workings;

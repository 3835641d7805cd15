//! The core of Forankring: everything that can be decided without a browser.
//!
//! What is absent here, and the compiler holds it: no yew, no web-sys, no
//! clock (moments come in as values), no randomness (ids come in as values),
//! no input or output, no floating point.

pub mod address;
pub mod answered;
pub mod assessment;
pub mod catalogue;
pub mod compare;
pub mod day;
pub mod figures;
pub mod file;
pub mod json;
pub mod keeping;
pub mod keys;
pub mod link;
pub mod mail;
pub mod moment;
pub mod numbers;
pub mod panel;
pub mod picture;
pub mod plan;
pub mod qr;
pub mod reach;
pub mod sample;
pub mod scoring;
pub mod series;
pub mod sheet;
pub mod texts;

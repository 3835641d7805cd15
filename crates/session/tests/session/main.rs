//! The session as a whole, without a browser: tables of events and commands, the cases
//! that once failed, and random interleavings in a simulated world.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "all of it is a test"
)]

mod cases;
mod random;
mod table;
mod world;

//! One screen a file.

pub mod accessibility;
pub mod answer;
pub mod ask;
pub mod compare;
pub mod history;
pub mod level;
pub mod meeting;
pub mod method;
pub mod plan;
pub mod privacy;
pub mod reply;
pub mod result;
pub mod review;
pub mod setup;
pub mod share;
pub mod start;
pub mod status;
pub mod talk;

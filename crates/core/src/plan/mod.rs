//! The action plan: measures with sub-goal, responsibility and deadline, what they would give,
//! and what is late. It stands among the parts with keys of an assessment, so changes of
//! several tabs come together field by field. Explained in docs/method.md, "The plan".

mod aim;
mod attainment;
#[cfg(test)]
mod attainment_tests;
mod calendar;
pub mod draft;
mod field;
mod fill;
mod log;
mod measure;
mod notes;
#[cfg(test)]
mod notes_tests;
mod order;
mod outlook;
#[cfg(test)]
mod properties;
pub mod report;
mod rich;
mod table;
pub mod table_in;
#[cfg(test)]
pub(crate) mod tests;
mod trial;
pub mod wishes;

pub use aim::Aim;
pub use attainment::{Attainment, Goal, Moved, Tally, Verdict, attainment, done, moved};
pub use calendar::{Entry, calendar};
pub use field::{COLLECTION, Effort, Field, FieldProblem, Status};
pub use fill::{Proposal, Source, id_for, next_steps, proposals};
pub use measure::{Gone, Measure, Plan, adding, bringing_back, deleting, fits, growth, removing};
pub use notes::{
    NOTES, NoteCell, Noted, as_begun, begun, day_of_note, goes_along, note_holds, note_id, noting,
};
pub use order::{Order, by_effect, in_order};
pub use outlook::{Gain, Outlook, gain, outlook};
pub use rich::{Rich, rich};
pub use table::table;
pub use trial::{Trial, may_be_tried};

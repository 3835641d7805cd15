//! Where measures stand in the page: their fields, and what opens them.

use forankring_core::address::Id;
use forankring_core::assessment::Key;
use forankring_core::plan::{Field, NoteCell, Noted};

use super::notes::note_field;
use crate::Desk;
use crate::desk;

/// The field of a measure in which stands more than fits; these are its notes.
pub(super) fn too_long(desk: &Desk, id: &Id, notes: &[Noted]) -> Option<String> {
    let fields = Field::ALL.into_iter();
    let fields = fields.filter_map(|field| Some((field.key(id)?, field_id(id, field))));
    let notes = notes.iter().filter_map(|note| {
        let place = note_field(&note.id, NoteCell::Text);
        Some((NoteCell::Text.key(&note.id)?, place))
    });
    let is_long = |key: &Key| desk.overlong(&desk::Field::Part(key.clone())).is_some();
    let found = fields.chain(notes).find(|(key, _)| is_long(key));
    found.map(|(_, place)| place)
}

/// The id of a measure's field in the page.
pub fn field_id(id: &Id, field: Field) -> String {
    format!("{}-{}", field.id(), id.as_str())
}

/// The id of the button that opens a measure.
pub fn edit_id(id: &Id) -> String {
    format!("endre-{}", id.as_str())
}

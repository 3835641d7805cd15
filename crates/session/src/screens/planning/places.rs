//! Where measures stand in the page: their fields, and what opens them.

use forankring_core::address::Id;
use forankring_core::plan::Field;

use crate::Desk;
use crate::desk;

/// The field of a measure in which stands more than fits.
pub(super) fn too_long(desk: &Desk, id: &Id) -> Option<String> {
    let fields = Field::ALL.into_iter();
    let mut fields = fields.filter_map(|field| Some((field, field.key(id)?)));
    let found = fields.find(|(_, key)| desk.overlong(&desk::Field::Part(key.clone())).is_some());
    found.map(|(field, _)| field_id(id, field))
}

/// The id of a measure's field in the page.
pub fn field_id(id: &Id, field: Field) -> String {
    format!("{}-{}", field.id(), id.as_str())
}

/// The id of the button that opens a measure.
pub fn edit_id(id: &Id) -> String {
    format!("endre-{}", id.as_str())
}

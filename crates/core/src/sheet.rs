//! Cells of spreadsheets.

use std::borrow::Cow;

/// Without it Excel takes UTF-8 for the code page of the machine: `Ã…s`.
pub const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Text that no spreadsheet takes for a formula: an apostrophe stands before
/// what would begin one. Spaces before it are passed over, as Excel may do.
pub fn harmless(text: &str) -> Cow<'_, str> {
    let formula = text.trim_start().starts_with(['=', '+', '-', '@']);
    match formula || text.starts_with(['\t', '\r', '\n']) {
        true => Cow::Owned(format!("'{text}")),
        false => Cow::Borrowed(text),
    }
}

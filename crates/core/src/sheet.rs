//! Cells of spreadsheets.

use std::borrow::Cow;

/// Without it Excel takes UTF-8 for the code page of the machine: `Ã…s`.
pub const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Text that no spreadsheet takes for a formula: an apostrophe stands before
/// what would begin one. Spaces before it are passed over, as Excel may do.
/// Where apostrophes stand before it already there is one more, so that
/// [`unharmed`] gives back what was there.
pub fn harmless(text: &str) -> Cow<'_, str> {
    match is_formula(text.trim_start_matches('\'')) {
        true => Cow::Owned(format!("'{text}")),
        false => Cow::Borrowed(text),
    }
}

/// What [`harmless`] made harmless.
pub fn unharmed(cell: &str) -> &str {
    let inner = cell.strip_prefix('\'');
    let made = inner.filter(|inner| is_formula(inner.trim_start_matches('\'')));
    made.unwrap_or(cell)
}

fn is_formula(text: &str) -> bool {
    text.trim_start().starts_with(['=', '+', '-', '@']) || text.starts_with(['\t', '\r', '\n'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_made_harmless_is_given_back() {
        for (text, cell) in [
            ("=1+1", "'=1+1"),
            ("'=1+1", "''=1+1"),
            ("  -1", "'  -1"),
            ("\tx", "'\tx"),
            ("'sitat'", "'sitat'"),
            ("'", "'"),
            ("", ""),
        ] {
            assert_eq!(harmless(text), cell);
            assert_eq!(unharmed(cell), text);
        }
        assert_eq!(unharmed("=1"), "=1");
    }
}

//! Capitals and small letters at the beginning of a text.

/// The text with its first letter as a capital. Only for letters that the
/// product's words begin with: the tables for all of Unicode cost 5 KB to load.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| match first {
        'å' => 'Å',
        'ø' => 'Ø',
        'æ' => 'Æ',
        'é' => 'É',
        other => other.to_ascii_uppercase(),
    });
    first.into_iter().chain(letters).collect()
}

/// The text with its first letter small, to stand inside a sentence.
pub fn uncapitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_ascii_lowercase());
    first.into_iter().chain(letters).collect()
}

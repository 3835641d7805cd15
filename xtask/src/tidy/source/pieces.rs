//! The items of a source file, each for itself.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// How the name of an item begins that implements something; its type follows.
pub const IMPL: &str = "impl ";

/// The items of a file with their names: functions, constants, statics and what is
/// implemented for a type; others have none. Where one ends is not always seen: what is left
/// of it is an item without a name then.
pub fn split(tokens: TokenStream) -> Vec<(String, TokenStream)> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut rest = tokens.as_slice();
    let mut found = Vec::new();
    while !rest.is_empty() {
        let end = rest.iter().position(ends_item);
        let (item, others) = rest.split_at(end.map_or(rest.len(), |at| at + 1));
        rest = others;
        let name = name(item).unwrap_or_default();
        found.push((name, item.iter().cloned().collect()));
    }
    found
}

fn ends_item(token: &TokenTree) -> bool {
    match token {
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        _ => is(token, ';'),
    }
}

fn is(token: &TokenTree, mark: char) -> bool {
    matches!(token, TokenTree::Punct(found) if found.as_char() == mark)
}

fn name(item: &[TokenTree]) -> Option<String> {
    let leading = ["pub", "async", "unsafe", "extern", "const", "static", "mut"];
    let mut constant = false;
    let mut rest = item;
    while let [first, others @ ..] = rest {
        rest = others;
        let word = match first {
            TokenTree::Ident(word) => word.to_string(),
            // Of an attribute, of `pub(crate)`; `extern "C"`.
            TokenTree::Group(_) | TokenTree::Literal(_) => continue,
            _ if is(first, '#') || is(first, '!') => continue,
            TokenTree::Punct(_) => return None,
        };
        match word.as_str() {
            "fn" => return Some(others.first()?.to_string()),
            "impl" => return implemented(others),
            word if leading.contains(&word) => constant |= matches!(word, "const" | "static"),
            _ => return constant.then_some(word),
        }
    }
    None
}

/// The type for which something is implemented, by its path.
fn implemented(after: &[TokenTree]) -> Option<String> {
    let outer = outside_angles(after);
    let is_word =
        |token: &&TokenTree, word: &str| matches!(token, TokenTree::Ident(found) if found == word);
    let from = outer.iter().position(|token| is_word(token, "for"));
    let of = outer.get(from.map_or(0, |at| at + 1)..)?;
    let end = of.iter().position(|token| is_word(token, "where"));
    let path = of.get(..end.unwrap_or(of.len()))?.iter();
    let words = path.filter_map(|token| match token {
        TokenTree::Ident(word) if word != "dyn" && word != "mut" => Some(word.to_string()),
        _ => None,
    });
    let path: Vec<String> = words.collect();
    Some(format!("{IMPL}{}", path.join("::")))
}

/// What does not stand between `<` and `>`.
fn outside_angles(tokens: &[TokenTree]) -> Vec<&TokenTree> {
    let mut depth = 0_u32;
    let mut arrow = false;
    let mut outer = Vec::new();
    for token in tokens {
        match token {
            _ if is(token, '<') => depth += 1,
            _ if is(token, '>') && !arrow => depth = depth.saturating_sub(1),
            _ if depth == 0 => outer.push(token),
            _ => {}
        }
        arrow = is(token, '-');
    }
    outer
}

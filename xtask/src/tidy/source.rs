//! What a source file brings in from elsewhere, read from its tokens: the same lexer as
//! the compiler's, so that neither texts nor comments mislead, and paths inside macros
//! (`html!`) are seen too. What is only compiled for tests is left out.

mod pieces;

pub use pieces::IMPL;

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};

/// A path, and the line on which it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    pub segments: Vec<String>,
    pub line: usize,
}

/// What a `use` makes known in its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Brought {
    /// This name.
    Name(String),
    /// All names of the module.
    All,
}

/// One name of a `use`, however many the statement lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use {
    pub path: Path,
    pub brought: Brought,
    /// Passed on to others: `pub use`, `pub(crate) use`.
    pub public: bool,
}

/// A file, as far as imports are concerned.
#[derive(Debug, Default)]
pub struct Source {
    /// Modules that stand in files of their own: `mod name;`.
    pub children: Vec<String>,
    pub uses: Vec<Use>,
    /// Paths outside `use`: `crate::a::f()`, `name::f()`.
    pub paths: Vec<Path>,
    /// Names outside `use`, the first of a path only, and the line of the first.
    pub names: BTreeMap<String, usize>,
    /// The same of what stands behind a dot: methods and fields.
    pub members: BTreeMap<String, usize>,
    /// What is defined here.
    pub defined: BTreeSet<String>,
    /// The same of each function, constant and static that stands by itself, by its name,
    /// and of what is implemented for a type from elsewhere, by [`IMPL`] and its path;
    /// everything else together stands under no name.
    pub pieces: BTreeMap<String, Source>,
}

impl Source {
    fn name(&mut self, word: &Ident) {
        let line = word.span().start().line;
        self.names.entry(word.to_string()).or_insert(line);
    }
}

/// Reads a file; what is no Rust has a line that says so.
pub fn read(text: &str) -> Result<Source, String> {
    let tokens: TokenStream = text
        .parse()
        .map_err(|error| format!("cannot be read: {error}"))?;
    let mut source = Source::default();
    walk(&mut source, tokens.clone(), 0);
    source.pieces.insert(String::new(), Source::default());
    for (name, tokens) in pieces::split(tokens) {
        // What is implemented for a type of the file comes with it.
        let own = name.strip_prefix(IMPL);
        let name = match own.is_some_and(|of| source.defined.contains(of)) {
            true => String::new(),
            false => name,
        };
        walk(source.pieces.entry(name).or_default(), tokens, 0);
    }
    Ok(source)
}

/// `depth`: within how many `mod name { … }`; their `super` is this file.
fn walk(source: &mut Source, tokens: TokenStream, depth: usize) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut rest = tokens.as_slice();
    let mut public = false;
    // `a::<T>::b`: `b` begins no path.
    let mut after_colons = false;
    // One of them: `..crate::A` is a range.
    let mut dots = 0;
    while let [first, others @ ..] = rest {
        let colons = is_colons(rest);
        rest = match first {
            TokenTree::Punct(mark) if mark.as_char() == '#' => attribute(others),
            TokenTree::Punct(_) if colons => others.get(1..).unwrap_or_default(),
            TokenTree::Punct(_) | TokenTree::Literal(_) => others,
            TokenTree::Group(group) => {
                walk(source, group.stream(), depth);
                others
            }
            TokenTree::Ident(word) if word == "pub" => {
                public = true;
                after_colons = false;
                rest = match others {
                    [TokenTree::Group(group), after @ ..] if is_round(group) => after,
                    _ => others,
                };
                continue;
            }
            TokenTree::Ident(word) if word == "use" && begins_path(others) => {
                statement(source, others, public, depth)
            }
            TokenTree::Ident(word) if word == "mod" => module(source, others, depth),
            TokenTree::Ident(word) if after_colons => {
                source.name(word);
                others
            }
            TokenTree::Ident(word) if dots == 1 => {
                let line = word.span().start().line;
                source.members.entry(word.to_string()).or_insert(line);
                others
            }
            TokenTree::Ident(_) => path(source, rest, depth),
        };
        public = false;
        after_colons = colons;
        dots = match first {
            TokenTree::Punct(mark) if mark.as_char() == '.' => dots + 1,
            _ => 0,
        };
    }
}

/// Skips an attribute, and with one for tests what it stands at.
fn attribute(after_mark: &[TokenTree]) -> &[TokenTree] {
    let (group, mut rest) = match after_mark {
        [TokenTree::Group(group), rest @ ..] => (group, rest),
        // `#![…]` concerns the file.
        [_, TokenTree::Group(_), rest @ ..] => return rest,
        _ => return after_mark,
    };
    if !only_for_tests(group) {
        return rest;
    }
    while let [first, others @ ..] = rest {
        rest = others;
        let ends = match first {
            TokenTree::Punct(mark) => matches!(mark.as_char(), ';' | ','),
            TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
            _ => false,
        };
        // `use a::{b};` ends with its semicolon.
        if ends && !matches!(rest, [TokenTree::Punct(mark), ..] if mark.as_char() == ';') {
            break;
        }
    }
    rest
}

/// `test`, `cfg(test)`, `cfg(all(test, …))`; what is not for tests stays.
fn only_for_tests(attribute: &Group) -> bool {
    let text = attribute.stream().to_string().replace(' ', "");
    text == "test" || text == "cfg(test)" || text.starts_with("cfg(all(test,")
}

/// `mod name;` or `mod name { … }`.
fn module<'a>(source: &mut Source, after: &'a [TokenTree], depth: usize) -> &'a [TokenTree] {
    match after {
        [TokenTree::Ident(_), TokenTree::Group(group), rest @ ..] => {
            walk(source, group.stream(), depth + 1);
            rest
        }
        [TokenTree::Ident(name), rest @ ..] => {
            source.children.push(name.to_string());
            rest
        }
        _ => after,
    }
}

/// A `use`, up to its semicolon.
fn statement<'a>(
    source: &mut Source,
    after: &'a [TokenTree],
    public: bool,
    depth: usize,
) -> &'a [TokenTree] {
    let ends = |token: &TokenTree| matches!(token, TokenTree::Punct(mark) if mark.as_char() == ';');
    let length = after.iter().position(ends).unwrap_or(after.len());
    let (tree, rest) = after.split_at(length);
    let mut found = Vec::new();
    branches(tree, &[], &mut found);
    source
        .uses
        .extend(found.into_iter().map(|(path, brought)| Use {
            path: outside(path, depth),
            brought,
            public,
        }));
    rest
}

/// `a::{b, c as d, e::*}` has three names.
fn branches(tree: &[TokenTree], before: &[String], found: &mut Vec<(Path, Brought)>) {
    let comma =
        |token: &TokenTree| matches!(token, TokenTree::Punct(mark) if mark.as_char() == ',');
    for branch in tree.split(comma) {
        let mut segments = before.to_vec();
        let mut renamed = None;
        let mut words = branch.iter();
        let mut open = true;
        while let Some(token) = words.next() {
            match token {
                TokenTree::Group(group) => {
                    let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                    branches(&inner, &segments, found);
                    open = false;
                }
                TokenTree::Punct(mark) if mark.as_char() == '*' => {
                    found.push((at(&segments, branch), Brought::All));
                    open = false;
                }
                TokenTree::Ident(word) if word == "as" => {
                    renamed = words.next().map(ToString::to_string);
                }
                TokenTree::Ident(word) if word == "self" && !segments.is_empty() => {}
                TokenTree::Ident(word) => segments.push(word.to_string()),
                TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
        }
        if let (true, Some(last)) = (open && !branch.is_empty(), segments.last()) {
            let name = renamed.unwrap_or_else(|| last.clone());
            found.push((at(&segments, branch), Brought::Name(name)));
        }
    }
}

fn at(segments: &[String], tokens: &[TokenTree]) -> Path {
    Path {
        segments: segments.to_vec(),
        line: tokens.first().map_or(0, |token| token.span().start().line),
    }
}

/// A name, or a path that begins with it.
fn path<'a>(source: &mut Source, tokens: &'a [TokenTree], depth: usize) -> &'a [TokenTree] {
    const DEFINING: [&str; 9] = [
        "const",
        "enum",
        "fn",
        "macro_rules",
        "static",
        "struct",
        "trait",
        "type",
        "union",
    ];
    let mut segments = Vec::new();
    let mut rest = tokens;
    while let [TokenTree::Ident(word), others @ ..] = rest {
        segments.push(word.to_string());
        rest = others;
        match others {
            [_, _, after @ ..] if is_colons(others) && begins_path(after) => rest = after,
            _ => break,
        }
    }
    if let ([word], [TokenTree::Ident(name), after @ ..]) = (segments.as_slice(), rest)
        && DEFINING.contains(&word.as_str())
    {
        let name = name.to_string();
        // `const fn name`
        if DEFINING.contains(&name.as_str()) {
            return rest;
        }
        source.defined.insert(name);
        return after;
    }
    if let [TokenTree::Ident(word), ..] = tokens {
        source.name(word);
    }
    if segments.len() > 1 {
        source.paths.push(outside(at(&segments, tokens), depth));
    }
    rest
}

/// As the path would read outside the modules within the file.
fn outside(mut path: Path, depth: usize) -> Path {
    let supers = path.segments.iter().take_while(|word| *word == "super");
    let within = supers.count().min(depth);
    if within > 0 {
        path.segments.drain(..within);
        path.segments.insert(0, "self".to_owned());
    }
    path
}

fn is_round(group: &Group) -> bool {
    group.delimiter() == Delimiter::Parenthesis
}

fn is_colons(tokens: &[TokenTree]) -> bool {
    let colon =
        |token: &TokenTree| matches!(token, TokenTree::Punct(mark) if mark.as_char() == ':');
    matches!(tokens, [first, second, ..] if colon(first) && colon(second))
}

/// Not so the `use<'a>` of a type.
fn begins_path(tokens: &[TokenTree]) -> bool {
    matches!(
        tokens.first(),
        Some(TokenTree::Ident(_) | TokenTree::Group(_))
    ) || is_colons(tokens)
}

#[cfg(test)]
#[path = "source_tests.rs"]
mod tests;

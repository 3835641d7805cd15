//! JSON as a tree, and how it is written. Reading text is left to parsers that
//! exist already: the browser's own in the app (no bytes to load), serde_json
//! natively. Whole numbers only: no floating point in the core.

/// A JSON value. Fields keep their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A whole number, not negative.
    Whole(u64),
    /// Any other number; which one does not matter, for none is allowed anywhere.
    OtherNumber,
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// Named fields.
    Fields(Vec<(String, Json)>),
}

impl Json {
    /// The field with this name; of doubled names the last, as parsers do.
    pub fn field(&self, name: &str) -> Option<&Json> {
        match self {
            Json::Fields(fields) => {
                let found = fields.iter().rev().find(|(field, _)| field == name);
                found.map(|(_, value)| value)
            }
            _ => None,
        }
    }

    /// The text, if it is one.
    pub fn text(&self) -> Option<&str> {
        match self {
            Json::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The whole number, if it is one.
    pub fn whole(&self) -> Option<u64> {
        match self {
            Json::Whole(number) => Some(*number),
            _ => None,
        }
    }

    /// Indented by two spaces, with `\n`.
    pub fn pretty(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, 0);
        out
    }

    fn write(&self, out: &mut String, depth: usize) {
        match self {
            Json::Null | Json::OtherNumber => out.push_str("null"),
            Json::Bool(true) => out.push_str("true"),
            Json::Bool(false) => out.push_str("false"),
            Json::Whole(number) => out.push_str(&number.to_string()),
            Json::Text(text) => quote(out, text),
            Json::List(list) => {
                let each = list.iter().map(|value| (None, value));
                group(out, depth, ('[', ']'), each);
            }
            Json::Fields(fields) => {
                let each = fields
                    .iter()
                    .map(|(name, value)| (Some(name.as_str()), value));
                group(out, depth, ('{', '}'), each);
            }
        }
    }
}

fn group<'a>(
    out: &mut String,
    depth: usize,
    (open, close): (char, char),
    values: impl Iterator<Item = (Option<&'a str>, &'a Json)>,
) {
    out.push(open);
    let mut empty = true;
    for (name, value) in values {
        out.push_str(if empty { "\n" } else { ",\n" });
        empty = false;
        indent(out, depth + 1);
        if let Some(name) = name {
            quote(out, name);
            out.push_str(": ");
        }
        value.write(out, depth + 1);
    }
    if !empty {
        out.push('\n');
        indent(out, depth);
    }
    out.push(close);
}

fn indent(out: &mut String, depth: usize) {
    for _ in 0..depth {
        out.push_str("  ");
    }
}

fn quote(out: &mut String, text: &str) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            // None is in our texts; written so that any tree gives valid JSON.
            control if control < ' ' => {
                let code = u32::from(control);
                out.push_str(if code < 16 { "\\u000" } else { "\\u001" });
                out.push(char::from_digit(code % 16, 16).unwrap_or('0'));
            }
            other => out.push(other),
        }
    }
    out.push('"');
}

impl From<&str> for Json {
    fn from(text: &str) -> Json {
        Json::Text(text.to_owned())
    }
}

impl From<String> for Json {
    fn from(text: String) -> Json {
        Json::Text(text)
    }
}

impl From<u8> for Json {
    fn from(number: u8) -> Json {
        Json::Whole(number.into())
    }
}

impl From<usize> for Json {
    fn from(number: usize) -> Json {
        Json::Whole(number as u64)
    }
}

impl<T: Into<Json>> From<Option<T>> for Json {
    fn from(value: Option<T>) -> Json {
        value.map_or(Json::Null, Into::into)
    }
}

/// Parses a text natively. In the browser its own parser does.
#[cfg(not(target_arch = "wasm32"))]
pub fn parse(text: &str) -> Option<Json> {
    fn tree(value: serde_json::Value) -> Json {
        use serde_json::Value;
        match value {
            Value::Null => Json::Null,
            Value::Bool(value) => Json::Bool(value),
            Value::Number(number) => number.as_u64().map_or(Json::OtherNumber, Json::Whole),
            Value::String(text) => Json::Text(text),
            Value::Array(list) => Json::List(list.into_iter().map(tree).collect()),
            Value::Object(fields) => Json::Fields(
                fields
                    .into_iter()
                    .map(|(name, value)| (name, tree(value)))
                    .collect(),
            ),
        }
    }
    serde_json::from_str(text).ok().map(tree)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_json_and_says_the_same() {
        let tree = Json::Fields(vec![
            ("empty".into(), Json::List(vec![])),
            ("text \"\\\n\t\u{1}\u{1f}".into(), "ø\u{202e}<".into()),
            (
                "list".into(),
                Json::List(vec![
                    1u8.into(),
                    Json::Null,
                    Json::Bool(true),
                    Json::Fields(vec![]),
                ]),
            ),
        ]);
        let mut read = parse(&tree.pretty()).unwrap();
        // serde_json sorts fields.
        let mut wanted = tree.clone();
        for tree in [&mut read, &mut wanted] {
            if let Json::Fields(fields) = tree {
                fields.sort_by(|a, b| a.0.cmp(&b.0));
            }
        }
        assert_eq!(read, wanted);
        assert_eq!(
            Json::Fields(vec![("a".into(), 1u8.into())]).pretty(),
            "{\n  \"a\": 1\n}"
        );
    }

    #[test]
    fn numbers_that_are_not_whole_are_told_apart() {
        for (text, number) in [
            ("3", Json::Whole(3)),
            ("3.5", Json::OtherNumber),
            ("-1", Json::OtherNumber),
            ("1e99", Json::OtherNumber),
        ] {
            assert_eq!(parse(text), Some(number), "{text}");
        }
    }
}

//! JSON as a tree. Reading text is left to parsers that exist already: the browser's
//! own in the app (no bytes to load), serde_json natively. Whole numbers only: no
//! floating point in the core.

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

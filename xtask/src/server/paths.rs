//! From the address that was asked for to a place below the folder, and
//! nowhere else.

/// What an address means.
#[derive(Debug, PartialEq, Eq)]
pub enum Place {
    /// Names below the folder; whether the address ended in a slash.
    Inside { names: Vec<String>, slash: bool },
    /// The base without its last slash.
    BaseWithoutSlash,
    /// Nothing of ours: another base, or not a plain path.
    Elsewhere,
}

/// `sub/path` or `/sub/path/` becomes `/sub/path/`.
pub fn normal_base(base: &str) -> String {
    match base.trim_matches('/') {
        "" => "/".to_owned(),
        inner => format!("/{inner}/"),
    }
}

/// The path and the query (with its `?`).
pub fn split(target: &str) -> (&str, &str) {
    target.split_at(target.find('?').unwrap_or(target.len()))
}

/// What a path (as sent, without query) means below a base.
pub fn place(base: &str, path: &str) -> Place {
    if base
        .strip_suffix('/')
        .is_some_and(|base| !base.is_empty() && base == path)
    {
        return Place::BaseWithoutSlash;
    }
    let Some(rest) = path.strip_prefix(base) else {
        return Place::Elsewhere;
    };
    let slash = rest.is_empty() || rest.ends_with('/');
    let rest = rest.strip_suffix('/').unwrap_or(rest);
    if rest.is_empty() {
        // `//` at the end is another address than `/`.
        let names = Vec::new();
        return if path == base {
            Place::Inside { names, slash }
        } else {
            Place::Elsewhere
        };
    }
    match rest.split('/').map(name).collect() {
        Some(names) => Place::Inside { names, slash },
        None => Place::Elsewhere,
    }
}

/// One decoded name, unless it could mean more than a file in this folder:
/// no way up, no hidden file, no drive, no stream, no second separator.
fn name(raw: &str) -> Option<String> {
    let decoded = decode(raw)?;
    let plain = !decoded.is_empty()
        && !decoded.starts_with('.')
        && !decoded
            .chars()
            .any(|c| c.is_control() || matches!(c, '/' | '\\' | ':'));
    plain.then_some(decoded)
}

fn decode(raw: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(raw.len());
    let mut rest = raw.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let high = char::from(rest.next()?).to_digit(16)?;
            let low = char::from(rest.next()?).to_digit(16)?;
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inside(names: &[&str], slash: bool) -> Place {
        let names = names.iter().map(|name| (*name).to_owned()).collect();
        Place::Inside { names, slash }
    }

    #[test]
    fn bases_have_slashes_on_both_sides() {
        for base in ["a/b", "/a/b", "a/b/", "/a/b/"] {
            assert_eq!(normal_base(base), "/a/b/");
        }
        assert_eq!(normal_base(""), "/");
        assert_eq!(normal_base("/"), "/");
    }

    #[test]
    fn paths_inside() {
        assert_eq!(place("/", "/"), inside(&[], true));
        assert_eq!(place("/", "/vurdering/"), inside(&["vurdering"], true));
        assert_eq!(
            place("/", "/nn/vurdering"),
            inside(&["nn", "vurdering"], false)
        );
        assert_eq!(place("/", "/bl%C3%A5.txt"), inside(&["blå.txt"], false));
        assert_eq!(place("/a/b/", "/a/b/c.js"), inside(&["c.js"], false));
        assert_eq!(place("/a/b/", "/a/b"), Place::BaseWithoutSlash);
    }

    #[test]
    fn nothing_outside() {
        for path in [
            "",
            "x",
            "//",
            "//evil/",
            "/a//b",
            "/../x",
            "/a/../../x",
            "/%2e%2e/x",
            "/..%2fx",
            "/a%5c..%5cx",
            "/c:/x",
            "/a%00b",
            "/%zz",
            "/%4",
            "/%ff",
            "/.git/config",
            "/./x",
        ] {
            assert_eq!(place("/", path), Place::Elsewhere, "{path}");
        }
        assert_eq!(place("/a/", "/b/"), Place::Elsewhere);
        assert_eq!(place("/a/", "/"), Place::Elsewhere);
        assert_eq!(place("/a/", "/ab"), Place::Elsewhere);
        assert_eq!(place("/a/", "/a//"), Place::Elsewhere);
    }

    #[test]
    fn queries_are_cut_off() {
        assert_eq!(split("/a?b=c?"), ("/a", "?b=c?"));
        assert_eq!(split("/a"), ("/a", ""));
    }
}

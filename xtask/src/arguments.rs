//! The words after `cargo xtask COMMAND`, read by lexopt against what the command takes.

use lexopt::Arg::{Long, Short, Value};

use crate::failure::Failure;

/// An option: its name, and what stands for its value in the help, if it has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    pub name: &'static str,
    pub value: Option<&'static str>,
}

/// What a command takes.
#[derive(Debug, Clone, Copy)]
pub struct Takes {
    pub command: &'static str,
    /// The one word that it needs, if it needs one.
    pub word: Option<&'static str>,
    pub options: &'static [Known],
}

impl Takes {
    /// `serve [--port 8080] [--open]`
    pub fn usage(&self) -> String {
        let option = |known: &Known| match known.value {
            Some(value) => format!(" [--{} {value}]", known.name),
            None => format!(" [--{}]", known.name),
        };
        let word = self.word.map(|word| format!(" {word}")).unwrap_or_default();
        let options: String = self.options.iter().map(option).collect();
        format!("{}{word}{options}", self.command)
    }

    fn known(&self, name: &str) -> Option<Known> {
        self.options
            .iter()
            .copied()
            .find(|known| known.name == name)
    }

    fn refused(&self, cause: impl std::fmt::Display) -> Failure {
        let remedy = format!("cargo xtask {}", self.usage());
        Failure::new("read the arguments", cause, remedy)
    }
}

/// What was given of it.
#[derive(Debug, PartialEq, Eq)]
pub struct Arguments {
    word: String,
    options: Vec<(&'static str, String)>,
}

impl Arguments {
    /// Nothing where help is asked for.
    pub fn read(takes: &Takes, mut parser: lexopt::Parser) -> Result<Option<Self>, Failure> {
        let mut read = Self {
            word: String::new(),
            options: Vec::new(),
        };
        while let Some(argument) = parser.next().map_err(|error| takes.refused(error))? {
            match argument {
                Short('h') | Long("help") => return Ok(None),
                Long(name) => {
                    let known = takes
                        .known(name)
                        .ok_or_else(|| takes.refused(unknown(takes, name)))?;
                    let value = match known.value {
                        None => Ok(String::new()),
                        Some(_) => parser.value().and_then(|value| Ok(value.into_string()?)),
                    };
                    read.options
                        .push((known.name, value.map_err(|error| takes.refused(error))?));
                }
                Value(word) if takes.word.is_some() && read.word.is_empty() => {
                    read.word = word
                        .into_string()
                        .map_err(|_| takes.refused("not in UTF-8"))?;
                }
                other => return Err(takes.refused(other.unexpected())),
            }
        }
        match takes.word {
            Some(word) if read.word.is_empty() => Err(takes.refused(format!("{word} is missing"))),
            _ => Ok(Some(read)),
        }
    }

    /// The word of a command that needs one.
    pub fn word(&self) -> &str {
        &self.word
    }

    /// Whether `--name` stands there.
    pub fn flag(&self, name: &str) -> bool {
        self.value(name).is_some()
    }

    /// The value of `--name`; the last one, where there are several.
    pub fn value(&self, name: &str) -> Option<&str> {
        let given = self.options.iter().rfind(|(given, _)| *given == name);
        given.map(|(_, value)| value.as_str())
    }

    /// The value of `--port`, or what it is without.
    pub fn port(&self, default: u16) -> Result<u16, Failure> {
        let Some(text) = self.value("port") else {
            return Ok(default);
        };
        text.parse().map_err(|_| {
            let cause = format!("--port {text} is no number from 0 to 65535");
            Failure::new(
                "read the arguments",
                cause,
                "give another one, such as --port 8081",
            )
        })
    }
}

fn unknown(takes: &Takes, name: &str) -> String {
    let cause = format!("{} knows no option --{name}", takes.command);
    let names = takes.options.iter().map(|known| known.name);
    match nearest(name, names) {
        Some(near) => format!("{cause}; did you mean --{near}?"),
        None => cause,
    }
}

/// The name that differs from a word by two letters at most.
pub fn nearest<'a>(word: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let near = names.map(|name| (distance(word, name), name)).min()?;
    (near.0 <= 2).then_some(near.1)
}

/// How many letters have to be put in, taken out or changed.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (index, letter) in one.chars().enumerate() {
        let mut next = vec![index + 1];
        for (pair, same) in row.windows(2).zip(&other) {
            if let ([diagonal, above], Some(left)) = (pair, next.last()) {
                let change = diagonal + usize::from(letter != *same);
                next.push(change.min(above + 1).min(left + 1));
            }
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PORT: Known = Known {
        name: "port",
        value: Some("8080"),
    };
    const OPEN: Known = Known {
        name: "open",
        value: None,
    };
    const SERVE: Takes = Takes {
        command: "serve",
        word: None,
        options: &[PORT, OPEN],
    };
    const FOLDER: Takes = Takes {
        command: "static-serve",
        word: Some("DIR"),
        options: &[PORT],
    };

    fn read(takes: &Takes, text: &str) -> Result<Option<Arguments>, Failure> {
        Arguments::read(takes, lexopt::Parser::from_args(text.split_whitespace()))
    }

    #[test]
    fn reads_words_flags_and_values() {
        let arguments = read(&FOLDER, "--port=9 a").unwrap().unwrap();
        assert_eq!((arguments.word(), arguments.port(8080)), ("a", Ok(9)));
        let arguments = read(&SERVE, "--open --port 8 --port 9").unwrap().unwrap();
        assert!(arguments.flag("open"));
        assert_eq!(arguments.value("port"), Some("9"));
        assert_eq!(read(&SERVE, "").unwrap().unwrap().port(8080), Ok(8080));
        assert_eq!(read(&SERVE, "--open --help"), Ok(None));
    }

    #[test]
    fn refuses_what_it_does_not_know_and_says_what_it_does() {
        for (takes, text, parts) in [
            (
                &SERVE,
                "--prot 9",
                ["did you mean --port?", "serve [--port 8080] [--open]"],
            ),
            (&SERVE, "--verbose", ["no option --verbose", "[--open]"]),
            (&SERVE, "--port", ["--port", "[--open]"]),
            (&SERVE, "--open=1", ["--open", "[--open]"]),
            (&SERVE, "word", ["word", "[--open]"]),
            (&SERVE, "-x", ["-x", "[--open]"]),
            (
                &FOLDER,
                "",
                ["DIR is missing", "static-serve DIR [--port 8080]"],
            ),
            (&FOLDER, "a b", ["\"b\"", "static-serve DIR"]),
        ] {
            let told = read(takes, text).unwrap_err().to_string();
            for part in parts {
                assert!(told.contains(part), "{text}: {told}");
            }
        }
        let arguments = read(&SERVE, "--port 70000").unwrap().unwrap();
        assert!(arguments.port(1).is_err());
    }

    #[test]
    fn names_are_near_by_letters() {
        let names = || ["serve", "setup", "size"].into_iter();
        assert_eq!(nearest("sreve", names()), Some("serve"));
        assert_eq!(nearest("set-up", names()), Some("setup"));
        assert_eq!(nearest("bench", names()), None);
        assert_eq!(distance("", "abc"), 3);
    }
}

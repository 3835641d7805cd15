//! The few arguments that commands take. No crate: there are five of them.

use crate::failure::Failure;

/// Words after the command, taken out one by one; what is left is an error.
#[derive(Debug)]
pub struct Arguments {
    words: Vec<String>,
}

impl Arguments {
    pub fn of_process() -> Self {
        Self {
            words: std::env::args().skip(1).collect(),
        }
    }

    /// The first word that is no option.
    pub fn next_word(&mut self) -> Option<String> {
        let help = |word: &str| word == "--help" || word == "-h";
        let at = self
            .words
            .iter()
            .position(|word| !word.starts_with('-') || help(word))?;
        Some(self.words.remove(at))
    }

    /// Whether `--name` stands there.
    pub fn flag(&mut self, name: &str) -> bool {
        let before = self.words.len();
        self.words.retain(|word| word != name);
        self.words.len() != before
    }

    /// The value of `--name value` or `--name=value`.
    pub fn value(&mut self, name: &str) -> Result<Option<String>, Failure> {
        let joined = format!("{name}=");
        let Some(at) = self
            .words
            .iter()
            .position(|word| word == name || word.starts_with(&joined))
        else {
            return Ok(None);
        };
        let word = self.words.remove(at);
        if let Some(value) = word.strip_prefix(&joined) {
            return Ok(Some(value.to_owned()));
        }
        if at < self.words.len() {
            return Ok(Some(self.words.remove(at)));
        }
        Err(bad(format!("{name} stands without a value")))
    }

    /// The value of an option that is a port, or what it is without the option.
    pub fn port(&mut self, default: u16) -> Result<u16, Failure> {
        match self.value("--port")? {
            None => Ok(default),
            Some(text) => text
                .parse()
                .map_err(|_| bad(format!("--port {text} is no number from 0 to 65535"))),
        }
    }

    /// Nothing may be left over: a mistyped option must not be ignored.
    pub fn finish(self) -> Result<(), Failure> {
        match self.words.first() {
            None => Ok(()),
            Some(word) => Err(bad(format!("the argument '{word}' is not known here"))),
        }
    }
}

fn bad(cause: String) -> Failure {
    Failure::new("read the arguments", cause, "run `cargo xtask help`")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Arguments {
        Arguments {
            words: text.split_whitespace().map(str::to_owned).collect(),
        }
    }

    #[test]
    fn reads_words_flags_and_values() {
        let mut arguments = of("serve --port 9 --base=/a/ --open");
        assert_eq!(arguments.next_word().as_deref(), Some("serve"));
        assert_eq!(arguments.port(8080), Ok(9));
        assert_eq!(arguments.value("--base"), Ok(Some("/a/".to_owned())));
        assert!(arguments.flag("--open"));
        assert!(!arguments.flag("--open"));
        assert_eq!(arguments.finish(), Ok(()));
    }

    #[test]
    fn refuses_what_it_does_not_know() {
        assert!(of("--prot 9").finish().is_err());
        assert!(of("--port").port(1).is_err());
        assert!(of("--port 70000").port(1).is_err());
    }
}

//! What went wrong, told so that the reader can act on it.

use std::fmt;
use std::path::{Path, PathBuf};

/// A step that could not be done: which, why, and what helps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    pub step: String,
    pub cause: String,
    pub remedy: String,
    /// What a program said of it.
    pub said: Vec<String>,
    /// Where all that it said stands.
    pub log: Option<PathBuf>,
}

impl Failure {
    pub fn new(
        step: impl Into<String>,
        cause: impl fmt::Display,
        remedy: impl Into<String>,
    ) -> Self {
        Self {
            step: step.into(),
            cause: cause.to_string(),
            remedy: remedy.into(),
            said: Vec::new(),
            log: None,
        }
    }

    /// For a file that ought to be there and readable.
    pub fn file(step: &str, path: &Path, cause: impl fmt::Display) -> Self {
        Self::new(
            step,
            format!("{}: {cause}", path.display()),
            "check that the file is there, that this user may use it and that the disk is not full",
        )
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for line in &self.said {
            writeln!(f, "{line}")?;
        }
        if !self.said.is_empty() {
            writeln!(f)?;
        }
        write!(
            f,
            "failed:  {}\ncause:   {}\nremedy:  {}",
            self.step, self.cause, self.remedy
        )?;
        match &self.log {
            Some(log) => write!(f, "\nlog:     {}", log.display()),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Failure {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_step_cause_and_remedy() {
        let failure = Failure::new("install Trunk", "no network", "connect");
        let text = failure.to_string();
        for part in ["install Trunk", "no network", "connect"] {
            assert!(text.contains(part), "{text}");
        }
    }
}

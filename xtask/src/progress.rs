//! Says what is being done, how far it is and how long it took.

use std::time::{Duration, Instant};

use crate::failure::Failure;

/// A number of steps known from the start.
pub struct Progress {
    started: Instant,
    total: usize,
    begun: usize,
}

impl Progress {
    pub fn new(total: usize) -> Self {
        Self {
            started: Instant::now(),
            total,
            begun: 0,
        }
    }

    /// Does one step between two lines that tell of it.
    pub fn step<T>(
        &mut self,
        what: &str,
        action: impl FnOnce() -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        self.begun += 1;
        let (number, total) = (self.begun, self.total);
        eprintln!("step {number} of {total}: {what} …");
        let begun = Instant::now();
        let result = action()?;
        eprintln!(
            "step {number} of {total}: done after {} ({} in all)",
            spoken(begun.elapsed()),
            spoken(self.started.elapsed())
        );
        Ok(result)
    }
}

/// `3.2 s` or `2 min 05 s`.
pub fn spoken(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 {
        format!("{seconds}.{} s", time.subsec_millis() / 100)
    } else {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_short() {
        assert_eq!(spoken(Duration::from_millis(3240)), "3.2 s");
        assert_eq!(spoken(Duration::from_secs(125)), "2 min 05 s");
    }
}

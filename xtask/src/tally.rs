//! How many tests held and how many did not.

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    pub passed: usize,
    pub failed: usize,
}

impl Tally {
    pub fn one(held: bool) -> Self {
        Self {
            passed: usize::from(held),
            failed: usize::from(!held),
        }
    }
}

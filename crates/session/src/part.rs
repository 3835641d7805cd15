//! Code that is fetched when it is wanted.

/// Whether a part of the program is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Part {
    /// Nobody asked for it.
    #[default]
    Unasked,
    /// It is being fetched.
    Asked,
    /// It is here.
    Here,
    /// It could not be fetched: it may be asked for again.
    Missing,
}

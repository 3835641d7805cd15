//! Tickets: every command that is answered later carries one, and the answer brings
//! it back. Whether the answer is still wanted is decided by the ticket alone.

/// Names one request for as long as the page lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Ticket(u32);

impl Ticket {
    /// Its number: changes are numbered by it too, so that a receipt that comes late is
    /// never taken for one of a later change.
    pub(crate) fn number(self) -> u64 {
        self.0.into()
    }
}

/// Hands out tickets, none twice.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Tickets(u32);

impl Tickets {
    /// A new one.
    pub fn draw(&mut self) -> Ticket {
        self.0 += 1;
        Ticket(self.0)
    }
}

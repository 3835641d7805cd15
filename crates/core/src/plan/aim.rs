//! The sub-goal of a measure: an item, from which step to which.

use crate::address::Id;
use crate::catalogue::{Item, Step};
use crate::scoring::Move;

/// An item to be lifted, always upwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Aim {
    item: Item,
    from: Step,
    to: Step,
}

impl Aim {
    /// The aim, if it leads upwards.
    pub fn new(item: Item, from: Step, to: Step) -> Option<Aim> {
        (from < to).then_some(Aim { item, from, to })
    }

    /// The single steps of a move, each with a measure of its own.
    pub fn of_move(rise: &Move) -> impl Iterator<Item = Aim> {
        let item = rise.item;
        rise.steps()
            .filter_map(move |from| Aim::new(item, from, from.up()?))
    }

    /// Which item.
    pub fn item(self) -> Item {
        self.item
    }

    /// From which step.
    pub fn from(self) -> Step {
        self.from
    }

    /// To which step.
    pub fn to(self) -> Step {
        self.to
    }

    /// As it stands in records and files: `political.goal:2:3`.
    pub fn text(self) -> String {
        let (from, to) = (self.from.number(), self.to.number());
        format!("{}:{from}:{to}", self.item.id())
    }

    /// Reads that.
    pub fn parse(text: &str) -> Option<Aim> {
        let (item, steps) = text.split_at_checked(text.len().checked_sub(4)?)?;
        let &[b':', from, b':', to] = steps.as_bytes() else {
            return None;
        };
        let step = |digit: u8| Step::new(digit.wrapping_sub(b'0'));
        Aim::new(Item::parse(item)?, step(from)?, step(to)?)
    }

    /// Under which ids a measure stands that the app proposes for it, the first of them mostly:
    /// always the same, so that two tabs add it once.
    pub(super) fn id(self, turn: usize) -> Id {
        Id::of_link(&match turn {
            0 => format!("plan {}", self.text()),
            _ => format!("plan {} {turn}", self.text()),
        })
    }
}

//! The checklist for the strategy document: de Boer's five perspectives
//! (docs/method.md, "The instrument"). It is reported beside the scores and never enters them.

use super::ids::PERSPECTIVE_IDS;

/// What a strategy should show. Each has two texts: the question and the advice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Perspective {
    /// Which plan we have.
    Plan,
    /// What we contribute when we procure.
    Contribution,
    /// Important principles.
    Principles,
    /// Overall purposes.
    Purposes,
    /// The reactions that we want to trigger.
    Reactions,
}

impl Perspective {
    /// All five, in the order of the article.
    pub const ALL: [Perspective; 5] = [
        Perspective::Plan,
        Perspective::Contribution,
        Perspective::Principles,
        Perspective::Purposes,
        Perspective::Reactions,
    ];

    /// The stable id, such as `plan`; whole, `strategy.plan`.
    pub fn id(self) -> &'static str {
        let [plan, contribution, principles, purposes, reactions] = PERSPECTIVE_IDS;
        match self {
            Perspective::Plan => plan,
            Perspective::Contribution => contribution,
            Perspective::Principles => principles,
            Perspective::Purposes => purposes,
            Perspective::Reactions => reactions,
        }
    }

    /// The perspective with this id, if there is one.
    pub fn parse(id: &str) -> Option<Perspective> {
        Perspective::ALL.into_iter().find(|one| one.id() == id)
    }
}

/// Whether the strategy document shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Covered {
    /// It does.
    Yes,
    /// In part.
    Partly,
    /// It does not.
    No,
}

impl Covered {
    /// All three, in the order in which they are offered.
    pub const ALL: [Covered; 3] = [Covered::Yes, Covered::Partly, Covered::No];

    /// The stable name.
    pub fn id(self) -> &'static str {
        match self {
            Covered::Yes => "yes",
            Covered::Partly => "partly",
            Covered::No => "no",
        }
    }

    /// The answer with this id, if there is one.
    pub fn parse(id: &str) -> Option<Covered> {
        Covered::ALL.into_iter().find(|one| one.id() == id)
    }
}

/// The answers to the checklist; none where it was not filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Checklist([Option<Covered>; 5]);

impl Checklist {
    /// What was answered for a perspective.
    pub fn get(&self, perspective: Perspective) -> Option<Covered> {
        self.0.get(perspective as usize).copied().flatten()
    }

    /// Sets what was answered.
    pub fn set(&mut self, perspective: Perspective, covered: Option<Covered>) {
        if let Some(place) = self.0.get_mut(perspective as usize) {
            *place = covered;
        }
    }

    /// Perspectives with their answers, in the order of the article.
    pub fn iter(&self) -> impl Iterator<Item = (Perspective, Option<Covered>)> {
        Perspective::ALL.into_iter().map(|one| (one, self.get(one)))
    }

    /// Whether anything is answered.
    pub fn is_empty(&self) -> bool {
        *self == Checklist::default()
    }
}

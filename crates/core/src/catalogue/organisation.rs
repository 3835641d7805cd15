//! Whom the assessment is about.

use super::ids::{KIND_IDS, OWN_WORDINGS};
use super::item::Level;

/// Kinds of organisation: they differ in who the political and the executive
/// level are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// kommune
    Municipality,
    /// fylkeskommune
    County,
    /// statlig virksomhet
    State,
    /// felles innkjøpsenhet
    Joint,
    /// annen offentlig virksomhet
    Other,
}

impl Kind {
    /// All kinds, in the order in which they are offered.
    pub const ALL: [Kind; 5] = [
        Kind::Municipality,
        Kind::County,
        Kind::State,
        Kind::Joint,
        Kind::Other,
    ];

    /// The stable name, such as `municipality`.
    pub fn id(self) -> &'static str {
        let [municipality, county, state, joint, other] = KIND_IDS;
        match self {
            Kind::Municipality => municipality,
            Kind::County => county,
            Kind::State => state,
            Kind::Joint => joint,
            Kind::Other => other,
        }
    }

    /// The kind with this id, if there is one.
    pub fn parse(id: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// Position, 0 to 4.
    pub fn index(self) -> usize {
        self as usize
    }
}

/// What is assessed (docs/method.md, "The instrument").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// The strategy of the whole organisation.
    Organisation,
    /// The strategy of one procurement of great importance.
    Procurement,
}

impl Scope {
    /// Both scopes.
    pub const ALL: [Scope; 2] = [Scope::Organisation, Scope::Procurement];

    /// The stable name.
    pub fn id(self) -> &'static str {
        match self {
            Scope::Organisation => "organisation",
            Scope::Procurement => "procurement",
        }
    }

    /// The scope with this id, if there is one.
    pub fn parse(id: &str) -> Option<Scope> {
        Scope::ALL.into_iter().find(|scope| scope.id() == id)
    }
}

/// Who answers, as the assessment says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum AnsweredBy {
    /// One person; nothing is said of it.
    #[default]
    Alone,
    /// A group in a meeting.
    Group,
}

impl AnsweredBy {
    /// Both.
    pub const ALL: [AnsweredBy; 2] = [AnsweredBy::Alone, AnsweredBy::Group];

    /// The stable name.
    pub fn id(self) -> &'static str {
        match self {
            AnsweredBy::Alone => "alone",
            AnsweredBy::Group => "group",
        }
    }

    /// The one with this id, if there is one.
    pub fn parse(id: &str) -> Option<AnsweredBy> {
        AnsweredBy::ALL.into_iter().find(|by| by.id() == id)
    }
}

/// What the sentences of an item depend on: whose bodies they name, and whether
/// they ask about everything that is bought or about one procurement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Subject {
    /// The kind of organisation.
    pub kind: Kind,
    /// What is assessed.
    pub scope: Scope,
}

impl Subject {
    /// A municipality and all that it buys: what texts are shown with where
    /// nothing is open.
    pub const MUNICIPALITY: Subject = Subject {
        kind: Kind::Municipality,
        scope: Scope::Organisation,
    };

    /// In which wording of its own this level is asked; in the general one where there is none.
    pub fn own_wording(self, level: Level) -> Option<OwnWording> {
        match self.scope {
            // One procurement is asked about alike, whoever buys.
            Scope::Procurement => Some(OwnWording::Procurement),
            Scope::Organisation => OWN_WORDINGS
                .iter()
                .position(|own| *own == (self.kind.id(), level.id()))
                .map(OwnWording::OfKind),
        }
    }

    /// Whether some of it is asked in a wording of its own: those stand in a file that only
    /// some need.
    pub fn has_own_wording(self) -> bool {
        let of_kind = |(kind, _): &(&str, &str)| *kind == self.kind.id();
        self.scope == Scope::Procurement || OWN_WORDINGS.iter().any(of_kind)
    }
}

/// A wording beside the general one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnWording {
    /// That for one procurement.
    Procurement,
    /// That for a level of a kind of organisation: its place in [`OWN_WORDINGS`].
    OfKind(usize),
}

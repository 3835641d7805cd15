//! The instrument as data: which levels, themes, items, steps and answers
//! exist (instrument.md, "Three levels, six themes, eighteen items").

mod ids;
mod tables;

pub use ids::{ITEM_FIELDS, KIND_IDS, LEVEL_IDS, THEME_IDS};
pub use tables::{PerItem, PerLevel, PerTheme};

/// The version of the instrument: which items there are, on which scale. It
/// stands in every link and file. Wording may change within a version.
pub const INSTRUMENT: u8 = 1;

/// Who answers: an anchor must hold at all three.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// The elected body, the board, or the ministry that steers.
    Political,
    /// Top management.
    Executive,
    /// Those who buy, and those who need what is bought.
    Operational,
}

impl Level {
    /// All levels, top down.
    pub const ALL: [Level; 3] = [Level::Political, Level::Executive, Level::Operational];

    /// The stable name, such as `political`.
    pub fn id(self) -> &'static str {
        let [political, executive, operational] = LEVEL_IDS;
        match self {
            Level::Political => political,
            Level::Executive => executive,
            Level::Operational => operational,
        }
    }

    /// The six items of this level, in theme order.
    pub fn items(self) -> [Item; 6] {
        Theme::ALL.map(|theme| Item { level: self, theme })
    }

    /// Position, 0 to 2.
    pub fn index(self) -> usize {
        self as usize
    }
}

/// What is asked about, once at every level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Theme {
    /// The search for new and better solutions is a clear goal.
    Goal,
    /// It hangs together with overall goals and with needs.
    Coherence,
    /// There is an action plan with measures and responsibility.
    Plan,
    /// Goal attainment is measured and reported.
    Measurement,
    /// Trials are allowed, silos are broken.
    Culture,
    /// Cooperation with other buyers and with the market.
    Cooperation,
}

impl Theme {
    /// All themes, in the order of the specification.
    pub const ALL: [Theme; 6] = [
        Theme::Goal,
        Theme::Coherence,
        Theme::Plan,
        Theme::Measurement,
        Theme::Culture,
        Theme::Cooperation,
    ];

    /// The stable name, such as `goal`.
    pub fn id(self) -> &'static str {
        let [goal, coherence, plan, measurement, culture, cooperation] = THEME_IDS;
        match self {
            Theme::Goal => goal,
            Theme::Coherence => coherence,
            Theme::Plan => plan,
            Theme::Measurement => measurement,
            Theme::Culture => culture,
            Theme::Cooperation => cooperation,
        }
    }

    /// Position, 0 to 5.
    pub fn index(self) -> usize {
        self as usize
    }
}

/// One of the eighteen items: a theme at a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Item {
    /// The level at which it is asked.
    pub level: Level,
    /// What it asks about.
    pub theme: Theme,
}

impl Item {
    /// How many items there are.
    pub const COUNT: usize = 18;

    /// The first item of the instrument.
    pub const FIRST: Item = Item {
        level: Level::Political,
        theme: Theme::Goal,
    };

    /// All items, level by level, in theme order.
    pub fn all() -> impl Iterator<Item = Item> {
        Level::ALL.into_iter().flat_map(Level::items)
    }

    /// The stable id, such as `political.goal`.
    pub fn id(self) -> String {
        format!("{}.{}", self.level.id(), self.theme.id())
    }

    /// The item with this id, if there is one.
    pub fn parse(id: &str) -> Option<Item> {
        Item::all().find(|item| item.id() == id)
    }

    /// Position, 0 to 17.
    pub fn index(self) -> usize {
        self.level.index() * Theme::ALL.len() + self.theme.index()
    }

    /// The item after this one, in the order in which they are asked.
    pub fn next(self) -> Option<Item> {
        Item::all().nth(self.index() + 1)
    }

    /// The item before this one.
    pub fn previous(self) -> Option<Item> {
        Item::all().nth(self.index().checked_sub(1)?)
    }
}

/// One of the five steps of an item, 1 to 5. Also used for stages, which are
/// read on the same scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Step(u8);

impl Step {
    /// All five, lowest first.
    pub const ALL: [Step; 5] = [Step(1), Step(2), Step(3), Step(4), Step(5)];
    /// The lowest step.
    pub const LOWEST: Step = Step(1);
    /// The highest step.
    pub const HIGHEST: Step = Step(5);

    /// The step with this number, if it is 1 to 5.
    pub fn new(number: u8) -> Option<Step> {
        (1..=5).contains(&number).then_some(Step(number))
    }

    /// Its number, 1 to 5.
    pub fn number(self) -> u8 {
        self.0
    }

    /// One step up, unless it is the highest.
    pub fn up(self) -> Option<Step> {
        Step::new(self.0 + 1)
    }

    /// One step down, unless it is the lowest.
    pub fn down(self) -> Option<Step> {
        Step::new(self.0 - 1)
    }
}

/// What can be answered to an item. Three things are never mixed up: a number,
/// not knowing, and the item not concerning the organisation. No answer yet is
/// `Option::None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Answer {
    /// A step on the scale.
    Rated(Step),
    /// Out of the mean, but a finding.
    DontKnow,
    /// Out of the mean; needs a reason.
    NotApplicable,
}

impl Answer {
    /// Every possible answer, in the order in which they are offered.
    pub fn all() -> impl Iterator<Item = Answer> {
        Step::ALL
            .into_iter()
            .map(Answer::Rated)
            .chain([Answer::DontKnow, Answer::NotApplicable])
    }

    /// The value of its radio button: `1` to `5`, `dk` or `na`.
    pub fn code(self) -> &'static str {
        match self {
            Answer::Rated(Step(1)) => "1",
            Answer::Rated(Step(2)) => "2",
            Answer::Rated(Step(3)) => "3",
            Answer::Rated(Step(4)) => "4",
            Answer::Rated(Step(_)) => "5",
            Answer::DontKnow => "dk",
            Answer::NotApplicable => "na",
        }
    }

    /// The answer with this code, if there is one.
    pub fn parse(code: &str) -> Option<Answer> {
        Answer::all().find(|answer| answer.code() == code)
    }

    /// The step, when the answer is a number.
    pub fn step(self) -> Option<Step> {
        match self {
            Answer::Rated(step) => Some(step),
            Answer::DontKnow | Answer::NotApplicable => None,
        }
    }
}

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

/// What is assessed (instrument.md, "Scope").
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_level_dot_theme_in_order() {
        let ids: Vec<String> = Item::all().map(Item::id).collect();
        assert_eq!(ids.len(), Item::COUNT);
        assert_eq!(ids.first().map(String::as_str), Some("political.goal"));
        assert_eq!(
            ids.last().map(String::as_str),
            Some("operational.cooperation")
        );
        for (index, item) in Item::all().enumerate() {
            assert_eq!(item.index(), index);
            assert_eq!(Item::parse(&item.id()), Some(item));
        }
    }

    #[test]
    fn ids_and_answers_outside_the_instrument_are_refused() {
        for id in [
            "",
            "political",
            "goal.political",
            "political.goal ",
            "Political.goal",
        ] {
            assert_eq!(Item::parse(id), None, "{id}");
        }
        for code in ["", "0", "6", "3.5", "DK", "1 ", "-1"] {
            assert_eq!(Answer::parse(code), None, "{code}");
        }
        assert_eq!(Step::new(0), None);
        assert_eq!(Step::new(6), None);
        assert_eq!(Kind::parse("kommune"), None);
        assert_eq!(Scope::parse(""), None);
    }

    #[test]
    fn every_answer_has_a_code_of_its_own() {
        let codes: Vec<&str> = Answer::all().map(Answer::code).collect();
        assert_eq!(codes, ["1", "2", "3", "4", "5", "dk", "na"]);
        for answer in Answer::all() {
            assert_eq!(Answer::parse(answer.code()), Some(answer));
        }
    }

    #[test]
    fn next_and_previous_walk_through_all_items_and_stop() {
        let mut seen = vec![Item::FIRST];
        while let Some(next) = seen.last().and_then(|item| item.next()) {
            assert_eq!(next.previous(), seen.last().copied());
            seen.push(next);
        }
        assert_eq!(seen, Item::all().collect::<Vec<_>>());
        assert_eq!(Item::FIRST.previous(), None);
    }
}

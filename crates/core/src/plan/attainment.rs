//! What came of a plan, told by answers and not by what was ticked: from the answers of an earlier
//! assessment to those of a later one of the same organisation. Pure; explained in docs/method.md,
//! "Follow-up".

use super::{Aim, Gone, Measure, Plan, Status};
use crate::assessment::{Assessment, Note};
use crate::catalogue::{Answer, Item, Level, Step, Theme};
use crate::compare::{Comparable, comparable};

/// What became of a sub-goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// The answer stands at the step that was aimed at, or above it.
    Reached,
    /// It has risen, and stands below that step.
    Partly,
    /// It stands where it stood.
    Unmoved,
    /// It has fallen, and stands below the step that was aimed at.
    Fallen,
    /// One of the two answers has no step: don't know, not applicable, not asked, or none.
    Unknown,
}

impl Verdict {
    /// All of them, the best first.
    pub const ALL: [Verdict; 5] = [
        Verdict::Reached,
        Verdict::Partly,
        Verdict::Unmoved,
        Verdict::Fallen,
        Verdict::Unknown,
    ];

    /// The stable name, such as `reached`.
    pub fn id(self) -> &'static str {
        match self {
            Verdict::Reached => "reached",
            Verdict::Partly => "partly",
            Verdict::Unmoved => "unmoved",
            Verdict::Fallen => "fallen",
            Verdict::Unknown => "unknown",
        }
    }

    /// Of an aim, by the step before and the step now.
    fn of(aim: Aim, before: Option<Step>, now: Option<Step>) -> Verdict {
        match before.zip(now) {
            None => Verdict::Unknown,
            Some((_, now)) if now >= aim.to() => Verdict::Reached,
            Some((before, now)) if now > before => Verdict::Partly,
            Some((before, now)) if now == before => Verdict::Unmoved,
            Some(_) => Verdict::Fallen,
        }
    }
}

/// A sub-goal of the earlier plan, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    /// Its measure as it stands now: in the later plan if it went along, else in the earlier one.
    pub measure: Measure,
    /// What was aimed at.
    pub aim: Aim,
    /// What became of it.
    pub verdict: Verdict,
}

impl Goal {
    /// Whether the measure is called done, and the answer neither reached its step nor rose.
    pub fn is_without_effect(&self) -> bool {
        let risen = !matches!(self.verdict, Verdict::Unmoved | Verdict::Fallen);
        self.measure.status == Status::Done && !risen
    }
}

/// An answer that stands elsewhere than before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Of which item.
    pub item: Item,
    /// The step before.
    pub from: Step,
    /// The step now.
    pub to: Step,
}

/// How many sub-goals had which verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Tally([usize; 5]);

impl Tally {
    fn of<'a>(goals: impl Iterator<Item = &'a Goal>) -> Tally {
        let mut tally = Tally::default();
        for goal in goals {
            let [reached, partly, unmoved, fallen, unknown] = &mut tally.0;
            *match goal.verdict {
                Verdict::Reached => reached,
                Verdict::Partly => partly,
                Verdict::Unmoved => unmoved,
                Verdict::Fallen => fallen,
                Verdict::Unknown => unknown,
            } += 1;
        }
        tally
    }

    /// How many had this one.
    pub fn get(&self, verdict: Verdict) -> usize {
        let [reached, partly, unmoved, fallen, unknown] = self.0;
        match verdict {
            Verdict::Reached => reached,
            Verdict::Partly => partly,
            Verdict::Unmoved => unmoved,
            Verdict::Fallen => fallen,
            Verdict::Unknown => unknown,
        }
    }

    /// How many there were.
    pub fn total(&self) -> usize {
        self.0.iter().sum()
    }
}

/// What came of the earlier plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attainment {
    /// Its sub-goals that are items, in the order of these; without what was dropped or taken
    /// away, then or since.
    pub goals: Vec<Goal>,
    /// Answers that rose with no measure that aimed at them.
    pub unplanned: Vec<Moved>,
}

impl Attainment {
    /// All sub-goals.
    pub fn tally(&self) -> Tally {
        Tally::of(self.goals.iter())
    }

    /// Those of each level that has some.
    pub fn by_level(&self) -> Vec<(Level, Tally)> {
        let tally = |level| {
            Tally::of(
                self.goals
                    .iter()
                    .filter(|one| one.aim.item().level == level),
            )
        };
        let all = Level::ALL.into_iter().map(|level| (level, tally(level)));
        all.filter(|(_, tally)| tally.total() > 0).collect()
    }

    /// Those of each theme that has some.
    pub fn by_theme(&self) -> Vec<(Theme, Tally)> {
        let tally = |theme| {
            Tally::of(
                self.goals
                    .iter()
                    .filter(|one| one.aim.item().theme == theme),
            )
        };
        let all = Theme::ALL.into_iter().map(|theme| (theme, tally(theme)));
        all.filter(|(_, tally)| tally.total() > 0).collect()
    }

    /// Those of each who is responsible, by name; those without one last.
    pub fn by_responsible(&self) -> Vec<(Note, Tally)> {
        self.by(|measure| &measure.responsible)
    }

    /// Those of each leadership agreement; without those that stand in none.
    pub fn by_agreement(&self) -> Vec<(Note, Tally)> {
        let mut all = self.by(|measure| &measure.agreement);
        all.retain(|(name, _)| !name.is_empty());
        all
    }

    /// Those with the same text in a field, whatever its letters' case and the spaces around it.
    fn by(&self, field: fn(&Measure) -> &Note) -> Vec<(Note, Tally)> {
        let same = |note: &Note| note.as_str().trim().to_lowercase();
        let mut names: Vec<(String, &Note)> = Vec::new();
        for note in self.goals.iter().map(|one| field(&one.measure)) {
            let name = same(note);
            // Those without a name come last.
            let later = |other: &(String, &Note)| {
                (other.0.is_empty(), &other.0) >= (name.is_empty(), &name)
            };
            let at = names.iter().position(later).unwrap_or(names.len());
            if names.get(at).is_none_or(|(other, _)| *other != name) {
                names.insert(at, (name, note));
            }
        }
        let tally = |name: &String| {
            let of = |one: &&Goal| same(field(&one.measure)) == *name;
            Tally::of(self.goals.iter().filter(of))
        };
        let names = names.into_iter();
        names
            .map(|(name, note)| (note.clone(), tally(&name)))
            .collect()
    }
}

/// The steps of an item, before and now; nothing can be told where the two are about something
/// else (`compare::comparable`).
fn steps(earlier: &Assessment, later: &Assessment) -> impl Fn(Item) -> [Option<Step>; 2] {
    let told = comparable(earlier, later) != Comparable::Nothing;
    let both = [earlier.answers(), later.answers()];
    move |item| {
        let step = |answers: &crate::scoring::Answers| answers.get(item).and_then(Answer::step);
        both.each_ref()
            .map(|answers| step(answers).filter(|_| told))
    }
}

/// Answers that stand higher or lower than before, in the order of the items.
pub fn moved(earlier: &Assessment, later: &Assessment) -> Vec<Moved> {
    let steps = steps(earlier, later);
    let of = |item: Item| match steps(item) {
        [Some(from), Some(to)] if from != to => Some(Moved { item, from, to }),
        _ => None,
    };
    Item::all().filter_map(of).collect()
}

/// A measure of the earlier plan as it stands now; nothing where it was taken away since.
fn as_of_now<'a>(one: &'a Measure, now: &'a Plan) -> Option<&'a Measure> {
    let now = now.get(&one.id).unwrap_or(one);
    (now.gone != Gone::Yes).then_some(now)
}

/// What came of the plan of an earlier assessment, by the answers of a later one. Only what was
/// planned then counts: measures that were added since are for the time to come.
pub fn attainment(earlier: &Assessment, later: &Assessment) -> Attainment {
    let (plan, now) = (Plan::of(&earlier.parts), Plan::of(&later.parts));
    let steps = steps(earlier, later);
    let goal = |one: &Measure| {
        let measure = as_of_now(one, &now).filter(|now| now.status != Status::Dropped)?;
        let aim = one.aim.filter(|_| one.status != Status::Dropped)?;
        let [before, after] = steps(aim.item());
        Some(Goal {
            measure: measure.clone(),
            aim,
            verdict: Verdict::of(aim, before, after),
        })
    };
    let mut goals: Vec<Goal> = Vec::new();
    for one in plan.standing().filter_map(goal) {
        let place = |one: &Goal| (one.aim.item().index(), one.aim.from());
        let at = goals.partition_point(|other| place(other) <= place(&one));
        goals.insert(at, one);
    }
    let aimed = |item: Item| goals.iter().any(|one| one.aim.item() == item);
    let rises = moved(earlier, later).into_iter();
    let unplanned = rises.filter(|one| one.to > one.from && !aimed(one.item));
    Attainment {
        unplanned: unplanned.collect(),
        goals,
    }
}

/// Measures that are done: of this plan and, where there was an earlier one, those that were
/// called done there and did not go along.
pub fn done(earlier: Option<&Assessment>, later: &Assessment) -> Vec<Measure> {
    let now = Plan::of(&later.parts);
    let before = earlier.map(|one| Plan::of(&one.parts)).unwrap_or_default();
    let before = before.standing().filter(|one| now.get(&one.id).is_none());
    let all = now.standing().chain(before);
    all.filter(|one| one.status == Status::Done)
        .cloned()
        .collect()
}

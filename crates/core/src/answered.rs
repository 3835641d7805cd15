//! What somebody answered herself, beside a result that was shared with her: found among what is
//! kept in her own browser. The result tells nothing of who replied, so the reader is asked
//! wherever it and the invitation do not both say the same name.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::assessment::{Assessment, Medians, Name};
use crate::catalogue::{Answer, Item, Level, PerTheme};
use crate::day::Day;
use crate::link::invitation;
use crate::panel::{Invited, Round, Tag};

/// How surely an invitation belongs to a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// Both say the same name.
    Named,
    /// One of them says none.
    Possible,
}

/// What was answered to an invitation, in all its rounds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// How surely it belongs to the result.
    pub fit: Fit,
    /// The day of the last answer.
    pub day: Day,
    /// The level that was asked.
    pub level: Level,
    /// What was answered to each item of the level, in the latest round that has an answer.
    pub answers: PerTheme<Option<Answer>>,
}

/// A reply to one round of an invitation.
struct Replied<'a> {
    round: Round,
    reply: &'a Assessment,
    fit: Fit,
}

/// What was answered here, and sent, to invitations that may belong to a result with medians: the
/// surest first, of these the latest.
pub fn answered<'a>(
    result: &Assessment,
    kept: impl Iterator<Item = &'a Assessment>,
) -> Vec<Answered> {
    let mut rounds: BTreeMap<(Tag, Level), Vec<Replied>> = BTreeMap::new();
    for (asked, one) in kept.filter_map(|reply| of(result, reply)) {
        rounds.entry(asked).or_default().push(one);
    }
    let all = rounds.into_iter();
    let all = all.filter_map(|((_, level), rounds)| together(level, rounds));
    let mut all: Vec<Answered> = all.collect();
    all.sort_by_key(|one| (one.fit, Reverse(one.day)));
    all
}

/// All rounds of one invitation as one.
fn together(level: Level, mut rounds: Vec<Replied>) -> Option<Answered> {
    rounds.sort_by_key(|one| Reverse(one.round));
    let latest = |theme| {
        let item = Item { level, theme };
        let mut told = rounds.iter().map(|one| one.reply.entries.get(item).answer);
        told.find_map(|answer| answer)
    };
    Some(Answered {
        fit: rounds.iter().map(|one| one.fit).min()?,
        day: rounds.iter().map(|one| one.reply.date).max()?,
        level,
        answers: PerTheme::from_fn(latest),
    })
}

/// What an assessment that is kept here replied, if it is a reply that may belong to the result.
fn of<'a>(result: &Assessment, reply: &'a Assessment) -> Option<((Tag, Level), Replied<'a>)> {
    let level = reply.variant.asked()?.level();
    Medians::of(&result.parts).0.get(level).as_ref()?;
    let same = (reply.kind, reply.scope) == (result.kind, result.scope);
    let invited = Invited::of(&reply.parts).filter(|one| one.sending.is_some() && !one.meeting)?;
    let names = [
        same_name(&reply.name, &result.name)?,
        same_name(&reply.procurement, &result.procurement)?,
    ];
    let fit = names.into_iter().min()?;
    let asked = invitation::decode(&invited.link).ok().filter(|_| same)?;
    let round = asked.round;
    Some(((asked.tag, level), Replied { round, reply, fit }))
}

/// Whether two names are of the same; none where they are of different ones.
fn same_name(one: &Name, other: &Name) -> Option<Fit> {
    let [a, b] = [one, other].map(|name| name.as_str().trim().to_lowercase());
    match (a.is_empty() || b.is_empty(), a == b) {
        (true, _) => Some(Fit::Possible),
        (false, true) => Some(Fit::Named),
        (false, false) => None,
    }
}

#[cfg(test)]
#[path = "answered_tests.rs"]
mod tests;

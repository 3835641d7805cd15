//! What becomes of a reply, told before it is taken in.

use std::collections::BTreeMap;

use super::rounds::Settings;
use super::{Replies, Reply, Respondent, Round, Sent, Tag};
use crate::assessment::Parts;
use crate::catalogue::Level;

/// How a reply stands to those that are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Nobody has replied so yet.
    New,
    /// It comes in the place of an earlier one of this respondent.
    Replaces,
    /// It is here already.
    Same,
    /// It was here, and was taken out.
    WasOut,
    /// A later one of this respondent is here, or comes with it: it changes nothing.
    Older,
    /// Nothing of its level is answered in it.
    Empty,
    /// It belongs to another assessment.
    Elsewhere,
    /// It is of a round, or for a level, that was not asked here.
    NotAsked,
}

impl Verdict {
    /// Whether it is taken in.
    pub fn comes_in(self) -> bool {
        matches!(self, Verdict::New | Verdict::Replaces | Verdict::Older)
    }
}

/// How a reply stands, and what is to be said besides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judged {
    /// How it stands.
    pub verdict: Verdict,
    /// Whether it was sent after the last day: it counts all the same.
    pub is_late: bool,
    /// Whether a later round has begun since: it counts for its own.
    pub is_of_earlier_round: bool,
}

const DAY: i64 = 86_400_000;

/// Of whom, for which level, in which round: of several the last one counts.
type Whose = (Respondent, usize, Round);

fn whose(reply: &Reply) -> Whose {
    (reply.respondent, reply.level.index(), reply.round)
}

/// How replies stand to the replies and rounds of an assessment, in their order. Of those that
/// come together the last of each respondent counts, wherever it stands among them.
pub fn judge(found: &[(String, Reply)], tag: Tag, parts: &Parts, replies: &Replies) -> Vec<Judged> {
    let rounds = Rounds::of(parts);
    let mut kept: BTreeMap<Whose, (u8, Sent)> = BTreeMap::new();
    let later = |last: &mut BTreeMap<Whose, (u8, Sent)>, reply: &Reply| {
        let order = last.entry(whose(reply)).or_insert(reply.order());
        *order = (*order).max(reply.order());
    };
    for row in replies.all() {
        later(&mut kept, &row.reply);
    }
    let first = found.iter().map(|(link, reply)| {
        let before = kept.get(&whose(reply));
        stands(reply, link, tag, &rounds, replies, before)
    });
    let first: Vec<Verdict> = first.collect();
    let mut coming = BTreeMap::new();
    for ((_, reply), verdict) in found.iter().zip(&first) {
        if verdict.comes_in() {
            later(&mut coming, reply);
        }
    }
    let last = |reply: &Reply| coming.get(&whose(reply)) == Some(&reply.order());
    found
        .iter()
        .zip(first)
        .map(|((_, reply), verdict)| Judged {
            verdict: match verdict {
                verdict if verdict.comes_in() && !last(reply) => Verdict::Older,
                other => other,
            },
            is_late: rounds.is_late(reply),
            is_of_earlier_round: rounds.latest() > Some(reply.round),
        })
        .collect()
}

fn stands(
    reply: &Reply,
    link: &str,
    tag: Tag,
    rounds: &Rounds,
    replies: &Replies,
    before: Option<&(u8, Sent)>,
) -> Verdict {
    if reply.tag != tag {
        return Verdict::Elsewhere;
    }
    match replies.find(link) {
        Some(row) if row.out.is_some() => return Verdict::WasOut,
        Some(_) => return Verdict::Same,
        None if reply.answered() == 0 => return Verdict::Empty,
        None if !rounds.asks(reply.round, reply.level) => return Verdict::NotAsked,
        None => {}
    }
    match before {
        None => Verdict::New,
        Some(other) if *other > reply.order() => Verdict::Older,
        Some(_) => Verdict::Replaces,
    }
}

/// The rounds that were begun.
struct Rounds(Vec<Settings>);

impl Rounds {
    fn of(parts: &Parts) -> Rounds {
        let numbers = Round::FIRST.number()..=Round::LAST.number();
        let rounds = numbers.filter_map(Round::new);
        Rounds(
            rounds
                .filter_map(|round| Settings::of(parts, round))
                .collect(),
        )
    }

    fn round(&self, round: Round) -> Option<&Settings> {
        self.0.iter().find(|one| one.round == round)
    }

    fn latest(&self) -> Option<Round> {
        self.0.last().map(|one| one.round)
    }

    fn asks(&self, round: Round, level: Level) -> bool {
        let asked = self.round(round);
        asked.is_some_and(|round| round.levels.get(level).is_some())
    }

    fn is_late(&self, reply: &Reply) -> bool {
        let last = self.round(reply.round).and_then(|round| round.last);
        // The day after it, where it ends last on earth: nobody is late by a time zone.
        let end = last.map(|last| DAY * (10_957 + i64::from(last.number()) + 1) + DAY / 2);
        end.is_some_and(|end| reply.sent.ms() > end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::address::Id;
    use crate::assessment::{Assessment, Entry};
    use crate::catalogue::{Answer, Item, Kind, PerItem, PerLevel, Scope};
    use crate::day::Day;
    use crate::panel::rounds::{Field, next_round, setting};
    use crate::panel::{Deed, Themes, deed};

    fn ours() -> Tag {
        Tag::of(&Id::from_bytes([1; 10]))
    }

    /// The coordinator asks the political level, until 2026-12-01.
    fn parts() -> Parts {
        let day = Day::parse_iso("2026-11-20").unwrap();
        let mut of = Assessment::blank(Kind::County, Scope::Organisation, day);
        let political = |level| (level == Level::Political).then_some(Themes::ALL);
        let (round, mut deed) = next_round(&of.parts, &PerLevel::from_fn(political), day).unwrap();
        deed.extend(setting(round, Field::Last, "2026-12-01"));
        deed.iter().for_each(|action| of.take_in(action, day));
        of.parts
    }

    fn reply(
        tag: Tag,
        round: u8,
        level: Level,
        who: u8,
        number: u8,
        sent: &str,
    ) -> (String, Reply) {
        let entries = PerItem::from_fn(|_: Item| Entry {
            answer: Answer::parse("3"),
            ..Entry::default()
        });
        let day = i64::from(Day::parse_iso(sent).unwrap().number()) + 10_957;
        let reply = Reply::new(
            (tag, Round::new(round).unwrap(), level),
            (
                Respondent::from_bytes([who; 5]),
                number,
                Sent::at(day * DAY + DAY / 2),
            ),
            &entries,
        );
        let link = crate::link::reply::encode(&reply).unwrap();
        (link, reply)
    }

    fn one(who: u8, number: u8) -> (String, Reply) {
        reply(ours(), 1, Level::Political, who, number, "2026-11-28")
    }

    /// It says only what another level looks like from there.
    fn empty() -> (String, Reply) {
        let (_, full) = one(8, 1);
        let entries = PerItem::from_fn(|item: Item| Entry {
            answer: full.answer(item).filter(|_| item.level != Level::Political),
            ..Entry::default()
        });
        let reply = Reply::new(
            (ours(), Round::FIRST, Level::Political),
            (full.respondent, 1, full.sent),
            &entries,
        );
        (crate::link::reply::encode(&reply).unwrap(), reply)
    }

    fn kept() -> Replies {
        let deed = Deed::TakeIn(vec![one(1, 2), one(2, 1)]);
        let none = Replies::default();
        deed::done(&none, ours(), &deed, 7).unwrap().of(&none)
    }

    #[test]
    fn every_reply_has_its_verdict() {
        let deed = Deed::Out(vec![one(2, 1).0]);
        let replies = deed::done(&kept(), ours(), &deed, 9).unwrap().of(&kept());
        let elsewhere = Tag::of(&Id::from_bytes([9; 10]));
        let (parts, day) = (parts(), "2026-11-28");
        let of = |tag, round, level| reply(tag, round, level, 3, 1, day);
        for (given, verdict) in [
            (one(3, 1), Verdict::New),
            (one(1, 3), Verdict::Replaces),
            (one(1, 2), Verdict::Same),
            (one(1, 1), Verdict::Older),
            (one(2, 1), Verdict::WasOut),
            (empty(), Verdict::Empty),
            (of(elsewhere, 1, Level::Political), Verdict::Elsewhere),
            (of(ours(), 2, Level::Political), Verdict::NotAsked),
            (of(ours(), 1, Level::Executive), Verdict::NotAsked),
        ] {
            let [judged] = judge(std::slice::from_ref(&given), ours(), &parts, &replies)[..] else {
                panic!("each has one");
            };
            assert_eq!(judged.verdict, verdict, "{given:?}");
            assert!(!judged.is_late && !judged.is_of_earlier_round);
        }
        for (sent, is_late) in [
            ("2026-12-01", false),
            ("2026-12-02", false),
            ("2026-12-03", true),
        ] {
            let given = reply(ours(), 1, Level::Political, 3, 1, sent);
            let judged = judge(&[given], ours(), &parts, &replies);
            assert_eq!(
                judged,
                [Judged {
                    verdict: Verdict::New,
                    is_late,
                    is_of_earlier_round: false
                }]
            );
        }
    }

    #[test]
    fn of_several_that_come_together_the_last_counts_in_any_order() {
        use Verdict::{New, Older, Replaces, Same};
        let parts = parts();
        let come = [
            (one(1, 4), Replaces),
            (one(1, 3), Older),
            (one(1, 2), Same),
            (one(5, 1), Older),
            (one(5, 2), New),
        ];
        for turn in 0..come.len() {
            let mut come = come.clone();
            come.rotate_left(turn);
            let (found, verdicts): (Vec<_>, Vec<_>) = come.into_iter().unzip();
            let judged = judge(&found, ours(), &parts, &kept());
            let judged: Vec<Verdict> = judged.into_iter().map(|one| one.verdict).collect();
            assert_eq!(judged, verdicts);
        }
    }

    #[test]
    fn a_reply_to_an_earlier_round_is_told_as_one() {
        let mut of = Assessment::blank(Kind::County, Scope::Organisation, Day::default());
        of.parts = parts();
        let all = PerLevel::from_fn(|_| Some(Themes::ALL));
        let (_, deed) = next_round(&of.parts, &all, Day::default()).unwrap();
        deed.iter().for_each(|one| of.take_in(one, Day::default()));
        for (round, earlier) in [(1, true), (2, false)] {
            let given = reply(ours(), round, Level::Political, 3, 1, "2026-11-28");
            let judged = judge(&[given], ours(), &of.parts, &kept());
            assert_eq!(judged.len(), 1);
            let one = judged.first().unwrap();
            assert_eq!(
                (one.verdict, one.is_of_earlier_round),
                (Verdict::New, earlier)
            );
        }
    }
}

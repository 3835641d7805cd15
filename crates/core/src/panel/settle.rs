//! How replies become the answers of a level (docs/method.md, "Several respondents").

use super::{Replies, Respondent, Round, Row};
use crate::assessment::{LevelMedians, Medians};
use crate::catalogue::{Answer, Item, Level, PerLevel, PerTheme};

/// Of each respondent the reply that counts, for a level in a round: the last that was sent,
/// unless it was taken out. In an order that does not depend on when they came.
pub fn counting(replies: &Replies, level: Level, round: Round) -> Vec<&Row> {
    let mut last: Vec<&Row> = Vec::new();
    let asked = replies.all().iter();
    let asked = asked.filter(|row| (row.reply.level, row.reply.round) == (level, round));
    for row in asked.filter(|row| row.reply.answered() > 0) {
        let who = |other: &&Row| other.reply.respondent;
        match last.binary_search_by_key(&row.reply.respondent, who) {
            // Of equals the one with the later link: any rule will do that is the same everywhere.
            Ok(at) => {
                if let Some(other) = last.get_mut(at)
                    && other.reply.order() <= row.reply.order()
                {
                    *other = row;
                }
            }
            Err(at) => last.insert(at, row),
        }
    }
    last.retain(|row| row.out.is_none());
    last
}

/// The respondents who count, for a level in a round.
pub fn respondents(replies: &Replies, level: Level, round: Round) -> Vec<Respondent> {
    let counting = counting(replies, level, round).into_iter();
    counting.map(|row| row.reply.respondent).collect()
}

/// The median of answers to one item: of the steps, where anybody gave one; else don't know or
/// not applicable, whichever is more frequent, and don't know of equals; none where nobody
/// answered.
pub fn median(answers: impl Iterator<Item = Answer>) -> Option<Answer> {
    let (mut counts, mut dont_know, mut not_applicable) = ([0usize; 5], 0usize, 0usize);
    for answer in answers {
        match answer {
            Answer::Rated(step) | Answer::Between(step) => {
                let place = usize::from(step.number()) - 1;
                if let Some(count) = counts.get_mut(place) {
                    *count += 1;
                }
            }
            Answer::DontKnow => dont_know += 1,
            Answer::NotApplicable => not_applicable += 1,
        }
    }
    let rated: usize = counts.iter().sum();
    if rated == 0 {
        return match (dont_know, not_applicable) {
            (0, 0) => None,
            (dont_know, not_applicable) if dont_know >= not_applicable => Some(Answer::DontKnow),
            _ => Some(Answer::NotApplicable),
        };
    }
    // The step of the one in this place, were they sorted.
    let at = |place: usize| {
        let mut before = 0;
        let upto = counts.iter().position(|count| {
            before += count;
            place < before
        });
        upto.map_or(5, |place| place + 1)
    };
    let both = at((rated - 1) / 2) + at(rated / 2);
    Answer::of_halves(u8::try_from(both).unwrap_or(10))
}

/// The medians of a level in one round, and how many count; none where nobody replied.
pub fn of_round(replies: &Replies, level: Level, round: Round) -> Option<LevelMedians> {
    let rows = counting(replies, level, round);
    let count = u16::try_from(rows.len()).unwrap_or(u16::MAX);
    (count > 0).then(|| LevelMedians {
        replies: count,
        answers: PerTheme::from_fn(|theme| {
            let item = Item { level, theme };
            median(rows.iter().filter_map(|row| row.reply.answer(item)))
        }),
    })
}

/// The answers of all levels that have replies. Of an item the latest round counts in which
/// anybody answered it; the number is that of the latest round.
pub fn settle(replies: &Replies) -> Medians {
    let rounds = (Round::FIRST.number()..=Round::LAST.number()).rev();
    let rounds: Vec<Round> = rounds.filter_map(Round::new).collect();
    Medians(PerLevel::from_fn(|level| {
        let found = rounds.iter();
        let found = found.filter_map(|round| of_round(replies, level, *round));
        found.reduce(|later, earlier| LevelMedians {
            replies: later.replies,
            answers: PerTheme::from_fn(|theme| {
                later.answers.get(theme).or(*earlier.answers.get(theme))
            }),
        })
    }))
}

/// The same for an assessment in which these medians stand: a level that none of these rows was
/// ever a reply to keeps what it came with. A copy, and a result that was kept from a link, have
/// medians and no replies.
pub fn settle_over<'a>(
    replies: &Replies,
    ever: impl Iterator<Item = &'a Row> + Clone,
    stand: &Medians,
) -> Medians {
    let found = settle(replies);
    Medians(PerLevel::from_fn(|level| {
        match ever.clone().any(|row| row.reply.level == level) {
            true => *found.0.get(level),
            false => *stand.0.get(level),
        }
    }))
}

//! What of replies may be shown. A *showing* makes the replies that count then the set that is
//! shown, until the next. Nothing hidden follows from what was shown: all replies that were ever
//! shown or left out together are an *atom*, and whatever is added up or taken away of the sets
//! that were shown is a sum of atoms. So each atom has three replies or more, or none.

use super::settle::{counting, median};
use super::{Replies, Round, Row};
use crate::assessment::Note;
use crate::catalogue::{Answer, Item, Level, PerTheme, Step, Theme};
use crate::numbers::Ratio;

/// Fewer replies are never shown but as a median.
pub const FEWEST: usize = 3;
/// Beyond this mean distance from the median people disagree: four fifths of a step.
const DISAGREE: (u32, u32) = (4, 5);
/// So far apart, in steps, two of them alone disagree.
const APART: u8 = 3;

/// Why nothing else can be shown now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wait {
    /// So many replies are missing.
    Missing(usize),
    /// What is shown is what counts.
    Same,
    /// Too few have come, were changed or were taken out since for them not to be recognised.
    FewChanged,
}

/// What a showing writes to a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The row: the link of its reply.
    pub link: String,
    /// In which showing it entered.
    pub from: Option<u16>,
    /// In which it left.
    pub to: Option<u16>,
}

fn of(replies: &Replies, level: Level, round: Round) -> impl Iterator<Item = &Row> {
    let all = replies.all().iter();
    all.filter(move |row| (row.reply.level, row.reply.round) == (level, round))
}

fn is_shown(row: &Row) -> bool {
    row.from.is_some() && row.to.is_none()
}

/// Shows the replies that count now, for a level in a round: what is to be written.
///
/// # Errors
/// [`Wait`]: nothing is written, and what was shown stays.
pub fn show(replies: &Replies, level: Level, round: Round) -> Result<Vec<Mark>, Wait> {
    let ever = of(replies, level, round).flat_map(|row| [row.from, row.to]);
    let number = ever.flatten().max().unwrap_or(0).saturating_add(1);
    // What was shown and left does not come again.
    let counting = counting(replies, level, round).into_iter();
    let counting: Vec<&Row> = counting.filter(|row| row.to.is_none()).collect();
    if counting.len() < FEWEST {
        return Err(Wait::Missing(FEWEST - counting.len()));
    }
    let counts = |row: &&Row| counting.iter().any(|other| other.link == row.link);
    let shown = of(replies, level, round).filter(|row| is_shown(row));
    let (staying, leaving): (Vec<&Row>, Vec<&Row>) = shown.partition(counts);
    let entering: Vec<&Row> = counting
        .iter()
        .filter(|row| !is_shown(row))
        .copied()
        .collect();
    if entering.is_empty() && leaving.is_empty() {
        return Err(Wait::Same);
    }
    let whole = |rows: &[&Row]| {
        rows.iter().all(|row| {
            let alike = rows.iter().filter(|other| other.from == row.from);
            alike.count() >= FEWEST
        })
    };
    if !whole(&entering) || !whole(&leaving) || !whole(&staying) {
        return Err(Wait::FewChanged);
    }
    let enter = entering.iter().map(|row| Mark {
        link: row.link.clone(),
        from: Some(number),
        to: None,
    });
    let leave = leaving.iter().map(|row| Mark {
        link: row.link.clone(),
        from: row.from,
        to: Some(number),
    });
    Ok(enter.chain(leave).collect())
}

/// How one item was answered by those who are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Strip {
    /// How many chose each step.
    pub counts: [usize; 5],
    /// How many answered don't know.
    pub dont_know: usize,
    /// How many answered not applicable.
    pub not_applicable: usize,
    /// The median.
    pub median: Option<Answer>,
    /// The mean distance from the median, in steps, where anybody chose a step.
    pub distance: Option<Ratio>,
    /// From the lowest step to the highest, in steps.
    pub range: u8,
}

impl Strip {
    /// Of these answers.
    pub fn of(answers: impl Iterator<Item = Answer> + Clone) -> Strip {
        let steps = answers.clone().filter_map(Answer::step);
        let count = |step: Step| steps.clone().filter(|one| *one == step).count();
        let (lowest, highest) = (steps.clone().min(), steps.clone().max());
        let median = median(answers.clone());
        let middle = median.and_then(Answer::halves);
        let away = |step: Step| middle.map_or(0, |middle| (step.number() * 2).abs_diff(middle));
        let total: u32 = steps.clone().map(|step| u32::from(away(step))).sum();
        let rated = u32::try_from(steps.clone().count()).unwrap_or(u32::MAX / 2);
        let other = |one: Answer| answers.clone().filter(|answer| *answer == one).count();
        Strip {
            counts: Step::ALL.map(count),
            dont_know: other(Answer::DontKnow),
            not_applicable: other(Answer::NotApplicable),
            median,
            distance: Ratio::new(total, rated * 2),
            range: match (lowest, highest) {
                (Some(lowest), Some(highest)) => highest.number() - lowest.number(),
                _ => 0,
            },
        }
    }

    /// How many chose a step.
    pub fn rated(&self) -> usize {
        self.counts.iter().sum()
    }

    /// Whether those who answered disagree, so that it is to be talked about.
    pub fn is_disputed(&self) -> bool {
        let (numerator, denominator) = DISAGREE;
        let bar = Ratio::new(numerator, denominator);
        self.distance > bar || self.range >= APART
    }
}

/// What is shown of a level in a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// How many replies it is of, three or more.
    pub replies: usize,
    /// Each item of the level.
    pub items: PerTheme<Strip>,
    /// What was written to an item, in an order that tells nothing.
    pub comments: Vec<(Item, Note)>,
    /// How many replies have come, were changed or were taken out since.
    pub since: usize,
}

/// What is shown; nothing before the first showing.
pub fn shown(replies: &Replies, level: Level, round: Round) -> Option<Shown> {
    let rows: Vec<&Row> = of(replies, level, round)
        .filter(|row| is_shown(row))
        .collect();
    if rows.len() < FEWEST {
        return None;
    }
    let counting = counting(replies, level, round);
    let new = counting.iter().filter(|row| !is_shown(row)).count();
    let counts = |row: &&&Row| counting.iter().any(|other| other.link == row.link);
    let gone = rows.iter().filter(|row| !counts(row)).count();
    let mut comments: Vec<(Item, Note)> = Vec::new();
    for item in level.items() {
        let written = rows.iter().map(|row| &row.reply.entry(item).comment);
        let mut written: Vec<&Note> = written.filter(|note| !note.is_empty()).collect();
        written.sort_by(|a, b| a.as_str().cmp(b.as_str()));
        comments.extend(written.into_iter().map(|note| (item, note.clone())));
    }
    Some(Shown {
        replies: rows.len(),
        items: PerTheme::from_fn(|theme| {
            let item = Item { level, theme };
            Strip::of(rows.iter().filter_map(|row| row.reply.answer(item)))
        }),
        comments,
        since: new.max(gone),
    })
}

/// How those who answer for one level see another, in a round: an item's median where three or
/// more of those who are shown chose a step.
pub fn seen(
    replies: &Replies,
    from: Level,
    of_level: Level,
    round: Round,
) -> PerTheme<Option<Answer>> {
    let rows: Vec<&Row> = of(replies, from, round)
        .filter(|row| is_shown(row))
        .collect();
    PerTheme::from_fn(|theme| {
        let item = Item {
            level: of_level,
            theme,
        };
        let strip = Strip::of(rows.iter().filter_map(|row| row.reply.answer(item)));
        strip.median.filter(|_| strip.rated() >= FEWEST)
    })
}

/// The items of a level to talk about, most disagreement first.
pub fn agenda(shown: &Shown, level: Level) -> Vec<(Item, Strip)> {
    let mut found: Vec<(Item, Strip)> = Vec::new();
    for theme in Theme::ALL {
        let strip = *shown.items.get(theme);
        if strip.is_disputed() {
            // The stronger come first; of equals the one that is asked first.
            let weaker = |(_, other): &(Item, Strip)| {
                (other.distance, other.range) < (strip.distance, strip.range)
            };
            let at = found.iter().position(weaker).unwrap_or(found.len());
            found.insert(at, (Item { level, theme }, strip));
        }
    }
    found
}

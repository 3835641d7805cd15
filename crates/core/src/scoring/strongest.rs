//! Which themes stand out at the top.

use super::answers::Answers;
use super::themes::ThemeOutcome;
use crate::catalogue::{Answer, Item, Level, PerTheme, Theme};
use crate::numbers::Ratio;

/// So many themes at most stand out; where more are alike, none does.
const AT_MOST: usize = 3;

/// The themes with the highest mean, and that mean. Only those count that are rated at every
/// level: what nobody knows of a level is no strength. None where no theme stands out.
pub fn strongest(
    answers: &Answers,
    themes: &PerTheme<ThemeOutcome>,
) -> Option<(Vec<Theme>, Ratio)> {
    let rated = |theme: Theme, level: Level| {
        let answer = *answers.get(Item { level, theme });
        answer.and_then(Answer::step).is_some()
    };
    let whole = |theme: Theme| Level::ALL.into_iter().all(|level| rated(theme, level));
    let means: Vec<(Theme, Ratio)> = themes
        .iter()
        .filter(|(theme, _)| whole(*theme))
        .filter_map(|(theme, found)| Some((theme, found.mean?)))
        .collect();
    let highest = means.iter().map(|(_, mean)| *mean).max()?;
    let best = means.iter().filter(|(_, mean)| *mean == highest);
    let best: Vec<Theme> = best.map(|(theme, _)| *theme).collect();
    (best.len() <= AT_MOST && best.len() < means.len()).then_some((best, highest))
}

#[cfg(test)]
mod tests {
    use super::super::score;
    use super::super::tests::answers;
    use super::*;

    #[test]
    fn the_themes_that_stand_out_are_rated_at_every_level() {
        use Theme::{Cooperation, Culture, Goal};
        for (given, expected) in [
            (
                "4,3,3,3,3,3/4,3,3,3,3,3/4,3,3,3,3,3",
                Some((vec![Goal], "4.0")),
            ),
            (
                "3,3,3,3,4,4/3,3,3,3,3,3/3,3,3,3,3,3",
                Some((vec![Culture, Cooperation], "3.3")),
            ),
            // The highest mean is of two levels only.
            (
                "5,3,3,3,3,4/5,3,3,3,3,3/dk,3,3,3,3,3",
                Some((vec![Cooperation], "3.3")),
            ),
            // All alike, or four of six: none stands out.
            ("3,3,3,3,3,3/3,3,3,3,3,3/3,3,3,3,3,3", None),
            ("4,4,4,4,3,3/3,3,3,3,3,3/3,3,3,3,3,3", None),
            ("-,-,-,-,-,-/3,3,3,3,3,3/3,3,3,3,3,3", None),
        ] {
            let given = answers(given);
            let found = strongest(&given, &score(&given).themes);
            let found = found.map(|(themes, mean)| (themes, mean.plain()));
            let expected = expected.map(|(themes, mean)| (themes, mean.to_owned()));
            assert_eq!(found, expected);
        }
    }
}

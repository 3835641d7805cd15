//! A line over time: the stages of one level, or of the whole chain, from assessment to
//! assessment. Each has a drawing of its own, named beside it, so that lines never lie on each
//! other and nothing is told by colour.

use crate::catalogue::Step;

/// How wide a drawing is, in units of its own.
pub const WIDTH: i32 = 240;
/// How high.
pub const HEIGHT: i32 = 112;
/// How far the first and the last point stand from the sides.
const SIDE: i32 = 18;
/// Where the highest step stands.
const TOP: i32 = 22;
/// How far steps stand from each other.
const RISE: i32 = 20;

/// A stage in the drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// From the left.
    pub x: i32,
    /// From the top.
    pub y: i32,
    /// Which stage.
    pub stage: Step,
}

/// How far from the top a stage stands.
pub fn height_of(stage: Step) -> i32 {
    TOP + RISE * (5 - i32::from(stage.number()))
}

/// Where the stages stand, side by side in equal distances, whatever time lies between; none where
/// a level was not scored.
pub fn points(stages: &[Option<Step>]) -> Vec<Option<Point>> {
    let gaps = i32::try_from(stages.len()).unwrap_or(i32::MAX).max(2) - 1;
    let place = |n: usize| {
        let n = i32::try_from(n).unwrap_or(i32::MAX);
        SIDE + (WIDTH - 2 * SIDE).saturating_mul(n) / gaps
    };
    let stages = stages.iter().enumerate();
    stages
        .map(|(n, stage)| {
            let (x, stage) = (place(n), (*stage)?);
            let y = height_of(stage);
            Some(Point { x, y, stage })
        })
        .collect()
}

/// The lines between neighbours that both have a stage: where one has none, there is a gap.
pub fn lines(points: &[Option<Point>]) -> Vec<(Point, Point)> {
    let pairs = points.windows(2);
    pairs
        .filter_map(|pair| match pair {
            [Some(from), Some(to)] => Some((*from, *to)),
            _ => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stages(numbers: &[u8]) -> Vec<Option<Step>> {
        numbers.iter().map(|number| Step::new(*number)).collect()
    }

    #[test]
    fn points_stand_inside_and_higher_stages_higher() {
        for count in 1..400 {
            let all: Vec<u8> = (0..count).map(|n| 1 + (n % 5) as u8).collect();
            let found = points(&stages(&all));
            assert_eq!(found.len(), count);
            let inside = |one: &Point| {
                (SIDE..=WIDTH - SIDE).contains(&one.x) && (TOP..HEIGHT).contains(&one.y)
            };
            assert!(found.iter().flatten().all(inside), "{count}");
            assert!(
                found.is_sorted_by_key(|one| one.map(|one| one.x)),
                "{count}"
            );
        }
        let [low, high] = [1, 5].map(|n| height_of(Step::new(n).unwrap()));
        assert!(low > high);
    }

    #[test]
    fn the_first_stands_left_and_the_last_right() {
        let found = points(&stages(&[2, 0, 4]));
        assert_eq!(found[0].map(|one| one.x), Some(SIDE));
        assert_eq!(found[1], None);
        assert_eq!(found[2].map(|one| one.x), Some(WIDTH - SIDE));
        assert_eq!(points(&[]), []);
    }

    #[test]
    fn where_a_level_was_not_scored_there_is_a_gap() {
        let count = |numbers: &[u8]| lines(&points(&stages(numbers))).len();
        for (numbers, expected) in [
            (&[][..], 0),
            (&[3], 0),
            (&[2, 3], 1),
            (&[2, 0, 3], 0),
            (&[2, 2, 0, 3, 4, 5], 3),
        ] {
            assert_eq!(count(numbers), expected, "{numbers:?}");
        }
    }
}

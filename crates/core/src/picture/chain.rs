//! The one picture: three links that hang in one another, and beside each a ruler from 1 to 5.
//! How a link is drawn tells its stage, in greyscale too. Page, paper, slide, preview and logo
//! draw what is worked out here; the colours are theirs.

use crate::catalogue::Step;

/// What a stroke is drawn in: each surface has its own colours for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// The colour of what lies behind: the gap where links cross.
    Ground,
    /// A link that has a stage, what of a ruler is reached, and the stage itself.
    Link,
    /// A link that is not scored, and what of a ruler is not reached.
    Faint,
    /// The range that "don't know" leaves.
    Band,
    /// The target's flag.
    Flag,
}

impl Ink {
    /// Its stable name, such as `link`.
    pub fn id(self) -> &'static str {
        match self {
            Ink::Ground => "ground",
            Ink::Link => "link",
            Ink::Faint => "faint",
            Ink::Band => "band",
            Ink::Flag => "flag",
        }
    }
}

/// A part of the drawing: a line of some width, or a form that is filled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stroke {
    /// What it is drawn in.
    pub ink: Ink,
    /// The path, as SVG has it.
    pub path: String,
    /// How the line is drawn; none: the form is filled.
    pub line: Option<Line>,
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its width.
    pub width: u32,
    /// Whether it is broken.
    pub dashes: Dashes,
}

/// Whether a line is broken. Lengths fit into half of a link, so that both halves meet in the
/// middle of a dash or a dot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dashes {
    /// Not broken.
    Solid,
    /// Dashes with straight ends.
    Dashed,
    /// Round dots.
    Dotted,
}

impl Dashes {
    /// SVG's `stroke-dasharray`, `stroke-dashoffset` and `stroke-linecap`; none where it is solid.
    pub fn attributes(self) -> Option<[&'static str; 3]> {
        match self {
            Dashes::Solid => None,
            Dashes::Dashed => Some(["20.09 12", "8.04", "butt"]),
            Dashes::Dotted => Some(["0 16.04", "-2", "round"]),
        }
    }
}

/// Width of the drawing of the links.
pub const WIDTH: u32 = 92;
/// Height of the drawing of the links.
pub const HEIGHT: u32 = 432;
/// From one link to the next.
pub const PITCH: u32 = 124;
/// Where the middle of the first link lies.
pub const MIDDLE: u32 = 92;

/// The middle of the drawing, from left to right.
const AXIS: u32 = WIDTH / 2;
/// Where the first link begins.
const TOP: u32 = MIDDLE - 78;
/// How much wider than the line the gap is where links cross.
const GAP: u32 = 11;

#[derive(Clone, Copy)]
enum Side {
    Left,
    Right,
}

/// How long the straight part of a link is in the picture; in the mark.
const STRAIGHT: u32 = 92;
const MARK_STRAIGHT: u32 = 36;

/// Half of a link, from its top to its foot, on one side: in the picture 192.5 long, and two
/// more at both ends, beyond the middle, so that no seam is seen.
fn half(top: u32, straight: u32, side: Side) -> String {
    match side {
        Side::Left => format!(
            "M{} {top}h-2a32 32 0 0 0-32 32v{straight}a32 32 0 0 0 32 32h2",
            AXIS + 2
        ),
        Side::Right => format!(
            "M{} {top}h2a32 32 0 0 1 32 32v{straight}a32 32 0 0 1-32 32h-2",
            AXIS - 2
        ),
    }
}

/// The gap that half of a link makes in what it lies over. It ends before the middle: the other
/// half goes on there.
fn gap(top: u32, straight: u32, side: Side) -> String {
    match side {
        Side::Left => format!(
            "M{} {top}a32 32 0 0 0-28 32v{straight}a32 32 0 0 0 28 32",
            AXIS - 4
        ),
        Side::Right => format!(
            "M{} {top}a32 32 0 0 1 28 32v{straight}a32 32 0 0 1-28 32",
            AXIS + 4
        ),
    }
}

/// How a link of this stage is drawn: dotted, dashed, then solid and heavier each time; one
/// that is not scored as an outline.
fn weight(stage: Option<Step>) -> Line {
    let (width, dashes) = match stage.map(Step::number) {
        None => (2, Dashes::Solid),
        Some(1) => (9, Dashes::Dotted),
        Some(2) => (9, Dashes::Dashed),
        Some(3) => (9, Dashes::Solid),
        Some(4) => (14, Dashes::Solid),
        Some(_) => (21, Dashes::Solid),
    };
    Line { width, dashes }
}

/// Height of the mark; it is as wide as the picture.
pub const MARK_HEIGHT: u32 = HEIGHT - 3 * (STRAIGHT - MARK_STRAIGHT);

/// The paths of [`mark`], ready made, for what every page shows: each on its gap.
pub const MARK: [&str; 12] = [
    "M42 14a32 32 0 0 0-28 32v36a32 32 0 0 0 28 32",
    "M48 14h-2a32 32 0 0 0-32 32v36a32 32 0 0 0 32 32h2",
    "M42 82a32 32 0 0 0-28 32v36a32 32 0 0 0 28 32",
    "M48 82h-2a32 32 0 0 0-32 32v36a32 32 0 0 0 32 32h2",
    "M42 150a32 32 0 0 0-28 32v36a32 32 0 0 0 28 32",
    "M48 150h-2a32 32 0 0 0-32 32v36a32 32 0 0 0 32 32h2",
    "M50 150a32 32 0 0 1 28 32v36a32 32 0 0 1-28 32",
    "M44 150h2a32 32 0 0 1 32 32v36a32 32 0 0 1-32 32h-2",
    "M50 82a32 32 0 0 1 28 32v36a32 32 0 0 1-28 32",
    "M44 82h2a32 32 0 0 1 32 32v36a32 32 0 0 1-32 32h-2",
    "M50 14a32 32 0 0 1 28 32v36a32 32 0 0 1-28 32",
    "M44 14h2a32 32 0 0 1 32 32v36a32 32 0 0 1-32 32h-2",
];

/// The mark of the product: the same three links, short and heavy, for what is small.
pub fn mark() -> Vec<Stroke> {
    hung([Some(Step::HIGHEST); 3], MARK_STRAIGHT)
}

/// The three links of the picture, top down.
pub fn links(stages: [Option<Step>; 3]) -> Vec<Stroke> {
    hung(stages, STRAIGHT)
}

/// Three links in the order in which they are drawn. On the left each lies over the one above
/// it, on the right under it: so they hang in one another.
fn hung([first, second, third]: [Option<Step>; 3], straight: u32) -> Vec<Stroke> {
    let pitch = PITCH - STRAIGHT + straight;
    let [one, two, three] = [TOP, TOP + pitch, TOP + 2 * pitch];
    let halves = [
        (first, one, Side::Left),
        (second, two, Side::Left),
        (third, three, Side::Left),
        (third, three, Side::Right),
        (second, two, Side::Right),
        (first, one, Side::Right),
    ];
    let mut strokes = Vec::with_capacity(2 * halves.len());
    for (stage, top, side) in halves {
        let line = weight(stage);
        strokes.push(Stroke {
            ink: Ink::Ground,
            path: gap(top, straight, side),
            line: Some(Line {
                width: line.width + GAP,
                dashes: Dashes::Solid,
            }),
        });
        strokes.push(Stroke {
            ink: stage.map_or(Ink::Faint, |_| Ink::Link),
            path: half(top, straight, side),
            line: Some(line),
        });
    }
    strokes
}

/// Width of a ruler.
pub const RULER_WIDTH: u32 = 264;
/// Height of a ruler.
pub const RULER_HEIGHT: u32 = 64;
/// Where the numbers of a ruler and the name of its flag stand on.
pub const NUMBERS_AT: u32 = 60;
/// Where the name of the flag stands.
pub const FLAG_AT: u32 = 15;

/// What a ruler shows of a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Reading {
    /// Its stage; none: not scored.
    pub stage: Option<Step>,
    /// What its stage would be with every don't know at 1 and at 5, where that differs.
    pub range: Option<(Step, Step)>,
    /// The stage that is aimed at.
    pub target: Option<Step>,
}

/// Where a step stands on a ruler.
pub fn place(step: Step) -> u32 {
    16 + 56 * u32::from(step.number() - 1)
}

/// On which side of its pole the flag's name has room, and where it begins or ends there.
pub fn flag_name(target: Step) -> (u32, Anchor) {
    match target.number() {
        1..=3 => (place(target) + 26, Anchor::Start),
        _ => (place(target) - 7, Anchor::End),
    }
}

/// Where a text is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// It begins there.
    Start,
    /// Its middle is there.
    Middle,
    /// It ends there.
    End,
}

impl Anchor {
    /// SVG's `text-anchor`.
    pub fn id(self) -> &'static str {
        match self {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        }
    }
}

/// The height at which a ruler's dots lie.
const LINE_AT: u32 = 34;

/// A ruler from 1 to 5: the stage as a large dot, the range as a band, the target as a flag.
pub fn ruler(reading: &Reading) -> Vec<Stroke> {
    let filled = |ink, path| Stroke {
        ink,
        path,
        line: None,
    };
    let (first, last) = (place(Step::LOWEST), place(Step::HIGHEST));
    let top = LINE_AT - 1;
    let mut strokes = vec![filled(
        Ink::Faint,
        format!("M{first} {top}h{}v2h-{0}z", last - first),
    )];
    if let Some((low, high)) = reading.range {
        let (from, top) = (place(low), LINE_AT - 8);
        let wide = place(high) - from;
        strokes.push(filled(
            Ink::Band,
            format!("M{from} {top}h{wide}a8 8 0 0 1 0 16h-{wide}a8 8 0 0 1 0-16z"),
        ));
    }
    for step in Step::ALL {
        let (ink, radius) = match reading.stage {
            Some(stage) if stage == step => (Ink::Link, 10),
            Some(stage) if stage > step => (Ink::Link, 4),
            _ => (Ink::Faint, 4),
        };
        let (from, wide) = (place(step) - radius, 2 * radius);
        strokes.push(filled(
            ink,
            format!(
                "M{from} {LINE_AT}a{radius} {radius} 0 0 1 {wide} 0\
                 a{radius} {radius} 0 0 1-{wide} 0z"
            ),
        ));
    }
    if let Some(target) = reading.target {
        let from = place(target) - 1;
        strokes.push(filled(Ink::Flag, format!("M{from} 24V0h2l20 7-20 7v10z")));
    }
    strokes
}

#[cfg(test)]
#[path = "chain_tests.rs"]
mod tests;

//! The chain as a picture of its own, for a slide: an SVG file with its own
//! ground, title, date and words. Text in it is escaped, isolated and made to fit
//! here; the shell only saves it, as it is or drawn as PNG.

pub mod chain;
pub mod line;
mod room;

use std::fmt::Write as _;

use crate::catalogue::Step;
use crate::texts::{isolated, xml};
use chain::{Anchor, Ink, Reading, Stroke};
use room::{Width, fitting, width};

/// Width of the picture, in pixels: a slide of 16 to 9.
pub const WIDTH: u32 = 1600;
/// Height of the picture, in pixels.
pub const HEIGHT: u32 = 900;

/// What stands in the picture, in the reader's words.
pub struct Slide<'a> {
    /// The headline as a sentence.
    pub title: &'a str,
    /// Whom it is about: shortened where it does not fit.
    pub who: &'a str,
    /// The date, which stands whole beside it.
    pub date: &'a str,
    /// The three links, top down.
    pub links: [Link<'a>; 3],
    /// How the weakest link is named.
    pub weakest: &'a str,
    /// What is said where all three hold alike: no one is the weakest then.
    pub alike: &'a str,
    /// What made it, and the version of the instrument.
    pub source: &'a str,
}

/// One link of the chain, and the ruler beside it.
pub struct Link<'a> {
    /// The level.
    pub name: &'a str,
    /// Stage, range and target.
    pub reading: Reading,
    /// The stage in words.
    pub words: &'a str,
    /// The range in words; empty: there is none.
    pub range: String,
    /// The target in words, beside its flag; empty: there is none.
    pub target: String,
    /// Whether it binds.
    pub binds: bool,
}

const FONT: &str = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
const INK: &str = "#12263a";
const QUIET: &str = "#4a5a6a";
const BLUE: &str = "#0062ba";

/// What the parts of the drawing are drawn in, on a slide.
fn colour(ink: Ink) -> &'static str {
    match ink {
        Ink::Ground => "#fff",
        Ink::Link => BLUE,
        Ink::Faint => "#a9b4c0",
        Ink::Band => "#b5d3ef",
        Ink::Flag => INK,
    }
}

/// Strokes of the drawing as SVG, in these colours.
fn strokes(out: &mut String, strokes: &[Stroke], colour: fn(Ink) -> &'static str) {
    for Stroke { ink, path, line } in strokes {
        let paint = colour(*ink);
        let _ = match line {
            None => write!(out, "<path d=\"{path}\" fill=\"{paint}\"/>"),
            Some(line) => {
                let width = line.width;
                let _ = write!(
                    out,
                    "<path d=\"{path}\" fill=\"none\" stroke=\"{paint}\" stroke-width=\"{width}\""
                );
                if let Some([array, offset, cap]) = line.dashes.attributes() {
                    let _ = write!(
                        out,
                        " stroke-dasharray=\"{array}\" stroke-dashoffset=\"{offset}\" \
                         stroke-linecap=\"{cap}\""
                    );
                }
                write!(out, "/>")
            }
        };
    }
}
/// Where texts begin and, on the other side, end.
const MARGIN: u32 = 90;
/// Sizes of the line below the title, the first that it fits in.
const SUBTITLE_SIZES: [u32; 3] = [28, 25, 22];
/// Lines of a title at most: a third would push the date into the chain.
const TITLE_LINES: usize = 2;

/// A text in the picture: where it begins and ends, and how it looks.
struct Line {
    x: u32,
    y: u32,
    /// Nothing of it is drawn behind this.
    end: u32,
    size: u32,
    colour: &'static str,
    bold: bool,
}

impl Line {
    /// From one margin to the other.
    fn whole(y: u32, size: u32, colour: &'static str, bold: bool) -> Line {
        let (x, end) = (MARGIN, WIDTH - MARGIN);
        Line {
            x,
            y,
            end,
            size,
            colour,
            bold,
        }
    }

    /// From here to there.
    fn at(x: u32, y: u32, end: u32, size: u32, bold: bool) -> Line {
        Line {
            x,
            y,
            end,
            size,
            colour: INK,
            bold,
        }
    }

    /// What there is room for. Bold letters are wider by an eighth at most.
    fn room(&self) -> Width {
        let room = (self.end - self.x) * 100 / self.size;
        if self.bold { room * 8 / 9 } else { room }
    }

    /// What there is room for of a text that may turn others.
    fn draw(&self, out: &mut String, words: &str) {
        self.put(out, &isolated(&fitting(words, self.room())));
    }

    /// A text that fits and turns nothing.
    fn put(&self, out: &mut String, words: &str) {
        let words = xml(words);
        let Line {
            x, y, size, colour, ..
        } = self;
        let weight = if self.bold { 600 } else { 400 };
        // Writing to a string cannot fail.
        let _ = write!(
            out,
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" font-weight=\"{weight}\" \
             fill=\"{colour}\">{words}</text>"
        );
    }
}

/// The picture as an SVG file.
pub fn svg(slide: &Slide) -> String {
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\" \
         viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" font-family=\"{FONT}\"><title>{}</title>\
         <rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"#fff\"/>",
        xml(&isolated(slide.title))
    );
    let title = |y| Line::whole(y, 54, INK, true);
    let mut y = 110;
    for line in lines(slide.title, title(y).room()) {
        title(y).draw(&mut out, &line);
        y += 66;
    }
    subtitle(&mut out, slide, y);
    let drawn = chain::links(slide.links.each_ref().map(|link| link.reading.stage));
    let _ = write!(out, "<g transform=\"translate(110 250) scale(1.35)\">");
    strokes(&mut out, &drawn, colour);
    out.push_str("</g>");
    let alike = slide.links.iter().all(|link| link.binds);
    for (link, index) in slide.links.iter().zip(0u32..) {
        // The links are drawn 1.35 times as large as they are worked out.
        let middle = 250 + (chain::MIDDLE + index * chain::PITCH) * 27 / 20;
        beside(&mut out, link, (!alike).then_some(slide.weakest), middle);
    }
    if alike {
        let y = 836;
        Line::at(LEFT, y, WIDTH - MARGIN, 28, true).draw(&mut out, slide.alike);
    }
    Line::whole(868, 22, QUIET, false).draw(&mut out, slide.source);
    out.push_str("</svg>\n");
    out
}

/// The icon as an SVG file: the mark in white on blue.
pub fn icon() -> String {
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 64\">\
         <rect width=\"64\" height=\"64\" rx=\"12\" fill=\"{BLUE}\"/>\
         <g transform=\"translate(21.9 3.4) scale(.22)\">"
    );
    strokes(&mut out, &chain::mark(), |ink| match ink {
        Ink::Ground => BLUE,
        _ => "#fff",
    });
    out.push_str("</g></svg>\n");
    out
}

/// The links alone as an SVG file, for what shows the product: an example of all that they say.
pub fn links(stages: [Option<Step>; 3]) -> String {
    let (width, height) = (chain::WIDTH, chain::HEIGHT);
    let mut out =
        format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\">");
    strokes(&mut out, &chain::links(stages), colour);
    out.push_str("</svg>\n");
    out
}

/// Whom the picture is about, and the date: in smaller letters where the name is
/// long. Where it does not fit all the same, it is shortened, never the date.
fn subtitle(out: &mut String, slide: &Slide, y: u32) {
    let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (who, date) = (one_line(slide.who), format!(", {}", slide.date));
    let [.., smallest] = SUBTITLE_SIZES;
    let left = |size| {
        Line::whole(y, size, QUIET, false)
            .room()
            .saturating_sub(width(&date))
    };
    let size = SUBTITLE_SIZES
        .into_iter()
        .find(|size| width(&who) <= left(*size));
    let size = size.unwrap_or(smallest);
    let who = isolated(&fitting(&who, left(size)));
    Line::whole(y, size, QUIET, false).put(out, &format!("{who}{date}"));
}

/// Where the words beside the links begin.
const LEFT: u32 = 320;
/// Where the rulers begin, and how much larger they are drawn than they are worked out.
const RULERS: u32 = 950;
const RULER_SCALE: u32 = 2;

/// Sizes of the name of a level, the first that it fits in.
const NAME_SIZES: [u32; 3] = [40, 36, 32];

/// What stands beside a link: its name, number and words, and its ruler; the weakest is marked
/// by shape and words.
fn beside(out: &mut String, link: &Link, weakest: Option<&str>, middle: u32) {
    let end = RULERS - 20;
    let name = |size| Line::at(LEFT, middle - 26, end, size, true);
    let [.., smallest] = NAME_SIZES;
    let fits = |size: &u32| width(link.name) <= name(*size).room();
    let size = NAME_SIZES.into_iter().find(fits).unwrap_or(smallest);
    name(size).draw(out, link.name);
    let stage = link.reading.stage;
    let number = stage.map_or("–".to_owned(), |stage| stage.number().to_string());
    Line::at(LEFT, middle + 44, LEFT + 60, 68, true).draw(out, &number);
    Line::at(LEFT + 64, middle + 40, end, 36, false).draw(out, link.words);
    if let Some(weakest) = weakest.filter(|_| link.binds) {
        let y = middle + 72;
        let _ = write!(out, "<path d=\"M{LEFT} {y}l22 -13v26z\" fill=\"{INK}\"/>");
        Line::at(LEFT + 36, y + 10, end, 28, true).draw(out, weakest);
    }
    let top = middle - 70;
    let _ = write!(
        out,
        "<g transform=\"translate({RULERS} {top}) scale({RULER_SCALE})\">"
    );
    strokes(out, &chain::ruler(&link.reading), colour);
    for step in Step::ALL {
        named(
            out,
            chain::place(step),
            chain::NUMBERS_AT,
            Anchor::Middle,
            &step.number().to_string(),
        );
    }
    if let Some(target) = link.reading.target {
        let (x, anchor) = chain::flag_name(target);
        named(out, x, chain::FLAG_AT, anchor, &link.target);
    }
    out.push_str("</g>");
    Line::at(RULERS, middle + 88, WIDTH - MARGIN, 26, false).draw(out, &link.range);
}

/// A name on a ruler, in its measure.
fn named(out: &mut String, x: u32, y: u32, anchor: Anchor, words: &str) {
    let anchor = anchor.id();
    let _ = write!(
        out,
        "<text x=\"{x}\" y=\"{y}\" font-size=\"14\" text-anchor=\"{anchor}\" \
         fill=\"{INK}\">{}</text>",
        xml(words)
    );
}

/// The title in lines that there is room for; what would be a third is told by
/// `…` at the end of the second.
fn lines(title: &str, room: Width) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in title.split_whitespace() {
        let count = lines.len();
        let Some(last) = lines.last_mut() else { break };
        let full = width(last) + width(" ") + width(word) > room;
        if last.is_empty() {
            last.push_str(word);
        } else if full && count < TITLE_LINES {
            lines.push(word.to_owned());
        } else {
            last.push(' ');
            last.push_str(word);
        }
    }
    lines
}

#[cfg(test)]
mod tests;

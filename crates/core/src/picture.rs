//! The chain as a picture of its own, for a slide: an SVG file with its own
//! ground, title, date and words. Text in it is escaped, isolated and made to fit
//! here; the shell only saves it, as it is or drawn as PNG.

mod room;

use std::fmt::Write as _;

use crate::catalogue::Step;
use crate::texts::{isolated, xml};
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
    /// The three rings, top down.
    pub rings: [Ring<'a>; 3],
    /// How the weakest ring is named.
    pub weakest: &'a str,
    /// What made it, and the version of the instrument.
    pub source: &'a str,
}

/// One ring of the chain.
pub struct Ring<'a> {
    /// The level.
    pub name: &'a str,
    /// Its stage; none: not scored.
    pub stage: Option<Step>,
    /// The stage in words.
    pub words: &'a str,
    /// Whether it binds.
    pub binds: bool,
}

const FONT: &str = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
const INK: &str = "#12263a";
const QUIET: &str = "#4a5a6a";
const BLUE: &str = "#0062ba";
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
    for (ring, index) in slide.rings.iter().zip(0u32..) {
        draw(&mut out, ring, slide.weakest, 290 + index * 168);
    }
    Line::whole(868, 22, QUIET, false).draw(&mut out, slide.source);
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

/// A ring, its number, its words; the weakest is marked by shape and words.
fn draw(out: &mut String, ring: &Ring, weakest: &str, y: u32) {
    // As in the page: how solid a ring is drawn shows its stage.
    let (thick, dashes) = match ring.stage.map(Step::number) {
        None => (4, " stroke-dasharray=\"4 12\""),
        Some(1) => (5, " stroke-dasharray=\"18 14\""),
        Some(2) => (8, ""),
        Some(3) => (16, ""),
        Some(4) => (26, ""),
        Some(_) => (38, ""),
    };
    let _ = write!(
        out,
        "<rect x=\"180\" y=\"{y}\" width=\"100\" height=\"196\" rx=\"50\" fill=\"none\" \
         stroke=\"{BLUE}\" stroke-width=\"{thick}\"{dashes}/>"
    );
    let words = |x, y, end, size, bold| Line {
        x,
        y,
        end,
        size,
        colour: INK,
        bold,
    };
    words(420, y + 84, 870, 40, true).draw(out, ring.name);
    let number = ring
        .stage
        .map_or("–".to_owned(), |stage| stage.number().to_string());
    words(880, y + 90, 940, 64, true).draw(out, &number);
    words(950, y + 84, WIDTH - MARGIN, 36, false).draw(out, ring.words);
    if ring.binds {
        let middle = y + 98;
        let _ = write!(out, "<path d=\"M310 {middle}l44 -26v52z\" fill=\"{INK}\"/>");
        words(420, y + 128, 870, 28, true).draw(out, weakest);
    }
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

//! The chain as a picture of its own, for a slide: an SVG file with its own
//! ground, title, date and words. Text in it is escaped here; the shell only
//! saves it, as it is or drawn as PNG.

use std::fmt::Write as _;

use crate::catalogue::Step;

/// Width of the picture, in pixels: a slide of 16 to 9.
pub const WIDTH: u32 = 1600;
/// Height of the picture, in pixels.
pub const HEIGHT: u32 = 900;

/// What stands in the picture, in the reader's words.
pub struct Slide<'a> {
    /// The headline as a sentence.
    pub title: &'a str,
    /// Whom it is about, and the date.
    pub subtitle: &'a str,
    /// The three links, top down.
    pub links: [Link<'a>; 3],
    /// How the weakest link is named.
    pub weakest: &'a str,
    /// What made it, and the version of the instrument.
    pub source: &'a str,
}

/// One link of the chain.
pub struct Link<'a> {
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
/// Characters that fit in a line of the title.
const TITLE_LINE: usize = 48;

/// The picture as an SVG file.
pub fn svg(slide: &Slide) -> String {
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" \
         role=\"img\" font-family=\"{FONT}\"><title>{}</title><rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"#fff\"/>",
        escape(slide.title)
    );
    for (line, y) in lines(slide.title).iter().zip([110, 176, 242]) {
        text(&mut out, (90, y), 54, INK, "600", line);
    }
    let below = 110 + 66 * u32::try_from(lines(slide.title).len()).unwrap_or(1);
    text(&mut out, (90, below), 28, QUIET, "400", slide.subtitle);
    for (link, index) in slide.links.iter().zip(0u32..) {
        draw(&mut out, link, slide.weakest, 290 + index * 168);
    }
    text(&mut out, (90, 868), 22, QUIET, "400", slide.source);
    out.push_str("</svg>\n");
    out
}

/// A link, its number, its words; the weakest is marked by shape and words.
fn draw(out: &mut String, link: &Link, weakest: &str, y: u32) {
    // As in the page: how solid a link is drawn shows its stage.
    let (width, dashes) = match link.stage.map(Step::number) {
        None => (4, " stroke-dasharray=\"4 12\""),
        Some(1) => (5, " stroke-dasharray=\"18 14\""),
        Some(2) => (8, ""),
        Some(3) => (16, ""),
        Some(4) => (26, ""),
        Some(_) => (38, ""),
    };
    // Writing to a string can not fail.
    let _ = write!(
        out,
        "<rect x=\"180\" y=\"{y}\" width=\"100\" height=\"196\" rx=\"50\" fill=\"none\" stroke=\"{BLUE}\" stroke-width=\"{width}\"{dashes}/>"
    );
    text(out, (420, y + 84), 40, INK, "600", link.name);
    let number = link
        .stage
        .map_or("–".to_owned(), |stage| stage.number().to_string());
    text(out, (880, y + 90), 64, INK, "600", &number);
    text(out, (950, y + 84), 36, INK, "400", link.words);
    if link.binds {
        let middle = y + 98;
        let _ = write!(out, "<path d=\"M310 {middle}l44 -26v52z\" fill=\"{INK}\"/>");
        text(out, (420, y + 128), 28, INK, "600", weakest);
    }
}

fn text(out: &mut String, (x, y): (u32, u32), size: u32, colour: &str, weight: &str, words: &str) {
    let words = escape(words);
    let _ = write!(
        out,
        "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"{colour}\">{words}</text>"
    );
}

/// The title in lines that fit; what would be a fourth stays in the third.
fn lines(title: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in title.split_whitespace() {
        let count = lines.len();
        let Some(last) = lines.last_mut() else { break };
        let full = last.chars().count() + 1 + word.chars().count() > TITLE_LINE;
        if last.is_empty() {
            last.push_str(word);
        } else if full && count < 3 {
            lines.push(word.to_owned());
        } else {
            last.push(' ');
            last.push_str(word);
        }
    }
    lines
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // A line break in a name is a space here.
            '\n' | '\t' => out.push(' '),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slide<'a>(title: &'a str, subtitle: &'a str) -> Slide<'a> {
        let link = |stage, binds| Link {
            name: "Politisk",
            stage: Step::new(stage),
            words: "Omtalt",
            binds,
        };
        Slide {
            title,
            subtitle,
            links: [link(2, true), link(4, false), link(0, false)],
            weakest: "Svakeste ledd",
            source: "Forankring",
        }
    }

    #[test]
    fn hostile_text_stays_text() {
        let found = svg(&slide(
            "A & B",
            "<script>alert(1)</script> \"x\"\nnew\u{202e}",
        ));
        assert!(!found.contains("<script"));
        assert!(found.contains("&lt;script&gt;alert(1)&lt;/script&gt; &quot;x&quot; new\u{202e}"));
        assert!(found.contains("<title>A &amp; B</title>"));
    }

    #[test]
    fn a_link_is_drawn_for_each_level_and_the_weakest_is_named() {
        let found = svg(&slide("Kort", "i dag"));
        assert_eq!(found.matches("<rect x=").count(), 3);
        assert_eq!(found.matches("Svakeste ledd").count(), 1);
        assert!(found.contains("stroke-width=\"8\"/>"));
        assert!(found.contains("stroke-width=\"26\"/>"));
        assert!(found.contains(">–</text>"));
    }

    #[test]
    fn a_long_title_is_broken_and_loses_no_word() {
        for (title, count) in [
            ("Forankringen er på trinn 2 av 5: omtalt", 1),
            (
                "Forankringen er på trinn 2 av 5: omtalt, og det er mye igjen å gjøre her",
                2,
            ),
            (
                "ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord",
                3,
            ),
            ("", 1),
        ] {
            let found = lines(title);
            assert_eq!(found.len(), count, "{title}");
            assert_eq!(found.join(" "), title);
        }
    }
}

//! A link as a QR code: one path for an SVG. Which squares are dark is decided by
//! the library; here is only how they are drawn.

use std::fmt::Write as _;

use fast_qr::ECL;
use fast_qr::qr::QRBuilder;

use crate::texts::xml;

/// Longer texts get no code, in bytes: what would be drawn is too dense for the
/// camera of a phone.
pub const TEXT_MAX: usize = 1000;
/// Light squares that must stand around a code.
const QUIET: usize = 4;

/// A code, drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// Side of the whole in squares, with the light ones around it.
    pub side: usize,
    /// The dark squares as an SVG path, a unit for each square.
    pub path: String,
}

/// The code of a text; none above [`TEXT_MAX`] bytes. A fifteenth of it may be
/// covered or unreadable (correction level M).
pub fn code(text: &str) -> Option<Code> {
    if text.len() > TEXT_MAX {
        return None;
    }
    let code = QRBuilder::new(text).ecl(ECL::M).build().ok()?;
    let side = code.size;
    let mut path = String::new();
    for y in 0..side {
        let dark = |x: usize| code.data.get(y * side + x).is_some_and(|one| one.value());
        let mut x = 0;
        while x < side {
            let run = (x..side).take_while(|x| dark(*x)).count();
            if run > 0 {
                // A run of dark squares in a row; writing to a string cannot fail.
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            x += run.max(1);
        }
    }
    Some(Code {
        side: side + 2 * QUIET,
        path,
    })
}

/// The code as a file of its own, with the link in words below.
pub fn svg(code: &Code, link: &str) -> String {
    let side = code.side;
    let size = side * 20;
    // Letters of two thirds of a square, in lines that are no wider than the code.
    let per_line = side * 5 / 2;
    let letters: Vec<char> = link.chars().collect();
    let lines: Vec<String> = letters
        .chunks(per_line.max(1))
        .map(|line| line.iter().collect())
        .collect();
    let height = side + lines.len() + 1;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{size}\" height=\"{}\" \
         viewBox=\"0 0 {side} {height}\"><rect width=\"{side}\" height=\"{height}\" fill=\"#fff\"/>\
         <path d=\"{}\" fill=\"#000\"/><g font-family=\"ui-monospace, Consolas, monospace\" \
         font-size=\"0.64\" text-anchor=\"middle\">",
        height * 20,
        code.path,
    );
    for (line, y) in lines.iter().zip(side..) {
        let text = xml(line);
        let _ = write!(out, "<text x=\"{}\" y=\"{y}\">{text}</text>", side / 2);
    }
    out.push_str("</g></svg>\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a camera would read, from the path that is drawn.
    fn read(code: &Code) -> String {
        let mut dark = vec![vec![false; code.side]; code.side];
        for run in code.path.split('M').skip(1) {
            let (x, rest) = run.split_once(' ').unwrap();
            let (y, rest) = rest.split_once('h').unwrap();
            let (width, _) = rest.split_once('v').unwrap();
            let (x, y, width): (usize, usize, usize) = (
                x.parse().unwrap(),
                y.parse().unwrap(),
                width.parse().unwrap(),
            );
            dark[y][x..x + width].fill(true);
        }
        let scale = 4;
        let size = code.side * scale;
        let mut image =
            rqrr::PreparedImage::prepare_from_bitmap(size, size, |x, y| dark[y / scale][x / scale]);
        let grids = image.detect_grids();
        assert_eq!(grids.len(), 1);
        grids[0].decode().unwrap().1
    }

    #[test]
    fn what_is_drawn_is_read_back() {
        let long = format!(
            "https://example.org/verktoy/forankring/resultat/#r1.{}",
            "Ab_9-".repeat(180)
        );
        for text in [
            "https://example.org/#r1.AUEmYSnLuCnLuAYwlgBzjP2I",
            "x",
            &long,
        ] {
            let code = code(text).unwrap();
            assert_eq!(read(&code), text);
        }
    }

    #[test]
    fn too_long_a_text_gets_no_code() {
        assert!(code(&"a".repeat(TEXT_MAX)).is_some());
        assert_eq!(code(&"a".repeat(TEXT_MAX + 1)), None);
    }

    #[test]
    fn the_file_tells_the_link_in_words() {
        let link = "https://example.org/a?b&c#r1.AUEmYSnLuCnLuAYwlgBzjP2I";
        let svg = svg(&code(link).unwrap(), link);
        let words: String = svg
            .split("<text")
            .skip(1)
            .map(|part| {
                let (_, text) = part.split_once('>').unwrap();
                text.split_once("</text>").unwrap().0
            })
            .collect();
        assert_eq!(words, link.replace('&', "&amp;"));
    }

    #[test]
    fn what_xml_cannot_hold_does_not_spoil_the_file() {
        let code = code("x").unwrap();
        let file = svg(&code, "https://example.org/]]>\u{ffff}\u{1}");
        assert!(file.contains("]]&gt;\u{fffd}\u{fffd}</text>"), "{file}");
    }
}

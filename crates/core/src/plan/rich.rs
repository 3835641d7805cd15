//! The plan as a table for documents and mail: HTML as plain as Word and Outlook take it.

use crate::sheet::harmless;
use crate::texts::xml;

/// A table in two forms, for the clipboard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rich {
    /// A fragment of HTML.
    pub html: String,
    /// Cells apart by tabs, as spreadsheets put them there.
    pub plain: String,
}

/// A head and rows, with a caption, without the columns in which nothing stands. All texts
/// are texts: nothing in them is markup, and nothing a formula where it is pasted.
pub fn rich(caption: &str, rows: &[Vec<String>]) -> Rich {
    let width = rows.first().map_or(0, Vec::len);
    let says = |at: &usize| {
        let mut cells = rows.iter().skip(1).filter_map(|row| row.get(*at));
        cells.any(|cell| !cell.is_empty())
    };
    let columns: Vec<usize> = (0..width).filter(says).collect();
    let mut html = format!(
        "<table border=\"1\" style=\"border-collapse:collapse\"><caption>{}</caption>",
        escaped(caption)
    );
    let mut plain = String::new();
    for (n, row) in rows.iter().enumerate() {
        let (before, open, close, after) = match n {
            0 => ("<thead>", "<th scope=\"col\">", "</th>", "</thead><tbody>"),
            _ => ("", "<td>", "</td>", ""),
        };
        html.push_str(before);
        html.push_str("<tr>");
        for (place, at) in columns.iter().enumerate() {
            let cell = row.get(*at).map(|cell| harmless(cell)).unwrap_or_default();
            html.push_str(open);
            html.push_str(&escaped(&cell));
            html.push_str(close);
            if place > 0 {
                plain.push('\t');
            }
            match cell.contains(['\t', '\n', '"']) {
                true => plain.extend(["\"", &cell.replace('"', "\"\""), "\""]),
                false => plain.push_str(&cell),
            }
        }
        html.push_str("</tr>");
        html.push_str(after);
        plain.push_str("\r\n");
    }
    html.push_str("</tbody></table>");
    Rich { html, plain }
}

/// As the content of a cell: its lines stand below each other.
fn escaped(text: &str) -> String {
    xml(text).replace('\n', "<br>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_texts_and_empty_columns_are_left_out() {
        let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        let rows = [
            row(["Tiltak", "Start", "Frist"]),
            row(["<b>&\"\n=1", "", "=1\t2"]),
        ];
        let found = rich("Plan <1>", &rows);
        assert_eq!(
            found.html,
            "<table border=\"1\" style=\"border-collapse:collapse\">\
             <caption>Plan &lt;1&gt;</caption>\
             <thead><tr><th scope=\"col\">Tiltak</th><th scope=\"col\">Frist</th></tr></thead>\
             <tbody><tr><td>&lt;b&gt;&amp;&quot;<br>=1</td><td>&#39;=1\t2</td></tr></tbody></table>"
        );
        assert_eq!(
            found.plain,
            "Tiltak\tFrist\r\n\"<b>&\"\"\n=1\"\t\"'=1\t2\"\r\n"
        );
    }

    #[test]
    fn what_is_copied_as_text_is_read_as_a_table() {
        let row = |cells: [&str; 2]| cells.map(str::to_owned).to_vec();
        let rows = [row(["Tiltak", "Frist"]), row(["a\n\"b\"\tc", "1.2.2027"])];
        let table = crate::plan::table_in::read_text(&rich("", &rows).plain).unwrap();
        assert_eq!(table.rows[0].cells, ["a\n\"b\"\tc", "1.2.2027"]);
    }
}

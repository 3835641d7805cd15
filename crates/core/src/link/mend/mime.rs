//! Mails as they are saved (`.eml`): a text with letters that are not ASCII often stands there in
//! base64 (RFC 2045), in which no link can be seen.

use std::borrow::Cow;

use base64ct::{Base64, Encoding};

/// What stands before such a text, in letters of any size.
const HEADER: &[u8] = b"content-transfer-encoding:";

/// The text, with what it holds in base64 below it. The work grows with its length and no faster.
pub(super) fn unfolded(text: &str) -> Cow<'_, str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(body) = body(rest) {
        let (coded, after) = coded(body);
        found.extend(decoded(&coded));
        rest = after;
    }
    match found.is_empty() {
        true => Cow::Borrowed(text),
        false => Cow::Owned(format!("{text}\n{}", found.join("\n"))),
    }
}

/// What stands behind the next header that says base64, and the blank line that ends headers.
fn body(text: &str) -> Option<&str> {
    let mut rest = text;
    loop {
        let at = rest
            .as_bytes()
            .windows(HEADER.len())
            .position(|part| part.eq_ignore_ascii_case(HEADER))?;
        rest = rest.get(at + HEADER.len()..)?;
        let (value, after) = rest.split_once('\n')?;
        if value.trim().eq_ignore_ascii_case("base64") {
            let mut above = 0;
            for line in after.split_inclusive('\n') {
                above += line.len();
                if line.trim().is_empty() {
                    break;
                }
            }
            return after.get(above..);
        }
    }
}

/// The lines that can be base64, put together, and what stands behind them.
fn coded(body: &str) -> (String, &str) {
    let sign = |byte: u8| byte.is_ascii_alphanumeric() || b"+/=".contains(&byte);
    let (mut coded, mut length) = (String::new(), 0);
    for line in body.split_inclusive('\n') {
        let part = line.trim();
        if part.is_empty() || !part.bytes().all(sign) {
            break;
        }
        coded.push_str(part);
        length += line.len();
    }
    (coded, body.get(length..).unwrap_or_default())
}

/// What it says, if that is a text. What was cut off at its end is left out.
fn decoded(coded: &str) -> Option<String> {
    let whole = coded.get(..coded.len() / 4 * 4)?;
    let bytes = Base64::decode_vec(whole).ok()?;
    let text = !bytes.is_empty() && !bytes.contains(&0);
    text.then(|| String::from_utf8_lossy(&bytes).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mail(body: &str) -> String {
        format!(
            "Subject: Svar\r\nContent-Type: text/plain; charset=\"utf-8\"\r\n\
             content-transfer-encoding:  BASE64\r\nMIME-Version: 1.0\r\n\r\n{body}\r\n"
        )
    }

    /// In lines of so many signs, as mail programs break them.
    fn folded(text: &str, width: usize) -> String {
        let coded = Base64::encode_string(text.as_bytes());
        let lines = coded.as_bytes().chunks(width);
        let lines: Vec<_> = lines.map(String::from_utf8_lossy).collect();
        lines.join("\r\n")
    }

    #[test]
    fn what_a_mail_says_in_base64_stands_below_it() {
        let said = "Hei på deg!\nHer er svaret: https://x.no/spor/#s1.AbC-_9\n";
        for width in [76, 60, 4] {
            let text = mail(&folded(said, width));
            let found = unfolded(&text);
            assert_eq!(found, format!("{text}\n{said}"), "{width}");
        }
        // Several parts, of which one is an attachment, another no base64 at all.
        let parts = [
            mail(&folded(said, 76)),
            mail(&Base64::encode_string(&[0, 1, 2, 255])),
            mail("*** ikke base64 ***"),
            mail(&folded("to", 76)),
        ];
        let text = parts.join("--grense\r\n");
        assert_eq!(unfolded(&text), format!("{text}\n{said}\nto"));
    }

    #[test]
    fn other_texts_stay_as_they_are() {
        for text in [
            "",
            "Content-Transfer-Encoding: base64",
            "Content-Transfer-Encoding: base64\n",
            "Content-Transfer-Encoding: base64\n\n",
            "Content-Transfer-Encoding: quoted-printable\n\nSGVp\n",
            "SGVpIHDDpSBkZWc=",
        ] {
            assert_eq!(unfolded(text), text);
        }
        // Cut on its way: what is whole is read.
        let cut = mail("SGVpIHDDpSBkZW");
        assert!(unfolded(&cut).ends_with("\nHei på d"), "{}", unfolded(&cut));
    }

    #[test]
    fn many_headers_cost_no_more_than_their_length() {
        let text = "Content-Transfer-Encoding: base64\n\n".repeat(20_000);
        assert_eq!(unfolded(&text), text);
    }
}

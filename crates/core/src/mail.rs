//! The address that opens a mail program with a text in it.

/// `mailto:` with a subject and a body, in UTF-8 as RFC 6068 has it. Mail programs want
/// Windows' line breaks.
pub fn address(subject: &str, body: &str) -> String {
    address_to("", subject, body)
}

/// The same, to somebody: an address as [`crate::panel::Mail`] has it.
pub fn address_to(to: &str, subject: &str, body: &str) -> String {
    let body = body.replace('\n', "\r\n");
    format!(
        "mailto:{to}?subject={}&body={}",
        encoded(subject),
        encoded(&body)
    )
}

/// Every byte but the unreserved ones of RFC 3986, section 2.3.
fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                out.push(char::from(byte));
            }
            _ => {
                out.push('%');
                for half in [byte >> 4, byte & 15] {
                    out.extend(char::from_digit(half.into(), 16).map(|c| c.to_ascii_uppercase()));
                }
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_says_what_it_is_to_say() {
        let said = address("Ås, 2 & 3", "Hei\nhttps://x.no/#r1.A_-");
        let expected = "mailto:?subject=%C3%85s%2C%202%20%26%203\
                        &body=Hei%0D%0Ahttps%3A%2F%2Fx.no%2F%23r1.A_-";
        assert_eq!(said, expected);
    }
}

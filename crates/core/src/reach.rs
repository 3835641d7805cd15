//! How far a link of some length travels whole: docs/link-format.md, "How far a
//! link travels".

/// How far a link travels whole, by the number of its characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Mail, chat, text messages, a code for the camera: at most 300.
    Everywhere,
    /// Mail and chat; a code of it is dense: at most 1,000.
    Mail,
    /// Some programs cut it: at most 2,000.
    Risky,
    /// Many programs cut it: the file is the way.
    File,
}

/// How far a link of so many characters travels whole.
pub fn reach(characters: usize) -> Reach {
    match characters {
        ..=300 => Reach::Everywhere,
        301..=1000 => Reach::Mail,
        1001..=2000 => Reach::Risky,
        _ => Reach::File,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_warns_above_a_thousand_and_offers_the_file_above_two_thousand() {
        assert_eq!(reach(300), Reach::Everywhere);
        assert_eq!(reach(1000), Reach::Mail);
        assert_eq!(reach(1001), Reach::Risky);
        assert_eq!(reach(2000), Reach::Risky);
        assert_eq!(reach(2001), Reach::File);
    }
}

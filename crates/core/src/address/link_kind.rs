//! The kinds of links: the one table of their letters.

/// What a link is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LinkKind {
    /// A result that anyone can read.
    Result,
    /// One that a passphrase opens.
    Locked,
    /// An invitation to answer for a level.
    Invitation,
    /// What a respondent answered.
    Reply,
    /// The measures that somebody is asked to report on.
    Assignment,
    /// What somebody reports.
    Report,
}

impl LinkKind {
    /// All kinds.
    pub const ALL: [LinkKind; 6] = [
        LinkKind::Result,
        LinkKind::Locked,
        LinkKind::Invitation,
        LinkKind::Reply,
        LinkKind::Assignment,
        LinkKind::Report,
    ];

    /// The letters of all kinds.
    pub const LETTERS: [char; 6] = [
        LinkKind::Result.letter(),
        LinkKind::Locked.letter(),
        LinkKind::Invitation.letter(),
        LinkKind::Reply.letter(),
        LinkKind::Assignment.letter(),
        LinkKind::Report.letter(),
    ];

    /// With what a link of any version begins: stable for ever.
    pub const fn letter(self) -> char {
        match self {
            LinkKind::Result => 'r',
            LinkKind::Locked => 'l',
            LinkKind::Invitation => 'i',
            LinkKind::Reply => 's',
            LinkKind::Assignment => 'o',
            LinkKind::Report => 't',
        }
    }

    /// With what a link of this version begins.
    pub const fn prefix(self) -> &'static str {
        match self {
            LinkKind::Result => "r1.",
            LinkKind::Locked => "l1.",
            LinkKind::Invitation => "i1.",
            LinkKind::Reply => "s1.",
            LinkKind::Assignment => "o1.",
            LinkKind::Report => "t1.",
        }
    }

    /// What a fragment is that looks like a link, of any version.
    pub fn of(fragment: &str) -> Option<LinkKind> {
        let letter = fragment.chars().next()?;
        LinkKind::ALL
            .into_iter()
            .find(|kind| kind.letter() == letter)
    }

    /// One of this kind in what stands behind `#`, of any version, without what mail programs and
    /// sentences put around it.
    pub fn cut_out(self, fragment: &str) -> Option<&str> {
        let begins = |rest: &str| {
            let digits = rest.trim_start_matches(|one: char| one.is_ascii_digit());
            digits.len() < rest.len() && digits.starts_with('.')
        };
        let mut places = fragment.match_indices(self.letter());
        let (at, _) = places.find(|(at, _)| fragment.get(at + 1..).is_some_and(begins))?;
        let link = fragment.get(at..)?;
        let other = |one: char| !(one.is_ascii_alphanumeric() || matches!(one, '-' | '_' | '.'));
        let link = link
            .find(other)
            .and_then(|end| link.get(..end))
            .unwrap_or(link);
        Some(link.trim_end_matches('.'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_prefixes_agree() {
        for (kind, letter) in LinkKind::ALL.into_iter().zip(LinkKind::LETTERS) {
            assert_eq!(kind.letter(), letter);
            assert_eq!(kind.prefix(), format!("{letter}1."));
            assert_eq!(LinkKind::of(kind.prefix()), Some(kind));
        }
        assert_eq!(LinkKind::of("x1."), None);
    }

    #[test]
    fn a_link_is_found_in_what_was_put_around_it() {
        for (fragment, found) in [
            ("i1.AbC-_9", Some("i1.AbC-_9")),
            ("#i1.AbC", Some("i1.AbC")),
            ("%23i1.AbC.", Some("i1.AbC")),
            ("i1.AbC>)", Some("i1.AbC")),
            ("i1.AbC%20Hilsen", Some("i1.AbC")),
            ("innhold", None),
            ("i1", None),
            ("i1.", Some("i1")),
            ("i.AbC", None),
            ("", None),
            ("æøå i12.x", Some("i12.x")),
        ] {
            assert_eq!(LinkKind::Invitation.cut_out(fragment), found, "{fragment}");
        }
        let mail = "%23o1.AbC%20Hilsen";
        assert_eq!(LinkKind::Assignment.cut_out(mail), Some("o1.AbC"));
        assert_eq!(LinkKind::Report.cut_out(mail), None);
    }
}

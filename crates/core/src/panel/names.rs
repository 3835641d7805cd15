//! What names a panel, its rounds and its respondents, and tells nothing else of them.

use crate::address::Id;
use crate::day::Day;

/// Names all that is asked in one assessment: in invitations and in replies, so that a reply
/// finds its assessment. It follows from the assessment's id, and not the other way round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tag([u8; 5]);

impl Tag {
    /// Of the assessment that is kept under an id.
    pub fn of(id: &Id) -> Tag {
        // FNV-1a, 64 bits, folded to 40.
        let hash = id
            .as_str()
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
                (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
            });
        let [_, _, _, a, b, c, d, e] = (hash ^ hash >> 40).to_be_bytes();
        Tag([a, b, c, d, e])
    }

    /// As a link holds it.
    pub fn from_bytes(bytes: [u8; 5]) -> Tag {
        Tag(bytes)
    }

    /// As a link holds it.
    pub fn bytes(self) -> [u8; 5] {
        self.0
    }

    /// As ten hexadecimal digits.
    pub fn hex(self) -> String {
        Respondent(self.0).hex()
    }

    /// Reads what [`Tag::hex`] writes, and nothing else.
    pub fn parse_hex(text: &str) -> Option<Tag> {
        Respondent::parse_hex(text).map(|read| Tag(read.0))
    }
}

/// A level can be asked again, after talking: 1 to 15.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Round(u8);

impl Round {
    /// The first.
    pub const FIRST: Round = Round(1);
    /// No more can be told in a link.
    pub const LAST: Round = Round(15);

    /// The round with this number, if it is 1 to 15.
    pub fn new(number: u8) -> Option<Round> {
        (Round::FIRST.0..=Round::LAST.0)
            .contains(&number)
            .then_some(Round(number))
    }

    /// Its number, 1 to 15.
    pub fn number(self) -> u8 {
        self.0
    }

    /// The one after it, unless it is the last.
    pub fn next(self) -> Option<Round> {
        Round::new(self.0 + 1)
    }

    /// The one before it, unless it is the first.
    pub fn previous(self) -> Option<Round> {
        Round::new(self.0 - 1)
    }
}

/// Somebody who answers one invitation on one device. It is drawn at random there, and drawn
/// anew for each invitation: it names no person, and ties no rounds together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Respondent([u8; 5]);

impl Respondent {
    /// As a link holds it.
    pub fn from_bytes(bytes: [u8; 5]) -> Respondent {
        Respondent(bytes)
    }

    /// From an id that was drawn at random: 40 of its 80 bits.
    pub fn drawn(id: &Id) -> Respondent {
        Respondent(Tag::of(id).0)
    }

    /// As a link holds it.
    pub fn bytes(self) -> [u8; 5] {
        self.0
    }

    /// As ten hexadecimal digits.
    pub fn hex(self) -> String {
        self.0.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Reads what [`Respondent::hex`] writes, and nothing else.
    pub fn parse_hex(text: &str) -> Option<Respondent> {
        let number = u64::from_str_radix(text, 16).ok()?;
        let [_, _, _, bytes @ ..] = number.to_be_bytes();
        let read = Respondent(bytes);
        (read.hex() == text).then_some(read)
    }
}

/// How many are asked at a level, as far as that matters to them: of one or two, each reply can
/// be recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash)]
pub enum Expected {
    /// Nothing is said.
    #[default]
    Unknown,
    /// One.
    One,
    /// Two.
    Two,
    /// Three or more.
    More,
}

impl Expected {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Expected; 4] = [
        Expected::Unknown,
        Expected::One,
        Expected::Two,
        Expected::More,
    ];

    /// The stable name.
    pub fn id(self) -> &'static str {
        match self {
            Expected::Unknown => "unknown",
            Expected::One => "one",
            Expected::Two => "two",
            Expected::More => "more",
        }
    }

    /// The one with this name.
    pub fn parse(id: &str) -> Option<Expected> {
        Expected::ALL.into_iter().find(|one| one.id() == id)
    }
}

/// When a reply was made, by the clock of the device: seconds since 2000-01-01, UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sent(u32);

/// 2000-01-01 in milliseconds since 1970.
const EPOCH: i64 = 946_684_800_000;

impl Sent {
    /// From milliseconds since 1970: what lies outside of 2000 to 2136 is moved to its end.
    pub fn at(ms: i64) -> Sent {
        let seconds = ms.saturating_sub(EPOCH).max(0) / 1000;
        Sent(u32::try_from(seconds).unwrap_or(u32::MAX))
    }

    /// From seconds, as a link holds it.
    pub fn from_seconds(seconds: u32) -> Sent {
        Sent(seconds)
    }

    /// In seconds, as a link holds it.
    pub fn seconds(self) -> u32 {
        self.0
    }

    /// The day, in UTC.
    pub fn day(self) -> Day {
        // Below the end of the range: seconds end in 2136.
        Day::from_number((self.0 / 86_400) as u16)
    }

    /// In milliseconds since 1970.
    pub fn ms(self) -> i64 {
        EPOCH + i64::from(self.0) * 1000
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_follows_from_an_id_and_differs_from_others() {
        let id = Id::from_bytes([7; 10]);
        assert_eq!(Tag::of(&id), Tag::of(&id));
        // Stable for ever: it stands in links that are under way.
        assert_eq!(Tag::of(&id).bytes(), [21, 117, 204, 121, 181]);
        let many: std::collections::BTreeSet<Tag> =
            (0..5000).map(|n| Tag::of(&id.nth(n))).collect();
        assert_eq!(many.len(), 5000);
    }

    #[test]
    fn rounds_are_few() {
        assert_eq!(Round::new(0), None);
        assert_eq!(Round::new(16), None);
        assert_eq!(Round::FIRST.previous(), None);
        assert_eq!(Round::LAST.next(), None);
        assert_eq!(Round::FIRST.next().map(Round::number), Some(2));
    }

    #[test]
    fn respondents_are_written_and_read() {
        for bytes in [[0; 5], [255; 5], [0, 1, 2, 171, 254]] {
            let one = Respondent::from_bytes(bytes);
            assert_eq!(Respondent::parse_hex(&one.hex()), Some(one));
        }
        for bad in [
            "",
            "00",
            "0x00000000",
            "+000000000",
            "ABCDEF0123",
            "00000000000",
        ] {
            assert_eq!(Respondent::parse_hex(bad), None, "{bad}");
        }
    }

    #[test]
    fn moments_of_sending_have_a_range() {
        assert_eq!(Sent::at(0).seconds(), 0);
        assert_eq!(Sent::at(i64::MIN).seconds(), 0);
        assert_eq!(Sent::at(i64::MAX).seconds(), u32::MAX);
        let day = Sent::at(EPOCH + 86_400_999);
        assert_eq!((day.seconds(), day.ms()), (86_400, EPOCH + 86_400_000));
    }
}

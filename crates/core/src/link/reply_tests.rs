//! Replies and invitations: as they were, in any order of trouble.

use proptest::prelude::*;

use super::super::{invitation, wrapping::wrapped};
use super::*;
use crate::catalogue::{Answer, Kind as Of, Scope};
use crate::day::Day;
use crate::panel::{Expected, Invitation, Mail, Message, Themes};

fn any_entry() -> impl Strategy<Value = Entry> {
    let answers: Vec<Option<Answer>> = Answer::all().map(Some).chain([None]).collect();
    let note = || prop_oneof![4 => Just(String::new()), 1 => "[a-zæøå\n 🧭]{0,60}"];
    (prop::sample::select(answers), note(), note(), note()).prop_map(|(answer, a, b, c)| Entry {
        answer,
        reason: Note::parse(&a).unwrap(),
        evidence: Note::parse(&b).unwrap(),
        comment: Note::parse(&c).unwrap(),
    })
}

fn any_reply() -> impl Strategy<Value = Reply> {
    let about = (any::<[u8; 5]>(), 1u8..=15, 0usize..3);
    let who = (any::<[u8; 5]>(), 1u8.., any::<u32>());
    let entries = prop::collection::vec(any_entry(), Item::COUNT);
    (about, who, entries).prop_map(|((tag, round, level), (one, number, sent), entries)| {
        Reply::new(
            (
                Tag::from_bytes(tag),
                Round::new(round).unwrap(),
                Level::ALL[level],
            ),
            (
                Respondent::from_bytes(one),
                number,
                Sent::from_seconds(sent),
            ),
            &PerItem::from_fn(|item: Item| entries[item.index()].clone()),
        )
    })
}

fn any_invitation() -> impl Strategy<Value = Invitation> {
    let about = (0usize..5, any::<bool>(), 0usize..3, any::<[u8; 5]>());
    let round = (1u8..=15, 0usize..4, 1u8..64);
    let day = prop::option::of(0..u16::MAX);
    let texts = ("[a-zæøå ]{0,40}", "[a-z]{0,9}", "[a-zæøå\n]{0,99}");
    let mail = prop::option::of("[a-z]{1,9}@[a-z]{1,9}");
    (about, round, day, texts, mail).prop_map(|(about, round, day, texts, mail)| Invitation {
        kind: Of::ALL[about.0],
        scope: match about.1 {
            true => Scope::Procurement,
            false => Scope::Organisation,
        },
        level: Level::ALL[about.2],
        tag: Tag::from_bytes(about.3),
        round: Round::new(round.0).unwrap(),
        expected: Expected::ALL[round.1],
        themes: Themes::from_bits(round.2).unwrap(),
        last: day.map(Day::from_number),
        name: words::name(&texts.0).unwrap_or_default(),
        procurement: words::name(&texts.1).unwrap_or_default(),
        message: Message::parse(&texts.2).unwrap(),
        mail: mail.and_then(|mail| Mail::parse(&mail)),
    })
}

proptest! {
    #[test]
    fn replies_come_back_as_they_were(reply in any_reply()) {
        let link = encode(&reply).unwrap();
        prop_assert_eq!(decode(&link), Ok(reply.clone()));
        let bare = reply.without_texts();
        let link = encode(&bare).unwrap();
        prop_assert_eq!(link.len(), 41);
        prop_assert_eq!(decode(&link), Ok(bare));
    }

    #[test]
    fn invitations_come_back_as_they_were(one in any_invitation()) {
        let link = invitation::encode(&one).unwrap();
        prop_assert_eq!(invitation::decode(&link), Ok(one));
    }

    #[test]
    fn bytes_are_read_whole_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
        let reply = wrapped("s1.", bytes.clone());
        if let Ok(read) = decode(&reply) {
            // Another compressor may have written it.
            prop_assert_eq!(decode(&encode(&read).unwrap()), Ok(read));
        }
        let link = wrapped("i1.", bytes);
        if let Ok(read) = invitation::decode(&link) {
            prop_assert_eq!(invitation::decode(&invitation::encode(&read).unwrap()), Ok(read));
        }
    }
}

fn bytes() -> Vec<u8> {
    let mut bytes = vec![1, 0x14];
    bytes.extend([1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 1, 0, 0, 0, 9]);
    bytes.extend([0x29, 0xcb, 0xb8, 0, 0, 0, 0]);
    bytes
}

#[test]
fn what_is_not_understood_is_newer_and_what_cannot_be_is_damaged() {
    use LinkProblem::{Damaged, Newer, NoData};
    assert!(decode(&wrapped("s1.", bytes())).is_ok());
    let with = |at: usize, byte: u8| {
        let mut changed = bytes();
        changed[at] = byte;
        decode(&wrapped("s1.", changed)).err()
    };
    for (at, byte, problem) in [
        (0, 0, Damaged),
        (0, 2, Newer),
        (1, 0x04, Damaged),
        (1, 0x1c, Newer),
        (1, 0x15, Newer),
        (12, 0, Damaged),
        (23, 1, Newer),
        (23, 2, Newer),
    ] {
        assert_eq!(with(at, byte), Some(problem), "byte {at} is {byte}");
    }
    let mut cut = bytes();
    cut.pop();
    assert_eq!(decode(&wrapped("s1.", cut)), Err(Damaged));
    let more = |texts: &[u8]| decode(&wrapped("s1.", [&bytes()[..], texts].concat()));
    // The level is executive: a comment of its first item, of the first of all, a form and a
    // number that are not known.
    assert!(more(&[0, 36, 1, b'a']).is_ok());
    assert_eq!(more(&[0, 18, 1, b'a']), Err(Damaged));
    assert_eq!(more(&[2, 36, 1, b'a']), Err(Newer));
    assert_eq!(more(&[0, 71, 1, b'a']), Err(Newer));
    assert_eq!(more(&[0]), Err(Damaged));
    for (text, problem) in [
        ("", NoData),
        ("s1.", NoData),
        ("s2.", NoData),
        ("s2.AAAA", Newer),
        ("S1.AAAA", Damaged),
        ("r1.AUEmYSnLuCnLuAYwlgBzjP2I", Damaged),
    ] {
        assert_eq!(decode(text), Err(problem), "{text}");
    }
}

#[test]
fn a_changed_sign_is_found() {
    let link = encode(&decode(&wrapped("s1.", bytes())).unwrap()).unwrap();
    for at in 3..link.len() {
        for sign in ["A", "b", "7", "-", "_"] {
            let mut other = link.clone();
            other.replace_range(at..=at, sign);
            let same = other == link;
            assert_eq!(decode(&other).is_ok(), same, "{other}");
        }
    }
}

#[test]
fn an_invitation_is_read_without_inflating_where_nothing_is_compressed() {
    let mut one = Invitation {
        kind: Of::Municipality,
        scope: Scope::Organisation,
        level: Level::Political,
        tag: Tag::from_bytes([7; 5]),
        round: Round::FIRST,
        expected: Expected::More,
        themes: Themes::ALL,
        last: None,
        name: crate::assessment::Name::parse("Ås").unwrap(),
        procurement: Default::default(),
        message: Default::default(),
        mail: None,
    };
    let short = invitation::encode(&one).unwrap();
    assert_eq!(invitation::read(&short), Ok(one.clone()));
    one.message = Message::parse(&"Svar gjerne. ".repeat(30)).unwrap();
    let packed = invitation::encode(&one).unwrap();
    assert_eq!(invitation::read(&packed), Err(LinkProblem::Packed));
    assert_eq!(invitation::decode(&packed), Ok(one));
}

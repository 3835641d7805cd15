//! Round trips, damage of every kind, and each problem by its name.

use super::samples::{Dice, bare, written};
use super::*;
use crate::assessment::{Note, NoteField};
use crate::catalogue::{INSTRUMENT, Item, Variant};

fn subsets() -> impl Iterator<Item = Disclosed> {
    let choose = |bits: usize| {
        let parts = Part::ALL.into_iter().enumerate();
        parts
            .filter(|(place, _)| bits >> place & 1 == 1)
            .fold(Disclosed::default(), |all, (_, part)| all.with(part))
    };
    (0..8).map(choose)
}

#[test]
fn a_link_shows_what_is_disclosed_and_nothing_else() {
    for assessment in written(100) {
        for disclosed in subsets() {
            let shown = disclosed.of(&assessment);
            let link = encode(&assessment, &disclosed).unwrap();
            assert_eq!(decode(&link), Ok(shown.clone()));
            assert_eq!(encode(&shown, &Disclosed::all()), Ok(link));
        }
    }
}

#[test]
fn a_link_without_texts_has_27_characters() {
    for assessment in bare(50).iter().chain(&written(50)) {
        let link = encode(assessment, &Disclosed::default()).unwrap();
        assert_eq!(link.len(), 27);
        let read = decode(&link).unwrap();
        assert!(read.name.is_empty() && read.procurement.is_empty());
        for (_, entry) in read.entries.iter() {
            assert!(NoteField::ALL.iter().all(|one| entry.note(*one).is_empty()));
        }
    }
}

#[test]
fn what_is_not_asked_does_not_travel() {
    for mut quick in written(20) {
        quick.variant = Variant::Quick;
        let read = decode(&encode(&quick, &Disclosed::all()).unwrap()).unwrap();
        assert_eq!(read.answers(), quick.answers());
        for (item, entry) in read.entries.iter() {
            if !quick.variant.asks(item) {
                assert_eq!(*entry, Default::default());
            }
        }
    }
}

#[test]
fn sets_of_parts() {
    for part in Part::ALL {
        assert!(!Disclosed::default().has(part));
        assert!(Disclosed::default().with(part).with(part).has(part));
        assert!(Disclosed::all().has(part));
        for other in Part::ALL {
            assert_eq!(Disclosed::all().without(part).has(other), other != part);
        }
    }
}

#[test]
fn long_texts_are_packed_and_too_long_ones_refused() {
    let mut assessment = bare(1).remove(0);
    assessment.variant = Variant::Full;
    let mut fill = |text: &mut dyn FnMut() -> String| {
        for item in Item::all() {
            for field in NoteField::ALL {
                let note = Note::parse(&text()).unwrap();
                *assessment.entries.get_mut(item).note_mut(field) = note;
            }
        }
        encode(&assessment, &Disclosed::all()).map(|link| {
            assert_eq!(decode(&link), Ok(assessment.clone()));
            link.len()
        })
    };
    let even = fill(&mut || "Vedtatt i kommunestyret. ".repeat(80));
    assert!(even.is_ok_and(|length| length < 2000), "{even:?}");
    // Above the limit once unpacked, and so not written though it would fit.
    let bomb = fill(&mut || "\u{1f9ed}".repeat(2000));
    assert_eq!(bomb, Err(TooLong));
    // Nothing to pack: 54 × 250 figures drawn at random.
    let mut dice = Dice::new(7);
    let mut letter = || char::from(b'!' + dice.below(90) as u8);
    assert_eq!(
        fill(&mut || (0..500).map(|_| letter()).collect()),
        Err(TooLong)
    );
}

/// Refused, and never as if it were whole.
fn check_refused(changed: &str, link: &str) {
    if changed != link {
        assert!(decode(changed).is_err(), "{changed} from {link}");
    }
}

/// 200 links: a hundred without texts, the others with names, a few with everything.
fn links() -> Vec<String> {
    let names = Disclosed::default().with(Part::Names);
    let short = bare(100).into_iter().map(|one| (one, Disclosed::all()));
    let long = written(100).into_iter().enumerate().map(|(place, one)| {
        let told = if place % 33 == 0 {
            Disclosed::all()
        } else {
            names
        };
        let mut one = one;
        one.variant = Variant::Quick;
        (one, told)
    });
    let encoded = |(one, told): (Assessment, Disclosed)| encode(&one, &told).unwrap();
    short.chain(long).map(encoded).collect()
}

#[test]
fn every_truncation_change_drop_double_and_swap_is_refused() {
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_. +/=%#";
    for link in links() {
        for at in 0..link.len() {
            let (before, rest) = link.split_at(at);
            let (one, after) = rest.split_at(1);
            check_refused(before, &link);
            check_refused(&format!("{before}{after}"), &link);
            check_refused(&format!("{before}{one}{one}{after}"), &link);
            if let Some(other) = after.get(..1) {
                let tail = after.get(1..).unwrap_or_default();
                check_refused(&format!("{before}{other}{one}{tail}"), &link);
            }
            for letter in alphabet.chars() {
                check_refused(&format!("{before}{letter}{after}"), &link);
            }
        }
    }
}

pub(super) fn with_sum(payload: &[u8]) -> String {
    wrapped(PREFIX, payload.to_vec())
}

#[test]
fn each_problem_has_its_own_name() {
    use LinkProblem::{Damaged, Newer, NoData, Older};
    let data = encode(&bare(1)[0], &Disclosed::default()).unwrap();
    let data = data.strip_prefix(PREFIX).unwrap();
    // A payload of r1, its second byte, and zeros up to a length.
    let summed = |instrument: u8, about: u8, length: usize| {
        let mut payload = vec![0; length];
        payload[..2].copy_from_slice(&[instrument, about]);
        with_sum(&payload)
    };
    let packed = |bits: u128| with_sum(&[&[1, 0, 0, 0], &bits.to_be_bytes()[6..]].concat());
    for (text, problem) in [
        (String::new(), NoData),
        ("r1.".to_owned(), NoData),
        ("r2.".to_owned(), NoData),
        ("r2.AAAA".to_owned(), Newer),
        ("r10.AAAA".to_owned(), Newer),
        (summed(INSTRUMENT + 1, 0, 14), Newer),
        (summed(INSTRUMENT + 1, 0, 11), Newer),
        (summed(255, 0, 2), Newer),
        (summed(INSTRUMENT, 0x80, 14), Newer),
        (summed(INSTRUMENT, 5, 14), Newer),
        (summed(INSTRUMENT, 15, 14), Newer),
        (packed(1), Newer),
        (packed(0x40), Newer),
        (summed(INSTRUMENT, 0, 11), Older),
        (summed(INSTRUMENT, 0xff, 11), Older),
        (summed(INSTRUMENT, 0, 10), Damaged),
        (summed(INSTRUMENT, 0, 12), Damaged),
        (summed(INSTRUMENT, 0, 13), Damaged),
        // A form without a block.
        (summed(INSTRUMENT, 0, 15), Damaged),
        (summed(0, 0, 14), Damaged),
        (summed(0, 0, 11), Damaged),
        (with_sum(&[]), Damaged),
        // Targets 6 and 7; below them stand 10 bits of the checklist and 7.
        (packed(6 << 23), Damaged),
        (packed(7 << 17), Damaged),
        (format!("r2.{data}"), Damaged),
        (format!("r11.{data}"), Damaged),
        (format!("r0.{data}"), Damaged),
        (format!("r01.{data}"), Damaged),
        (format!("r+1.{data}"), Damaged),
        (format!("r99999999999.{data}"), Damaged),
        (format!("R1.{data}"), Damaged),
        (format!("l1.{data}"), Damaged),
        (format!("#r1.{data}"), Damaged),
        (format!("r1.{data}="), Damaged),
        (format!("r1.{data}\n"), Damaged),
        (format!("r.{data}"), Damaged),
        ("r1".to_owned(), Damaged),
        ("r1.A".to_owned(), Damaged),
        ("r1.æ".to_owned(), Damaged),
        (format!("r1.{}", "A".repeat(LENGTH_MAX)), Damaged),
        (format!("r2.{}", "A".repeat(LENGTH_MAX)), Damaged),
    ] {
        assert_eq!(decode(&text), Err(problem), "{text}");
    }
}

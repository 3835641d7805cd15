//! Blocks of text as nobody should write them.

use miniz_oxide::deflate::compress_to_vec;

use super::samples::Dice;
use super::tests::with_sum;
use super::*;
use crate::catalogue::Item;
use proptest::prelude::*;

const FIGURES: [u8; 14] = [1, 0, 0x26, 0x62, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
const QUICK: u8 = 0x20;

fn with_block(about: u8, form: u8, block: &[u8]) -> Result<Assessment, LinkProblem> {
    let mut payload = FIGURES.to_vec();
    payload[1] = about;
    payload.push(form);
    payload.extend(block);
    decode(&with_sum(&payload))
}

fn plain(block: &[u8]) -> Result<Assessment, LinkProblem> {
    let read = with_block(0, 0, block);
    // The same block, compressed, is the same.
    assert_eq!(with_block(0, 1, &compress_to_vec(block, 9)), read);
    read
}

#[test]
fn a_block_is_read_field_by_field() {
    let read = plain(b"\x01\x05Fosen\x02\x03Bru\x10\x01a\x11\x01b\x12\x01c\x45\x01z").unwrap();
    assert_eq!(read.name.as_str(), "Fosen");
    assert_eq!(read.procurement.as_str(), "Bru");
    let first = read.entries.get(Item::FIRST);
    let notes = [&first.reason, &first.evidence, &first.comment];
    assert_eq!(notes.map(|note| note.as_str()), ["a", "b", "c"]);
    let (_, last) = read.entries.iter().last().unwrap();
    assert_eq!(last.comment.as_str(), "z");
}

#[test]
fn what_was_never_written_is_refused() {
    use LinkProblem::{Damaged, Newer};
    let long_name = [&b"\x01\x79"[..], &[b'a'; 121]].concat();
    let long_note = [&b"\x10\xd1\x0f"[..], &[b'a'; 2001]].concat();
    let cases: [(&[u8], LinkProblem); 24] = [
        (b"", Damaged),
        (b"\x01", Damaged),
        (b"\x01\x00", Damaged),
        (b"\x01\x05Fose", Damaged),
        (b"\x01\x85", Damaged),
        (b"\x01\x81\x00a", Damaged),
        (b"\x01\x81\x80\x00a", Damaged),
        (b"\x01\x81\x80\x80\x00a", Damaged),
        (b"\x01\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x01", Damaged),
        (b"\x01\x01a\x01\x01b", Damaged),
        (b"\x02\x01a\x01\x01b", Damaged),
        (b"\x12\x01a\x11\x01b", Damaged),
        (b"\x01\x01a\x02", Damaged),
        (b"\x01\x01\xff", Damaged),
        (b"\x01\x02\xc3(", Damaged),
        (b"\x01\x01\x07", Damaged),
        (b"\x01\x02a\r", Damaged),
        (&long_name, Damaged),
        (&long_note, Damaged),
        (b"\x00\x01a", Newer),
        (b"\x03\x01a", Newer),
        (b"\x0f\x01a", Newer),
        (b"\x46\x01a", Newer),
        (b"\x01\x01a\xff\x01b", Newer),
    ];
    for (block, problem) in cases {
        assert_eq!(plain(block), Err(problem), "{block:02x?}");
    }
    // A text of an item that is not asked: the third political one.
    assert!(with_block(0, 0, b"\x16\x01a").is_ok());
    assert_eq!(with_block(QUICK, 0, b"\x16\x01a"), Err(Damaged));
    assert!(with_block(QUICK, 0, b"\x10\x01a").is_ok());
    for form in 2..=255 {
        assert_eq!(with_block(0, form, b"\x01\x01a"), Err(Newer));
        assert_eq!(with_block(0, form, b""), Err(Newer));
    }
}

#[test]
fn a_compressed_block_must_be_whole_and_alone() {
    let block = b"\x01\x05Fosen\x10\x0eSak 12 Sak 12 ".as_slice();
    let packed = compress_to_vec(block, 9);
    assert!(with_block(0, 1, &packed).is_ok());
    for end in 0..packed.len() {
        let cut = with_block(0, 1, &packed[..end]);
        assert_eq!(cut, Err(LinkProblem::Damaged), "{end}");
    }
    for more in [&[0][..], &[0, 0, 0, 0, 0, 0, 0, 0, 0], &packed] {
        let longer = [&packed, more].concat();
        assert_eq!(with_block(0, 1, &longer), Err(LinkProblem::Damaged));
    }
    // An empty stream.
    let empty = compress_to_vec(b"", 9);
    assert_eq!(with_block(0, 1, &empty), Err(LinkProblem::Damaged));
}

#[test]
fn what_does_not_inflate_says_so_and_reads_all_else() {
    let block = b"\x01\x05Fosen\x10\x0eSak 12 Sak 12 ".as_slice();
    let link = |form: u8, block: &[u8]| with_sum(&[&FIGURES[..], &[form], block].concat());
    let open = link(0, block);
    assert_eq!(read(&open), decode(&open).map(Carried::Open));
    assert!(read(&open).is_ok());
    let packed = link(1, &compress_to_vec(block, 9));
    assert_eq!(read(&packed), Err(LinkProblem::Packed));
    let found = find(&packed).unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].carried, Carried::Open(decode(&open).unwrap()));
    // Neither does it read a plan.
    let planned = link(0, b"\x47\x05cRing");
    assert_eq!(read(&planned), Err(LinkProblem::Packed));
    assert!(decode(&planned).is_ok());
    // What is damaged is told before.
    let damaged = &packed[..packed.len() - 1];
    assert_eq!(read(damaged), Err(LinkProblem::Damaged));
}

#[test]
fn a_stored_block_ends_where_it_ends() {
    // Stored, not compressed: final block, length, its complement.
    let stored = b"\x01\x08\x00\xf7\xff\x01\x06Fosen!".as_slice();
    assert!(with_block(0, 1, stored).is_ok());
    let longer = [stored, b"x"].concat();
    assert_eq!(with_block(0, 1, &longer), Err(LinkProblem::Damaged));
}

#[test]
fn a_bomb_is_refused_and_the_limit_is_exact() {
    let mut block = Vec::new();
    // Comments of four-byte characters: 36 × 8,003 bytes would be above it.
    for number in 16..48 {
        block.push(number);
        block.extend(b"\xc0\x3e");
        block.extend("\u{1f9ed}".repeat(2000).bytes());
    }
    let fill = UNPACKED_MAX - block.len() - 3;
    block.push(48);
    block.extend([fill as u8 | 0x80, (fill >> 7) as u8]);
    block.extend("\u{1f9ed}".repeat(fill / 4).bytes());
    block.extend(vec![b'a'; fill % 4]);
    assert_eq!(block.len(), UNPACKED_MAX);
    assert!(with_block(0, 1, &compress_to_vec(&block, 9)).is_ok());
    block.push(b'a');
    let over = with_block(0, 1, &compress_to_vec(&block, 9));
    assert_eq!(over, Err(LinkProblem::Damaged));
    let bomb = compress_to_vec(&vec![0; 10_000_000], 9);
    assert!(bomb.len() < 10_000);
    assert_eq!(with_block(0, 1, &bomb), Err(LinkProblem::Damaged));
}

/// What decodes, encodes to something that decodes the same.
fn check_canonical(payload: &[u8]) {
    if let Ok(read) = decode(&with_sum(payload)) {
        let again = encode(&read, &Disclosed::all()).unwrap();
        assert_eq!(decode(&again), Ok(read));
    }
}

#[test]
fn damaged_blocks_behind_a_right_checksum_never_panic() {
    let mut dice = Dice::new(99);
    for assessment in super::samples::written(300) {
        let payload = write(&assessment, &Disclosed::all()).unwrap();
        for _ in 0..20 {
            let mut changed = payload.clone();
            for _ in 0..=dice.below(3) {
                let at = dice.below(changed.len());
                changed[at] = dice.below(256) as u8;
            }
            changed.truncate(dice.below(changed.len()) + 1 + dice.below(2) * changed.len());
            check_canonical(&changed);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(3000)
    })]

    #[test]
    fn figures_that_are_read_are_written_as_they_were(
        payload in any::<[u8; 14]>(),
        first in 0..3u8,
    ) {
        let mut payload = payload;
        payload[0] = first;
        payload[1] &= 0x7f;
        payload[13] &= 0x80;
        let link = with_sum(&payload);
        if let Ok(assessment) = decode(&link) {
            prop_assert_eq!(encode(&assessment, &Disclosed::all()), Ok(link));
        }
        check_canonical(&payload);
    }

    #[test]
    fn no_block_makes_it_panic(
        form in 0..3u8,
        block in prop::collection::vec(any::<u8>(), 0..200),
    ) {
        check_canonical(&[&FIGURES[..], &[form], &block].concat());
        check_canonical(&[&FIGURES[..], &[1], &compress_to_vec(&block, 6)].concat());
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,60}", data in "[A-Za-z0-9_-]{0,80}") {
        prop_assert!(decode(&text).is_err());
        let _ = decode(&format!("r1.{data}"));
        let _ = decode(&format!("r{data}.{text}"));
    }
}

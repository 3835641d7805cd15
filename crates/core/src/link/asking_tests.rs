//! Invitations and replies: the tables of docs/link-format.md, the golden links, and damage.

use proptest::prelude::*;
use serde_json::Value;

use super::samples::{Dice, described};
use super::spec_tests::rows;
use super::*;
use crate::assessment::{Bounded, Entry, Note, NoteField};
use crate::catalogue::{Item, Kind, Level, PerItem, Scope};
use crate::day::Day;
use crate::panel::{Expected, Invitation, Mail, Message, Reply, Respondent, Round, Sent};
use crate::panel::{Tag, Themes};

const INVITATIONS: &str = include_str!("../../tests/golden/invitations.json");
const REPLIES: &str = include_str!("../../tests/golden/replies.json");

fn level(id: &str) -> Level {
    Level::ALL.into_iter().find(|one| one.id() == id).unwrap()
}

fn five(hex: &str) -> [u8; 5] {
    Respondent::parse_hex(hex).unwrap().bytes()
}

/// An invitation without texts, as a row tells of it.
fn invited([kind, scope, of, tag, round, expected, themes, last]: [&str; 8]) -> Invitation {
    Invitation {
        kind: Kind::parse(kind).unwrap(),
        scope: Scope::parse(scope).unwrap(),
        level: level(of),
        tag: Tag::from_bytes(five(tag)),
        round: Round::new(round.parse().unwrap()).unwrap(),
        expected: Expected::parse(expected).unwrap(),
        themes: match themes {
            "all" => Themes::ALL,
            some => Themes::parse(some).unwrap(),
        },
        last: (last != "-").then(|| Day::parse_iso(last).unwrap()),
        name: Bounded::default(),
        procurement: Bounded::default(),
        message: Bounded::default(),
        mail: None,
    }
}

/// The invitation with a text where its number says.
fn saying(mut one: Invitation, number: usize, text: &str) -> Invitation {
    match number {
        1 => one.name = Bounded::parse(text).unwrap(),
        2 => one.procurement = Bounded::parse(text).unwrap(),
        3 => one.message = Message::parse(text).unwrap(),
        4 => one.mail = Mail::parse(text),
        other => panic!("{other}"),
    }
    one
}

/// What a row tells of a reply.
struct Told<'a> {
    about: [&'a str; 6],
    answers: &'a str,
    texts: Vec<(usize, String)>,
}

impl Told<'_> {
    fn reply(&self) -> Reply {
        let [round, of, tag, respondent, number, sent] = self.about;
        let about = ["other", "organisation", "full", "alone", "2026-11-28"];
        let answers = described(about, self.answers, "- - -", "- - - - -").answers();
        let mut entries = PerItem::from_fn(|item| Entry {
            answer: *answers.get(item),
            ..Entry::default()
        });
        for (number, text) in &self.texts {
            let item = Item::all().nth((number - 16) / 3).unwrap();
            let field = NoteField::ALL[(number - 16) % 3];
            *entries.get_mut(item).note_mut(field) = Note::parse(text).unwrap();
        }
        Reply::new(
            (
                Tag::from_bytes(five(tag)),
                Round::new(round.parse().unwrap()).unwrap(),
                level(of),
            ),
            (
                Respondent::from_bytes(five(respondent)),
                number.parse().unwrap(),
                Sent::from_seconds(sent.parse().unwrap()),
            ),
            &entries,
        )
    }
}

/// The texts of a cell: `1: ...` in code spans, with `; ` between.
fn texts(cell: &str) -> Vec<(usize, String)> {
    // The last code span has lost its last mark.
    let texts = cell.trim_end_matches('`').split("`; ").map(|text| {
        let (number, text) = text.split_once(": `").unwrap();
        (number.parse().unwrap(), text.replace('⏎', "\n"))
    });
    texts.collect()
}

/// Rows of texts, and rows of what is refused: fragment, form or reason, texts or cause.
fn with_texts(prefix: &str) -> Vec<[&'static str; 3]> {
    let all = rows::<3>().into_iter();
    let all = all.filter(|[link, form, _]| link.starts_with(prefix) && form.parse::<u8>().is_ok());
    all.collect()
}

#[test]
fn the_tables_of_invitations_hold_both_ways() {
    let bare = rows::<10>();
    assert_eq!(bare.len(), 5);
    let read = |[link, rest @ ..]: &[&'static str; 10]| {
        let [kind, scope, level, tag, round, expected, themes, bits, last] = *rest;
        let one = invited([kind, scope, level, tag, round, expected, themes, last]);
        assert_eq!(format!("{:06b}", one.themes.bits()), bits);
        assert_eq!(invitation::encode(&one).as_deref(), Ok(*link));
        assert_eq!(invitation::decode(link), Ok(one.clone()));
        one
    };
    let bare: Vec<Invitation> = bare.iter().map(read).collect();
    let written = with_texts("i1.");
    assert_eq!(written.len(), 4);
    for [link, form, cell] in written {
        let base = bare[1].clone();
        let expected = texts(cell)
            .into_iter()
            .fold(base, |one, (number, text)| saying(one, number, &text));
        if form == "0" {
            assert_eq!(invitation::encode(&expected).as_deref(), Ok(link));
        }
        assert_eq!(invitation::decode(link), Ok(expected));
    }
}

#[test]
fn the_tables_of_replies_hold_both_ways() {
    let bare = rows::<8>();
    assert_eq!(bare.len(), 5);
    for [link, round, level, tag, respondent, number, sent, answers] in &bare {
        let expected = Told {
            about: [round, level, tag, respondent, number, sent],
            answers,
            texts: Vec::new(),
        };
        assert_eq!(reply::encode(&expected.reply()).as_deref(), Ok(*link));
        assert_eq!(reply::decode(link), Ok(expected.reply()));
    }
    let written = with_texts("s1.");
    assert_eq!(written.len(), 4);
    let [_, about @ .., answers] = bare[1];
    for [link, form, cell] in written {
        let expected = Told {
            about,
            answers,
            texts: texts(cell),
        };
        if form == "0" {
            assert_eq!(reply::encode(&expected.reply()).as_deref(), Ok(link));
        }
        assert_eq!(reply::decode(link), Ok(expected.reply()));
    }
}

#[test]
fn what_is_said_to_be_refused_is_refused() {
    let mut checked = [0; 2];
    let mut of_replies = false;
    let tables = rows::<3>().into_iter();
    // Those of other kinds follow.
    for [link, reason, cause] in tables.take_while(|[link, ..]| *link != "o1.") {
        let problem = match reason {
            "no data" => LinkProblem::NoData,
            "damaged" => LinkProblem::Damaged,
            "newer" => LinkProblem::Newer,
            _ => continue,
        };
        // The table of replies is the later one.
        of_replies |= link == "s1.";
        let read = match of_replies {
            true => reply::decode(link).map(|_| ()),
            false => invitation::decode(link).map(|_| ()),
        };
        assert_eq!(read, Err(problem), "{cause}: {link}");
        checked[usize::from(of_replies)] += 1;
    }
    assert_eq!(checked, [33, 27]);
}

fn golden(text: &str) -> Vec<Value> {
    let golden: Value = serde_json::from_str(text).unwrap();
    golden["links"].as_array().unwrap().clone()
}

fn text<'a>(row: &'a Value, name: &str) -> &'a str {
    row[name].as_str().unwrap_or("-")
}

fn number(row: &Value, name: &str) -> String {
    row[name].as_u64().unwrap().to_string()
}

fn told(row: &Value) -> Vec<(usize, String)> {
    let texts = row["texts"].as_object().unwrap().iter();
    let texts = texts.map(|(number, text)| (number.parse().unwrap(), text.as_str().unwrap()));
    texts
        .map(|(number, text)| (number, text.to_owned()))
        .collect()
}

/// What is read from a golden link is written as that link, unless another compressor made it.
fn check_written(link: &str, written: &str, bare: bool) {
    assert!(written == link || !bare, "{link}");
}

#[test]
fn golden_invitations_say_for_ever_what_they_said() {
    let rows = golden(INVITATIONS);
    assert!(rows.len() >= 21);
    for row in rows {
        let [kind, scope, level, tag] =
            ["kind", "scope", "level", "tag"].map(|name| text(&row, name));
        let [expected, themes, last] = ["expected", "themes", "last"].map(|name| text(&row, name));
        let round = number(&row, "round");
        let bare = invited([kind, scope, level, tag, &round, expected, themes, last]);
        let texts = told(&row);
        let one = texts
            .iter()
            .fold(bare, |one, (number, text)| saying(one, *number, text));
        let link = text(&row, "link");
        assert_eq!(invitation::decode(link).as_ref(), Ok(&one), "{link}");
        let written = invitation::encode(&one).unwrap();
        check_written(link, &written, texts.is_empty());
    }
}

#[test]
fn golden_replies_say_for_ever_what_they_said() {
    let rows = golden(REPLIES);
    assert!(rows.len() >= 38);
    for row in rows {
        let [round, count, sent] = ["round", "number", "sent"].map(|name| number(&row, name));
        let [level, tag, respondent] = ["level", "tag", "respondent"].map(|name| text(&row, name));
        let expected = Told {
            about: [&round, level, tag, respondent, &count, &sent],
            answers: text(&row, "answers"),
            texts: told(&row),
        };
        let link = text(&row, "link");
        assert_eq!(reply::decode(link), Ok(expected.reply()), "{link}");
        let written = reply::encode(&expected.reply()).unwrap();
        check_written(link, &written, expected.texts.is_empty());
        assert!(!expected.texts.is_empty() || link.len() <= 45, "{link}");
    }
}

/// A reply and an invitation with and without texts.
fn samples() -> [&'static str; 4] {
    let first = |cells: Vec<[&'static str; 3]>| cells[1][0];
    [
        rows::<8>()[1][0],
        rows::<10>()[1][0],
        first(with_texts("s1.")),
        first(with_texts("i1.")),
    ]
}

fn is_read(link: &str) -> bool {
    reply::decode(link).is_ok() || invitation::decode(link).is_ok()
}

const SIGNS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

#[test]
fn every_change_of_one_sign_and_every_cut_is_refused() {
    for link in samples() {
        assert!(is_read(link), "{link}");
        for at in 0..link.len() {
            let (before, rest) = link.split_at(at);
            let (one, after) = rest.split_at(1);
            for sign in SIGNS.iter().chain(b". +/=%#").map(|sign| char::from(*sign)) {
                let changed = format!("{before}{sign}{after}");
                assert_eq!(is_read(&changed), changed == link, "{changed}");
            }
            assert!(!is_read(before), "{before}");
            assert!(!is_read(&format!("{before}{one}{one}{after}")), "{at}");
            let dropped = format!("{before}{after}");
            assert!(!is_read(&dropped), "{dropped}");
        }
    }
}

#[test]
fn every_change_of_two_signs_is_refused() {
    // All places of those without texts, where a change of one stands for many: the sum is
    // linear. Two hundred thousand at random in each besides.
    let mut dice = Dice::new(0x2026_1128);
    for link in samples() {
        for _ in 0..50_000 {
            let mut changed = link.as_bytes().to_vec();
            for _ in 0..2 {
                let at = 3 + dice.below(link.len() - 3);
                changed[at] = SIGNS[dice.below(SIGNS.len())];
            }
            let changed = String::from_utf8(changed).unwrap();
            assert_eq!(is_read(&changed), changed == link, "{changed}");
        }
    }
    let link = samples()[0];
    for first in 3..link.len() {
        for second in first + 1..link.len() {
            for (one, other) in SIGNS.iter().zip(SIGNS.iter().rev()) {
                let mut changed = link.as_bytes().to_vec();
                (changed[first], changed[second]) = (*one, *other);
                let changed = String::from_utf8(changed).unwrap();
                assert_eq!(is_read(&changed), changed == link, "{changed}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(400)
    })]

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,60}", signs in "[A-Za-z0-9_-]{0,90}") {
        for text in [text, format!("i1.{signs}"), format!("s1.{signs}"), format!("s2.{signs}")] {
            let _ = (reply::decode(&text), invitation::decode(&text));
        }
    }
}

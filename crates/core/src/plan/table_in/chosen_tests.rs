//! Lines that are chosen one by one, and a first line that looks like headings.

use super::*;
use crate::assessment::{Assessment, Note};
use crate::plan::tests::{LOW, answered, id, today, with};
use crate::plan::{adding, removing};

/// A plan with a measure, and one that was taken away.
fn plan() -> Assessment {
    let text = |text: &str| Note::parse(text).unwrap();
    let added = [
        adding(&id(1), None, &text("Spør tre kommuner")),
        adding(&id(2), None, &text("Vedta målet")),
    ];
    let plan = with(answered(LOW), &added.concat());
    let gone = removing(&plan.parts, &id(2)).unwrap();
    with(plan, &[gone])
}

fn seen(text: &str, also: &[Choice], chosen: &[(usize, bool)]) -> Understood {
    let plan = plan();
    let table = read_text(text).unwrap();
    understand(&Given {
        table: &table,
        columns: &table.columns,
        also,
        chosen,
        parts: &plan.parts,
        today: today(),
        fresh: &id(200),
    })
}

fn comes(found: &Understood) -> Vec<usize> {
    let lines = found.lines.iter().filter(|line| line.fate == Fate::Comes);
    lines.map(|line| line.number).collect()
}

#[test]
fn each_line_comes_or_stays_as_it_is_chosen_and_else_as_its_kind_does() {
    let (one, two) = (id(1), id(2));
    let text = format!(
        "Tiltak;Frist;Id\nNytt;;\nEnda et;;\nSpør fire kommuner;;{}\nVedta målet;;{}\n\
         Spør tre kommuner;;\nFeil;i morgen;\nSpør fire kommuner;;{}\n",
        one.as_str(),
        two.as_str(),
        one.as_str(),
    );
    for (also, chosen, expected) in [
        (&[][..], &[][..], &[2, 3, 4][..]),
        (&[], &[(2, false), (4, false)], &[3]),
        (&[], &[(5, true), (6, true), (7, true)], &[2, 3, 4, 5, 6, 7]),
        (&[Choice::Alike], &[(6, false)], &[2, 3, 4]),
        (
            &[Choice::Alike, Choice::Gone, Choice::Faulty],
            &[],
            &[2, 3, 4, 5, 6, 7],
        ),
        // What cannot be taken in comes in no way; a line that is not there says nothing.
        (&[], &[(8, true), (1, true), (900, true)], &[2, 3, 4]),
    ] {
        let found = seen(&text, also, chosen);
        assert_eq!(comes(&found), expected, "{also:?} {chosen:?}");
        assert_eq!(found.count.comes, expected.len());
        let choices: Vec<bool> = found.lines.iter().map(Line::is_choice).collect();
        assert_eq!(choices, [true, true, true, true, true, true, false]);
    }
    let none = (2..=8).map(|line| (line, false)).collect::<Vec<_>>();
    assert!(seen(&text, &[], &none).deed.is_empty());
}

#[test]
fn a_first_line_that_looks_like_headings_stays_unless_it_is_chosen() {
    for (text, looks) in [
        (
            "Hva vi gjør\tEtter planen\nSpør tre naboer om råd og vei\t1.2.2027",
            true,
        ),
        (
            "Arbeidsoppgave;Enhet\nSpør tre naboer om råd og vei;Innkjøp",
            true,
        ),
        // Below it stand names too: nothing tells them apart.
        ("Ring\tInnkjøp\nSkriv\tØkonomi", false),
        ("Spør tre kommuner om råd\t1.2.2027\nRing\t2.2.2027", false),
        (
            "Ring.\tInnkjøp\nSpør tre naboer om råd og vei\t1.2.2027",
            false,
        ),
        ("Ring\tRing\nSpør tre naboer om råd og vei\t1.2.2027", false),
        ("Ring\nSpør tre naboer om råd og vei", false),
        ("Ring\tInnkjøp", false),
        (
            "Tiltak\tSted\nSpør tre naboer om råd og vei\t1.2.2027",
            false,
        ),
    ] {
        let table = read_text(text).unwrap();
        assert_eq!(table.seems_head, looks, "{text}");
    }
    let text = "Hva vi gjør\tEtter planen\nSpør tre naboer om råd og vei\t1.2.2027";
    let found = seen(text, &[], &[]);
    assert_eq!(found.lines[0].verdict, Verdict::Headings);
    assert_eq!(comes(&found), [2]);
    assert_eq!((found.count.new, found.count.out), (1, 1));
    let found = seen(text, &[], &[(1, true)]);
    assert_eq!(comes(&found), [1, 2]);
    let both = with(plan(), &found.deed);
    assert_eq!(crate::plan::Plan::of(&both.parts).standing().count(), 3);
}

//! Tables as people have them, and as nobody should.

use std::time::{Duration, Instant};

use super::*;
use crate::address::Id;
use crate::assessment::{Action, Assessment, Note};
use crate::catalogue::Item;
use crate::plan::tests::{LOW, answered, id, step, today, with};
use crate::plan::{Aim, Field, Plan, adding, removing};

fn read(text: &str) -> Table {
    read_text(text).unwrap()
}

fn seen_with(plan: &Assessment, table: &Table, also: &[Choice]) -> Understood {
    understand(&Given {
        table,
        columns: &table.columns,
        also,
        chosen: &[],
        parts: &plan.parts,
        today: today(),
        fresh: &id(200),
    })
}

fn seen(plan: &Assessment, text: &str, also: &[Choice]) -> Understood {
    seen_with(plan, &read(text), also)
}

fn note(text: &str) -> Note {
    Note::parse(text).unwrap()
}

/// A plan with two measures.
fn plan() -> Assessment {
    let one = adding(&id(1), None, &note("Spør tre kommuner"));
    let aim = Aim::new(Item::FIRST, step(2), step(3));
    let two = adding(&id(2), aim, &note("Vedta målet"));
    with(answered(LOW), &[one, two].concat())
}

fn after(plan: &Assessment, found: &Understood) -> Assessment {
    with(plan.clone(), &found.deed)
}

fn value(plan: &Assessment, id: &Id, field: Field) -> String {
    Plan::of(&plan.parts).get(id).unwrap().value(field)
}

fn targets(table: &Table) -> Vec<&'static str> {
    let names = table.columns.iter();
    names.map(|one| one.target.map_or("", Target::id)).collect()
}

#[test]
fn separators_titles_and_headings_are_found() {
    let known = ["text", "responsible", "deadline"];
    for (text, head, found) in [
        ("Tiltak;Ansvarlig;Frist\na;b;1.2.2027", 1, &known[..]),
        ("\u{feff}Tiltak,Ansvarlig,Frist\na,b,1.2.2027", 1, &known),
        ("Tiltak\tAnsvarlig\tFrist\na\tb\t1.2.2027", 1, &known),
        ("sep=,\nTiltak,Ansvarlig,Frist\na,b,1.2.2027", 1, &known),
        (
            "Plan for 2027;;\n;;\nTiltak;Ansvarlig;Frist\na;b;c",
            3,
            &known,
        ),
        ("Tiltak\nSpør, og lytt; så skriv", 1, &["text"]),
        // Without headings nothing but the text is guessed.
        ("1\tSpør tre kommuner\t1.2.2027", 0, &["", "text", ""]),
        ("Spør tre kommuner, og lytt\nRing ordføreren", 0, &["text"]),
        ("Vi har mange tiltak, og en frist\nx", 0, &["text"]),
        // What people write begins with such a word at times.
        ("Start dialog med markedet\nRing alle", 0, &["text"]),
        ("Mål effekten, start dialog\nRing alle", 0, &["text"]),
        (
            "Tiltak;Gjelder;Merk\nStart pilot;Status for anbud;x",
            1,
            &["text", "", ""],
        ),
        (
            "Tiltak 2027;Ansvarlig person;Frist (dato)\na;b;c",
            1,
            &known,
        ),
    ] {
        let table = read(text);
        assert_eq!(targets(&table), found, "{text:?}");
        assert_eq!(table.head, head, "{text:?}");
    }
}

#[test]
fn what_is_no_table_is_said() {
    for (bytes, problem) in [
        (&b""[..], TableProblem::Empty),
        (b"\xef\xbb\xbf", TableProblem::Empty),
        (b";;;\r\n;;;\r\n", TableProblem::Empty),
        (b"Tiltak;Frist\r\n", TableProblem::Empty),
        (b"PK\x03\x04\x14\x00", TableProblem::Workbook),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", TableProblem::Workbook),
    ] {
        assert_eq!(read_file(bytes), Err(problem), "{bytes:?}");
    }
    let large = vec![b'a'; TABLE_MAX + 1];
    assert_eq!(read_file(&large), Err(TableProblem::TooLarge));
}

#[test]
fn somebody_elses_list_comes_in_with_what_it_says() {
    let text = b"Nr\tTiltak\tAnsvar\tFrist\tStatus\tKostnad\r\n\
        1\tSp\xf8r naboen\tr\xe5dgiver\t1.10.27\tP\xe5g\xe5r\t50 000 kr\r\n\
        2\tRing\t\t\t\t\r\n\t\t\t\t\t\r\n";
    let table = read_file(text).unwrap();
    let found = seen_with(&plan(), &table, &[]);
    let count = Count {
        new: 2,
        comes: 2,
        ..Count::default()
    };
    assert_eq!(found.count, count);
    let after = after(&plan(), &found);
    let plan = Plan::of(&after.parts);
    assert_eq!(plan.measures.len(), 4);
    let one = id(200).nth(0);
    for (field, text) in [
        (Field::Text, "Spør naboen"),
        (Field::Responsible, "rådgiver"),
        (Field::Deadline, "2027-10-01"),
        (Field::Status, "underway"),
        (Field::Means, "50 000 kr"),
        (Field::Contact, ""),
    ] {
        assert_eq!(value(&after, &one, field), text);
    }
    assert_eq!(value(&after, &id(200).nth(1), Field::Status), "notstarted");
}

#[test]
fn lines_with_an_id_change_what_they_say_and_nothing_else() {
    let one = id(1);
    let text = format!(
        "Tiltak;Ansvarlig;Id\nSpør fire kommuner;'=sjef;{}",
        one.as_str()
    );
    let found = seen(&plan(), &text, &[]);
    let difference = |field, from: &str, to: &str| Difference {
        field,
        from: note(from),
        to: note(to),
        day: None,
    };
    let expected = [
        difference(Field::Text, "Spør tre kommuner", "Spør fire kommuner"),
        difference(Field::Responsible, "", "=sjef"),
    ];
    assert_eq!(found.lines[0].verdict, Verdict::Changes(expected.to_vec()));
    let changed = after(&plan(), &found);
    assert_eq!(value(&changed, &one, Field::Status), "notstarted");
    // Once more, it says what stands there.
    assert_eq!(seen(&changed, &text, &[]).lines[0].verdict, Verdict::Same);
    // An empty cell empties the field, where the table is ours.
    let emptied = format!(
        "Tiltak;Ansvarlig;Status;Id\nSpør fire kommuner;;;{}",
        one.as_str()
    );
    let found = seen(&changed, &emptied, &[]);
    let expected = [difference(Field::Responsible, "=sjef", "")];
    assert_eq!(found.lines[0].verdict, Verdict::Changes(expected.to_vec()));
    // A sub-goal in words takes the place of an item, and an item that of words.
    let two = id(2);
    let goal = |cell: &str| format!("Delmål;Id\n{cell};{}", two.as_str());
    let words = after(&plan(), &seen(&plan(), &goal("Flere prøver"), &[]));
    assert_eq!(value(&words, &two, Field::Aim), "");
    assert_eq!(value(&words, &two, Field::Goal), "Flere prøver");
    let item = "Kultur, i toppledelsen: fra trinn 3 til 4";
    let back = after(&words, &seen(&words, &goal(item), &[]));
    assert_eq!(value(&back, &two, Field::Aim), "executive.culture:3:4");
}

#[test]
fn what_stays_out_says_why_and_comes_in_when_chosen() {
    let away = removing(&plan().parts, &id(2)).unwrap();
    let plan = with(plan(), &[away]);
    let text = format!(
        "Planen;;;\nTiltak;Frist;Status;Id\n\
         spør TRE kommuner!;;;\n\
         Nytt;snart;;\n\
         Nytt;;;\n\
         Vedta målet;;;{two}\n\
         Vedta;;;{two}\n\
         ;1.1.2027;;\n\
         a;b;c;d;e\n\
         Tro;;nesten;x y\n\
         \"Halv;;;",
        two = id(2).as_str()
    );
    let found = seen(&plan, &text, &[]);
    let verdicts: Vec<_> = found.lines.iter().map(|one| &one.verdict).collect();
    let expected = [
        Verdict::Out(Out::AboveHead),
        Verdict::Alike(Twin::Measure),
        Verdict::New,
        Verdict::Alike(Twin::Line(4)),
        Verdict::Gone,
        Verdict::Out(Out::SameId(6)),
        Verdict::Out(Out::NoText),
        Verdict::Out(Out::Wider),
        Verdict::New,
        Verdict::Out(Out::Half),
    ];
    assert_eq!(verdicts, expected.iter().collect::<Vec<_>>());
    assert!(found.deed.is_empty());
    let faults = |line: usize| -> Vec<(Target, &str, CellProblem)> {
        let faults = found.lines[line].faults.iter();
        faults
            .map(|one| (one.target, one.cell.as_str(), one.problem))
            .collect()
    };
    let deadline = Target::Of(Field::Deadline);
    assert_eq!(faults(2), [(deadline, "snart", CellProblem::NoDay)]);
    let status = Target::Of(Field::Status);
    assert_eq!(
        faults(8),
        [
            (Target::Id, "x y", CellProblem::NoId),
            (status, "nesten", CellProblem::NoStatus)
        ]
    );
    for (also, comes) in [
        (&[Choice::Alike][..], 2),
        (&[Choice::Gone], 1),
        (&[Choice::Faulty], 2),
        (&[Choice::Alike, Choice::Gone, Choice::Faulty], 5),
    ] {
        let found = seen(&plan, &text, also);
        assert_eq!(found.count.comes, comes, "{also:?}");
        let before = Plan::of(&plan.parts).standing().count();
        let now = Plan::of(&after(&plan, &found).parts).standing().count();
        assert_eq!(now, before + comes, "{also:?}");
    }
}

#[test]
fn what_is_hostile_is_text_or_stays_out() {
    let text = "Tiltak;Kommentar\n\
        '=HYPERLINK(\"x\");<script>alert(1)</script>\n\
        a\0b\u{7};\u{202e}snudd 😀\n";
    let found = seen(&plan(), text, &[]);
    assert_eq!(found.count.comes, 2);
    let after = after(&plan(), &found);
    let read = |n, field| value(&after, &id(200).nth(n), field);
    assert_eq!(read(0, Field::Text), "=HYPERLINK(\"x\")");
    assert_eq!(read(0, Field::Log), "<script>alert(1)</script>");
    assert_eq!(read(1, Field::Text), "ab");
    assert_eq!(read(1, Field::Log), "\u{202e}snudd 😀");
}

#[test]
fn columns_can_be_taken_for_something_else() {
    let mut table = read("Tiltak;Merke\nRing;snart");
    choose(&mut table.columns, 1, Some(Target::Of(Field::Contact)));
    let found = seen_with(&plan(), &table, &[]);
    let after = after(&plan(), &found);
    assert_eq!(value(&after, &id(200).nth(0), Field::Contact), "snart");
    // With nothing that says what is to be done, nothing comes.
    choose(&mut table.columns, 0, None);
    let found = seen_with(&plan(), &table, &[]);
    assert_eq!(found.lines[0].verdict, Verdict::Out(Out::NoText));
}

#[test]
fn where_there_is_no_room_it_is_said_how_many_come() {
    let many: String = (0..MEASURES_MAX + 5)
        .map(|n| format!("Nytt {n}\n"))
        .collect();
    let found = seen(&plan(), &format!("Tiltak\n{many}"), &[]);
    assert_eq!(
        (found.count.comes, found.count.no_room),
        (MEASURES_MAX - 2, 7)
    );
    // Long texts fill the plan earlier.
    let wide = "x".repeat(1990);
    let many: String = (0..600).map(|n| format!("{n}{wide}\n")).collect();
    let found = seen(&plan(), &format!("Tiltak\n{many}"), &[]);
    assert_eq!(found.count.comes + found.count.no_room, 600);
    let after = after(&plan(), &found);
    assert!(after.parts.room() < 4 * 2000, "{}", after.parts.room());
}

/// Time for a table of so many lines, with the worst that stands in cells.
fn taken(lines: usize) -> Duration {
    let rows: String = (0..lines)
        .map(|n| format!("Tiltak {n};\"a \"\" b\";snart;\"x\" y;Gjort;1.2.2027\n"))
        .collect();
    let text = format!("Tiltak;Ansvarlig;Start;Kommentar;Status;Frist\n{rows}");
    let begun = Instant::now();
    let table = read(&text);
    let found = seen_with(&plan(), &table, &[Choice::Faulty]);
    let time = begun.elapsed();
    assert_eq!(found.lines.len(), lines.min(LINES_MAX));
    assert_eq!(table.more, lines.saturating_sub(LINES_MAX));
    time
}

/// The least of three: other programs are at work.
fn least(mut run: impl FnMut() -> Duration) -> Duration {
    let times: Vec<_> = (0..3).map(|_| run()).collect();
    times.into_iter().min().unwrap()
}

#[test]
fn ten_thousand_lines_take_no_more_time_than_they_are_many() {
    let [few, many] = [1_000, 10_000].map(|lines| least(|| taken(lines)));
    // Ten times as much is linear, a hundred times what must not be.
    assert!(many < few * 40, "{few:?} and {many:?}");
    taken(12_000);
    // All open quotation marks, all separators, one endless line.
    for text in ["\"a;b\n", ";", "a"] {
        let [few, many] = [1, 10].map(|times| {
            let text = text.repeat(times * 200_000 / text.len());
            least(|| {
                let begun = Instant::now();
                let _ = read_text(&text).map(|table| seen_with(&plan(), &table, &[]));
                begun.elapsed()
            })
        });
        assert!(many < few * 40, "{text:?}: {few:?} and {many:?}");
    }
}

#[test]
fn all_actions_of_a_line_stand_in_the_plan() {
    let found = seen(&plan(), "Tiltak;Frist\na;1.2.2027", &[]);
    let of_plan =
        |one: &Action| matches!(one, Action::PartWritten(key, _) if key.collection() == "plan");
    assert!(found.deed.iter().all(of_plan));
    assert_eq!(found.deed.len(), 3);
}

#[test]
fn a_day_that_stands_there_is_no_fault_however_far_off() {
    let far = Field::Deadline.key(&id(1)).unwrap();
    let plan = plan().apply(&Action::PartWritten(far, note("2060-01-01")), today());
    let line = |day: &str| {
        format!(
            "Tiltak;Frist;Status;Id\nSpør tre kommuner;{day};Gjort;{}",
            id(1).as_str()
        )
    };
    let found = seen(&plan, &line("1.1.2060"), &[]);
    assert_eq!(found.lines[0].faults, []);
    assert_eq!(value(&after(&plan, &found), &id(1), Field::Status), "done");
    let found = seen(&plan, &line("2.1.2060"), &[]);
    assert_eq!(found.lines[0].faults.len(), 1);
}

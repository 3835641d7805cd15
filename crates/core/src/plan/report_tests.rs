//! What becomes of reports: in whatever order they come, and however often.

use proptest::prelude::*;

use super::*;
use crate::assessment::Assessment;
use crate::plan::tests::{answered, id, with};
use crate::plan::{adding, bringing_back, removing};

/// The assessment whose measures are reported on.
fn of() -> Id {
    id(99)
}

fn note(text: &str) -> Note {
    Note::parse(text).unwrap()
}

/// Three measures, numbered 1 to 3.
fn planned() -> Assessment {
    let measures = [1, 2, 3].map(|n| adding(&id(n), None, &note("Spør")));
    with(answered([3; 18]), &measures.concat())
}

fn said(measure: u8, status: Option<Status>, text: &str) -> Reported {
    Reported {
        measure: Tag::of(&id(measure)),
        status,
        reason: Note::default(),
        note: note(text),
    }
}

fn dropped(measure: u8, reason: &str) -> Reported {
    Reported {
        reason: note(reason),
        ..said(measure, Some(Status::Dropped), "")
    }
}

/// After all that these report.
const TODAY: Day = Day::from_number(9_800);

fn report(sent: u32, measures: Vec<Reported>) -> Report {
    Report {
        tag: Tag::of(&of()),
        respondent: Respondent::from_bytes([1; 5]),
        number: 1,
        sent: Sent::from_seconds(sent),
        measures,
    }
}

fn taken(now: Assessment, reports: &[Report]) -> Assessment {
    let deed = judge(reports, &of(), &now.parts, TODAY).deed(|_| true).0;
    with(now, &deed)
}

fn fates(now: &Assessment, reports: &[Report]) -> Vec<Fate> {
    let judged = judge(reports, &of(), &now.parts, TODAY);
    judged.told.iter().map(|one| one.fate).collect()
}

fn status(now: &Assessment, measure: u8) -> (Status, String) {
    let plan = Plan::of(&now.parts);
    let measure = plan.get(&id(measure)).unwrap();
    (measure.status, measure.reason.as_str().to_owned())
}

fn notes(now: &Assessment, measure: u8) -> Vec<String> {
    let plan = Plan::of(&now.parts);
    let notes = &plan.get(&id(measure)).unwrap().notes;
    let texts = notes.iter().map(|one| one.text.as_str().to_owned());
    texts.collect()
}

/// Few moments, numbers and devices, so that some are alike.
fn any_report() -> impl Strategy<Value = Report> {
    let text = || prop::sample::select(vec!["", "a", "b", "c"]);
    let row = (0usize..5, text(), text());
    let rows = prop::collection::vec(row, 3);
    let about = (0u32..3, 1u8..3, 0u8..3);
    (about, rows).prop_map(|((sent, number, who), rows)| Report {
        tag: Tag::of(&of()),
        respondent: Respondent::from_bytes([who; 5]),
        number,
        sent: Sent::from_seconds(sent),
        measures: (1..)
            .zip(rows)
            .map(|(n, (status, reason, text))| {
                let status = Status::ALL.get(status).copied();
                let is = status == Some(Status::Dropped);
                Reported {
                    reason: note(if is { reason } else { "" }),
                    ..said(n, status, text)
                }
            })
            .filter(|said| !said.is_empty())
            .collect(),
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn reports_come_to_the_same_in_any_order_and_however_often(
        (all, other) in prop::collection::vec(any_report(), 0..7)
            .prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle())),
        at_once in 1usize..4,
        again: bool,
    ) {
        let expected = taken(planned(), &all);
        let mut now = other.chunks(at_once).fold(planned(), taken);
        if again {
            now = all.chunks(at_once + 1).fold(now, taken);
        }
        prop_assert_eq!(&now.parts, &expected.parts);
        // Nothing comes in twice.
        prop_assert_eq!(judge(&all, &of(), &now.parts, TODAY).comes(), 0);
        // The last that says how far a measure has come counts, and no note is lost.
        for n in 1..=3 {
            let said = all.iter().flat_map(|report| {
                let of_it = report.measures.iter();
                let of_it = of_it.filter(move |said| said.measure == Tag::of(&id(n)));
                of_it.map(move |said| (report, said))
            });
            let last = said.clone().filter_map(|(report, said)| {
                Some((report.turn(said)?, said))
            });
            let last = last.max_by(|(one, _), (other, _)| one.cmp(other));
            let told = last.map_or((Status::NotStarted, String::new()), |(_, said)| {
                (said.status.unwrap(), said.reason.as_str().to_owned())
            });
            prop_assert_eq!(status(&now, n), told);
            let mut texts: Vec<_> = said
                .filter(|(_, said)| !said.note.is_empty())
                .map(|(report, said)| {
                    let text = said.note.as_str().to_owned();
                    (text, report.sent, report.respondent, report.number)
                })
                .collect();
            texts.sort();
            texts.dedup();
            let texts: Vec<String> = texts.into_iter().map(|(text, ..)| text).collect();
            let mut kept = notes(&now, n);
            kept.sort();
            prop_assert_eq!(kept, texts);
        }
    }

    #[test]
    fn what_stands_for_the_last_report_is_read_back(
        one in any_report(),
        text in "[0-9a-c.]{0,40}",
    ) {
        for said in &one.measures {
            if let Some(last) = one.turn(said) {
                prop_assert_eq!(turn(&written(&last)), Some(last.clone()));
                prop_assert_eq!(reported_holds(LAST, &written(&last)), Some(true));
            }
        }
        prop_assert_eq!(turn(&text), None);
        prop_assert_eq!(reported_holds(LAST, &text), Some(text.is_empty()));
        prop_assert_eq!(reported_holds("other", ""), None);
    }
}

#[test]
fn each_fate_is_told() {
    let done = |sent, text| report(sent, vec![said(1, Some(Status::Done), text)]);
    let now = taken(planned(), &[done(10, "Ferdig")]);
    assert_eq!(status(&now, 1), (Status::Done, String::new()));
    let undone = |sent, text| report(sent, vec![said(1, Some(Status::UnderWay), text)]);
    for (said, expected) in [
        (undone(11, ""), Fate::Changes),
        (undone(11, "Ikke likevel"), Fate::Changes),
        // The status that it has.
        (done(11, ""), Fate::Adds),
        // A note alone, however old.
        (report(1, vec![said(1, None, "Går bra")]), Fate::Adds),
        (undone(9, "Snart"), Fate::NoteOnly),
        (done(10, "Ferdig"), Fate::Same),
        (undone(9, ""), Fate::Older),
        (
            report(11, vec![said(9, Some(Status::Done), "")]),
            Fate::Unknown,
        ),
    ] {
        let judged = judge(std::slice::from_ref(&said), &of(), &now.parts, TODAY);
        assert_eq!(judged.told[0].fate, expected, "{said:?}");
        assert_eq!(
            judged.deed(|_| true).0.is_empty(),
            !expected.comes_in(),
            "{said:?}"
        );
        assert_eq!(judged.comes(), usize::from(expected.comes_in()));
    }
    // Beside a later one, in whatever order.
    let (early, late) = (done(11, "Nå"), undone(12, ""));
    let fates_of = |reports: &[Report]| fates(&now, reports);
    assert_eq!(
        fates_of(&[early.clone(), late.clone()]),
        [Fate::NoteOnly, Fate::Changes]
    );
    assert_eq!(fates_of(&[late, early]), [Fate::Changes, Fate::NoteOnly]);
}

#[test]
fn a_measure_that_was_taken_away_gets_nothing_until_it_is_back() {
    let now = planned();
    let gone = with(now.clone(), &[removing(&now.parts, &id(2)).unwrap()]);
    let reports = [report(
        5,
        vec![
            said(2, Some(Status::Done), "Ferdig"),
            said(3, None, "I gang"),
        ],
    )];
    assert_eq!(fates(&gone, &reports), [Fate::Gone, Fate::Adds]);
    let taken_in = taken(gone, &reports);
    assert_eq!(status(&taken_in, 2).0, Status::NotStarted);
    assert_eq!(notes(&taken_in, 3), ["I gang"]);
    let back = bringing_back(&id(2)).into_iter().collect::<Vec<_>>();
    let back = with(taken_in, &back);
    assert_eq!(fates(&back, &reports), [Fate::Changes, Fate::Same]);
    let back = taken(back, &reports);
    assert_eq!(status(&back, 2).0, Status::Done);
    assert_eq!(notes(&back, 2), ["Ferdig"]);
}

#[test]
fn reports_of_another_assessment_are_counted_and_left() {
    let mut other = report(5, vec![said(1, Some(Status::Done), "")]);
    other.tag = Tag::of(&id(98));
    let judged = judge(&[other.clone(), other], &of(), &planned().parts, TODAY);
    assert_eq!((judged.told.len(), judged.elsewhere), (0, 2));
    assert!(judged.deed(|_| true).0.is_empty());
}

#[test]
fn the_reason_is_that_of_the_report_that_counts() {
    let first = report(5, vec![dropped(1, "For dyrt")]);
    let second = report(6, vec![dropped(1, "")]);
    let third = report(7, vec![said(1, Some(Status::UnderWay), "")]);
    let now = taken(planned(), std::slice::from_ref(&first));
    assert_eq!(status(&now, 1), (Status::Dropped, "For dyrt".to_owned()));
    for order in [
        [&first, &second, &third],
        [&third, &first, &second],
        [&second, &third, &first],
    ] {
        let (two, three) = order.split_at(2);
        let of_two: Vec<Report> = two.iter().map(|one| (*one).clone()).collect();
        let now = taken(planned(), &of_two);
        let last = of_two.iter().max_by_key(|one| one.sent).unwrap();
        let last = last.measures[0].clone();
        let reason = last.counting_reason().to_owned();
        assert_eq!(status(&now, 1), (last.status.unwrap(), reason));
        let now = taken(now, &[three[0].clone()]);
        assert_eq!(status(&now, 1), (Status::UnderWay, String::new()));
    }
}

#[test]
fn what_was_made_days_from_now_counts_for_nothing() {
    let day = |n: u16| u32::from(TODAY.number() + n) * 86_400;
    let said = |sent, status| report(sent, vec![said(1, Some(status), "Sett")]);
    let (here, ahead) = (said(day(1), Status::UnderWay), said(day(2), Status::Done));
    let both = [ahead.clone(), here];
    assert_eq!(fates(&planned(), &both), [Fate::Ahead, Fate::Changes]);
    let now = taken(planned(), &both);
    assert_eq!(status(&now, 1).0, Status::UnderWay);
    assert_eq!(notes(&now, 1).len(), 1);
    // Two days later it is as good as any.
    let later = Day::from_number(TODAY.number() + 2);
    let judged = judge(&[ahead], &of(), &now.parts, later);
    assert_eq!(judged.told[0].fate, Fate::Changes);
}

#[test]
fn what_two_say_at_once_is_kept_of_both() {
    let one = report(5, vec![said(1, Some(Status::Done), "Ferdig")]);
    let other = Report {
        respondent: Respondent::from_bytes([2; 5]),
        ..one.clone()
    };
    let both = [one.clone(), other, one];
    let now = taken(planned(), &both);
    assert_eq!(status(&now, 1).0, Status::Done);
    assert_eq!(notes(&now, 1), ["Ferdig", "Ferdig"]);
    assert_eq!(fates(&planned(), &both), [Fate::NoteOnly, Fate::Changes]);
    let plan = Plan::of(&now.parts);
    let [asked] = &assignments(&plan, &of())[..] else {
        panic!("nobody is responsible")
    };
    assert_eq!(asked.reported(&plan, &now.parts), None);
    let plan = Plan::of(&planned().parts);
    let all = &assignments(&plan, &of())[0];
    assert_eq!(all.reported(&plan, &now.parts), Some(Sent::from_seconds(5)));
}

#[test]
fn a_note_that_was_changed_or_taken_away_does_not_come_back() {
    let reports = [report(5, vec![said(1, None, "Ferdig")])];
    let now = taken(planned(), &reports);
    let plan = Plan::of(&now.parts);
    let row = plan.get(&id(1)).unwrap().notes[0].id.clone();
    for text in ["Nesten ferdig", ""] {
        let now = with(
            now.clone(),
            &noting(&row, note(text)).into_iter().collect::<Vec<_>>(),
        );
        assert_eq!(fates(&now, &reports), [Fate::Same]);
    }
}

#[test]
fn everybody_is_asked_of_what_is_open() {
    let key = |n: u8, field: Field, text: &str| {
        Action::PartWritten(field.key(&id(n)).unwrap(), note(text))
    };
    let deed = [
        key(1, Field::Responsible, " Rådmann "),
        key(2, Field::Responsible, "Innkjøpssjef"),
        key(2, Field::Status, "underway"),
        key(2, Field::Deadline, "2027-06-30"),
    ];
    let more = [4, 5].map(|n| adding(&id(n), None, &note("Møt"))).concat();
    let done = key(4, Field::Status, "done");
    let now = with(with(with(planned(), &deed), &more), &[done]);
    let all = assignments(&Plan::of(&now.parts), &of());
    let names: Vec<&str> = all.iter().map(|one| one.responsible.as_str()).collect();
    assert_eq!(names, ["Innkjøpssjef", "Rådmann", ""]);
    assert!(all.iter().all(|one| one.tag == Tag::of(&of())));
    let counts: Vec<usize> = all.iter().map(|one| one.measures.len()).collect();
    assert_eq!(counts, [1, 1, 2]);
    let one = &all[0].measures[0];
    assert_eq!(one.measure, Tag::of(&id(2)));
    assert_eq!((one.text.as_str(), one.status), ("Spør", Status::UnderWay));
    assert_eq!(one.deadline, Day::parse_iso("2027-06-30"));
}

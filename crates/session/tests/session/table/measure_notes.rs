//! Notes of measures, and measures that are deleted for good.

use forankring_core::address::{Id, Route};
use forankring_core::assessment::Note;
use forankring_core::day::Day;
use forankring_core::plan::{Field, FieldProblem, Gone, Measure, NoteCell, Noted, Plan};
use forankring_core::texts::key;
use forankring_session::desk::{self, Event as Did, Turn};
use forankring_session::screens::planning::Event;
use forankring_session::screens::planning::notes::Event as Writes;

use super::Start::Link;
use super::planning::{AT, does, entered, own, plan, row};
use super::{Desk, Step, check, played};
use crate::world::World;

fn measure(world: &World) -> Measure {
    let plan = plan(world);
    plan.get(&row(1)).cloned().expect("it is there")
}

/// A measure whose form is open, with a note that is begun; after it, what else is done.
fn begun(more: Vec<Step>) -> Vec<Step> {
    let open = does(Event::EditTurned(row(1)));
    let note = does(Event::Note(Writes::Wanted(row(1))));
    let steps = vec![entered(Field::Text, "Spør"), open, note];
    steps.into_iter().chain(more).collect()
}

/// The id of the note that is begun, the same in each row that starts so.
fn note() -> Id {
    let world = played(AT, begun(vec![]));
    let begun = own(&world).notes.begun.clone();
    begun.expect("it is begun").id
}

fn writes(text: &str) -> Step {
    does(Event::Note(Writes::Written(note(), text.to_owned())))
}

fn dates(day: &str) -> Step {
    does(Event::Note(Writes::DayEntered(note(), day.to_owned())))
}

fn removes() -> Step {
    does(Event::Note(Writes::RemoveWanted(row(1), note())))
}

fn undo() -> Step {
    Desk(Did::TurnedBack(Turn::Undo))
}

fn day(text: &str) -> Option<Day> {
    Day::parse_iso(text)
}

/// The notes in which something stands, each with its day.
fn told(world: &World) -> Vec<(Option<Day>, String)> {
    let measure = measure(world);
    let told = |one: &Noted| (one.day, one.text.as_str().to_owned());
    measure.noted().map(told).collect()
}

#[test]
fn a_note_is_kept_once_something_stands_in_it_and_taken_back_with_its_text() {
    let world = played(AT, begun(vec![]));
    let today = world.seen(0).today;
    assert_eq!(measure(&world).notes, []);
    assert_eq!(own(&world).notes.shown(&measure(&world)).len(), 1);
    let field = format!("Focus notat-text-{}", note().as_str());
    check(AT, begun(vec![]), &field);
    // Another one is not begun before something stands in the first.
    let again = does(Event::Note(Writes::Wanted(row(1))));
    assert_eq!(
        own(&played(AT, begun(vec![again])))
            .notes
            .begun
            .as_ref()
            .map(|one| &one.id),
        Some(&note())
    );

    let world = played(AT, begun(vec![writes("I"), writes("I gang")]));
    assert_eq!(told(&world), [(Some(today), "I gang".to_owned())]);
    // One step back takes away what was noted, and not the measure; its field stays.
    let world = played(AT, begun(vec![writes("I gang"), undo()]));
    assert_eq!(told(&world), []);
    assert_eq!(measure(&world).text.as_str(), "Spør");
    assert_eq!(own(&world).notes.shown(&measure(&world)).len(), 1);
    let redo = Desk(Did::TurnedBack(Turn::Redo));
    let world = played(AT, begun(vec![writes("I gang"), undo(), redo]));
    assert_eq!(told(&world), [(Some(today), "I gang".to_owned())]);
    // In what came by a link nothing is noted.
    check(Link(Route::Plan), vec![writes("I gang")], "");
}

#[test]
fn the_day_of_a_note_is_the_one_that_was_entered_last() {
    let of = |steps| told(&played(AT, begun(steps)))[0].0;
    let before = || dates("2055-11-03");
    assert_eq!(of(vec![before(), writes("I gang")]), day("2055-11-03"));
    // What is written afterwards leaves it.
    let steps = vec![writes("I"), before(), writes("I gang")];
    assert_eq!(of(steps), day("2055-11-03"));
    let steps = vec![before(), writes("I"), dates("2055-10-01"), undo()];
    assert_eq!(of(steps), day("2055-11-03"));
    // One that cannot be meant changes nothing, and is said.
    for (entered, problem) in [
        ("", FieldProblem::NoDay),
        ("0002-11-03", FieldProblem::FarOff),
    ] {
        let world = played(AT, begun(vec![before(), writes("I gang"), dates(entered)]));
        assert_eq!(told(&world)[0].0, day("2055-11-03"), "{entered}");
        let refused = own(&world).notes.refused(&note()).map(|one| one.problem);
        assert_eq!(refused, Some(problem), "{entered}");
    }
    let half = does(Event::Note(Writes::DayHalfEntered(note())));
    let world = played(AT, begun(vec![writes("I gang"), half, dates("2055-11-03")]));
    assert_eq!(own(&world).notes.refused(&note()), None);
}

#[test]
fn a_note_that_is_taken_away_comes_back_by_one_step() {
    let world = played(AT, begun(vec![writes("I gang"), removes()]));
    assert_eq!(told(&world), []);
    assert_eq!(own(&world).notes.shown(&measure(&world)), []);
    assert_eq!(
        own(&world).told.as_ref().map(|one| one.key),
        Some(key::PLAN_NOTE_REMOVED)
    );
    let world = played(AT, begun(vec![writes("I gang"), removes(), undo()]));
    assert_eq!(told(&world)[0].1, "I gang");
    // One in which nothing stood is not told of.
    let world = played(AT, begun(vec![removes()]));
    assert_eq!(own(&world).told, None);
    assert_eq!(own(&world).notes.begun, None);
}

#[test]
fn a_note_that_is_too_long_keeps_its_form_open() {
    let long = "å".repeat(Note::LIMIT + 1);
    let turn = || does(Event::EditTurned(row(1)));
    let world = played(AT, begun(vec![writes(&long), turn()]));
    assert_eq!(own(&world).editing, Some(row(1)));
    let place = desk::Field::Part(NoteCell::Text.key(&note()).unwrap());
    assert_eq!(world.seen(0).overlong(&place), Some(&*long));
    let world = played(AT, begun(vec![writes(&long), writes("kort"), turn()]));
    assert_eq!(own(&world).editing, None);
    assert_eq!(told(&world)[0].1, "kort");
}

#[test]
fn the_log_of_earlier_versions_stays_in_the_form_where_it_is_emptied() {
    let open = || does(Event::EditTurned(row(1)));
    let steps = vec![entered(Field::Log, "27.11.2026: I gang"), open()];
    assert!(own(&played(AT, steps)).notes.log);
    let emptied = vec![entered(Field::Log, "a"), open(), entered(Field::Log, "")];
    assert!(own(&played(AT, emptied)).notes.log);
    assert!(
        !own(&played(AT, vec![entered(Field::Text, "a"), open()]))
            .notes
            .log
    );
}

#[test]
fn a_measure_is_deleted_for_good_once_it_was_taken_away_and_asked_about() {
    let away = || does(Event::RemoveWanted(row(1)));
    let ask = || does(Event::DeleteWanted(row(1)));
    let yes = || does(Event::DeleteConfirmed(row(1)));
    let no = || does(Event::DeleteDenied);
    let noted = |more: Vec<Step>| begun([writes("I gang")].into_iter().chain(more).collect());
    let after = |more| {
        let world = played(AT, noted(more));
        let plan = plan(&world);
        plan.measures.first().map(|one| one.gone)
    };
    let deleted = || vec![away(), ask(), yes()];
    assert_eq!(after(deleted()), None);
    // Nobody asked, it was denied, or it was not taken away first.
    assert_eq!(after(vec![away(), yes()]), Some(Gone::Yes));
    assert_eq!(after(vec![away(), ask(), no(), yes()]), Some(Gone::Yes));
    assert_eq!(after(vec![ask(), yes()]), Some(Gone::No));
    let back = does(Event::BackWanted(row(1)));
    assert_eq!(after(vec![away(), ask(), back, yes()]), Some(Gone::No));
    // No step back brings anything of it again.
    for steps in 1..6 {
        let back = (0..steps).map(|_| undo());
        let more = deleted().into_iter().chain(back).collect();
        let world = played(AT, noted(more));
        let parts = &world.open(0).assessment.parts;
        assert_eq!(Plan::of(parts).measures.len(), 0, "{steps}");
        let left: Vec<&str> = parts.all().iter().map(|(_, text)| text.as_str()).collect();
        assert!(
            !left.contains(&"I gang") && !left.contains(&"Spør"),
            "{left:?}"
        );
    }
}

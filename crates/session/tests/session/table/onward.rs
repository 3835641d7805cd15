//! On from an item: by keys, not without a reason that is asked for, and to the overview.

use forankring_core::address::{Place, Route};
use forankring_core::assessment::{Action, Note, NoteField};
use forankring_core::catalogue::{Answer, Item};
use forankring_session::desk::Event as Did;

use super::Start::{At, Kept as IsKept};
use super::desk::{followed, pressed};
use super::{Comes, Desk, Step, check, kept, played};
use crate::world::COMMITS;

/// Chooses for an item without going on.
fn chose(item: Item, answer: Answer) -> Step {
    Desk(Did::Changed(Action::AnswerChosen(item, answer)))
}

#[test]
fn arrows_move_the_choice_and_go_round() {
    let new = || At(Route::Answer, "ny");
    for (keys, answer) in [
        (vec!["ArrowDown"], "1"),
        (vec!["ArrowUp"], "1"),
        (vec!["ArrowRight", "ArrowRight", "ArrowDown"], "3"),
        (vec!["5", "ArrowDown"], "dk"),
        (vec!["5", "ArrowDown", "ArrowDown", "ArrowDown"], "1"),
        (vec!["1", "ArrowLeft"], "na"),
        (vec!["3", "ArrowUp"], "2"),
    ] {
        let world = played(new(), keys.iter().map(|key| pressed(key)).collect());
        let entries = &world.shown(0).entries;
        let found = entries.get(Item::FIRST).answer.map(Answer::code);
        assert_eq!(found, Some(answer), "{keys:?}");
    }
}

#[test]
fn nobody_goes_on_from_not_applicable_without_a_reason() {
    let item = Item::FIRST;
    let next = Item::parse("political.coherence").unwrap();
    let last = Item::parse("political.cooperation").unwrap();
    let not = || chose(item, Answer::NotApplicable);
    let onward = |item| Desk(Did::Onward(item));
    let reason = |text: &str| {
        let note = Note::parse(text).unwrap();
        Desk(Did::Changed(Action::NoteWritten(
            item,
            NoteField::Reason,
            note,
        )))
    };
    let asked = "Focus reason-political.goal";
    for stays in [onward(item), pressed("Enter")] {
        check(
            IsKept(Route::Answer),
            vec![not(), Comes(COMMITS), stays],
            asked,
        );
    }
    // Where a level stands on the page, so do the items before.
    let steps = vec![not(), Comes(COMMITS), onward(last)];
    check(IsKept(Route::Level), steps, asked);
    let steps = vec![not(), reason("Gjelder ikke"), onward(item)];
    let world = played(IsKept(Route::Answer), steps);
    assert_eq!(world.seen(0).item(), next);
    assert_eq!(world.seen(0).wanting, None);
    // Any other way is open.
    let steps = vec![
        not(),
        onward(item),
        followed(Route::Answer, Place::Kept(kept(), Some(next))),
    ];
    let world = played(IsKept(Route::Answer), steps);
    assert_eq!(world.seen(0).item(), next);
    assert_eq!(world.seen(0).wanting, None);
}

#[test]
fn the_last_item_leads_to_the_overview() {
    let last = Item::parse("operational.cooperation").unwrap();
    let leads = |route, told| check(IsKept(route), vec![Desk(Did::Onward(last))], told);
    // Answering holds nothing of it.
    leads(
        Route::Answer,
        "AskBeforeLeaving false, Visit review#A with 1, HandOver 1",
    );
    for route in [Route::Level, Route::Meeting] {
        leads(
            route,
            "Push review#A, Replace #A, Focus h1, Title review of Ås",
        );
    }
}

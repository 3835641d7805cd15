//! A reply on its way: what the link says, and what is said of it.

use forankring_core::address::Place;
use forankring_core::assessment::{Action, Note, NoteField};
use forankring_core::catalogue::{Answer, Level};
use forankring_core::panel::Invited;
use forankring_core::texts::key;
use forankring_session::desk::{Event as Did, Focus, Turn};
use forankring_session::replying::{Event, Given, Handing, Texts};

use super::replying::{answered, invited, own, sent};
use crate::world::{COPIES_REPLY, How, MAKES, invitation, rated};

#[test]
fn a_second_click_on_send_makes_nothing_twice() {
    let mut world = invited();
    answered(&mut world, 0, 6);
    world.clear_log(0);
    world.reply(0, Event::SendWanted);
    world.reply(0, Event::SendWanted);
    let log = &world.tabs[0].doc().log;
    assert_eq!(log.iter().filter(|one| MAKES(one)).count(), 1);
    world.settle();
    let first = sent(&mut world, 0);
    world.reply(0, Event::SendWanted);
    world.settle();
    assert_eq!(sent(&mut world, 0), first, "the same is the same again");
}

#[test]
fn a_changed_mind_is_sent_under_the_next_number_and_as_the_same_respondent() {
    let mut world = invited();
    answered(&mut world, 0, 6);
    let first = sent(&mut world, 0);
    world.change(0, Action::AnswerChosen(own(0), rated(5)));
    let open = world.open(0).assessment.clone();
    assert_eq!(
        world.replying(0).ready(&open),
        None,
        "the old link is not shown any more"
    );
    let known = Invited::of(&open.parts).unwrap();
    assert!(world.replying(0).is_changed(&known, &open));
    let second = sent(&mut world, 0);
    assert_eq!((first.number, second.number), (1, 2));
    assert_eq!(first.respondent, second.respondent);
    assert_eq!(second.answer(own(0)), Some(rated(5)));
    // Undo takes the answer back, and not what was noted of sending.
    world.desk(0, Did::TurnedBack(Turn::Undo));
    world.settle();
    let noted = Invited::of(&world.shown(0).parts).unwrap().sending.unwrap();
    assert_eq!(
        (noted.number, world.shown(0).entries.get(own(0)).answer),
        (2, Some(rated(3)))
    );
}

#[test]
fn a_link_that_comes_late_is_not_shown_for_other_answers() {
    let mut world = invited();
    answered(&mut world, 0, 6);
    world.reply(0, Event::SendWanted);
    world.change(0, Action::AnswerChosen(own(1), rated(1)));
    world.settle();
    let open = world.open(0).assessment.clone();
    assert!(matches!(world.replying(0).given, Given::Ready(_)));
    assert_eq!(world.replying(0).ready(&open), None);
    assert_eq!(sent(&mut world, 0).answer(own(1)), Some(rated(1)));
}

#[test]
fn what_was_written_goes_along_unless_it_is_left_out() {
    let mut world = invited();
    answered(&mut world, 0, 6);
    let note = Note::parse("Vi prøver").unwrap();
    world.change(0, Action::NoteWritten(own(2), NoteField::Comment, note));
    assert_eq!(
        sent(&mut world, 0).entry(own(2)).comment.as_str(),
        "Vi prøver"
    );
    world.reply(0, Event::TextsSwitched);
    assert_eq!(world.replying(0).texts, Texts::Left);
    let without = sent(&mut world, 0);
    assert!(!without.has_texts());
    assert_eq!(without.number, 2);
}

#[test]
fn what_does_not_apply_says_why_before_it_is_sent() {
    let mut world = invited();
    answered(&mut world, 0, 5);
    world.change(0, Action::AnswerChosen(own(5), Answer::NotApplicable));
    world.reply(0, Event::SendWanted);
    assert_eq!(world.replying(0).given, Given::No);
    assert_eq!(world.seen(0).item(), own(5));
    assert_eq!(world.said(0).1, Some(key::ANSWER_REASON_FIRST));
}

#[test]
fn nothing_answered_is_nothing_to_send() {
    let mut world = invited();
    world.reply(0, Event::BeginWanted);
    world.reply(0, Event::SendWanted);
    assert_eq!(world.replying(0).given, Given::No);
    world.settle();
    assert_eq!(Invited::of(&world.shown(0).parts).unwrap().sending, None);
}

#[test]
fn what_is_seen_from_here_is_chosen_apart_and_left_again() {
    let mut world = invited();
    answered(&mut world, 0, 6);
    let [first, ..] = Level::Political.items();
    world.reply(0, Event::SeenWanted(Level::Political));
    assert_eq!(world.seen(0).item(), first);
    // Her own come to their end by themselves, and so do these.
    for _ in 0..6 {
        world.desk(0, Did::Pressed("2".to_owned()));
        world.desk(0, Did::Pressed("Enter".to_owned()));
    }
    assert_eq!(
        world.seen(0).place,
        Some(Place::Kept(invitation().place(), None))
    );
    let with = sent(&mut world, 0);
    assert_eq!((with.answered(), with.answer(first)), (6, Some(rated(2))));
    world.reply(0, Event::SeenLeft(Level::Political));
    assert_eq!(world.focus(0), Some(Focus::Id("sett-political".to_owned())));
    assert_eq!(sent(&mut world, 0).answer(first), None);
}

#[test]
fn a_part_that_cannot_be_fetched_is_told_and_asked_for_again() {
    let mut world = invited();
    answered(&mut world, 0, 6);
    world.reply(0, Event::SendWanted);
    assert!(world.let_come(0, MAKES, How::Fails));
    assert_eq!(world.replying(0).given, Given::Failed(key::REPLY_UNFETCHED));
    let reply = sent(&mut world, 0);
    assert_eq!(reply.number, 1, "nothing was sent under the first number");
}

#[test]
fn what_was_done_with_the_link_is_told_and_never_that_it_is_delivered() {
    for (handing, fails, said) in [
        (Handing::Copied, false, key::REPLY_COPIED),
        (Handing::Copied, true, key::REPLY_COPY_INSECURE),
        (Handing::AllCopied, false, key::REPLY_ALL_COPIED),
        (Handing::Mailed, false, key::REPLY_MAILED),
        (Handing::Sheet, false, key::REPLY_SHEET_OPENED),
    ] {
        let mut world = invited();
        answered(&mut world, 0, 6);
        world.reply(0, Event::Handed(handing, "lenke".to_owned()));
        let how = if fails { How::Fails } else { How::Comes };
        world.let_come(0, COPIES_REPLY, how);
        let told = world.replying(0).receipt.as_ref().unwrap();
        assert_eq!(told.key, said, "{handing:?}");
    }
}

//! What a respondent's device keeps comes back as it was, and what it sends says what she answered.

use super::*;
use crate::catalogue::{Answer, Kind, Level, Scope, Step};
use crate::link::invitation;
use crate::panel::{Expected, Round, Tag, Themes};

fn invited() -> Invitation {
    Invitation {
        kind: Kind::Municipality,
        scope: Scope::Organisation,
        level: Level::Executive,
        tag: Tag::of(&Id::from_bytes([7; 10])),
        round: Round::FIRST,
        expected: Expected::Two,
        themes: Themes::ALL,
        last: None,
        name: crate::assessment::Name::parse("Ås").unwrap(),
        procurement: Default::default(),
        message: Default::default(),
        mail: None,
    }
}

fn done(mut assessment: Assessment, deed: &[Action]) -> Assessment {
    for action in deed {
        assessment.take_in(action, Day::from_number(9000));
    }
    assessment
}

fn begun() -> Assessment {
    let (one, link) = (invited(), invitation::encode(&invited()).unwrap());
    let who = Respondent::from_bytes([1, 2, 3, 4, 5]);
    let deed = Invited::begins(&one.place(), &link, Some(who), false);
    done(one.blank(Day::from_number(9000)), &deed)
}

#[test]
fn what_is_begun_is_known_again() {
    let found = Invited::of(&begun().parts).unwrap();
    assert_eq!(found.link, invitation::encode(&invited()).unwrap());
    assert_eq!(
        found.respondent,
        Some(Respondent::from_bytes([1, 2, 3, 4, 5]))
    );
    assert_eq!((found.sending, found.meeting), (None, false));
    let asked = begun().variant.asked().unwrap();
    assert_eq!(
        (asked.level(), begun().variant.count()),
        (Level::Executive, 6)
    );
    assert_eq!(Invited::of(&Parts::default()), None);
}

#[test]
fn a_long_link_is_kept_in_pieces_and_gives_way_to_a_short_one() {
    let link = format!("i1.{}", "A".repeat(3000));
    let row = invited().place();
    let who = Some(Respondent::from_bytes([9; 5]));
    let kept = done(begun(), &Invited::begins(&row, &link, who, true));
    let found = Invited::of(&kept.parts).unwrap();
    assert_eq!(
        (found.link, found.respondent, found.meeting),
        (link, who, true)
    );
    let short = invitation::encode(&invited()).unwrap();
    let kept = done(kept, &Invited::begins(&row, &short, who, false));
    let found = Invited::of(&kept.parts).unwrap();
    assert_eq!((found.link, found.meeting), (short, false));
    assert!(
        kept.parts
            .all()
            .iter()
            .all(|(key, _)| key.field() != "linkb")
    );
}

#[test]
fn the_number_rises_when_something_else_is_sent() {
    let mut kept = begun();
    let mut number = 0;
    for step in [1, 2, 2, 5] {
        let item = Level::Executive.items()[0];
        let answer = Answer::Rated(Step::new(step).unwrap());
        kept = done(kept, &[Action::AnswerChosen(item, answer)]);
        let before = Invited::of(&kept.parts).unwrap();
        let given = content(&replied(&kept, true));
        let same = before
            .sending
            .as_ref()
            .is_some_and(|one| one.given == given);
        let sending = Sending::after(before.sending.as_ref(), given, 1_800_000_000_000);
        number += u8::from(!same);
        assert_eq!(sending.number, number);
        kept = done(kept, &before.sends(&sending));
        assert_eq!(Invited::of(&kept.parts).unwrap().sending, Some(sending));
    }
    assert_eq!(number, 3);
    let last = Sending {
        number: 255,
        sent: Sent::at(0),
        given: Id::from_bytes([1; 10]),
    };
    let other = Id::from_bytes([2; 10]);
    assert_eq!(Sending::after(Some(&last), other, 0).number, 255);
}

#[test]
fn a_reply_says_what_was_asked_and_no_more() {
    let (own, seen, never) = (
        Level::Executive.items()[1],
        Level::Political.items()[0],
        Level::Operational.items()[0],
    );
    let three = Answer::Rated(Step::new(3).unwrap());
    let note = |item, field| Action::NoteWritten(item, field, Note::parse("Fordi").unwrap());
    let asked = begun().variant.asked().unwrap().with(Level::Political);
    let kept = done(
        begun(),
        &[
            Action::VariantChosen(Variant::Asked(asked)),
            Action::AnswerChosen(own, three),
            Action::AnswerChosen(seen, Answer::DontKnow),
            Action::AnswerChosen(never, three),
            note(own, NoteField::Comment),
            note(own, NoteField::Reason),
            note(seen, NoteField::Comment),
        ],
    );
    let sending = Sending::after(None, content(&replied(&kept, true)), 1_800_000_000_000);
    let who = Respondent::from_bytes([1; 5]);
    let reply = invited().reply(&kept, (who, &sending), true);
    assert_eq!(reply.answer(own), Some(three));
    assert_eq!(reply.answer(seen), Some(Answer::DontKnow));
    assert_eq!(reply.answer(never), None);
    assert_eq!(reply.entry(own).comment.as_str(), "Fordi");
    // A reason stands with what is not applicable alone, texts with one's own level.
    assert!(reply.entry(own).reason.is_empty() && reply.entry(seen).comment.is_empty());
    assert!(!invited().reply(&kept, (who, &sending), false).has_texts());
}

#[test]
fn what_is_gathered_is_one_of_each_respondent() {
    let mut list = invited().blank(Day::from_number(9000));
    let long = format!("s1.{}", "A".repeat(5000));
    for (who, link) in [(1, "s1.first"), (2, &long), (1, "s1.second")] {
        list = done(list, &gathers(Respondent::from_bytes([who; 5]), link));
    }
    let mut found = gathered(&list.parts);
    found.sort();
    assert_eq!(found, [long.as_str(), "s1.second"]);
    let (place, seat, meeting) = (invited().place(), invited().seat(), invited().meeting());
    assert!(place != seat && seat != meeting && meeting != place);
}

#[test]
fn fields_hold_what_is_meant_for_them() {
    let row = "b".repeat(16);
    for (collection, field, text, fits) in [
        (INVITED, "link", "i1.abc", Some(true)),
        (INVITED, "linkb", "x y", Some(false)),
        (INVITED, "linkz", "x", None),
        (INVITED, "respondent", "0102030405", Some(true)),
        (INVITED, "respondent", "0102", Some(false)),
        (INVITED, "number", "0", Some(false)),
        (INVITED, "number", "255", Some(true)),
        (INVITED, "sent", "-1", Some(false)),
        (INVITED, "given", &row, Some(true)),
        (INVITED, "meeting", "1", Some(true)),
        (INVITED, "meeting", "2", Some(false)),
        (INVITED, "name", "x", None),
        (GATHERED, "link", "s1.abc", Some(true)),
        (GATHERED, "number", "1", None),
    ] {
        assert_eq!(
            holds(collection, field, text),
            fits,
            "{collection} {field} {text}"
        );
    }
}

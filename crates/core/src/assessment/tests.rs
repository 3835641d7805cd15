//! What actions do, and that each can be taken back.

use super::*;
use crate::catalogue::Level;

fn blank() -> Assessment {
    Assessment::blank(Kind::County, Scope::Organisation, Day::from_number(0))
}

#[test]
fn an_answer_changes_its_item_and_the_date_only() {
    let day = Day::from_number(9);
    for item in Item::all() {
        let after = blank().apply(&Action::AnswerChosen(item, Answer::DontKnow), day);
        assert_eq!(after.date, day);
        for (other, entry) in after.entries.iter() {
            let expected = (other == item).then_some(Answer::DontKnow);
            assert_eq!(entry.answer, expected, "{}", other.id());
        }
    }
}

#[test]
fn notes_stay_when_the_answer_changes() {
    let item = Item::FIRST;
    let note = Note::parse("Sak 12/2026").unwrap_or_default();
    let day = Day::from_number(1);
    let after = blank()
        .apply(
            &Action::NoteWritten(item, NoteField::Evidence, note.clone()),
            day,
        )
        .apply(&Action::AnswerChosen(item, Answer::NotApplicable), day)
        .apply(&Action::KindChosen(Kind::State), day);
    assert_eq!(after.entries.get(item).evidence, note);
    assert_eq!(after.kind, Kind::State);
}

#[test]
fn answers_from_step_3_want_evidence() {
    for (code, evidence, expected) in [
        ("2", "", false),
        ("3", "", true),
        ("5", "", true),
        ("5", "Sak 12/2026", false),
        ("dk", "", false),
        ("na", "", false),
    ] {
        let entry = Entry {
            answer: Answer::parse(code),
            evidence: Note::parse(evidence).unwrap(),
            ..Entry::default()
        };
        assert_eq!(entry.is_undocumented(), expected, "{code} {evidence}");
    }
}

#[test]
fn every_action_can_be_taken_back_and_done_again() {
    let item = Item::FIRST;
    let name = Name::parse("Fosen").unwrap();
    let note = Note::parse("Sak 1").unwrap();
    let actions = [
        Action::AnswerChosen(item, Answer::DontKnow),
        Action::AnswerChosen(item, Answer::NotApplicable),
        Action::AnswerCleared(item),
        Action::NoteWritten(item, NoteField::Reason, note.clone()),
        Action::NoteWritten(item, NoteField::Evidence, note),
        Action::NameWritten(name.clone()),
        Action::ProcurementWritten(name),
        Action::KindChosen(Kind::State),
        Action::ScopeChosen(Scope::Procurement),
        Action::VariantChosen(Variant::Quick),
        Action::AnsweredByChosen(AnsweredBy::Group),
        Action::PerspectiveAnswered(Perspective::Plan, Covered::No),
        Action::PerspectiveAnswered(Perspective::Plan, Covered::Yes),
        Action::PerspectiveCleared(Perspective::Plan),
        Action::TargetChosen(Level::Political, Step::new(3)),
        Action::TargetChosen(Level::Political, None),
    ];
    let day = Day::from_number(0);
    // One after the other, each taken back and done again on the way.
    let mut now = blank();
    for action in &actions {
        let undoing = now.undoing(action);
        let after = now.clone().apply(action, day);
        assert_eq!(after.clone().apply(&undoing, day), now, "{action:?}");
        assert_eq!(after.undoing(&undoing), *action, "{action:?}");
        now = after;
    }
}

#[test]
fn one_resumes_at_the_first_gap() {
    let mut assessment = blank();
    assert_eq!(assessment.first_unanswered(), Some(Item::FIRST));
    for item in Level::Political.items() {
        let chosen = Action::AnswerChosen(item, Answer::NotApplicable);
        assessment = assessment.apply(&chosen, Day::from_number(2));
    }
    let next = assessment.first_unanswered().map(Item::id);
    assert_eq!(next.as_deref(), Some("executive.goal"));
    assert_eq!(assessment.answered(), 6);
}

#[test]
fn the_quick_variant_loses_no_answer() {
    let day = Day::from_number(1);
    let full = Item::all().fold(blank(), |assessment, item| {
        assessment.apply(&Action::AnswerChosen(item, Answer::DontKnow), day)
    });
    let quick = full
        .clone()
        .apply(&Action::VariantChosen(Variant::Quick), day);
    assert_eq!(quick.answered(), 6);
    let scored = quick.answers();
    assert_eq!(scored.iter().filter(|(_, a)| a.is_some()).count(), 6);
    let again = quick.apply(&Action::VariantChosen(Variant::Full), day);
    assert_eq!(again, full);
}

#[test]
fn what_is_answered_about_the_document_and_aimed_at_is_kept() {
    let day = Day::from_number(1);
    let after = blank()
        .apply(
            &Action::PerspectiveAnswered(Perspective::Purposes, Covered::Partly),
            day,
        )
        .apply(&Action::TargetChosen(Level::Executive, Step::new(4)), day)
        .apply(&Action::ScopeChosen(Scope::Procurement), day);
    assert_eq!(
        after.checklist.get(Perspective::Purposes),
        Some(Covered::Partly)
    );
    assert_eq!(
        after.checklist.iter().filter(|(_, c)| c.is_some()).count(),
        1
    );
    assert_eq!(
        after.targets.get(Level::Executive).map(Step::number),
        Some(4)
    );
    assert_eq!(after.subject().scope, Scope::Procurement);
    let without = after.apply(&Action::TargetChosen(Level::Executive, None), day);
    assert_eq!(without.targets, PerLevel::default());
}

#[test]
fn what_no_screen_shows_is_not_passed_on() {
    let note = |text| Note::parse(text).unwrap();
    let mut one = Assessment::blank(Kind::County, Scope::Organisation, Day::from_number(0));
    one.name = Name::parse("Fylket").unwrap();
    one.procurement = Name::parse("Ferjer").unwrap();
    let (rated, not_applicable) = (Item::ALL[0], Item::ALL[1]);
    for item in [rated, not_applicable] {
        one.entries.get_mut(item).reason = note("fordi");
        one.entries.get_mut(item).comment = note("ja");
    }
    one.entries.get_mut(not_applicable).answer = Some(Answer::NotApplicable);
    let shown = one.as_shown();
    assert_eq!(shown.procurement, Name::default());
    assert_eq!(shown.name, one.name);
    assert!(shown.entries.get(rated).reason.is_empty());
    assert_eq!(
        shown.entries.get(not_applicable),
        one.entries.get(not_applicable)
    );
    assert_eq!(shown.entries.get(rated).comment, note("ja"));
    one.scope = Scope::Procurement;
    assert_eq!(one.as_shown().procurement, one.procurement);
}

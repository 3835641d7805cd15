//! The desk.

use forankring_core::address::{Id, Place, Route};
use forankring_core::assessment::Action;
use forankring_core::catalogue::{AnsweredBy, Item, Scope, Variant};
use forankring_session::desk::{Entered, Event as Did, Field, Focus, Keeping, Told, Turn};

use super::Start::{At, Kept as IsKept, Link};
use super::{Comes, Desk, Fails, Step, Time, check, kept, place};
use crate::world::{COMMITS, LOADS, WORDS, named, page, rated};

pub(super) fn followed(route: Route, to: Place) -> Step {
    Desk(Did::Followed(page(route), to))
}

fn answered(step: u8) -> Step {
    Desk(Did::Changed(Action::AnswerChosen(Item::FIRST, rated(step))))
}

fn moved(route: Route, to: Place) -> Step {
    Desk(Did::Moved(
        page(route),
        to,
        String::new(),
        None,
        Entered::Anew,
    ))
}

pub(super) fn pressed(key: &str) -> Step {
    Desk(Did::Pressed(key.to_owned()))
}

#[test]
fn opening() {
    check(
        IsKept(Route::Start),
        vec![followed(Route::Result, place())],
        "AskBeforeLeaving false, Visit result#A with 0",
    );
    check(
        IsKept(Route::Method),
        vec![followed(Route::Result, place())],
        "Push result#A, Wait 4000, Load A, Replace #A, Focus h1, Title result, FetchGrounds Soon",
    );
    check(
        IsKept(Route::Method),
        vec![followed(Route::Result, place()), Comes(LOADS)],
        "Replace #A, Settled, Title result of Ås, Remember #A",
    );
    check(
        IsKept(Route::Method),
        vec![followed(Route::Result, place()), Fails(LOADS)],
        "Settled",
    );
    check(
        IsKept(Route::Start),
        vec![followed(Route::Answer, place()), Comes(LOADS)],
        "Replace #A/political.goal, Settled, Title answer of Ås, Remember #A/political.goal",
    );
    check(
        IsKept(Route::Result),
        vec![followed(Route::Plan, place())],
        "AskBeforeLeaving false, Visit plan#A with 1, HandOver 1",
    );
    check(
        IsKept(Route::Result),
        vec![followed(Route::Start, Place::Nothing)],
        "AskBeforeLeaving false, Visit start# with 1, HandOver 1",
    );
    check(
        IsKept(Route::Setup),
        vec![moved(Route::Level, place())],
        "Like levels, Replace #A/political.goal, Focus h1, Title level of Ås, \
         Remember #A/political.goal",
    );
    // An entry of a screen that the build lacks: the page is loaded, and begins there.
    check(
        IsKept(Route::Result),
        vec![moved(Route::Level, place())],
        "Wait 4000, Load A, Replace #A, FetchGrounds Soon",
    );
    check(
        IsKept(Route::Answer),
        vec![followed(Route::Result, place())],
        "AskBeforeLeaving false, Visit result#A with 1, HandOver 1",
    );
    check(
        At(Route::Result, ""),
        vec![followed(Route::Result, Place::Nothing)],
        "Push result#, Wait 4000, FindLast",
    );
    check(
        At(Route::Start, ""),
        vec![followed(Route::Setup, Place::New(Variant::Quick, None))],
        "AskBeforeLeaving false, Visit setup#kort with 0",
    );
    check(
        At(Route::Method, ""),
        vec![followed(Route::Setup, Place::New(Variant::Quick, None))],
        "Push setup#kort, Wait 4000, Load N, Replace #kort (draft), Focus h1, Settled, Title setup",
    );
    check(
        Link(Route::Result),
        vec![followed(Route::Share, Place::Nothing)],
        "AskBeforeLeaving false, Visit share# with 0",
    );
}

fn back(route: Route, to: Place) -> Step {
    let (fragment, again) = (String::new(), Entered::Again);
    Desk(Did::Moved(page(route), to, fragment, None, again))
}

#[test]
fn going_back_leads_to_where_one_was_and_not_to_the_heading() {
    let compare = || followed(Route::Compare, place());
    check(
        IsKept(Route::History),
        vec![compare(), back(Route::History, place())],
        "Replace #A, Focus back, Title history of Ås, States A",
    );
    check(
        IsKept(Route::History),
        vec![compare(), moved(Route::History, place())],
        "Replace #A, Focus h1, Title history of Ås, States A",
    );
    // Between items the question is what one goes back to.
    let item = |n: usize| Place::Kept(kept(), Some(Item::ALL[n]));
    check(
        IsKept(Route::Answer),
        vec![
            followed(Route::Answer, item(1)),
            back(Route::Answer, item(0)),
        ],
        "Replace #A/political.goal, Focus question, Remember #A/political.goal",
    );
}

#[test]
fn the_sample_is_shown_and_nothing_of_it_is_remembered_or_written() {
    let changed = || Desk(Did::Changed(Action::NameWritten(Default::default())));
    check(
        At(Route::Method, ""),
        vec![followed(Route::Result, Place::Sample)],
        "Push result#eksempel, Focus h1, Settled, \
         Title result of Fjordvik kommune, FetchGrounds Soon",
    );
    let look = || followed(Route::Result, Place::Sample);
    check(At(Route::Method, ""), vec![look(), changed()], "");
    check(
        At(Route::Method, ""),
        vec![
            look(),
            Desk(Did::Hidden),
            followed(Route::Plan, Place::Sample),
        ],
        "AskBeforeLeaving false, Visit plan#eksempel with 0",
    );
    // It is not answered.
    check(
        At(Route::Method, ""),
        vec![look(), followed(Route::Answer, Place::Sample)],
        "Push answer#eksempel, Focus h1, Title answer",
    );
}

#[test]
fn who_answers_follows_how_many_items_until_it_is_said() {
    let variant = |one| Desk(Did::Changed(Action::VariantChosen(one)));
    let by = |one| Desk(Did::Changed(Action::AnsweredByChosen(one)));
    let fresh = At(Route::Setup, "");
    check(
        fresh,
        vec![variant(Variant::Quick)],
        "Commit N 2, Wait 4000, AskBeforeLeaving true",
    );
    check(
        fresh,
        vec![
            by(AnsweredBy::Group),
            Comes(COMMITS),
            variant(Variant::Quick),
        ],
        "Commit N 1, Wait 4000, AskBeforeLeaving true",
    );
    // Begun for a meeting, it is answered by a group already; one that is kept stays.
    check(At(Route::Setup, "kort"), vec![by(AnsweredBy::Group)], "");
    check(
        IsKept(Route::Setup),
        vec![variant(Variant::Quick)],
        "Commit A 1, Wait 4000, AskBeforeLeaving true",
    );
}

#[test]
fn answering() {
    check(
        IsKept(Route::Answer),
        vec![answered(4)],
        "Commit A 1, Wait 4000, AskBeforeLeaving true",
    );
    check(IsKept(Route::Answer), vec![answered(4), answered(4)], "");
    check(IsKept(Route::Answer), vec![answered(4), answered(5)], "");
    check(
        IsKept(Route::Answer),
        vec![answered(4), Comes(COMMITS)],
        "Tell A, AskBeforeLeaving false",
    );
    check(
        IsKept(Route::Answer),
        vec![answered(4), answered(5), Comes(COMMITS)],
        "Tell A, Commit A 1, Wait 4000",
    );
    check(
        IsKept(Route::Answer),
        vec![answered(4), Fails(COMMITS)],
        "Wait 1000",
    );
    check(
        IsKept(Route::Answer),
        vec![answered(4), Fails(COMMITS), Desk(Did::RetryWanted)],
        "Commit A 1, Wait 4000",
    );
    check(
        IsKept(Route::Answer),
        vec![answered(4), Fails(COMMITS), Desk(Did::Hidden)],
        "HandOver 1, Commit A 1, Wait 4000",
    );
    check(
        IsKept(Route::Answer),
        vec![answered(4), Time, Desk(Did::RetryWanted)],
        "Commit A 1, Wait 4000",
    );
    check(
        IsKept(Route::Answer),
        vec![Desk(Did::TurnedBack(Turn::Undo))],
        "",
    );
    check(
        IsKept(Route::Answer),
        vec![answered(4), Desk(Did::TurnedBack(Turn::Undo))],
        "",
    );
    check(
        At(Route::Answer, "ny"),
        vec![answered(4)],
        "Commit N 1, Wait 4000, AskBeforeLeaving true",
    );
    check(
        At(Route::Answer, "ny"),
        vec![answered(4), Comes(COMMITS)],
        "Replace #N/political.goal (draft), Tell N, AskBeforeLeaving false, \
            Remember #N/political.goal",
    );
    check(
        At(Route::Answer, "ny"),
        vec![pressed("4")],
        "Commit N 1, Wait 4000, AskBeforeLeaving true",
    );
    check(At(Route::Answer, "ny"), vec![pressed("6")], "");
    check(
        At(Route::Answer, "ny"),
        vec![pressed("Enter")],
        "Push answer#ny/political.coherence (draft), Replace #ny/political.coherence (draft), \
            Focus question",
    );
    check(IsKept(Route::Level), vec![pressed("4")], "");
    check(IsKept(Route::Level), vec![pressed("ArrowDown")], "");
    check(
        IsKept(Route::Review),
        vec![pressed("4"), pressed("Enter")],
        "",
    );
    check(Link(Route::Result), vec![answered(4)], "");
    let tab = || Desk(Did::KeepingChosen(Keeping::Tab));
    let browser = || Desk(Did::KeepingChosen(Keeping::Browser));
    check(
        At(Route::Setup, ""),
        vec![tab(), answered(4)],
        "AskBeforeLeaving true",
    );
    check(
        At(Route::Setup, ""),
        vec![tab(), answered(4), browser()],
        "Commit N 1, Wait 4000",
    );
    let long = || Desk(Did::Overlong(Field::Name, "x".repeat(121)));
    check(At(Route::Setup, ""), vec![long()], "AskBeforeLeaving true");
    check(
        At(Route::Setup, ""),
        vec![long(), Desk(Did::Changed(named("Ås")))],
        "Commit N 1, Wait 4000, Title setup of Ås",
    );
}

#[test]
fn pages_that_are_hidden_and_shown() {
    check(IsKept(Route::Answer), vec![Desk(Did::Hidden)], "HandOver 1");
    check(
        IsKept(Route::Answer),
        vec![Desk(Did::Hidden), Desk(Did::Shown)],
        "HandOver 0, Load A",
    );
    check(
        IsKept(Route::Answer),
        vec![Desk(Did::Returned(Some(Vec::new())))],
        "Load A, Wait 4000, Copy Look",
    );
    check(
        IsKept(Route::Answer),
        vec![answered(4), Desk(Did::Returned(Some(Vec::new())))],
        "Wait 4000, Load A, Replace #A/political.goal, Wait 4000, Copy Look",
    );
    check(
        IsKept(Route::Answer),
        vec![answered(4), Desk(Did::Returned(None))],
        "Load A, Wait 4000, Copy Look, AskBeforeLeaving true",
    );
    check(At(Route::Answer, "ny"), vec![Desk(Did::Hidden)], "");
    check(Link(Route::Result), vec![Desk(Did::Hidden)], "");
}

#[test]
fn other_tabs() {
    check(
        IsKept(Route::Answer),
        vec![Desk(Did::Heard(Told::Written(kept())))],
        "Load A",
    );
    let other = Id::from_bytes([9; 10]);
    check(
        IsKept(Route::Answer),
        vec![Desk(Did::Heard(Told::Written(other)))],
        "",
    );
    check(
        IsKept(Route::Start),
        vec![Desk(Did::Heard(Told::Changed))],
        "Wait 4000, Copy Look, Wait 4000, List 50",
    );
    check(
        Link(Route::Result),
        vec![Desk(Did::Heard(Told::Changed))],
        "Wait 4000, Copy Look",
    );
}

#[test]
fn words_files_and_the_rest() {
    let procurement = || Desk(Did::Changed(Action::ScopeChosen(Scope::Procurement)));
    check(
        IsKept(Route::Setup),
        vec![procurement()],
        "FetchWords, Wait 4000, Commit A 1, Wait 4000, AskBeforeLeaving true",
    );
    check(
        IsKept(Route::Setup),
        vec![procurement(), Fails(WORDS), Desk(Did::WordsWanted)],
        "FetchWords, Wait 4000",
    );
    check(
        IsKept(Route::Setup),
        vec![Desk(Did::WordsWanted), Comes(WORDS), procurement()],
        "Commit A 1, Wait 4000, AskBeforeLeaving true",
    );
    check(
        IsKept(Route::Answer),
        vec![Desk(Did::FileWanted)],
        "Save forankring-2057-01-14.json",
    );
    check(IsKept(Route::Result), vec![Desk(Did::PrintWanted)], "Print");
    check(
        IsKept(Route::Result),
        vec![Desk(Did::Sought(Focus::Heading))],
        "Focus h1",
    );
    check(IsKept(Route::Result), vec![Desk(Did::KeepWanted)], "");
    check(
        IsKept(Route::Result),
        vec![Desk(Did::ForgetAsked)],
        "Focus glem-fanen-ja",
    );
    check(
        IsKept(Route::Result),
        vec![Desk(Did::Forgotten)],
        "AskBeforeLeaving false, Visit start# with 1, HandOver 1",
    );
}

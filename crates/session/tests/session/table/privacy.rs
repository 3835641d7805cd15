//! Deleting everything, and the running back-up.

use forankring_core::address::Route;
use forankring_session::screens::{Event, privacy, running};

use super::Start::Kept as IsKept;
use super::{Comes, Fails, On, Step, Time, check};
use crate::world::{ACTS, COPIES};

fn privacy(event: privacy::Event) -> Step {
    On(Event::Privacy(event))
}

#[test]
fn deleting_everything_and_the_running_back_up() {
    let at = IsKept(Route::Privacy);
    let asked = || privacy(privacy::Event::DeleteAsked);
    let yes = || privacy(privacy::Event::DeleteConfirmed);
    check(at, vec![yes()], "");
    check(at, vec![asked()], "Focus slett-ja");
    check(
        at,
        vec![asked(), privacy(privacy::Event::DeleteDenied)],
        "Focus slett",
    );
    check(at, vec![asked(), yes()], "Wait 4000, DeleteAll with 0");
    check(at, vec![asked(), yes(), yes()], "");
    check(
        at,
        vec![asked(), yes(), Comes(ACTS)],
        "Wait 4000, Copy End, ForgetAll, Tell all, Focus lagret-her, Wait 4000, List 50",
    );
    check(at, vec![asked(), yes(), Fails(ACTS)], "Focus lagret-her");
    check(
        at,
        vec![asked(), yes(), Time, asked(), yes()],
        "Wait 4000, DeleteAll with 0",
    );
    let running = |event| On(Event::Running(event));
    check(
        at,
        vec![running(running::Event::BindWanted)],
        "Wait 4000, Copy Choose",
    );
    check(
        at,
        vec![
            running(running::Event::BindWanted),
            running(running::Event::WriteWanted),
        ],
        "",
    );
    check(
        at,
        vec![
            running(running::Event::BindWanted),
            running(running::Event::EndWanted),
        ],
        "Wait 4000, Copy End",
    );
    check(
        at,
        vec![running(running::Event::BindWanted), Comes(COPIES)],
        "Tell all, Wait 4000, Copy Asking, Focus kopi-skriv",
    );
}

//! A link in the share screen says what is chosen now.

use forankring_core::link::{Locked, decode};
use forankring_session::desk::Origin;
use forankring_session::screens::Screen;
use forankring_session::screens::passing::{Lock, Passable};

use crate::world::{Doc, unlock};

/// The link that is shown holds what is chosen, locked as it is chosen.
pub fn link_says_what_is_chosen(doc: &Doc) {
    let Some(Screen::Share(screen)) = doc.live.screen() else {
        return;
    };
    let Some(open) = doc.live.desk().session.open() else {
        return;
    };
    let shown = open.assessment.as_shown();
    let Passable::Fragment(fragment) = screen.passable(&shown) else {
        return;
    };
    let wanted = screen.disclosed.of(&shown);
    match &screen.lock {
        Lock::Open => assert_eq!(decode(&fragment), Ok(wanted)),
        Lock::Locked { passphrase, .. } => {
            let locked = Locked::parse(&fragment).expect("a locked link");
            let payload = unlock(&locked, passphrase).expect("the passphrase that is shown");
            assert_eq!(Locked::opened(&payload), Ok(wanted));
        }
        Lock::Received(came) => {
            assert_eq!(open.origin, Origin::Link(came.clone()));
            assert_eq!(fragment, *came);
        }
        Lock::Asked(_) | Lock::Working(..) => panic!("a link before it is locked"),
    }
}

//! How a play ends: whatever never came, the screens go on, and all say the same.

use forankring_core::address::{Place, Route};
use forankring_session::desk::{Event as Did, Keeping, Origin, Saving};

use super::play::Play;
use super::step::Deed;
use crate::world::{ACTS, How, Mode};

impl Play {
    /// Whatever never came: the next thing that the user does works. In the end all tabs
    /// and the store say the same.
    pub fn end(&mut self) {
        self.world.store.mode = Mode::Works;
        for tab in 0..self.world.tabs.len() {
            for _ in 0..12 {
                self.settle();
                self.world.pass(tab);
            }
        }
        for tab in 0..self.world.tabs.len() {
            self.world.show(tab);
            self.world.desk(tab, Did::RetryWanted);
        }
        self.settle();
        self.oracle.check(&self.world);
        self.oracle.agree(&self.world);
        for tab in 0..self.world.tabs.len() {
            self.goes_on(tab);
        }
    }

    fn goes_on(&mut self, tab: usize) {
        // What could not be read is read when the screen is shown anew.
        self.world.follow(tab, Route::Accessibility, Place::Nothing);
        self.world.follow(tab, Route::Start, Place::Nothing);
        self.settle();
        let key = self.ids().first().map(|id| id.as_str().to_owned());
        if let Some(key) = key {
            let before = self.ids().len();
            self.deed(tab, Deed::Copy, &key);
            assert!(
                self.world.let_come(tab, ACTS, How::Comes),
                "no copy is made"
            );
            assert_eq!(self.ids().len(), before + 1);
        }
        self.world
            .follow(tab, Route::Setup, Place::New(Default::default(), None));
        self.world.desk(tab, Did::KeepingChosen(Keeping::Browser));
        self.world.name(tab, "Til slutt");
        self.settle();
        assert_eq!(self.world.saving(tab), Saving::Saved);
        assert!(matches!(self.world.open(tab).origin, Origin::Kept(_)));
    }
}

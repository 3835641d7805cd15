//! Going from place to place: what the address says, what the tab's history says, and
//! where focus goes.

use forankring_core::address::{Id, Page, Place, Route, View};
use forankring_core::assessment::{Action, Assessment, NoteField};
use forankring_core::catalogue::{Answer, Item};
use forankring_core::keeping::{Began, Handover, StorageProblem};
use forankring_core::texts::key;

use super::command::{Command, Focus, Told};
use super::event::{Arrival, Entered};
use super::open::{Open, Origin, Saving};
use super::state::{Desk, Forgetting, Handed, Session, Signal};
use crate::{Extent, Message, Stamp};

/// Where one goes on: where one left, or at the first item without an answer.
pub(super) fn resumed(assessment: &Assessment, left: Option<Item>) -> Item {
    let left = left.filter(|item| assessment.variant.asks(*item));
    left.or(assessment.first_unanswered())
        .unwrap_or(Item::FIRST)
}

/// The answer so many places on, and round; the first where none was chosen.
fn moved(before: Option<Answer>, by: isize) -> Option<Answer> {
    let all: Vec<Answer> = Answer::all().collect();
    let at = before.and_then(|before| all.iter().position(|one| *one == before));
    let at = at.map_or(0, |at| {
        (at + all.len()).saturating_add_signed(by) % all.len()
    });
    all.get(at).copied()
}

impl Desk {
    /// The app is alive.
    pub(super) fn started<S: Extent>(&mut self, arrival: Arrival, stamp: &Stamp) {
        self.view = arrival.view;
        self.surroundings = arrival.surroundings;
        self.fragment = arrival.fragment;
        let place = arrival.place.unwrap_or(Place::Nothing);
        let mut draft = arrival.draft;
        if arrival.entered == Entered::Again {
            self.ask(Command::Focus(Focus::Back));
        }
        self.take_over(arrival.handed, stamp);
        // A page that is loaded anew goes on with what the one before had begun.
        if draft.is_none() && matches!(place, Place::New(..) | Place::Nothing) {
            let edits = self.page.route.edits();
            let new = |open: &Open| matches!(open.origin, Origin::New(_)) && !open.is_reply();
            let begun = self.aside.iter().find(|open| edits && new(open));
            draft = begun.and_then(|open| open.origin.id().cloned());
        }
        // What the page was rendered with is no assessment of anybody's.
        self.session = Session::Opening;
        self.signal(Signal::Arrived);
        self.settle_at::<S>(self.page, place, draft, stamp);
    }

    /// Takes over what another page of the tab left.
    fn take_over(&mut self, handed: Vec<Handover>, stamp: &Stamp) {
        let number = self.ticket().number();
        for handed in handed {
            match handed.unsaved.is_empty() || handed.began == Began::Unlocked {
                true => self.fallback.push(handed),
                false => self.aside.push(Open::handed(handed, stamp.at, number)),
            }
        }
    }

    /// The page is shown again after it was put away whole. What it had not written went
    /// along to the page that was shown next: what the last one left of it counts, or else
    /// what is kept. Where nothing can be left, it did not go along.
    pub(super) fn returned<S: Extent>(&mut self, left: Option<Vec<Handover>>, stamp: &Stamp) {
        self.told.asks = false;
        self.along = None;
        if let Some(left) = left {
            self.handed = Handed::Nothing;
            self.aside.clear();
            self.take_over(left, stamp);
            let open = self.session.open();
            let went = open.is_some_and(|open| {
                let id = open.origin.id();
                open.has_unsaved() || self.aside.iter().any(|other| other.origin.id() == id)
            });
            if went {
                self.session = Session::Opening;
                let (page, place) = (self.page, self.place.clone());
                let place = place.unwrap_or(Place::Nothing);
                let draft = self.draft.take();
                self.settle_at::<S>(page, place, draft, stamp);
            }
        }
        self.heard(Told::Changed);
    }

    /// The user followed a link inside the site.
    pub(super) fn followed<S: Extent>(&mut self, page: Page, place: Place, stamp: &Stamp) {
        if self.is_elsewhere::<S>(page) {
            let open = self.session.open().filter(|open| open.place(None) == place);
            self.along = open.and_then(Open::hand_over_unlocked);
            let handed = self.going_along();
            return self.ask(Command::Visit(page, place, handed));
        }
        let draft = self.draft_of(&place);
        self.ask(Command::Push(page, place.clone(), draft.clone()));
        self.arrive::<S>(page, place, draft, (Entered::Anew, stamp));
    }

    /// Loads the page that the address names.
    pub(super) fn load_anew(&mut self) {
        let handed = self.going_along();
        self.ask(Command::Reload(handed));
    }

    /// What goes along to a page that is loaded.
    pub(super) fn going_along(&mut self) -> Vec<Handover> {
        let handed = self.handed_along();
        if !handed.is_empty() {
            self.handed = Handed::Something;
        }
        // What goes along is not lost: nothing to ask about, until the page is shown again.
        if self.overlong.is_empty() {
            self.ask(Command::AskBeforeLeaving(false));
        }
        handed
    }

    /// A screen led to a place.
    pub(crate) fn went<S: Extent>(&mut self, going: super::going::Going, stamp: &Stamp) {
        if going.instead {
            return self.settle_at::<S>(going.page, going.place, None, stamp);
        }
        self.followed::<S>(going.page, going.place, stamp);
        if let Some(told) = going.told {
            self.say_at(told, Focus::Heading);
        }
    }

    /// Goes to an item of what is open, as a new entry in the tab's history.
    fn go<S: Extent>(&mut self, item: Item, stamp: &Stamp) {
        if let Some(place) = self.session.open().map(|open| open.place(Some(item))) {
            let page = self.page;
            self.followed::<S>(page, place, stamp);
        }
    }

    /// The new assessment that a followed link goes on with: none where it asks for
    /// another one.
    fn draft_of(&self, place: &Place) -> Option<Id> {
        let Place::New(variant, item) = place else {
            return None;
        };
        let open = self.session.open()?;
        let same = open.assessment.variant == *variant;
        let goes_on = item.is_some() || self.page.route.edits() || open.is_blank();
        match &open.origin {
            Origin::New(id) if same && goes_on => Some(id.clone()),
            _ => None,
        }
    }

    /// The address changed.
    pub(super) fn arrive<S: Extent>(
        &mut self,
        page: Page,
        place: Place,
        draft: Option<Id>,
        (entered, stamp): (Entered, &Stamp),
    ) {
        let anew = self.page.route != page.route;
        let moved = self.place.as_ref() != Some(&place);
        self.offer = None;
        self.wanting = None;
        let view = match page.route {
            Route::Level => View::Levels,
            Route::Answer => View::Items,
            _ => self.view,
        };
        if view != self.view {
            self.view = view;
            self.ask(Command::Like(view));
        }
        self.page = page;
        if anew {
            self.signal(Signal::Arrived);
        } else if moved {
            self.signal(Signal::Moved);
        }
        self.settle_at::<S>(page, place, draft, stamp);
        if anew {
            self.look_back();
            self.ask(Command::Focus(match entered {
                Entered::Anew => Focus::Heading,
                Entered::Again => Focus::Back,
            }));
        } else if page.route.answers() {
            self.ask(Command::Focus(Focus::Question));
        }
    }

    /// Goes to a place. One that names no item of what is open leads to the item at which
    /// the user left it.
    fn settle_at<S: Extent>(
        &mut self,
        page: Page,
        mut place: Place,
        draft: Option<Id>,
        stamp: &Stamp,
    ) {
        let left = match &self.place {
            Some(Place::Kept(_, item) | Place::New(_, item)) => *item,
            _ => None,
        };
        if let (Some(open), Some(item)) = (self.session.open_mut(), left) {
            open.at = Some(item);
        }
        // An old entry of the history leads to what it became.
        if let (Place::New(_, item), Some(open), Some(draft)) =
            (&place, self.session.open(), &draft)
            && open.origin == Origin::Kept(draft.clone())
        {
            place = Place::Kept(draft.clone(), *item);
        }
        if let (Place::Kept(id, at @ None), Some(open)) = (&mut place, self.session.open())
            && open.origin == Origin::Kept(id.clone())
            && page.route.answers()
        {
            *at = Some(resumed(&open.assessment, open.at));
        }
        self.draft = draft;
        self.place = Some(place);
        self.follow::<S>(stamp);
        self.say_in_address();
    }

    /// The address says what is open.
    pub(super) fn say_in_address(&mut self) {
        let draft = self.draft.clone();
        if let Some(place @ (Place::Kept(..) | Place::Link(_) | Place::New(..))) = &self.place {
            self.ask(Command::Replace(place.clone(), draft));
        }
    }

    /// On a page where a whole level stands, notes at which item the user is; on one that
    /// shows an item by itself, goes to the one that was changed from elsewhere.
    pub(super) fn note_item(&mut self, changed: Option<Item>, goes: bool) {
        let Some(item) = changed else { return };
        let route = self.page.route;
        let notes = route == Route::Level || goes && (route.answers() || route == Route::Reply);
        if !notes || item == self.item() {
            return;
        }
        if let Some(Place::New(_, at) | Place::Kept(_, at)) = &mut self.place {
            *at = Some(item);
            self.say_in_address();
            if goes {
                self.ask(Command::Focus(Focus::Question));
            }
        }
    }

    /// Goes on from an item: to the next one, or to the overview of all. An answer that says
    /// "not applicable" says why first; where a level stands on the page, so do those before.
    pub(super) fn onward<S: Extent>(&mut self, item: Item, stamp: &Stamp) {
        let Some(open) = self.session.open() else {
            return;
        };
        let assessment = &open.assessment;
        let variant = assessment.variant.within(item.level);
        let level = self.page.route == Route::Level;
        let left = |one: &Item| *one == item || (level && one.level == item.level && *one < item);
        let unreasoned = |one: &Item| left(one) && assessment.entries.get(*one).is_unreasoned();
        if let Some(wanting) = variant.items().find(unreasoned) {
            self.wanting = Some(wanting);
            let field = format!("{}-{}", NoteField::Reason.id(), wanting.id());
            self.say_at(Message::plain(key::ANSWER_REASON_FIRST), Focus::Id(field));
            return;
        }
        match variant.next(item) {
            Some(next) => self.go::<S>(next, stamp),
            None if S::has(Route::Reply) && self.page.route == Route::Reply => {
                let (page, place) = (self.page, open.place(None));
                self.followed::<S>(page, place, stamp);
            }
            None => {
                let (route, place) = (Route::Review, open.place(None));
                self.followed::<S>(Page { route, ..self.page }, place, stamp);
            }
        }
    }

    /// A key on no field: 1 to 5 choose a step of the item that is shown, arrows move the
    /// choice as they do within the group of answers, Enter goes on.
    pub(super) fn pressed<S: Extent>(&mut self, key: &str, stamp: &Stamp) {
        let alone = match self.page.route {
            Route::Answer | Route::Meeting => true,
            Route::Reply => matches!(self.place, Some(Place::Kept(_, Some(_)))),
            _ => false,
        };
        if !alone {
            return;
        }
        let item = self.item();
        let Some(open) = self.session.open().filter(|_| self.is_settled()) else {
            return;
        };
        if self.lacks_words(&open.assessment) {
            return;
        }
        let before = open.assessment.entries.get(item).answer;
        let answer = match (key, Answer::parse(key)) {
            ("Enter", _) => return self.onward::<S>(item, stamp),
            ("ArrowDown" | "ArrowRight", _) => moved(before, 1),
            ("ArrowUp" | "ArrowLeft", _) => moved(before, -1),
            (_, Some(answer @ Answer::Rated(_))) => Some(answer),
            _ => None,
        };
        if let Some(answer) = answer {
            self.changed(Action::AnswerChosen(item, answer), stamp);
        }
    }

    /// All that would be lost with the page.
    pub fn handed_over(&self) -> Vec<Handover> {
        let open = self.session.open().into_iter().chain(&self.aside);
        open.filter_map(Open::hand_over).collect()
    }

    /// The same, with what goes along to the page that was asked for.
    fn handed_along(&self) -> Vec<Handover> {
        let mut handed = self.handed_over();
        handed.extend(self.along.clone());
        handed
    }

    /// The page is hidden: it may never be shown again.
    pub(super) fn hidden(&mut self) {
        let handed = self.handed_along();
        if !handed.is_empty() || self.handed == Handed::Something {
            self.handed = match handed.is_empty() {
                true => Handed::Nothing,
                false => Handed::Something,
            };
            self.ask(Command::HandOver(handed));
        }
        self.retry(StorageProblem::may_pass);
        self.copy_now();
    }

    /// The page is shown again: others may have written meanwhile.
    pub(super) fn shown(&mut self) {
        self.told.asks = false;
        self.take_handover_back();
        self.read_again(None);
    }

    /// What lies ready for the next page is what has not been written by now.
    pub(super) fn hand_over_anew(&mut self) {
        if self.handed == Handed::Something {
            let handed = self.handed_along();
            self.ask(Command::HandOver(handed));
        }
    }

    /// Nothing lies ready for the next page any more.
    pub(super) fn take_handover_back(&mut self) {
        self.along = None;
        if std::mem::take(&mut self.handed) == Handed::Something {
            self.ask(Command::HandOver(Vec::new()));
        }
    }

    /// Asks whether what is in the tab only is to be forgotten, or no more.
    pub(super) fn ask_to_forget(&mut self, forgetting: Forgetting, focus: &str) {
        self.forgetting = forgetting;
        let said = match forgetting {
            Forgetting::Asked => key::KEPT_FORGET_ASK,
            Forgetting::No => key::KEPT_NOT_FORGOTTEN,
        };
        self.say_at(Message::plain(said), Focus::Id(focus.to_owned()));
    }

    /// The user has done with what was in the tab only.
    pub(super) fn forgotten<S: Extent>(&mut self, stamp: &Stamp) {
        self.forgetting = Forgetting::No;
        let in_tab = |open: &Open| open.saving == Saving::TabOnly;
        self.aside.retain(|open| !in_tab(open));
        if self.session.open().is_some_and(in_tab) {
            self.session = Session::Nothing;
            self.place = None;
        }
        self.overlong.clear();
        self.take_handover_back();
        let page = Page {
            route: Route::Start,
            ..self.page
        };
        self.followed::<S>(page, Place::Nothing, stamp);
        self.say(Message::plain(key::KEPT_FORGOTTEN));
    }
}

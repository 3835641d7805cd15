//! What is open, and everything that concerns it, with what can be asked of it.

use forankring_core::address::{Id, Page, Place, Route, View};
use forankring_core::assessment::{Assessment, Name};
use forankring_core::catalogue::{Item, Variant};
use forankring_core::day::Day;
use forankring_core::keeping::Handover;
use forankring_core::link::LinkProblem;
use forankring_core::texts::Texts;

use super::command::{Command, Focus};
use super::earlier::Earlier;
use super::event::{Field, Loaded, Mended};
use super::going::Going;
use super::open::{Open, Saving};
use super::surroundings::Surroundings;
use crate::{Message, Problem, Ticket, Tickets};

/// What is awaited, and what for.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Awaited {
    pub(super) ticket: Ticket,
    pub(super) why: Why,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Why {
    /// It is to be opened: the address says so.
    Named(Id),
    /// It is to be opened: it was open last. A pointer may be stale.
    WasOpen(Id),
    /// An entry of the history began it: it may be kept by now, or not.
    Began(Variant, Id),
    /// What was open last is being looked for.
    Last,
    /// A new one was begun: can it be kept?
    CanKeep,
    /// A respondent goes on with it: her screen knows what follows.
    Reply(Id),
    /// A link is being mended; what is wrong with it as it stands.
    Mangled(String, LinkProblem),
}

/// What is under way for the running back-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Copying {
    Idle,
    /// It is to be written after a while.
    Soon(Ticket),
    /// It is being written, chosen, looked at or ended.
    Under(Ticket, By),
    /// The same, and more was kept meanwhile.
    Again(Ticket, By),
    /// It has been for long: the user may begin anew.
    Long(Ticket),
}

/// Who wants something done to the running back-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    /// It goes by itself, and waits for all else.
    Itself,
    /// The user, who does not wait for what goes by itself.
    User,
}

/// What is open.
#[derive(Clone, Debug, PartialEq)]
pub enum Session {
    /// The address was not read yet, or storage is awaited.
    Opening,
    /// Nothing is.
    Nothing,
    /// It could not be opened.
    Failed(Problem),
    /// This is.
    Open(Open),
}

impl Session {
    /// The open assessment, if there is one.
    pub fn open(&self) -> Option<&Open> {
        match self {
            Session::Open(open) => Some(open),
            _ => None,
        }
    }

    pub(super) fn open_mut(&mut self) -> Option<&mut Open> {
        match self {
            Session::Open(open) => Some(open),
            _ => None,
        }
    }
}

/// The words that only some need: the wording for one procurement, the glossary.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum MoreWords {
    /// Nobody asked for them; the page may have brought them all the same.
    Unasked,
    /// They are being fetched.
    Asked(Ticket),
    /// All words of the language.
    Here(Texts),
    /// They could not be fetched, or it takes long: they may be asked for again.
    Missing,
}

/// Whether forgetting what is in the tab only waits for a yes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Forgetting {
    /// It does not.
    #[default]
    No,
    /// It does.
    Asked,
}

/// What happened at the desk that a screen may want to know.
#[derive(Clone, Debug, PartialEq)]
pub enum Signal {
    /// Another screen is shown.
    Arrived,
    /// The same screen is shown at another place.
    Moved,
    /// What is open has come, or changed under another hand.
    Opened,
    /// What is kept was changed, here or by another tab.
    KeptChanged,
    /// The screen of a respondent says what is to be open at this place.
    Sought,
    /// What it wanted opened was read.
    ReplyLoaded(Id, Box<Loaded>),
    /// So much time has passed.
    TimePassed(Ticket),
    /// Links were looked for in a text that a screen had asked about.
    Mended(Ticket, Mended),
}

/// A text that is longer than fits, as it stands in its field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overlong {
    /// In which assessment.
    pub of: Option<Id>,
    /// Which field.
    pub field: Field,
    /// What stands there.
    pub text: String,
}

/// What was said last to those who listen rather than look; the number tells two equal
/// ones apart.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Said {
    /// How many there were.
    pub number: u32,
    /// The last one.
    pub message: Option<Message>,
}

/// What is open, and everything that concerns it.
#[derive(Clone, Debug, PartialEq)]
pub struct Desk {
    /// The page that is shown.
    pub page: Page,
    /// What its address says is open; nothing is known before it was read.
    pub place: Option<Place>,
    /// What is open.
    pub session: Session,
    /// What was left with something that is not on the disk: it is written from here, and
    /// found again.
    pub aside: Vec<Open>,
    /// An unfinished one that was found when a new one was begun already.
    pub offer: Option<Id>,
    /// Whether forgetting what is in the tab only waits for a yes.
    pub forgetting: Forgetting,
    /// The words that only some need.
    pub more: MoreWords,
    /// The one that what is open follows.
    pub earlier: Earlier,
    /// How the user likes to answer.
    pub view: View,
    /// What the browser offers.
    pub surroundings: Surroundings,
    /// Texts that are longer than fits.
    pub overlong: Vec<Overlong>,
    /// The day, when something last happened.
    pub today: Day,
    /// The item that was not left because its answer lacks a reason.
    pub wanting: Option<Item>,
    /// What was said last.
    pub said: Said,
    pub(super) fragment: String,
    pub(super) draft: Option<Id>,
    pub(super) fallback: Vec<Handover>,
    pub(super) awaited: Option<Awaited>,
    pub(super) copying: Copying,
    /// What was asked to be done to what is kept.
    pub(super) acts: Vec<Ticket>,
    pub(super) handed: Handed,
    /// What was unlocked, on the way to the next page of its link.
    pub(super) along: Option<Handover>,
    pub(super) told: Known,
    tickets: Tickets,
    commands: Vec<Command>,
    signals: Vec<Signal>,
    going: Option<Going>,
}

/// Whether something lies ready for the next page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) enum Handed {
    #[default]
    Nothing,
    Something,
}

/// What the browser was told last: it is told again only what has changed.
#[derive(Clone, Debug, PartialEq, Default)]
pub(super) struct Known {
    pub(super) asks: bool,
    pub(super) settled: bool,
    pub(super) remembered: Option<Place>,
    pub(super) title: Option<(Route, Option<Name>)>,
}

impl Desk {
    /// As the page starts. Answering starts at the first item of a new assessment, which
    /// is right for everyone who has nothing kept; the start script hides it from the
    /// others before the first paint.
    pub(crate) fn first(page: Page) -> Desk {
        // Its id is drawn when the address is read.
        let session = match page.route.edits() {
            true => Session::Open(Open::blank(Variant::Full, Id::from_bytes([0; 10]))),
            false => Session::Opening,
        };
        Desk {
            page,
            place: None,
            session,
            aside: Vec::new(),
            offer: None,
            forgetting: Forgetting::No,
            more: MoreWords::Unasked,
            earlier: Earlier::default(),
            view: View::default(),
            surroundings: Surroundings::default(),
            overlong: Vec::new(),
            today: Day::default(),
            wanting: None,
            said: Said::default(),
            fragment: String::new(),
            draft: None,
            fallback: Vec::new(),
            awaited: None,
            copying: Copying::Idle,
            acts: Vec::new(),
            handed: Handed::Nothing,
            told: Known::default(),
            tickets: Tickets::default(),
            commands: Vec::new(),
            signals: Vec::new(),
            going: None,
            along: None,
        }
    }

    /// The open assessment, if there is one.
    pub fn assessment(&self) -> Option<&Assessment> {
        self.session.open().map(|open| &*open.assessment)
    }

    /// The item that is shown on the answering page.
    pub fn item(&self) -> Item {
        match &self.place {
            Some(Place::New(_, Some(item)) | Place::Kept(_, Some(item))) => *item,
            _ => Item::FIRST,
        }
    }

    /// Whether this assessment reads other than intended before further words are there.
    pub fn lacks_words(&self, assessment: &Assessment) -> bool {
        assessment.subject().has_own_wording() && !matches!(self.more, MoreWords::Here(_))
    }

    /// What is in this tab only, if something is: to be kept nowhere, or set aside because
    /// it could not be written.
    pub fn in_tab(&self) -> Option<&Open> {
        let open = self.session.open().filter(|open| open.is_in_tab());
        open.or_else(|| self.aside.iter().find(|open| open.is_in_tab()))
            .or_else(|| {
                let mut all = self.session.open().into_iter().chain(&self.aside);
                all.find(|open| matches!(open.saving, Saving::Failed(_)) && open.has_unsaved())
            })
    }

    /// What stands in a field instead of what is kept, because it is too long.
    pub fn overlong(&self, field: &Field) -> Option<&str> {
        let of = self.open_id();
        let mut all = self.overlong.iter();
        let found = all.find(|one| one.field == *field && one.of.as_ref() == of);
        found.map(|one| one.text.as_str())
    }

    /// The id of what is open.
    pub fn open_id(&self) -> Option<&Id> {
        self.session.open()?.origin.id()
    }

    /// The ids of all that is open here, shown or set aside.
    pub(crate) fn open_ids(&self) -> Vec<Id> {
        let open = self.session.open().into_iter().chain(&self.aside);
        open.filter_map(|open| open.origin.id().cloned()).collect()
    }

    /// Those of them that can be deleted: in a new one in which nothing is entered there is
    /// nothing to delete, and what is entered in it later was not meant.
    pub(crate) fn deletable_ids(&self) -> Vec<Id> {
        let open = self.session.open().into_iter().chain(&self.aside);
        let begun = open.filter(|open| !open.is_blank());
        begun.filter_map(|open| open.origin.id().cloned()).collect()
    }

    /// Something is to be done to what is kept, which is told back once.
    pub(crate) fn acts(&mut self, ticket: Ticket) {
        self.acts.push(ticket);
    }

    /// It was, or was not: whether it had not been told yet.
    pub(crate) fn acted(&mut self, ticket: Ticket) -> bool {
        let before = self.acts.len();
        self.acts.retain(|one| *one != ticket);
        self.acts.len() != before
    }

    /// Everything that may have something to write.
    pub(super) fn opens(&mut self) -> impl Iterator<Item = &mut Open> {
        self.session.open_mut().into_iter().chain(&mut self.aside)
    }

    pub(super) fn has_unsaved(&self) -> bool {
        let open = self.session.open().into_iter().chain(&self.aside);
        open.into_iter().any(Open::has_unsaved) || !self.overlong.is_empty()
    }

    /// A new ticket.
    pub(crate) fn ticket(&mut self) -> Ticket {
        self.tickets.draw()
    }

    /// Asks for something.
    pub(crate) fn ask(&mut self, command: Command) {
        self.commands.push(command);
    }

    /// Tells the screens.
    pub(super) fn signal(&mut self, signal: Signal) {
        self.signals.push(signal);
    }

    /// Says something to those who listen rather than look.
    pub(crate) fn say(&mut self, message: Message) {
        self.said.number += 1;
        self.said.message = Some(message);
    }

    /// Says it, and moves focus where it happened.
    pub(crate) fn say_at(&mut self, message: Message, focus: Focus) {
        self.say(message);
        self.ask(Command::Focus(focus));
    }

    /// A screen leads to a place: on a page that this build may not hold, which screens do
    /// not know.
    pub(crate) fn go_to(&mut self, page: Page, place: Place, told: Option<Message>) {
        self.going = Some(Going::to(page, place, told));
    }

    /// The same, instead of the place in the address, on the same page: going back does not lead
    /// here again.
    pub(crate) fn go_instead(&mut self, page: Page, place: Place) {
        self.going = Some(Going::instead(page, place));
    }

    pub(crate) fn take_going(&mut self) -> Option<Going> {
        self.going.take()
    }

    pub(crate) fn take_commands(&mut self) -> Vec<Command> {
        std::mem::take(&mut self.commands)
    }

    pub(crate) fn next_signal(&mut self) -> Option<Signal> {
        (!self.signals.is_empty()).then(|| self.signals.remove(0))
    }
}

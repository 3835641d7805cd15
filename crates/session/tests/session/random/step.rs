//! What can happen next. Numbers choose among what is there at that moment.

use forankring_core::address::Route;
use forankring_core::catalogue::Variant;
use forankring_core::link::Part;
use forankring_session::desk::{CopyHow, Keeping, Turn};
use proptest::prelude::*;

use crate::world::{How, Leaving, Mode};

/// Where a link leads.
#[derive(Clone, Copy, Debug)]
pub enum To {
    /// Nowhere: the address says nothing.
    Bare,
    New(Variant),
    /// One that is kept.
    Kept(usize),
    /// What is open.
    Same,
    /// A link that was received: open, locked, mangled, or an invitation.
    Received(usize),
}

/// What is done to what is kept.
#[derive(Clone, Copy, Debug)]
pub enum Deed {
    Bin,
    Unbin,
    Copy,
    Forget,
}

/// What a respondent does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replying {
    Begin,
    See,
    Send,
    Clear,
    Meet,
    PassOn,
    End,
}

/// What whoever is responsible for measures does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reporting {
    Status,
    Note,
    Send,
}

/// Fields of measures that are written.
pub const PARTS: [&str; 3] = [
    "plan/aaaaaaaaaaaaaaaa/text",
    "plan/aaaaaaaaaaaaaaaa/gone",
    "plan/bbbbbbbbbbbbbbbb/deadline",
];

/// Something that happens.
#[derive(Clone, Debug)]
pub enum Move {
    Answer(usize, u8),
    Note(usize),
    Name,
    /// A field of a measure.
    Part(usize),
    Turn(Turn),
    Press(&'static str),
    Keep(Keeping),
    Retry,
    KeepDeleted,
    ForgetTab,
    Follow(Route, To),
    Go(isize, Leaving),
    Reload(Leaving),
    Hide,
    Show,
    Evict,
    Crash,
    Shelf(Deed, usize),
    /// To the status of what is open; there, the assessment that follows it.
    Again,
    DeleteAll,
    Backup,
    Choose(usize),
    TakeIn,
    LeaveOut,
    KeepCopy,
    Unlock(bool),
    Switch(Part),
    SwitchLock,
    Passphrase(u8),
    Lock,
    GoBackTo(usize),
    /// To an invitation.
    Invited,
    /// On the screen of a respondent.
    Reply(Replying),
    /// To an assignment.
    Assigned,
    /// On the screen of whoever is responsible: something is said of a measure, or sent.
    Report(Reporting),
    /// A trial is wanted, a step is tried for an item, all is taken back, or it ends.
    Try(usize, u8),
    Copy(CopyHow),
    /// The turn of a pending one comes.
    Come(usize, How),
    Settle,
    Store(Mode),
}

fn any_how() -> impl Strategy<Value = How> {
    prop_oneof![
        8 => Just(How::Comes),
        2 => Just(How::Late),
        1 => Just(How::Twice),
        1 => Just(How::Fails),
        1 => Just(How::Lost),
        1 => Just(How::Never),
    ]
}

fn any_leaving() -> impl Strategy<Value = Leaving> {
    prop::sample::select(vec![Leaving::Away, Leaving::Written, Leaving::Gone])
}

fn any_to() -> impl Strategy<Value = To> {
    prop_oneof![
        2 => Just(To::Bare),
        1 => prop::sample::select(Variant::ALL.to_vec()).prop_map(To::New),
        3 => (0..4usize).prop_map(To::Kept),
        3 => Just(To::Same),
        1 => (0..5usize).prop_map(To::Received),
    ]
}

fn any_deed() -> impl Strategy<Value = Deed> {
    prop::sample::select(vec![Deed::Bin, Deed::Unbin, Deed::Copy, Deed::Forget])
}

fn answering() -> impl Strategy<Value = Move> {
    prop_oneof![
        4 => (0..4usize, 1..6u8).prop_map(|(item, step)| Move::Answer(item, step)),
        4 => (0..3usize).prop_map(Move::Note),
        3 => Just(Move::Name),
        3 => (0..PARTS.len()).prop_map(Move::Part),
        2 => prop::sample::select(vec![Turn::Undo, Turn::Redo]).prop_map(Move::Turn),
        2 => prop::sample::select(vec!["1", "4", "Enter"]).prop_map(Move::Press),
        1 => prop::sample::select(vec![Keeping::Tab, Keeping::Browser]).prop_map(Move::Keep),
        1 => Just(Move::Retry),
        1 => Just(Move::KeepDeleted),
        1 => Just(Move::ForgetTab),
    ]
}

fn moving() -> impl Strategy<Value = Move> {
    prop_oneof![
        10 => (prop::sample::select(Route::ALL.to_vec()), any_to())
            .prop_map(|(route, to)| Move::Follow(route, to)),
        4 => (prop::sample::select(vec![-2isize, -1, -1, 1]), any_leaving())
            .prop_map(|(by, leaving)| Move::Go(by, leaving)),
        1 => any_leaving().prop_map(Move::Reload),
        1 => Just(Move::Hide),
        1 => Just(Move::Show),
        1 => Just(Move::Evict),
        1 => Just(Move::Crash),
    ]
}

fn shelved() -> impl Strategy<Value = Move> {
    prop_oneof![
        4 => (any_deed(), 0..4usize).prop_map(|(deed, n)| Move::Shelf(deed, n)),
        2 => Just(Move::DeleteAll),
        3 => Just(Move::Again),
        1 => Just(Move::Backup),
        1 => (0..3usize).prop_map(Move::Choose),
        1 => Just(Move::TakeIn),
        1 => Just(Move::LeaveOut),
        1 => (0..3usize).prop_map(Move::GoBackTo),
        1 => prop::sample::select(vec![
            CopyHow::Choose, CopyHow::Asking, CopyHow::Over, CopyHow::End,
        ]).prop_map(Move::Copy),
    ]
}

fn passing() -> impl Strategy<Value = Move> {
    prop_oneof![
        2 => Just(Move::KeepCopy),
        2 => any::<bool>().prop_map(Move::Unlock),
        2 => prop::sample::select(Part::ALL.to_vec()).prop_map(Move::Switch),
        2 => Just(Move::SwitchLock),
        1 => (0..3u8).prop_map(Move::Passphrase),
        3 => Just(Move::Lock),
        3 => (0..18usize, 0..=7u8).prop_map(|(item, step)| Move::Try(item, step)),
    ]
}

fn replying() -> impl Strategy<Value = Move> {
    use Replying::{Begin, Clear, End, Meet, PassOn, See, Send};
    prop_oneof![
        2 => Just(Move::Invited),
        4 => prop::sample::select(vec![Begin, Begin, Begin, See, Send, Clear, Meet, PassOn, End])
            .prop_map(Move::Reply),
        1 => Just(Move::Assigned),
        2 => prop::sample::select(vec![Reporting::Status, Reporting::Note, Reporting::Send])
            .prop_map(Move::Report),
    ]
}

pub fn any_step() -> impl Strategy<Value = Move> {
    prop_oneof![
        3 => replying(),
        8 => answering(),
        6 => moving(),
        3 => shelved(),
        2 => passing(),
        14 => (0..8usize, any_how()).prop_map(|(n, how)| Move::Come(n, how)),
        1 => Just(Move::Settle),
        1 => prop::sample::select(vec![Mode::Works, Mode::Works, Mode::Full, Mode::Blocked])
            .prop_map(Move::Store),
    ]
}

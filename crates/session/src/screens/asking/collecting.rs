//! What was received: pasted, in files, or read by camera; what was found in it, and what becomes
//! of each reply. Nothing of it is kept before the user says so.

use std::rc::Rc;

use forankring_core::link::{Gathered, gather};
use forankring_core::panel::{Judged, Replies, Reply, Tag, Verdict, judge};
use forankring_core::texts::key;

use super::super::Command;
use super::camera::{Camera, Seen};
use super::event::{BOX, CAMERA, FOUND, Known};
use crate::desk::{Command as At, Focus};
use crate::{Desk, Message, Ticket};

/// So many of those that were found are shown at a time.
pub const FOUND_SHOWN: usize = 50;

/// What was found, and what becomes of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// What was found.
    pub gathered: Rc<Gathered<Reply>>,
    /// What becomes of each reply, in their order; nothing before those that are kept are known.
    pub judged: Rc<Vec<Judged>>,
    /// Which page of them is shown, counted from 0.
    pub page: usize,
}

impl Finding {
    /// The replies that would come in.
    pub fn coming(&self) -> impl Iterator<Item = &(String, Reply)> {
        let all = self.gathered.links.iter().zip(self.judged.iter());
        let coming = all.filter(|(_, judged)| judged.verdict.comes_in());
        coming.map(|(found, _)| found)
    }

    /// How many of them are of a verdict.
    pub fn count(&self, verdict: Verdict) -> usize {
        let of = |one: &&Judged| one.verdict == verdict;
        self.judged.iter().filter(of).count()
    }
}

/// What was received, and what was found in it.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct State {
    /// What stands in the box.
    pub text: String,
    /// What was found; nothing while nothing is looked at.
    pub finding: Option<Finding>,
    /// What is to be told of it.
    pub told: Option<Message>,
    /// Which assessments replies may belong to that do not belong to this one.
    pub known: Known,
    /// Codes by camera.
    pub camera: Camera,
    files: Gathered<Reply>,
    reading: Option<Ticket>,
}

impl State {
    /// Whether files are being read.
    pub fn is_reading(&self) -> bool {
        self.reading.is_some()
    }

    /// What may be read by camera is asked once.
    pub(super) fn look_for_camera(&mut self, desk: &mut Desk) -> Option<Command> {
        if self.camera != Camera::Unknown {
            return None;
        }
        let ticket = desk.ticket();
        self.camera = Camera::Asked(ticket);
        Some(Command::LookForCamera(ticket))
    }

    pub(super) fn camera_known(&mut self, ticket: Ticket, there: bool) {
        if self.camera == Camera::Asked(ticket) {
            self.camera = match there {
                true => Camera::Off(None),
                false => Camera::Absent,
            };
        }
    }

    /// Turned on, it looks until it is turned off: what shows its picture is drawn no more, and
    /// whoever looks stops with that.
    pub(super) fn camera_turned(&mut self, desk: &mut Desk) -> Vec<Command> {
        match self.camera {
            Camera::Off(_) => {
                let ticket = desk.ticket();
                self.camera = Camera::On(ticket, false);
                self.told = None;
                vec![Command::Watch(ticket, CAMERA)]
            }
            Camera::On(..) => {
                self.camera = Camera::Off(None);
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    /// Whether something new was seen: it stands in the box now, in a line of its own.
    pub(super) fn camera_saw(&mut self, desk: &mut Desk, ticket: Ticket, seen: Seen) -> bool {
        if !matches!(self.camera, Camera::On(one, _) if one == ticket) {
            return false;
        }
        match seen {
            Seen::Picture => self.camera = Camera::On(ticket, true),
            Seen::Ended => self.camera = Camera::Off(None),
            Seen::Problem(problem) => {
                self.camera = Camera::Off(Some(problem));
                if let Some(told) = self.camera.problem() {
                    desk.say(Message::plain(told));
                }
            }
            Seen::Code(code) => return self.add(&code),
        }
        false
    }

    /// Puts this in the box, in a line of its own; false where it stands there.
    pub(super) fn add(&mut self, line: &str) -> bool {
        if self.text.lines().any(|other| other == line) {
            return false;
        }
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
        self.text.push_str(line);
        true
    }

    /// Files were chosen: they are read, and looked at with what stands in the box.
    pub(super) fn files_chosen(&mut self, desk: &mut Desk, field: &'static str) -> Vec<Command> {
        let ticket = desk.ticket();
        self.reading = Some(ticket);
        self.told = None;
        vec![Command::ReadTexts(ticket, field)]
    }

    /// They were read; whether they were awaited.
    pub(super) fn files_read(&mut self, ticket: Ticket, texts: Vec<Option<String>>) -> bool {
        if self.reading.take_if(|one| *one == ticket).is_none() {
            return false;
        }
        let unread = texts.iter().filter(|text| text.is_none()).count();
        for text in texts.iter().flatten() {
            self.files.join(gather(text));
        }
        self.told = (unread > 0).then(|| Message::count(key::ASK_FILES_UNREAD, unread));
        true
    }

    /// Looks for replies in all that was received; false where nothing of ours is in it.
    pub(super) fn gather(&mut self) -> bool {
        self.known = Known::Unasked;
        let mut found = gather(&self.text);
        found.join(self.files.clone());
        self.finding = (!found.is_empty()).then(|| Finding {
            gathered: Rc::new(found),
            judged: Rc::default(),
            page: 0,
        });
        self.finding.is_some()
    }

    /// What was found is said, and focus goes there; while the camera is on it stays.
    pub(super) fn say_found(&mut self, desk: &mut Desk) {
        let replies = self.finding.as_ref();
        let replies = replies.map(|finding| finding.gathered.links.len());
        let (message, at) = match replies {
            Some(count) => (Message::count(key::ASK_FOUND, count), FOUND),
            None => {
                let unread = self.told.take();
                let told = unread.unwrap_or(Message::plain(key::ASK_FOUND_NONE));
                self.told = Some(told.clone());
                (told, BOX)
            }
        };
        match self.camera {
            Camera::On(..) => desk.say(message),
            _ => desk.say_at(message, Focus::Id(at.to_owned())),
        }
    }

    /// What becomes of each reply, by what is kept and asked now. Those of other assessments are
    /// looked for among all that are known here.
    pub(super) fn judge(&mut self, desk: &mut Desk, replies: Option<&Replies>) -> Vec<Command> {
        let id = desk.open_id().cloned();
        let parts = desk.assessment().map(|open| open.parts.clone());
        let (Some(finding), Some(replies), Some((id, parts))) =
            (&mut self.finding, replies, id.zip(parts))
        else {
            return Vec::new();
        };
        let judged = judge(&finding.gathered.links, Tag::of(&id), &parts, replies);
        finding.judged = Rc::new(judged);
        let strangers = finding.count(Verdict::Elsewhere) > 0;
        match self.known {
            Known::Unasked | Known::Failed(_) if strangers => self.ask_for_addressees(desk),
            _ => Vec::new(),
        }
    }

    /// Reads which assessments are known here.
    pub(super) fn ask_for_addressees(&mut self, desk: &mut Desk) -> Vec<Command> {
        let ticket = desk.ticket();
        self.known = Known::Asked(ticket);
        vec![Command::FindAddressees(ticket)]
    }

    /// What was received is put away.
    pub(super) fn put_away(&mut self, desk: &mut Desk) {
        self.taken_in();
        desk.ask(At::Focus(Focus::Id(BOX.to_owned())));
    }

    /// It was taken in: nothing is looked at any more.
    pub(super) fn taken_in(&mut self) {
        self.text.clear();
        self.files = Gathered::default();
        self.finding = None;
        self.told = None;
    }
}

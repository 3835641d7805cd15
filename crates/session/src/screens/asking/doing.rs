//! What is done to the replies that are kept: one deed at a time, many replies in portions, and
//! the last deed is taken back.

use forankring_core::address::Id;
use forankring_core::panel::{Deed, Reply};

use super::super::Command;
use super::event::{self, Done};
use super::{Doing, Kept, PORTION, State, told};
use crate::{Desk, Message, Stamp, Ticket};

impl State {
    /// What was found and is new here comes in.
    pub(super) fn take_in(&mut self, desk: &mut Desk, stamp: &Stamp) -> Vec<Command> {
        let Some(finding) = &self.collecting.finding else {
            return Vec::new();
        };
        let coming: Vec<(String, Reply)> = finding.coming().cloned().collect();
        match coming.is_empty() {
            true => Vec::new(),
            false => self.act(desk, Deed::TakeIn(coming), stamp),
        }
    }

    /// A reply is taken out, or brought back.
    pub(super) fn turn(&mut self, desk: &mut Desk, link: String, stamp: &Stamp) -> Vec<Command> {
        let row = self.replies().and_then(|replies| replies.find(&link));
        let Some(row) = row else { return Vec::new() };
        let deed = match row.out {
            None => Deed::Out(vec![link]),
            Some(_) => Deed::Back(vec![link]),
        };
        self.act(desk, deed, stamp)
    }

    /// One thing at a time: an impatient second click does nothing.
    pub(super) fn act(&mut self, desk: &mut Desk, deed: Deed, stamp: &Stamp) -> Vec<Command> {
        let Some(id) = desk.open_id().cloned().filter(|_| !self.doing.is_on()) else {
            return Vec::new();
        };
        self.receipt = None;
        let back = self.opposite(&deed);
        let (deed, rest) = match deed {
            Deed::TakeIn(mut new) => {
                let rest = new.split_off(new.len().min(PORTION));
                (Deed::TakeIn(new), rest)
            }
            other => (other, Vec::new()),
        };
        let doing = Doing {
            done: count(&deed),
            id,
            deed,
            back,
            rest,
            stopped: false,
        };
        self.begin(desk, doing, stamp)
    }

    fn begin(&mut self, desk: &mut Desk, doing: Doing, stamp: &Stamp) -> Vec<Command> {
        let (id, deed) = (doing.id.clone(), Box::new(doing.deed.clone()));
        let ticket = self.doing.begin(desk, doing);
        vec![Command::DoToReplies(ticket, id, deed, stamp.at)]
    }

    /// What takes a deed back.
    fn opposite(&self, deed: &Deed) -> Option<Deed> {
        Some(match deed {
            Deed::TakeIn(new) => Deed::Undo(new.iter().map(|(link, _)| link.clone()).collect()),
            Deed::Undo(links) => {
                let rows = links.iter().filter_map(|link| self.replies()?.find(link));
                Deed::TakeIn(
                    rows.map(|row| (row.link.clone(), row.reply.clone()))
                        .collect(),
                )
            }
            Deed::Out(links) => Deed::Back(links.clone()),
            Deed::Back(links) => Deed::Out(links.clone()),
            Deed::Show(..) => return None,
        })
    }

    /// Whether something is being done.
    pub fn is_busy(&self) -> bool {
        self.doing.is_on()
    }

    /// How many of how many are being taken in, where it is more than go in one portion.
    pub fn progress(&self) -> Option<(usize, usize)> {
        let doing = self.doing.what()?;
        let of = doing.done + doing.rest.len();
        (of > PORTION).then(|| (doing.done - count(&doing.deed), of))
    }

    /// What is not taken in yet is left out.
    pub(super) fn stop(&mut self) {
        if let Some(doing) = self.doing.what_mut() {
            doing.stopped = !doing.rest.is_empty();
            doing.rest.clear();
        }
    }

    /// Something came of a deed. A receipt of something written is never dropped.
    pub(super) fn done(
        &mut self,
        desk: &mut Desk,
        ticket: Ticket,
        (id, done): (Id, Done),
        stamp: &Stamp,
    ) -> Vec<Command> {
        let wrote = matches!(done, Ok(Ok(_)));
        let doing = self.doing.end(ticket);
        let doing = doing.filter(|_| desk.open_id() == Some(&id));
        let Some(mut doing) = doing else {
            if wrote {
                told(desk, &id);
            }
            return Vec::new();
        };
        let message = match done {
            Err(problem) => {
                // What came in before it is there, and can be taken back.
                if doing.done > count(&doing.deed) {
                    told(desk, &id);
                    self.back = self.what_is_left(doing.back.take());
                }
                Message::from(problem)
            }
            Ok(Err(wait)) => event::waits(wait),
            Ok(Ok(replies)) => {
                let damaged = match &self.kept {
                    Kept::Read(_, damaged) => *damaged,
                    Kept::Unknown | Kept::Failed(_) => 0,
                };
                self.kept = Kept::Read(replies, damaged);
                if !doing.rest.is_empty() {
                    return self.go_on(desk, doing, stamp);
                }
                told(desk, &id);
                self.was_done(&mut doing)
            }
        };
        self.tell(desk, message);
        self.read(desk)
    }

    /// The next portion.
    fn go_on(&mut self, desk: &mut Desk, mut doing: Doing, stamp: &Stamp) -> Vec<Command> {
        let rest = doing.rest.split_off(doing.rest.len().min(PORTION));
        let next = std::mem::replace(&mut doing.rest, rest);
        doing.done += next.len();
        doing.deed = Deed::TakeIn(next);
        self.begin(desk, doing, stamp)
    }

    /// What takes a deed back, of what came of it: not all may have come in.
    fn what_is_left(&self, back: Option<Deed>) -> Option<Deed> {
        let Some(Deed::Undo(mut links)) = back else {
            return back;
        };
        let here = |link: &String| self.replies().is_some_and(|all| all.find(link).is_some());
        links.retain(here);
        Some(Deed::Undo(links))
    }

    /// What was done is said, and what takes it back is known.
    fn was_done(&mut self, doing: &mut Doing) -> Message {
        // What was left out stays where it was found.
        if matches!(doing.deed, Deed::TakeIn(_)) && !doing.stopped {
            self.collecting.taken_in();
        }
        self.back = self.what_is_left(doing.back.take());
        event::told(&doing.deed, doing.done)
    }
}

/// How many replies a deed is about.
fn count(deed: &Deed) -> usize {
    match deed {
        Deed::TakeIn(new) => new.len(),
        Deed::Undo(links) | Deed::Out(links) | Deed::Back(links) => links.len(),
        Deed::Show(..) => 0,
    }
}

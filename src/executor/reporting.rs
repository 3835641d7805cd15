//! What reports on measures ask for: their links are a part of its own, for most who come to the
//! plan neither ask nor report.

use forankring_browser::{share, storage};
use forankring_core::link::{LinkProblem, Other, TooLong, assignment, gather_reports, report};
use forankring_core::plan::report::{Assignment, Report};
use forankring_session::Ticket;
use forankring_session::screens::Event;
use forankring_session::screens::planning;
use forankring_session::screens::reporting::Event as On;
use forankring_session::screens::reports::{Asked, Assigned, Came, Wanted};

use crate::components::reporting::reporting;
use crate::components::status_asked::status_asked;
use crate::parts::part;
use crate::reporting::{Draw, came};

/// What the part does.
struct Links {
    read: fn(&str) -> Result<Assignment, LinkProblem>,
    assign: fn(&Asked) -> Assigned,
    report: fn(&Report) -> Result<String, TooLong>,
    gather: fn(&str) -> (Vec<Report>, Option<Other>),
    draw: Draw,
}

part!(reports: Links = Links {
    read: assignment::decode,
    assign,
    report: report::encode,
    gather,
    draw: Draw {
        reporting,
        asked: status_asked,
    },
});

fn assign(asked: &Asked) -> Assigned {
    let all = asked.assignments().into_iter();
    all.flat_map(assignment::links).collect()
}

fn gather(text: &str) -> (Vec<Report>, Option<Other>) {
    let found = gather_reports(text);
    let other = found.others.first().copied();
    (
        found.links.into_iter().map(|(_, report)| report).collect(),
        other,
    )
}

/// Does what is asked for.
pub(super) async fn reported(ticket: Ticket, wanted: Wanted) -> Option<Event> {
    let came = match wanted {
        Wanted::Copy(text) => Some(Came::Copied(share::copy(&text).await)),
        Wanted::Addressees => Some(Came::Addressees(storage::addressees().await)),
        wanted => reports().await.ok().and_then(|part| {
            came(part.draw);
            linked(&part, wanted)
        }),
    };
    Some(Event::Plan(planning::Event::Report(On::Came(ticket, came))))
}

fn linked(part: &Links, wanted: Wanted) -> Option<Came> {
    Some(match wanted {
        Wanted::Read(link) => Came::Read((part.read)(&link)),
        Wanted::Report(report) => Came::Report((part.report)(&report)),
        Wanted::Assign(asked) => Came::Assigned((part.assign)(&asked)),
        Wanted::Gather(text) => {
            let (reports, other) = (part.gather)(&text);
            Came::Gathered(reports, other)
        }
        Wanted::Copy(_) | Wanted::Addressees => return None,
    })
}

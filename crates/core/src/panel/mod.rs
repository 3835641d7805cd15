//! Asking others: whoever coordinates an assessment invites the levels, and each respondent
//! sends a reply. Pure: what an invitation and a reply hold, how replies become the answers of
//! a level, and what of them may be shown. Explained in docs/method.md, "Several respondents".

mod deed;
mod invitation;
pub mod invited;
mod names;
mod reply;
pub mod rounds;
mod settle;
mod show;
#[cfg(test)]
mod tests;
mod themes;
mod verdict;

pub use deed::{Change, Deed, done, joined};
pub use invitation::{Invitation, Mail, Message};
pub use invited::{Invited, Sending};
pub use names::{Expected, Respondent, Round, Sent, Tag};
pub use reply::{Replies, Reply, ReplyKey, Row};
pub use settle::{counting, median, of_round, respondents, settle, settle_over};
pub use show::{FEWEST, Mark, Shown, Strip, Wait, agenda, seen, show, shown};
pub use themes::Themes;
pub use verdict::{Judged, Verdict, judge};

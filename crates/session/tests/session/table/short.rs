//! Commands in a few letters: the id of what is kept is A, any other N.

use forankring_core::address::{Id, Page, Place};
use forankring_core::panel::Deed;
use forankring_session::desk::{Command as At, Focus, Told};
use forankring_session::replying::Command as Replying;
use forankring_session::screens::{Act, Command as On};

use crate::world::Command;

pub fn short(command: &Command, kept: &Id) -> String {
    match command {
        Command::Desk(command) => at_the_desk(command, kept),
        Command::Screen(command) => on_a_screen(command, kept),
        Command::Reply(command) => on_that_of_a_respondent(command),
    }
}

fn name(id: &Id, kept: &Id) -> &'static str {
    if id == kept { "A" } else { "N" }
}

fn place(place: &Place, kept: &Id) -> String {
    let (what, item) = match place {
        Place::Kept(id, item) => (name(id, kept).to_owned(), *item),
        Place::Link(text) => (format!("{}…", &text[..3]), None),
        other => return format!("#{other}"),
    };
    match item {
        Some(item) => format!("#{what}/{}", item.id()),
        None => format!("#{what}"),
    }
}

fn at(page: &Page) -> &'static str {
    page.route.id()
}

fn focus(focus: &Focus) -> String {
    match focus {
        Focus::Heading => "Focus h1".to_owned(),
        Focus::Question => "Focus question".to_owned(),
        Focus::Id(id) => format!("Focus {id}"),
        Focus::First(_) => "Focus first".to_owned(),
        Focus::Back => "Focus back".to_owned(),
    }
}

fn at_the_desk(command: &At, kept: &Id) -> String {
    let draft = |draft: &Option<Id>| draft.as_ref().map_or("", |_| " (draft)");
    match command {
        At::Push(page, to, of) => {
            format!("Push {}{}{}", at(page), place(to, kept), draft(of))
        }
        At::Replace(to, of) => format!("Replace {}{}", place(to, kept), draft(of)),
        At::Reload(handed) => format!("Reload with {}", handed.len()),
        At::Visit(page, to, handed) => {
            format!(
                "Visit {}{} with {}",
                at(page),
                place(to, kept),
                handed.len()
            )
        }
        At::Title(route, of) => match of {
            Some(of) => format!("Title {} of {}", route.id(), of.as_str()),
            None => format!("Title {}", route.id()),
        },
        At::Focus(to) => focus(to),
        At::AskBeforeLeaving(asks) => format!("AskBeforeLeaving {asks}"),
        At::Remember(to) => format!("Remember {}", place(to, kept)),
        At::Like(view) => format!("Like {}", view.id()),
        At::Load(_, id) => format!("Load {}", name(id, kept)),
        At::LoadNewer(_, id) => format!("LoadNewer {}", name(id, kept)),
        At::Commit(_, write) => {
            let revives = if write.revives { " revives" } else { "" };
            format!(
                "Commit {} {}{revives}",
                name(&write.id, kept),
                write.changes.len()
            )
        }
        At::Tell(Told::Written(id)) => format!("Tell {}", name(id, kept)),
        At::Tell(Told::Changed) => "Tell all".to_owned(),
        At::HandOver(handed) => format!("HandOver {}", handed.len()),
        At::Wait(_, ms) => format!("Wait {ms}"),
        At::Save(file) => format!("Save {}", file.name),
        At::Copy(_, how) => format!("Copy {how:?}"),
        At::Settled => "Settled".to_owned(),
        At::FindLast(_) => "FindLast".to_owned(),
        At::ForgetLast => "ForgetLast".to_owned(),
        At::ForgetAll => "ForgetAll".to_owned(),
        At::FetchWords(_) => "FetchWords".to_owned(),
        At::Mend(..) => "Mend".to_owned(),
        At::LookBack(..) => "LookBack".to_owned(),
        At::Print => "Print".to_owned(),
    }
}

fn on_a_screen(command: &On, kept: &Id) -> String {
    match command {
        On::List(_, first) => format!("List {first}"),
        On::Act(_, act) => match act {
            Act::Bin(id, _) => format!("Bin {}", name(id, kept)),
            Act::Unbin(id) => format!("Unbin {}", name(id, kept)),
            Act::Add(document, _, _) => {
                format!("Add {}", document.assessment.name.as_str())
            }
            Act::Forget(..) => "Forget".to_owned(),
            Act::DeleteAll(_, open) => format!("DeleteAll with {}", open.len()),
        },
        On::Weigh(_, documents) => format!("Weigh {}", documents.len()),
        On::TakeIn(_, documents, _) => format!("TakeIn {}", documents.len()),
        On::States(_, id) => format!("States {}", name(id, kept)),
        On::GoBack(_, id, ..) => format!("GoBack {}", name(id, kept)),
        On::Lock(_, _, passphrase) => format!("Lock {passphrase}"),
        On::Unlock(_, _, passphrase) => format!("Unlock {passphrase}"),
        On::CopyText(_, text) => format!("CopyText {text}"),
        On::Select(field) => format!("Select {field}"),
        On::Sheet(title, _) => format!("Sheet {title}"),
        On::SavePng(_, name, _) => format!("SavePng {name}"),
        On::Report(..) => "Report".to_owned(),
        On::FetchGrounds(haste) => format!("FetchGrounds {haste:?}"),
        On::FetchTrial(_) => "FetchTrial".to_owned(),
        On::FetchAgain(_) => "FetchAgain".to_owned(),
        On::FindAnswered(..) => "FindAnswered".to_owned(),
        On::ReadFile(_, field) => format!("ReadFile {field}"),
        On::Tidy(_) => "Tidy".to_owned(),
        On::Facts(_) => "Facts".to_owned(),
        On::Raw(..) => "Raw".to_owned(),
        On::ReadAll(_) => "ReadAll".to_owned(),
        On::Series(_) => "Series".to_owned(),
        On::BackedUp(_) => "BackedUp".to_owned(),
        On::ReadTable(_, from) => format!("ReadTable {from:?}"),
        On::Understand(_, asked) => format!("Understand {}", asked.table.rows.len()),
        On::CopyTable(_, rich) => format!("CopyTable {}", rich.plain),
        On::FindAddressees(_) => "FindAddressees".to_owned(),
        On::ReadTexts(_, field) => format!("ReadTexts {field}"),
        On::LookForCamera(_) => "LookForCamera".to_owned(),
        On::Watch(_, id) => format!("Watch {id}"),
        On::ReadReplies(_, id) => format!("ReadReplies {}", name(id, kept)),
        On::DoToReplies(_, id, deed, _) => {
            let what = match &**deed {
                Deed::TakeIn(new) => format!("take in {}", new.len()),
                Deed::Out(links) => format!("out {}", links.len()),
                Deed::Back(links) => format!("back {}", links.len()),
                Deed::Undo(links) => format!("undo {}", links.len()),
                Deed::Show(level, round) => format!("show {} {}", level.id(), round.number()),
            };
            format!("DoToReplies {} {what}", name(id, kept))
        }
        On::CopyInvitation(_, text) => format!("CopyInvitation {text}"),
        On::NewPassphrase(_) => "NewPassphrase".to_owned(),
    }
}

fn on_that_of_a_respondent(command: &Replying) -> String {
    match command {
        Replying::Unpack(..) => "Unpack".to_owned(),
        Replying::LookAround(..) => "LookAround".to_owned(),
        Replying::Make(_, reply) => format!("Make {}", reply.number),
        Replying::Copy(_, text) => format!("Copy {text}"),
        Replying::FetchPart => "FetchPart".to_owned(),
        Replying::Select(field) => format!("Select {field}"),
        Replying::Sheet(title, _) => format!("Sheet {title}"),
        Replying::Forget(..) => "Forget".to_owned(),
    }
}

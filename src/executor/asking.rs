//! What the screens that ask others ask for. What reads codes by camera is a part of its own, for
//! few have one that does.

use std::pin::Pin;

use forankring_browser::{camera, files, share, storage};
use forankring_core::link::GATHERED_MAX;
use forankring_session::screens::asking::Event as At;
use forankring_session::screens::asking::camera::{CameraProblem, Seen};
use forankring_session::screens::{Command, Event as On, Held};
use forankring_session::{Event, Extent, Ticket};
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use super::dispatch::Dispatch;
use crate::parts::part;

type Watch = fn(&'static str, Callback<camera::Seen>) -> Pin<Box<dyn Future<Output = ()>>>;

part!(watching: Watch = |id, told| Box::pin(async move {
    camera::watch(id, |seen| told.emit(seen)).await;
}));

/// Does what is asked for.
pub(super) async fn asked(command: Command) -> Option<On> {
    Some(On::Ask(match command {
        Command::FindAddressees(ticket) => At::AddresseesRead(ticket, storage::addressees().await),
        Command::ReadReplies(ticket, id) => At::Read(ticket, storage::replies(&id).await),
        Command::DoToReplies(ticket, id, deed, at) => {
            let done = storage::do_to_replies(&id, &deed, at).await;
            At::Done(ticket, id, done)
        }
        Command::CopyInvitation(ticket, text) => At::Copied(ticket, share::copy(&text).await),
        Command::ReadTexts(ticket, field) => {
            let texts = files::chosen_texts(field, GATHERED_MAX).await;
            At::FilesRead(ticket, texts.unwrap_or_default())
        }
        Command::LookForCamera(ticket) => At::CameraKnown(ticket, camera::is_there().await),
        _ => return None,
    }))
}

/// Looks for codes by camera: each is told when it is seen.
pub(super) fn watch<G: Extent>(ticket: Ticket, id: &'static str, dispatch: &Dispatch<Held<G>>) {
    let dispatch = dispatch.clone();
    let told = Callback::from(move |seen: camera::Seen| {
        let seen = match seen {
            camera::Seen::Picture => Seen::Picture,
            camera::Seen::Code(code) => Seen::Code(code),
            camera::Seen::Ended => Seen::Ended,
            camera::Seen::Refused => Seen::Problem(CameraProblem::Refused),
            camera::Seen::Missing => Seen::Problem(CameraProblem::Missing),
            camera::Seen::Failed => Seen::Problem(CameraProblem::Failed),
        };
        dispatch.send(Event::Screen(On::Ask(At::CameraSaw(ticket, seen))));
    });
    spawn_local(async move {
        match watching().await {
            Ok(watch) => watch(id, told).await,
            Err(_) => told.emit(camera::Seen::Failed),
        }
    });
}

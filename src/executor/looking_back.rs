//! The assessment that is followed, and what draws its answers: a part of its own, for most who
//! answer follow none.

use std::pin::Pin;
use std::rc::Rc;

use forankring_browser::{storage, texts};
use forankring_core::assessment::Parts;
use forankring_core::keeping::Found;
use forankring_core::series::Sequel;
use forankring_core::texts::Texts;
use forankring_session::desk::Followed;

use crate::components::earlier;
use crate::looking_back::came;
use crate::parts::part;

type Look = fn(Parts, Texts) -> Pin<Box<dyn Future<Output = Option<Followed>>>>;

part!(looking: Look = |parts, own| Box::pin(look(parts, own)));

/// Reads it, once the part is here.
pub(super) async fn looked_back(parts: Parts, own: Texts) -> Option<Followed> {
    looking().await.ok()?(parts, own).await
}

async fn look(parts: Parts, own: Texts) -> Option<Followed> {
    if !earlier::has_words() {
        earlier::came(match own.has_more() {
            true => own,
            false => texts::more(own).await?,
        });
        came(earlier::draw);
    }
    let follows = Sequel::of(&parts)?.follows;
    match storage::load(&follows).await {
        Ok(Found::Here(kept)) if kept.binned.is_none() => Some(Rc::new((follows, kept.assessment))),
        _ => None,
    }
}

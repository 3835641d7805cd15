//! What the reader of a result answered herself: what finds and draws it is fetched, for most who
//! open a link were asked nothing.

use std::rc::Rc;

use forankring_browser::{storage, texts};
use forankring_core::answered;
use forankring_core::assessment::Assessment;
use forankring_core::keeping::Record;
use forankring_core::texts::Texts;
use forankring_session::screens::answered::{All, Found};

use crate::answered::came;
use crate::components::answered as view;

/// Looks for it, and has it drawn where there is some.
pub(super) async fn find(result: Rc<Assessment>, own: Texts) -> Found {
    let records = storage::all().await.ok()?;
    let kept = records.iter().filter_map(Record::shown);
    let found = answered::answered(&result, kept.map(|kept| &kept.assessment));
    let found = All::of(found)?;
    if !view::has_words() {
        view::came(match own.has_more() {
            true => own,
            false => texts::more(own).await?,
        });
        came(view::draw);
    }
    Some(found)
}

//! What of a panel is kept here, for whoever opens an invitation.

use forankring_core::address::Id;
use forankring_core::keeping::{Found, StorageProblem};
use forankring_core::panel::{Tag, invited};

use super::last::values;
use super::load;
use super::record::text;

/// The assessment that a tag names, if it is here; how many replies a meeting gathered under an
/// id, and whether these were deleted for good.
pub async fn around(tag: Tag, meeting: &Id) -> Result<(Option<Id>, usize, bool), StorageProblem> {
    let all = values().await?;
    let mut ids = all
        .iter()
        .filter_map(|value| Id::parse(&text(value, "id")?));
    let own = ids.find(|id| Tag::of(id) == tag);
    let found = load(meeting).await?;
    let gathered = match &found {
        Found::Here(kept) => invited::gathered(&kept.assessment.parts).len(),
        Found::Absent | Found::Deleted => 0,
    };
    Ok((own, gathered, found == Found::Deleted))
}

//! Which files of words a page loads, and what is said of a page where it is not shown.

use forankring_core::address::{Page, Route};
use forankring_core::texts::{Key, Part, key};
use forankring_session::Entry;

use crate::assets::Assets;
use crate::loading::Loading;

/// The files that the page of this screen loads: a test renders every page with no others.
fn wanted(route: Route) -> &'static [Part] {
    match (Entry::of(route), route) {
        (Entry::Answering, _) => &[Part::Asking, Part::Items, Part::Explaining],
        (Entry::Reading, _) => &[Part::Asking, Part::Items, Part::Common, Part::Reading],
        (Entry::Front, _) => &[Part::Asking, Part::Common, Part::Front],
        (Entry::Planning, _) => &[
            Part::Asking,
            Part::Items,
            Part::Common,
            Part::Reading,
            Part::Front,
            Part::Planning,
            Part::Rest,
        ],
        (Entry::Replying, _) => &[Part::Asking, Part::Items, Part::Explaining, Part::Replying],
        (Entry::Panel, _) => &[
            Part::Asking,
            Part::Items,
            Part::Common,
            Part::Reading,
            Part::Front,
            Part::Replying,
            Part::Panel,
            Part::Rest,
        ],
        (Entry::Sharing, _) => &[
            Part::Asking,
            Part::Items,
            Part::Common,
            Part::Reading,
            Part::Front,
            Part::Rest,
        ],
        // The glossary stands on this page.
        (_, Route::Method) => &Part::ALL,
        _ => &[
            Part::Asking,
            Part::Items,
            Part::Explaining,
            Part::Common,
            Part::Reading,
            Part::Front,
            Part::Rest,
        ],
    }
}

/// The links in a page's head: words that it loads at once, and those that the app asks for
/// when they are needed.
pub fn links(page: Page, assets: &Assets, loading: Loading) -> String {
    let up = page.up();
    let rel = loading.rel();
    let of = |part: Part| {
        let mut files = assets.texts.iter();
        files.find(move |file| file.lang == page.lang && file.part == part)
    };
    let wanted = wanted(page.route).iter().filter_map(|part| of(*part));
    let wanted = wanted.map(|file| {
        let name = &file.name;
        format!(r#"<link rel="{rel}" as="fetch" crossorigin data-texts href="{up}{name}">"#)
    });
    let more = of(Part::More).map(|file| {
        let name = &file.name;
        format!(r#"<link rel="forankring-more" data-more href="{up}{name}">"#)
    });
    wanted.chain(more).collect::<Vec<_>>().join("\n")
}

/// What a page is about, for those who find or pass on its address.
pub fn description(route: Route) -> Key {
    match route {
        Route::Start => key::START_DESCRIPTION,
        Route::Setup => key::SETUP_DESCRIPTION,
        Route::Answer => key::ANSWER_DESCRIPTION,
        Route::Level => key::LEVELS_DESCRIPTION,
        Route::Meeting => key::MEETING_DESCRIPTION,
        Route::Review => key::REVIEW_DESCRIPTION,
        Route::Result => key::RESULT_DESCRIPTION,
        Route::Plan => key::PLAN_DESCRIPTION,
        Route::Status => key::STATUS_DESCRIPTION,
        Route::Ask => key::ASK_DESCRIPTION,
        Route::Talk => key::TALK_DESCRIPTION,
        Route::Reply => key::REPLY_DESCRIPTION,
        Route::Share => key::SHARE_DESCRIPTION,
        Route::Compare => key::COMPARE_DESCRIPTION,
        Route::History => key::HISTORY_DESCRIPTION,
        Route::Method => key::METHOD_DESCRIPTION,
        Route::Privacy => key::PRIVACY_DESCRIPTION,
        Route::Accessibility => key::ACCESS_DESCRIPTION,
    }
}

#[cfg(test)]
#[path = "words_tests.rs"]
mod tests;

//! What the screens are called.

use forankring_core::address::Route;
use forankring_core::texts::{Key, Texts, key};

/// Title and description of a screen.
pub fn headings(route: Route) -> (Key, Key) {
    match route {
        Route::Start => (key::START_TITLE, key::START_DESCRIPTION),
        Route::Setup => (key::SETUP_TITLE, key::SETUP_DESCRIPTION),
        Route::Answer => (key::ANSWER_TITLE, key::ANSWER_DESCRIPTION),
        Route::Level => (key::LEVELS_TITLE, key::LEVELS_DESCRIPTION),
        Route::Meeting => (key::MEETING_TITLE, key::MEETING_DESCRIPTION),
        Route::Result => (key::RESULT_TITLE, key::RESULT_DESCRIPTION),
        Route::Plan => (key::PLAN_TITLE, key::PLAN_DESCRIPTION),
        Route::Share => (key::SHARE_TITLE, key::SHARE_DESCRIPTION),
        Route::Compare => (key::COMPARE_TITLE, key::COMPARE_DESCRIPTION),
        Route::History => (key::HISTORY_TITLE, key::HISTORY_DESCRIPTION),
        Route::Method => (key::METHOD_TITLE, key::METHOD_DESCRIPTION),
        Route::Privacy => (key::PRIVACY_TITLE, key::PRIVACY_DESCRIPTION),
        Route::Accessibility => (key::ACCESS_TITLE, key::ACCESS_DESCRIPTION),
    }
}

/// The title of a page, as it stands in the browser's tab.
pub fn title(texts: &Texts, route: Route) -> String {
    let (title, _) = headings(route);
    match route {
        Route::Start => texts.get(title).to_owned(),
        _ => format!("{} – {}", texts.get(title), texts.get(key::SITE_NAME)),
    }
}

//! What the screens are called in the browser's tab.

use forankring_core::address::Route;
use forankring_core::assessment::Name;
use forankring_core::texts::{Key, Texts, enclosed, key};

use crate::pages;

fn heading(route: Route) -> Key {
    match route {
        Route::Start => pages::start::TITLE,
        Route::Setup => pages::setup::TITLE,
        Route::Answer => pages::answer::TITLE,
        Route::Level => pages::level::TITLE,
        Route::Meeting => pages::meeting::TITLE,
        Route::Review => pages::review::TITLE,
        Route::Result => pages::result::TITLE,
        Route::Plan => pages::plan::TITLE,
        Route::Status => pages::status::TITLE,
        Route::Ask => pages::ask::TITLE,
        Route::Talk => pages::talk::TITLE,
        Route::Reply => pages::reply::TITLE,
        Route::Share => pages::share::TITLE,
        Route::Compare => pages::compare::TITLE,
        Route::History => pages::history::TITLE,
        Route::Method => pages::method::TITLE,
        Route::Privacy => pages::privacy::TITLE,
        Route::Accessibility => pages::accessibility::TITLE,
    }
}

/// The title of a page: the screen first, then whose it is, if that is known.
pub fn title(texts: &Texts, route: Route, of: Option<&Name>) -> String {
    let mut title = texts.get(heading(route)).to_owned();
    if let Some(of) = of {
        title += " – ";
        title += &enclosed(of.as_str());
    }
    if route != Route::Start {
        title += " – ";
        title += texts.get(key::SITE_NAME);
    }
    title
}

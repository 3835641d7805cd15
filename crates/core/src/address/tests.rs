//! Every page, every link between two pages, and what fragments say.

use super::*;

fn page(lang: Lang, route: Route) -> Page {
    Page { lang, route }
}

#[test]
fn routes_have_names_of_their_own() {
    for route in Route::ALL {
        assert_eq!(Route::parse(route.id()), Some(route));
        let same = Route::ALL
            .iter()
            .filter(|other| other.slug() == route.slug());
        assert_eq!(same.count(), 1, "{}", route.slug());
    }
    for unknown in ["", "Start", "vurdering", "start "] {
        assert_eq!(Route::parse(unknown), None, "{unknown}");
    }
}

#[test]
fn pages_stand_where_the_specification_says() {
    for (lang, route, path, up) in [
        (Lang::Nb, Route::Start, "", "./"),
        (Lang::Nb, Route::Answer, "vurdering/", "../"),
        (Lang::Nb, Route::Accessibility, "tilgjengelighet/", "../"),
        (Lang::Nn, Route::Start, "nn/", "../"),
        (Lang::Nn, Route::Answer, "nn/vurdering/", "../../"),
        (Lang::Nb, Route::Setup, "oppsett/", "../"),
        (Lang::Nb, Route::Level, "vurdering/nivaa/", "../../"),
        (
            Lang::Nn,
            Route::Review,
            "nn/vurdering/oversikt/",
            "../../../",
        ),
        (Lang::En, Route::Meeting, "en/vurdering/mote/", "../../../"),
        (Lang::En, Route::Result, "en/resultat/", "../../"),
    ] {
        let page = page(lang, route);
        assert_eq!((page.path().as_str(), page.up()), (path, up));
    }
}

#[test]
fn every_page_has_a_path_of_its_own_and_is_found_there() {
    let mut seen = std::collections::HashSet::new();
    for page in Page::all() {
        let path = page.path();
        assert!(seen.insert(path.clone()), "{path} twice");
        assert_eq!(Page::parse(&path), Some(page), "{path}");
        assert_eq!(Page::parse(path.trim_end_matches('/')), Some(page));
        assert_eq!(Page::parse(&format!("{path}index.html")), Some(page));
    }
    assert_eq!(seen.len(), Lang::ALL.len() * Route::ALL.len());
}

#[test]
fn other_paths_are_no_page() {
    for unknown in [
        "resultater/",
        "de/",
        "nb/",
        "nn/nn/",
        "vurdering/x",
        "/",
        "/vurdering/",
        "vurdering//",
        "vurderingindex.html",
        "vurdering/index.html/",
        "index.htm",
        "Vurdering/",
    ] {
        assert_eq!(Page::parse(unknown), None, "{unknown}");
    }
}

#[test]
fn links_lead_from_every_page_to_every_other() {
    for (from, to) in Page::all().flat_map(|from| Page::all().map(move |to| (from, to))) {
        let from_path = from.path();
        let mut folders: Vec<&str> = from_path.split_terminator('/').collect();
        let href = from.href_to(to);
        for part in href.split_terminator('/') {
            match part {
                "." => {}
                ".." => assert!(folders.pop().is_some(), "{from:?} {href} leaves the site"),
                name => folders.push(name),
            }
        }
        let reached: String = folders.iter().map(|folder| format!("{folder}/")).collect();
        assert_eq!(reached, to.path(), "{from:?} {href}");
    }
}

#[test]
fn links_are_written_as_in_the_specification() {
    for (from, to, href) in [
        (
            page(Lang::Nb, Route::Answer),
            page(Lang::Nb, Route::Result),
            "../resultat/",
        ),
        (
            page(Lang::Nb, Route::Start),
            page(Lang::Nb, Route::Answer),
            "./vurdering/",
        ),
        (
            page(Lang::Nb, Route::Answer),
            page(Lang::Nb, Route::Start),
            "../",
        ),
        (
            page(Lang::En, Route::Plan),
            page(Lang::En, Route::Plan),
            "./",
        ),
        (
            page(Lang::En, Route::Plan),
            page(Lang::Nn, Route::Start),
            "../../nn/",
        ),
    ] {
        assert_eq!(from.href_to(to), href);
    }
}

/// In the one file a link asks for a page, and what it asks for leads there.
#[test]
fn links_of_the_one_file_ask_for_a_page() {
    for (from, to) in Page::all().flat_map(|from| Page::all().map(move |to| (from, to))) {
        let asked = Edition::File.link(from, to);
        assert_eq!(asked.strip_prefix('?').and_then(Page::parse), Some(to));
        assert_eq!(Edition::Folders.link(from, to), from.href_to(to));
    }
}

#[test]
fn ids_are_sixteen_characters_of_base32() {
    for (bytes, text) in [
        ([0; 10], "aaaaaaaaaaaaaaaa"),
        ([255; 10], "7777777777777777"),
        (
            [0, 68, 50, 20, 199, 66, 84, 182, 53, 207],
            "abcdefghijklmnop",
        ),
    ] {
        let id = Id::from_bytes(bytes);
        assert_eq!(id.as_str(), text);
        assert_eq!(Id::parse(text), Some(id));
    }
    for text in [
        "",
        "aaaaaaaaaaaaaaa",
        "aaaaaaaaaaaaaaaaa",
        "AAAAAAAAAAAAAAAA",
        "aaaaaaaaaaaaaaa1",
        "aaaaaaaaaaaaaaa8",
        "aaaaaaaaaaaaaaå",
    ] {
        assert_eq!(Id::parse(text), None, "{text}");
    }
}

#[test]
fn places_are_read_and_written() {
    let id = Id::from_bytes([7; 10]);
    let item = Item::parse("executive.plan");
    let link = |text: &str| Place::Link(text.to_owned());
    for (fragment, place) in [
        ("".to_owned(), Place::Nothing),
        ("ny".to_owned(), Place::New(Variant::Full, None)),
        ("kort".to_owned(), Place::New(Variant::Quick, None)),
        (
            "ny/political.goal".to_owned(),
            Place::New(Variant::Full, Some(Item::FIRST)),
        ),
        (id.as_str().to_owned(), Place::Kept(id.clone(), None)),
        (
            format!("{}/executive.plan", id.as_str()),
            Place::Kept(id, item),
        ),
        ("r1.AbC".to_owned(), link("r1.AbC")),
        ("r1.".to_owned(), link("r1.")),
        ("l1.AbC-_".to_owned(), link("l1.AbC-_")),
        ("l2.".to_owned(), link("l2.")),
        ("r22.a/b%20".to_owned(), link("r22.a/b%20")),
    ] {
        assert_eq!(Place::parse(&fragment), place);
        assert_eq!(Place::parse(&format!("#{fragment}")), place);
        assert_eq!(place.to_string(), fragment);
    }
}

#[test]
fn what_is_not_a_place_is_unknown() {
    for fragment in [
        "x",
        "NY",
        "ny/",
        "ny/plan",
        "ny/political.goal/",
        "##ny",
        "aaaaaaaaaaaaaaa1",
        "aaaaaaaaaaaaaaaa/x",
        "aaaaaaaaaaaaaaaa/political.goal/x",
        "aaaaaaaaaaaaaaaaa",
        "r.",
        "r1",
        "l1",
        "L1.AbC",
        "l.AbC",
        "r1x.",
        "R1.AbC",
        "/political.goal",
    ] {
        assert_eq!(Place::parse(fragment), Place::Unknown, "{fragment}");
    }
    assert_eq!(Place::Unknown.to_string(), "");
}

//! Small apps, and which texts their pages may show.

use super::*;
use crate::tidy::imports::tree::Tree;

const ENTRIES: &str = "
    match route {
        Route::Answer => Entry::Answering,
        Route::Result | Route::Plan => Entry::Reading,
        Route::Start => Entry::Front,
        _ => Entry::Rest,
    }";

const ROOT: &str = "mod build; mod components; mod pages; mod titles;";
const BUILD: &str = "
    use crate::pages;
    use forankring_session::screens::{Held, Screen};
    impl Build for Answering { fn draw() { pages::answer::view() } }
    impl Build for Held { fn draw() {
        html! { pages::result::view(); pages::plan::view(); pages::start::view() }
    } }";
const SCREENS: &str = "pub mod held; pub mod shelf; pub mod reader; pub use held::Held;
    pub enum Screen { Start(shelf::State), Result(reader::State) }";

/// The app with these pages and words, and a session whose screens say something.
fn code(pages: [(&str, &str); 4], words: &str) -> Code {
    let app = [
        ("crate", ROOT),
        ("build", BUILD),
        (
            "titles",
            "use crate::pages; fn title() { key::TITLE; pages::plan::NAME }",
        ),
        ("components", "pub mod words;"),
        ("components::words", words),
        (
            "pages",
            "pub mod answer; pub mod result; pub mod plan; pub mod start;",
        ),
    ];
    let session = [
        ("crate", "pub mod desk; pub mod screens;"),
        (
            "desk",
            "impl Desk { fn undo() { key::UNDONE; key::KEPT_GONE } }",
        ),
        ("screens", SCREENS),
        (
            "screens::held",
            "use super::{Screen, shelf}; impl Held { fn update() { shelf::done() } }",
        ),
        (
            "screens::shelf",
            "pub fn done() { key::DONE } pub fn other() { key::OTHER } pub struct State;",
        ),
        (
            "screens::reader",
            "pub struct State; impl State { fn tell() { said() } } fn said() { key::TOLD }",
        ),
    ];
    Code::of(vec![
        ("forankring", Tree::of(&[&app[..], &pages[..]].concat())),
        ("forankring_session", Tree::of(&session)),
    ])
}

fn of_pages(answer: &str, result: &str, start: &str, words: &str) -> Result<Parts, String> {
    let pages = [
        ("pages::answer", answer),
        ("pages::result", result),
        (
            "pages::plan",
            "pub fn view() { key::PLAN } pub const NAME: Key = key::PLANNED;",
        ),
        ("pages::start", start),
    ];
    let built = ["DESCRIPTION", "TITLE"].map(str::to_owned).into();
    parts(&code(pages, words), ENTRIES, &built)
}

fn joined(keys: &BTreeSet<String>) -> String {
    keys.iter()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn each_text_stands_with_the_pages_that_show_it() {
    let words = "
        pub fn level() -> Key { key::LEVEL }
        pub fn stage() -> Key { PerStep([key::STAGE]).get() }
        pub fn nobody() -> Key { key::NOBODY }
        struct PerStep; impl PerStep { fn get() { key::METHOD } }";
    let parts = of_pages(
        "pub fn view() { key::ANSWER }",
        "use crate::components::words; use forankring_session::screens::reader::State;
         pub fn view(own: &State) { html! { <p>{ words::level() }</p> } rows() }
         fn rows() { words::stage() }
         fn unused() { key::UNUSED }
         #[cfg(test)] mod tests { fn f() { key::TESTED } }",
        "use crate::components::words::level; pub fn view() { level(); key::START }",
        words,
    );
    let parts = parts.unwrap();
    assert_eq!(joined(&parts.asking), "ANSWER TITLE UNDONE");
    // The one function of its module brings what is no function.
    assert_eq!(joined(&parts.common), "DONE KEPT_GONE LEVEL METHOD");
    assert_eq!(joined(&parts.reading), "PLAN PLANNED STAGE TOLD");
    assert_eq!(joined(&parts.front), "START");
    assert_eq!(joined(&parts.built_in), "DESCRIPTION");
}

#[test]
fn a_page_may_use_another() {
    let parts = of_pages(
        "pub fn view() {} pub fn missing() { key::MISSING }",
        "use super::answer::missing; pub fn view() { missing() }",
        "pub fn view() { super::result::view() }",
        "",
    );
    assert_eq!(joined(&parts.unwrap().common), "DONE KEPT_GONE MISSING");
}

#[test]
fn what_is_implemented_elsewhere_comes_with_its_type() {
    let parts = of_pages(
        "",
        "use forankring_session::screens::reader::State; pub fn view(own: &State) {}",
        "",
        "use forankring_session::screens::reader::State;
         impl Told for State { fn told() { key::TOLD_HERE; rows() } }
         fn rows() { key::ROWS }
         struct Other; impl Other { fn unused() { key::UNUSED } }",
    );
    assert_eq!(
        joined(&parts.unwrap().reading),
        "PLAN PLANNED ROWS TOLD TOLD_HERE UNUSED"
    );
}

#[test]
fn answering_says_what_is_kept_where_it_shows_it() {
    let parts = of_pages("pub fn view() { key::KEPT_HERE }", "", "", "");
    assert_eq!(joined(&parts.unwrap().asking), "KEPT_HERE TITLE UNDONE");
}

#[test]
fn measures_are_for_reading_only() {
    let shows = "pub fn view() { texts.item(ItemText::MeasureFrom(step)) }";
    assert!(of_pages("", shows, "", "").is_ok());
    let told = of_pages("", "", shows, "").unwrap_err();
    assert!(told.contains("pages::start"), "{told}");
    let told = of_pages("pub fn view() { texts.measure_terms() }", "", "", "").unwrap_err();
    assert!(told.contains("pages::answer"), "{told}");
}

#[test]
fn texts_by_another_name_are_told() {
    for uses in ["texts::key as k", "texts::key::*"] {
        let page = format!("use forankring_core::{uses}; pub fn view() {{}}");
        let told = of_pages("", &page, "", "").unwrap_err();
        assert!(told.contains("forankring::pages::result"), "{told}");
    }
}

#[test]
fn what_is_fetched_when_it_is_wanted_has_words_of_its_own() {
    let trial = |elsewhere: &str| {
        let app = [
            (
                "crate",
                "mod build; mod components; mod executor; mod pages;",
            ),
            ("build", BUILD),
            ("components", "pub mod trial;"),
            (
                "components::trial",
                "pub fn draw() { key::TRIED; key::SHOWN; line() } fn line() { key::LINE }",
            ),
            (
                "executor",
                "use crate::components::trial::draw; fn fetch() { draw() }",
            ),
            (
                "pages",
                "pub mod answer; pub mod result; pub mod plan; pub mod start;",
            ),
            ("pages::answer", ""),
            ("pages::result", "pub fn view() { key::SHOWN }"),
            ("pages::plan", elsewhere),
            ("pages::start", ""),
        ];
        let session = [("crate", "pub mod screens;"), ("screens", "")];
        let code = Code::of(vec![
            ("forankring", Tree::of(&app)),
            ("forankring_session", Tree::of(&session)),
        ]);
        let entries = ENTRIES.replace("Route::Result | Route::Plan", "Route::Result");
        parts(&code, &entries, &BTreeSet::new())
    };
    let found = trial("").unwrap();
    assert_eq!(joined(&found.more), "LINE TRIED");
    assert_eq!(
        (joined(&found.asking), joined(&found.reading)),
        (String::new(), "SHOWN".into())
    );
    // A page that does not load those words would lack one.
    let told = trial("pub fn view() { key::TRIED }").unwrap_err();
    assert!(told.contains("key::TRIED"), "{told}");
}

#[test]
fn an_entry_without_routes_is_told() {
    let code = code(
        [
            ("pages::answer", ""),
            ("pages::result", ""),
            ("pages::plan", ""),
            ("pages::start", ""),
        ],
        "",
    );
    let told = parts(&code, "_ => Entry::Rest", &BTreeSet::new()).unwrap_err();
    assert!(told.contains("Entry::Answering"), "{told}");
}

#[test]
fn the_file_names_each_text_by_its_key() {
    let texts = "[start]\ntitle = \"T\"\n[level]\nby-one = \"L\"".parse();
    let constants = constants(&texts.unwrap());
    let mut parts = Parts {
        front: ["START_TITLE", "LEVEL_BY_ONE"].map(str::to_owned).into(),
        ..Parts::default()
    };
    let file = show(&parts, &constants).unwrap();
    let table: toml::Table = file.parse().unwrap();
    let front = table["front"].as_array().unwrap();
    assert_eq!(front.len(), 2);
    assert!(file.contains("    \"level.by-one\",\n    \"start.title\",\n"));
    parts.front.insert("NOBODY_HAS_IT".to_owned());
    assert!(show(&parts, &constants).is_err());
}

#[test]
fn the_plan_has_what_no_other_screen_shows() {
    let shared = "Route::Result | Route::Plan =>";
    let entries = ENTRIES.replace(shared, "Route::Plan => Entry::Planning,\n Route::Result =>");
    let plan = "pub const NAME: Key = key::NAMED;
        pub fn view() { key::PLANNED; super::result::view() }";
    let code = code(
        [
            ("pages::answer", "pub fn view() {}"),
            ("pages::result", "pub fn view() { key::SHOWN }"),
            ("pages::plan", plan),
            ("pages::start", "pub fn view() {}"),
        ],
        "",
    );
    let parts = parts(&code, &entries, &BTreeSet::new()).unwrap();
    assert_eq!(joined(&parts.planning), "NAMED PLANNED");
}

/// Views that are fetched are named by the executor alone. Words and styles each know of them in a
/// table of their own: what is missing in one is drawn by nothing, or loaded by everyone.
#[test]
fn what_the_executor_fetches_to_draw_is_known_to_words_and_styles() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let read = |path: &std::path::Path| std::fs::read_to_string(path).unwrap();
    let styles = read(&root.join("styles/shown.mjs"));
    let mut found = 0;
    for file in std::fs::read_dir(root.join("src/executor")).unwrap() {
        let code = read(&file.unwrap().path());
        for rest in code.split("crate::components::").skip(1) {
            let end = rest.find(|one: char| !one.is_ascii_lowercase() && one != '_');
            let view = rest.get(..end.unwrap_or(rest.len())).unwrap();
            found += 1;
            assert!(reach::fetches(view), "{view}: words");
            // It shows nothing that the page from which it is opened does not.
            if view != "earlier" {
                assert!(
                    styles.contains(&format!("'components/{view}'")),
                    "{view}: styles"
                );
            }
        }
    }
    assert!(found > 3, "{found} views");
}

//! The files of words that a page loads must do for whatever its build shows: what they
//! lack would be an empty place. So each screen is drawn twice, with those files and with
//! all words there are.

use std::rc::Rc;

use forankring::build::Build;
use forankring::components::frame::frame;
use forankring::context::Context;
use forankring_core::address::{Id, Place, View};
use forankring_core::assessment::Action;
use forankring_core::catalogue::{Answer, Item, Step};
use forankring_core::day::Day;
use forankring_core::keeping::{Found, Kept, Listed, Record, StorageProblem};
use forankring_core::link;
use forankring_core::moment::Moment;
use forankring_core::texts::{Lang, Texts};
use forankring_session::answering::Answering;
use forankring_session::desk::{self, Arrival, Command as Asked, Event as At, Loaded};
use forankring_session::screens::{Command as Wanted, Event as On, Held, reader, shelf, trial};
use forankring_session::{Command, Event, Front, Reading, Stamp, State, update};
use yew::LocalServerRenderer;
use yew::prelude::{Callback, Html, Properties, component};

use super::*;

/// Full, of one procurement, quick, with gaps: results of every shape.
const LINKS: &str = include_str!("../../core/tests/golden/links.json");
const ID: &str = "k7q2mzt4ab5hw3xe";

fn at(ms: i64) -> Moment {
    let day = Day::from_ymd(2026, 11, 25).expect("a day");
    let (hour, minute) = (12, 0);
    Moment {
        ms,
        day,
        hour,
        minute,
    }
}

/// All links in the golden table that begin so.
fn links(format: &str) -> Vec<String> {
    let table: serde_json::Value = serde_json::from_str(LINKS).expect("JSON");
    let rows = table["links"].as_array().expect("rows").iter();
    let links = rows.filter_map(|row| Some(row["link"].as_str()?.to_owned()));
    links.filter(|link| link.starts_with(format)).collect()
}

#[derive(Clone, Properties)]
struct Drawing {
    draw: Rc<dyn Fn() -> Html>,
}

impl PartialEq for Drawing {
    fn eq(&self, other: &Drawing) -> bool {
        Rc::ptr_eq(&self.draw, &other.draw)
    }
}

#[component]
fn Drawn(props: &Drawing) -> Html {
    (props.draw)()
}

fn html(draw: impl Fn() -> Html + 'static) -> String {
    let drawing = Drawing {
        draw: Rc::new(draw),
    };
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    let (runtime, tasks) = (runtime.expect("it runs"), tokio::task::LocalSet::new());
    let renderer = LocalServerRenderer::<Drawn>::with_props(drawing).hydratable(false);
    tasks.block_on(&runtime, renderer.render())
}

/// A page, with the build that its route loads.
struct Tab<S: Build> {
    state: State<S>,
    asked: Vec<Command<S::Command>>,
}

impl<S: Build> Tab<S> {
    fn new(page: Page) -> Tab<S> {
        Tab {
            state: State::first(page),
            asked: Vec::new(),
        }
    }

    /// A page that was opened with this behind the `#`.
    fn opened(page: Page, fragment: &str) -> Tab<S> {
        // What is fetched later is drawn with the same words.
        forankring::grounds::came(forankring::components::grounds::GROUNDS);
        let mut tab = Tab::new(page);
        tab.desk(At::Started(Box::new(Arrival {
            place: Some(Place::parse(fragment)),
            fragment: fragment.to_owned(),
            view: View::default(),
            ..Arrival::default()
        })));
        tab
    }

    fn happens(&mut self, event: Event<S::Event>) {
        let stamp = Stamp {
            at: at(1_000),
            fresh: Id::parse(ID).expect("an id"),
        };
        self.asked = update(&mut self.state, event, &stamp);
    }

    fn desk(&mut self, event: At) {
        self.happens(Event::Desk(event));
    }

    /// What it asked to be read comes.
    fn loads(&mut self, found: Result<Found, StorageProblem>) {
        let ticket = self.asked.iter().find_map(|one| match one {
            Command::Desk(Asked::Load(ticket, _)) => Some(*ticket),
            _ => None,
        });
        let ticket = ticket.expect("something is to be read");
        self.desk(At::Loaded(ticket, Loaded { found, left: None }));
    }

    /// As it shows with these words.
    fn html(&self, texts: Texts) -> String {
        let state = self.state.clone();
        html(move || {
            let ctx = Context {
                texts,
                desk: &state.desk,
                send: Callback::noop(),
                moment: at,
            };
            frame(&ctx, state.screens.draw(&ctx, Callback::noop()))
        })
    }

    /// It shows the same with the words of its page as with all. Those that only some need
    /// come when they are asked for.
    fn check(&self, what: &str) {
        let page = self.state.desk.page;
        let all = Texts::builtin(page.lang);
        let own = wanted(page.route).iter().chain(&[Part::More]);
        let own = Texts::unpack(own.map(|part| all.pack(*part)).collect());
        let (own, all) = (self.html(own.expect("our own files")), self.html(all));
        assert!(own == all, "{what}, {page:?} lacks a text:\n{own}\n{all}");
    }
}

fn first<S: Build>(page: Page) {
    Tab::<S>::new(page).check("as it is built");
}

#[test]
fn every_page_needs_no_other_words_than_it_loads() {
    for page in Page::all() {
        match Entry::of(page.route) {
            Entry::Answering => first::<Answering>(page),
            Entry::Overview => first::<Held<forankring_session::Overview>>(page),
            Entry::Reading => first::<Held<Reading>>(page),
            Entry::Front => first::<Held<Front>>(page),
            Entry::Planning => first::<Held<forankring_session::Planning>>(page),
            Entry::Panel => first::<Held<forankring_session::Panel>>(page),
            Entry::Replying => first::<forankring_session::replying::Replying>(page),
            Entry::Sharing => first::<Held<forankring_session::Sharing>>(page),
            Entry::Rest => first::<Held<forankring_session::Rest>>(page),
        }
    }
}

fn pages(route: Route) -> impl Iterator<Item = Page> {
    Lang::ALL.into_iter().map(move |lang| Page { lang, route })
}

const PROBLEMS: [StorageProblem; 7] = [
    StorageProblem::Missing,
    StorageProblem::Full,
    StorageProblem::Damaged,
    StorageProblem::Newer,
    StorageProblem::Slow,
    StorageProblem::Deleted,
    StorageProblem::Failed,
];

/// What may be found under an id: every kind of result, and everything that goes wrong.
fn finds() -> Vec<Result<Found, StorageProblem>> {
    let kept = links("r1").into_iter().map(|link| {
        let assessment = link::decode(&link).expect("a golden link");
        Ok(Found::Here(Box::new(Kept::new(assessment, 1_000))))
    });
    let none = [Found::Absent, Found::Deleted].map(Ok);
    kept.chain(none).chain(PROBLEMS.map(Err)).collect()
}

#[test]
fn a_result_needs_no_other_words_however_it_is_come_by() {
    let bad = ["r1.AQAmYW3m5JJG22wAAAD81F", "r9.AAAA", "r0.AAAA", "hva"];
    let links: Vec<String> = ["r1", "l1"].into_iter().flat_map(links).collect();
    assert!(links.len() > 20);
    for page in pages(Route::Result).chain(pages(Route::Plan)) {
        for link in links.iter().map(String::as_str).chain(bad) {
            Tab::<Held<Reading>>::opened(page, link).check(link);
        }
        for found in finds() {
            let mut tab = Tab::<Held<Reading>>::opened(page, ID);
            let what = format!("{found:?}");
            tab.loads(found);
            tab.check(&what);
            tab.desk(At::ForgetAsked);
            tab.check("asked whether to forget");
        }
    }
}

/// A trial on what is open, with these steps tried for all items.
fn tries(tab: &mut Tab<Held<Reading>>, step: Step) {
    let say = |event: trial::Event| Event::Screen(On::Reader(reader::Event::Trial(event)));
    tab.happens(say(trial::Event::Wanted));
    let ticket = tab.asked.iter().find_map(|one| match one {
        Command::Screen(Wanted::FetchTrial(ticket)) => Some(*ticket),
        _ => None,
    });
    let words = Texts::builtin(tab.state.desk.page.lang);
    let came = Some((trial::tool::tool(), words));
    tab.happens(say(trial::Event::Came(
        ticket.expect("it is fetched"),
        came,
    )));
    for item in Item::all() {
        tab.happens(say(trial::Event::Tried(item, Some(step))));
    }
}

#[test]
fn a_trial_needs_no_other_words_than_come_with_it() {
    forankring::trying::came(forankring::components::trial::draw);
    for page in pages(Route::Result) {
        let mut drawn = 0;
        for link in links("r1") {
            let assessment = link::decode(&link).expect("a golden link");
            let kept = Found::Here(Box::new(Kept::new(assessment, 1_000)));
            let mut own = Tab::<Held<Reading>>::opened(page, ID);
            own.loads(Ok(kept));
            let read = Tab::<Held<Reading>>::opened(page, &link);
            for mut tab in [own, read] {
                tries(&mut tab, Step::HIGHEST);
                tab.check("raised");
                let html = tab.html(Texts::builtin(page.lang));
                drawn += usize::from(html.contains("class=\"trial\""));
                tries_lowest(&mut tab);
                tab.check("lowered");
                let plan = On::Reader(reader::Event::Trial(trial::Event::ToPlan));
                tab.happens(Event::Screen(plan));
                tab.check("in the plan");
            }
        }
        // Of the quick variant none is drawn.
        assert!(drawn > 20, "{drawn}");
    }
}

fn tries_lowest(tab: &mut Tab<Held<Reading>>) {
    for item in Item::all().skip(9) {
        let tried = trial::Event::Tried(item, Some(Step::LOWEST));
        tab.happens(Event::Screen(On::Reader(reader::Event::Trial(tried))));
    }
}

#[test]
fn the_front_page_needs_no_other_words_whatever_is_kept() {
    let kept = finds().into_iter().filter_map(|found| match found {
        Ok(Found::Here(kept)) => Some(Ok(*kept)),
        Ok(_) => None,
        Err(problem) => Some(Err(problem)),
    });
    let binned = kept
        .clone()
        .flatten()
        .map(|kept| Ok(kept.in_bin(Some(1_000))));
    let records: Vec<Record> = kept
        .chain(binned)
        .enumerate()
        .map(|(number, kept)| Record {
            key: format!("k7q2mzt4ab5hw{number:03}"),
            kept,
        })
        .collect();
    let count = records.len() * 3;
    let lists = PROBLEMS
        .map(Err)
        .into_iter()
        .chain([Ok((Vec::new(), 0)), Ok((records, count))]);
    for page in pages(Route::Start) {
        for list in lists.clone() {
            let mut tab = Tab::<Held<Front>>::opened(page, "");
            let ticket = tab.asked.iter().find_map(|one| match one {
                Command::Screen(Wanted::List(ticket, _)) => Some(*ticket),
                _ => None,
            });
            let ticket = ticket.expect("what is kept is to be read");
            let what = format!("{list:?}");
            let list = list.map(|(records, count)| Listed { records, count });
            tab.happens(Event::Screen(On::Shelf(shelf::Event::Listed(ticket, list))));
            tab.check(&what);
            let asked = shelf::Event::ForgetAsked("k7q2mzt4ab5hw000".to_owned());
            tab.happens(Event::Screen(On::Shelf(asked)));
            tab.check("asked whether to delete");
            tab.happens(Event::Screen(On::Shelf(shelf::Event::BackupWanted)));
            tab.check("a back-up is under way");
        }
    }
}

#[test]
fn answering_needs_no_other_words_whatever_is_chosen() {
    for page in pages(Route::Answer) {
        for found in finds() {
            let mut tab = Tab::<Answering>::opened(page, ID);
            let what = format!("{found:?}");
            tab.loads(found);
            tab.check(&what);
        }
        for word in ["ny", "kort", "r1.AQAm", "hva"] {
            let mut tab = Tab::<Answering>::opened(page, word);
            tab.check(word);
            let answer = Answer::Rated(Step::LOWEST);
            tab.desk(At::Changed(Action::AnswerChosen(Item::FIRST, answer)));
            tab.check("answered");
            tab.desk(At::TurnedBack(desk::Turn::Undo));
            tab.check("taken back");
        }
    }
}

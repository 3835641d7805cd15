//! What draws a trial, once it was fetched. It is the code of a part, so no session can hold it,
//! and what draws the result names nothing of it. Nor does it name what draws the result: that is
//! lent to it, for what two parts name is a file of its own, which both would load. Measured:
//! 1.4 KB more for the reader of a link.

use std::cell::Cell;

use forankring_core::assessment::Assessment;
use forankring_core::catalogue::{Item, Kind, Level, Step};
use forankring_core::scoring::{Pattern, score};
use forankring_core::texts::Key;
use forankring_session::screens::reader::{Event, State};
use forankring_session::screens::trial;
use yew::prelude::*;

use crate::context::{Context, Sheet};

/// A trial under way, and the way to say what happened to it.
pub type Trying<'a> = Sheet<'a, trial::Trying, trial::Event>;

/// What is told of a result in a line.
#[derive(Clone, Copy)]
pub struct Figures {
    /// The stages of the levels, top down.
    pub stages: [Option<Step>; 3],
    /// That of the chain.
    pub chain: Option<Step>,
    /// Intended against realised.
    pub pattern: Option<Pattern>,
}

/// Draws the map with these cells.
type Grid = fn(&Context, Kind, [Key; 2], &'static str, &dyn Fn(Item) -> Html) -> Html;

/// What is lent to a trial.
#[derive(Clone, Copy)]
pub struct Lent {
    /// What comes of answers.
    pub figures: fn(&Assessment) -> Figures,
    /// The links of a chain.
    pub drawing: fn(&Context, Kind, [Option<Step>; 3]) -> Html,
    /// The map.
    pub grid: Grid,
    /// A name inside a sentence.
    pub uncapitalised: fn(&str) -> String,
    /// What stands in the field that an event comes from.
    pub text: fn(&yew::Event) -> String,
    /// The result of other answers, as others would see it.
    pub result: fn(&Context, &Assessment, &mut Vec<Html>),
}

/// Draws a trial.
pub type Draw = fn(&Trying, &Assessment, &Lent, &mut Vec<Html>);

thread_local! {
    static DRAW: Cell<Option<Draw>> = const { Cell::new(None) };
}

/// It came, for as long as the page lives.
pub fn came(draw: Draw) {
    DRAW.set(Some(draw));
}

/// What draws a trial, where there is one.
pub fn trying<'a>(reader: &Sheet<'a, State, Event>) -> Option<(Draw, Trying<'a>)> {
    match &reader.own.trial {
        trial::State::On(_, trying) => Some((DRAW.get()?, reader.part(trying, Event::Trial))),
        _ => None,
    }
}

/// What comes of the answers of an assessment.
pub fn figures(assessment: &Assessment) -> Figures {
    let outcome = score(&assessment.answers());
    let headline = outcome.headline.as_ref();
    Figures {
        stages: Level::ALL.map(|level| outcome.levels.get(level).stage()),
        chain: headline.map(|headline| headline.stage),
        pattern: headline.map(|headline| headline.pattern),
    }
}

//! A trial on a result: what is tried, what came of it, and what can be done with it. Fetched
//! when one is wanted, so only the part names this; what the result draws too is lent to it.

use forankring_core::address::Route;
use forankring_core::assessment::{Assessment, Entry, Medians};
use forankring_core::catalogue::{Answer, Item, Level, Step};
use forankring_core::plan::{Plan, may_be_tried};
use forankring_core::scoring::Pattern;
use forankring_core::texts::{Key, key};
use forankring_session::desk::Origin;
use forankring_session::screens::trial::{Event, HEAD, PLAN, Room};
use yew::prelude::*;

use super::prose::{leaf, node};
use super::words;
use crate::trying::{Figures, Lent, Trying};

/// A trial as it is drawn: the answers today and as they are tried.
struct Trial<'a> {
    sheet: &'a Trying<'a>,
    assessment: &'a Assessment,
    tried: &'a Assessment,
    lent: &'a Lent,
}

/// The whole of it, and below it the result as it would be.
pub fn draw(sheet: &Trying, assessment: &Assessment, lent: &Lent, all: &mut Vec<Html>) {
    let answers = assessment.answers();
    // Others' medians are tried as any answers.
    let mut tried = assessment.as_counted();
    Medians::default().keep_in(&mut tried.parts);
    for (item, step) in sheet.own.trial.tried(&answers) {
        // What was noted belongs to the answer that was given.
        *tried.entries.get_mut(item) = Entry {
            answer: Some(Answer::Rated(step)),
            ..Entry::default()
        };
    }
    let trial = Trial {
        sheet,
        assessment,
        tried: &tried,
        lent,
    };
    all.push(trial.told());
    (lent.result)(sheet.ctx, &tried, all);
}

impl Trial<'_> {
    fn t(&self, key: Key) -> &'static str {
        self.sheet.ctx.t(key)
    }

    /// The map in which steps are chosen, and beside it what comes of them.
    fn told(&self) -> Html {
        let [ways, plan] = self.ways();
        let beside = vec![self.follows(), ways, plan];
        let captions = [key::RESULT_MAP_CAPTION, key::RESULT_MAP_CAPTION_NARROW];
        let (ctx, kind) = (self.sheet.ctx, self.assessment.kind);
        let map = (self.lent.grid)(ctx, kind, captions, "map-frame", &|item| self.cell(item));
        html! {
            <section class="trial" aria-labelledby={HEAD}>
                <h2 id={HEAD} tabindex="-1">{ self.t(key::TRIAL_HEADING) }</h2>
                { leaf("p", "", self.t(key::TRIAL_LEAD)) }
                { node("div", "first-screen", vec![
                    node("div", "map", vec![map]),
                    node("div", "headline", beside),
                ]) }
            </section>
        }
    }

    /// The chain today and in the trial, drawn and in words.
    fn follows(&self) -> Html {
        let both = [self.assessment, self.tried];
        let [now, then] = both.map(self.lent.figures);
        let lines = Level::ALL.iter().zip(now.stages).zip(then.stages);
        let lines = lines.map(|((level, from), to)| {
            let name = self.t(words::level(*level, self.assessment.kind));
            leaf("li", "", self.line(name, from, to))
        });
        let mut lines: Vec<Html> = lines.collect();
        if let Some(told) = self.pattern(now.pattern, then.pattern) {
            lines.push(told);
        }
        let whole = self.line(self.t(key::TRIAL_CHAIN), now.chain, then.chain);
        html! {
            <div class="tried">
                { self.picture(&now, key::TRIAL_TODAY) }
                { self.picture(&then, key::TRIAL_TRIED) }
                <div>
                    // Said when it changes, and only then.
                    <p role="status"><strong>{ whole }</strong></p>
                    { node("ul", "", lines) }
                </div>
            </div>
        }
    }

    fn picture(&self, figures: &Figures, name: Key) -> Html {
        let drawn = (self.lent.drawing)(self.sheet.ctx, self.assessment.kind, figures.stages);
        node("div", "", vec![leaf("strong", "", self.t(name)), drawn])
    }

    fn line(&self, level: &str, from: Option<Step>, to: Option<Step>) -> String {
        let key = match (from, to) {
            (Some(from), Some(to)) if from == to => key::TRIAL_SAME,
            (Some(_), Some(_)) => key::TRIAL_MOVED,
            (None, Some(_)) => key::TRIAL_SCORED,
            // A step that is tried is one answer more with a step, never one fewer.
            (_, None) => key::TRIAL_UNSCORED,
        };
        let shown = |step: Option<Step>| step.map_or(0, Step::number).to_string();
        let values = [
            ("level", level),
            ("from", &*shown(from)),
            ("to", &shown(to)),
        ];
        self.sheet.ctx.fill(key, &values)
    }

    /// Intended against realised, where both are known.
    fn pattern(&self, now: Option<Pattern>, then: Option<Pattern>) -> Option<Html> {
        let name = |pattern: Pattern| {
            let key = match pattern {
                Pattern::Anchored => key::PATTERN_ANCHORED,
                Pattern::Unrealised => key::PATTERN_UNREALISED,
                Pattern::Emergent => key::PATTERN_EMERGENT,
                Pattern::NotStarted => key::PATTERN_NOT_STARTED,
            };
            (self.lent.uncapitalised)(self.t(key))
        };
        let key = match now == then {
            true => key::TRIAL_PATTERN_SAME,
            false => key::TRIAL_PATTERN,
        };
        let values = [("from", &*name(now?)), ("to", &name(then?))];
        Some(leaf("li", "", self.sheet.ctx.fill(key, &values)))
    }

    /// What can be done with it, and what stands in the plan.
    fn ways(&self) -> [Html; 2] {
        let (trial, answers) = (&self.sheet.own.trial, self.assessment.answers());
        let (mut ways, mut of_plan) = (Vec::new(), Vec::new());
        match self.sheet.ctx.open().map(|open| &open.origin) {
            Some(Origin::Link(_)) => of_plan.push(leaf("p", "", self.t(key::TRIAL_COPY))),
            Some(origin) if !origin.is_read_only() => {
                let plan = Plan::of(&self.assessment.parts);
                let measures = trial.measures(&answers, &plan);
                let there = measures.iter().filter(|one| one.is_there).count();
                let new = measures.len() - there;
                let label = self.count(key::TRIAL_TO_PLAN, new);
                ways.push(self.way("legg-i-planen", label, new == 0, Event::ToPlan));
                of_plan.extend(self.plan(there, trial.without_measure(&answers)));
            }
            _ => {}
        }
        let none = trial.tried(&answers).next().is_none();
        let (back, end) = (self.t(key::TRIAL_BACK), self.t(key::TRIAL_END));
        ways.push(self.way("ta-tilbake", back.to_owned(), none, Event::TakenBack));
        ways.push(self.way("avslutt", end.to_owned(), false, Event::Ended));
        let plan = html! { <div id={PLAN} tabindex="-1">{ for of_plan }</div> };
        [node("p", "actions", ways), plan]
    }

    fn count(&self, key: Key, n: usize) -> String {
        self.sheet.ctx.fill(key, &[("n", &n.to_string())])
    }

    /// A button that stays where it is, or focus would be lost with the last of what it does.
    fn way(&self, id: &'static str, label: String, idle: bool, event: Event) -> Html {
        let onclick = (!idle).then(|| self.sheet.on(event));
        html! {
            <button type="button" {id} class="ds-button" data-variant="secondary"
                aria-disabled={idle.then_some("true")} {onclick}>
                { label }
            </button>
        }
    }

    /// What of it stands in the plan, and what cannot.
    fn plan(&self, there: usize, without: usize) -> Vec<Html> {
        let mut told = Vec::new();
        if self.sheet.own.room == Room::Full {
            told.push(leaf("p", "", self.t(key::TRIAL_FULL)));
        }
        if there > 0 {
            let href = self.sheet.ctx.href(Route::Plan);
            let link = html! { <a class="ds-link" {href}>{ self.t(key::TRIAL_OPEN_PLAN) }</a> };
            let count = format!("{} ", self.count(key::TRIAL_IN_PLAN, there));
            told.push(node("p", "", vec![count.into(), link]));
        }
        if without > 0 {
            told.push(leaf("p", "", self.count(key::TRIAL_WITHOUT, without)));
        }
        told
    }

    fn cell(&self, item: Item) -> Html {
        let both = [self.assessment, self.tried];
        let [today, tried] = both.map(|one| one.entries.get(item).answer);
        let moved = (today != tried).then_some("");
        let content = match may_be_tried(today) {
            true => self.choice(item, today, tried),
            false => {
                let told = format!(" {}", self.t(words::answer(today)));
                let shown = vec!["–".into(), leaf("span", "unseen", told)];
                node("span", "cell-shown", shown)
            }
        };
        html! {
            <div role="cell" key={item.id()} class="cell" data-moved={moved}
                data-answer={tried.map_or("none", Answer::code)}>
                { content }
            </div>
        }
    }

    /// The steps of an item: the one of today, and each other as from where to where.
    fn choice(&self, item: Item, today: Option<Answer>, tried: Option<Answer>) -> Html {
        let from = match today {
            Some(Answer::Rated(step)) => step.number().to_string(),
            Some(_) => "?".to_owned(),
            None => "·".to_owned(),
        };
        let option = |answer: Option<Answer>| {
            let value = answer
                .and_then(Answer::step)
                .map(|step| step.number().to_string());
            let shown = match &value {
                Some(to) if answer != today => format!("{from}→{to}"),
                _ => from.clone(),
            };
            let (value, selected) = (value.unwrap_or_default(), answer == tried);
            html! { <option key={value.clone()} {value} {selected}>{ shown }</option> }
        };
        let steps = Step::ALL.map(|step| Some(Answer::Rated(step)));
        let unrated = Some(today).filter(|today| today.and_then(Answer::step).is_none());
        let send = self.sheet.send.clone();
        let text = self.lent.text;
        let onchange = Callback::from(move |event: yew::Event| {
            let step = Answer::parse(&text(&event)).and_then(Answer::step);
            send.emit(Event::Tried(item, step));
        });
        let id = format!("prov-{}", item.id());
        let name = self.name(item, today);
        // What somebody chose in a field stays there whatever is drawn: taken back, it is a new
        // one.
        html! {
            <select key={self.sheet.own.round} {id} class="cell-shown" aria-label={name} {onchange}>
                { for unrated.into_iter().chain(steps).map(option) }
            </select>
        }
    }

    /// What is chosen there, and how it was answered.
    fn name(&self, item: Item, today: Option<Answer>) -> String {
        let lower = |key: Key| (self.lent.uncapitalised)(self.t(key));
        let (key, from) = match today.and_then(Answer::step) {
            Some(step) => (key::TRIAL_CELL, step.number().to_string()),
            None => (key::TRIAL_CELL_UNRATED, lower(words::answer(today))),
        };
        let values = [
            (
                "level",
                self.t(words::level(item.level, self.assessment.kind)),
            ),
            ("theme", &*lower(words::theme(item.theme))),
            ("from", &from),
            ("answer", &from),
        ];
        self.sheet.ctx.fill(key, &values)
    }
}

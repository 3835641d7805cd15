//! The scoring at work: eighteen answers that can be changed, and every figure
//! that follows, with the reason. Nothing of it is kept.

use forankring_core::catalogue::{Answer, Item, Kind, Level, PerItem, Subject};
use forankring_core::numbers::show_halves;
use forankring_core::scoring::{Answers, Headline, Outcome, said, score};
use forankring_core::texts::{key, uncapitalised};
use yew::prelude::*;

use super::headline::missing;
use super::matrix::grid;
use super::prose::{Look, button, leaf};
use super::{why, words};
use crate::context::{Context, Sheet};
use crate::input;
use forankring_session::screens::method::{Event, State};

/// As it comes: an average that hides a hole, and one don't know.
const AS_IT_COMES: [&str; 3] = ["5,5,5,5,5,1", "4,4,4,4,4,4", "3,3,3,dk,3,4"];

/// Nobody's: levels have the usual names.
const KIND: Kind = Subject::MUNICIPALITY.kind;

fn as_it_comes() -> Answers {
    let mut codes = AS_IT_COMES.iter().flat_map(|level| level.split(','));
    PerItem::from_fn(|_| codes.next().and_then(Answer::parse))
}

/// The example.
pub fn example(sheet: &Sheet<State, Event>) -> Html {
    let ctx = sheet.ctx;
    let answers = sheet.own.example.unwrap_or_else(as_it_comes);
    let reset = sheet.on(Event::Reset);
    html! {
        <section class="example">
            { leaf("h2", "", ctx.t(key::METHOD_EXAMPLE_HEADING)) }
            { leaf("p", "", ctx.t(key::METHOD_EXAMPLE_LEAD)) }
            { grid(ctx, KIND, [key::METHOD_EXAMPLE_CAPTION; 2], "map-frame choosing", &|item| {
                cell(sheet, &answers, item)
            }) }
            <ul class="follows">
                { for follows(ctx, &answers).into_iter().enumerate().map(|(n, line)| html! {
                    <li key={n}>{ line }</li>
                }) }
            </ul>
            <p class="actions">
                {
                    button(
                        Look::Secondary,
                        "eksempel-tilbake",
                        ctx.t(key::METHOD_EXAMPLE_RESET),
                        reset,
                    )
                }
            </p>
        </section>
    }
}

fn cell(sheet: &Sheet<State, Event>, answers: &Answers, item: Item) -> Html {
    let ctx = sheet.ctx;
    let current = *answers.get(item);
    let chosen = {
        let (send, answers) = (sheet.send.clone(), *answers);
        input::chosen(move |value| {
            let mut changed = answers;
            *changed.get_mut(item) = Answer::parse(&value);
            send.emit(Event::Chosen(Box::new(changed)));
        })
    };
    let theme = ctx.t(words::theme(item.theme));
    let label = format!("{theme}, {}", ctx.t(words::level_in(item.level, KIND)));
    let options = Answer::all().map(Some).chain([None]).map(|option| {
        let code = option.map_or("", Answer::code);
        let name = match option {
            Some(Answer::Rated(step)) => step.number().to_string(),
            other => ctx.t(words::answer(other)).to_owned(),
        };
        html! { <option key={code} value={code} selected={option == current}>{ name }</option> }
    });
    html! {
        <div role="cell" key={item.id()} class="cell"
            data-answer={current.map_or("none", Answer::code)}>
            <select class="ds-input" aria-label={label} data-example={item.id()} onchange={chosen}>
                { for options }
            </select>
        </div>
    }
}

/// Every figure, in a sentence that says why.
fn follows(ctx: &Context, answers: &Answers) -> Vec<Html> {
    let outcome = score(answers);
    let mut lines: Vec<Html> = Level::ALL
        .into_iter()
        .filter_map(|level| why::stage(ctx, KIND, answers, &outcome, level))
        .collect();
    lines.extend(
        missing(ctx, &outcome, KIND)
            .into_iter()
            .map(|(_, text)| text.into()),
    );
    match &outcome.headline {
        None => lines.push(ctx.t(key::METHOD_EXAMPLE_NONE).into()),
        Some(headline) => lines.extend(of_headline(ctx, headline)),
    }
    lines.push(themes(ctx, &outcome).into());
    lines
}

fn of_headline(ctx: &Context, headline: &Headline) -> Vec<Html> {
    let stage = headline.stage.number().to_string();
    let (low, high) = headline.range;
    let range = ctx.fill(
        key::METHOD_EXAMPLE_RANGE,
        &[
            ("low", &low.number().to_string()),
            ("high", &high.number().to_string()),
        ],
    );
    let sensitive = ctx.fill(
        key::METHOD_EXAMPLE_SENSITIVE,
        &[("n", &headline.sensitive.len().to_string())],
    );
    let [name, ..] = said::pattern(headline.pattern);
    let pattern = ctx.fill(
        key::METHOD_EXAMPLE_PATTERN,
        &[
            ("pattern", &uncapitalised(ctx.t(name))),
            ("intended", &headline.intended.show(ctx.lang())),
            ("realised", &headline.realised.show(ctx.lang())),
        ],
    );
    let text = ctx.fill(key::METHOD_EXAMPLE_HEADLINE, &[("n", &stage)]);
    let mut lines =
        vec![html! { <data value={stage} data-headline="" role="status">{ text }</data> }];
    lines.extend([range, sensitive].map(Html::from));
    lines.extend(moves(ctx, headline).map(Html::from));
    lines.push(pattern.into());
    lines
}

fn moves(ctx: &Context, headline: &Headline) -> Option<String> {
    let moves = headline.moves.iter().flat_map(|(_, moves)| moves);
    let names: Vec<String> = moves
        .map(|rise| {
            let (theme, level) = (
                words::theme(rise.item.theme),
                words::level_in(rise.item.level, KIND),
            );
            ctx.fill(
                key::METHOD_EXAMPLE_MOVE,
                &[
                    ("theme", &uncapitalised(ctx.t(theme))),
                    ("level", ctx.t(level)),
                    ("from", &rise.from.number().to_string()),
                    ("to", &rise.to.number().to_string()),
                ],
            )
        })
        .collect();
    let moves = names.join(", ");
    (!names.is_empty()).then(|| ctx.fill(key::METHOD_EXAMPLE_MOVES, &[("moves", &moves)]))
}

fn themes(ctx: &Context, outcome: &Outcome) -> String {
    let shown = outcome.themes.iter().filter_map(|(theme, found)| {
        Some(ctx.fill(
            key::METHOD_EXAMPLE_THEME,
            &[
                ("theme", &uncapitalised(ctx.t(words::theme(theme)))),
                ("mean", &found.mean?.show(ctx.lang())),
                ("gap", &show_halves(found.gap?)),
            ],
        ))
    });
    let themes = shown.collect::<Vec<_>>().join(", ");
    ctx.fill(key::METHOD_EXAMPLE_THEMES, &[("themes", &themes)])
}

//! The instrument, the scoring, what it cannot tell, and the sources.

use forankring_core::catalogue::{
    INSTRUMENT, Item, Kind, Level, Perspective, Step, Subject, Theme, digest,
};
use forankring_core::texts::{Area, ItemText, Key, Relative, key};
use yew::prelude::*;

use crate::components::example::example;
use crate::components::prose::{h1, head_cell, leaf, list, node, table_head};
use crate::components::{checklist, glossary, words};
use crate::context::{Context, Sheet};
use forankring_session::screens::method::{Event, State};

/// What the screen is called.
pub const TITLE: Key = key::METHOD_TITLE;

/// The instrument is shown as it is for a municipality.
const KIND: Kind = Subject::MUNICIPALITY.kind;

/// The method screen.
pub fn view(sheet: &Sheet<State, Event>) -> Html {
    let ctx = sheet.ctx;
    html! {
        <article class="method">
            { h1(ctx.t(key::METHOD_HEADING)) }
            { leaf("p", "lead", ctx.t(key::METHOD_LEAD)) }
            <section>
                { leaf("h2", "", ctx.t(key::METHOD_SCALE_HEADING)) }
                { leaf("p", "", ctx.t(key::METHOD_SCALE_LEAD)) }
                <table class="ds-table">
                    {
                        table_head(
                            &[key::METHOD_COL_STEP, key::METHOD_COL_MEANING].map(|key| ctx.t(key)),
                        )
                    }
                    <tbody>
                        { for Step::ALL.into_iter().map(|step| html! {
                            <tr key={step.number()}>
                                {
                                    head_cell(
                                        "row",
                                        format!("{} {}", step.number(), ctx.t(words::step(step))),
                                    )
                                }
                                { leaf("td", "", ctx.t(words::step_meaning(step))) }
                            </tr>
                        }) }
                    </tbody>
                </table>
            </section>
            { told(ctx, key::METHOD_WHY_HEADING, &[key::METHOD_WHY]) }
            { told(ctx, key::METHOD_EIGHTEEN_HEADING, &[key::METHOD_EIGHTEEN]) }
            { listed(ctx, key::METHOD_RULES_HEADING, &[
                key::METHOD_RULE_MEAN, key::METHOD_RULE_STAGE, key::METHOD_RULE_HEADLINE,
                key::METHOD_RULE_DK, key::METHOD_RULE_RANGE, key::METHOD_RULE_SENSITIVE,
                key::METHOD_RULE_MOVES, key::METHOD_RULE_THEME, key::METHOD_RULE_PATTERN,
            ]) }
            { example(sheet) }
            { told(ctx, key::METHOD_QUICK_HEADING, &[key::METHOD_QUICK]) }
            { items(ctx) }
            <section>
                { leaf("h2", "", ctx.t(key::METHOD_CHECKLIST_HEADING)) }
                { leaf("p", "", ctx.t(key::STRATEGY_LEAD)) }
                { list(&Perspective::ALL.map(|one| ctx.t(checklist::texts(one).0))) }
            </section>
            { listed(ctx, key::METHOD_LIMITS_HEADING, &[
                key::METHOD_LIMITS1, key::METHOD_LIMITS2, key::METHOD_LIMITS3,
            ]) }
            { words_explained(ctx) }
            { relatives(ctx) }
            { sources(ctx) }
            { leaf("p", "quiet-text", ctx.fill(key::METHOD_VERSION, &[
                ("version", &INSTRUMENT.to_string()), ("digest", &digest()),
            ])) }
        </article>
    }
}

fn told(ctx: &Context, heading: Key, texts: &[Key]) -> Html {
    let texts = texts.iter().map(|text| leaf("p", "", ctx.t(*text)));
    part(ctx, heading, texts.collect())
}

fn listed(ctx: &Context, heading: Key, texts: &[Key]) -> Html {
    let texts: Vec<_> = texts.iter().map(|text| ctx.t(*text)).collect();
    part(ctx, heading, vec![list(&texts)])
}

/// Where the article and what it came from were published.
macro_rules! blog {
    ($name:literal) => {
        concat!("https://innovativeanskaffelser.no/blogg/", $name, "/")
    };
}

/// What is known from where, and where it can be read.
const SOURCES: [(Key, Option<&str>); 6] = [
    (
        key::METHOD_SOURCE_ARTICLE,
        Some(blog!(
            "trondelag-styrker-seg-pa-innovasjon-i-anskaffelsesstrategier"
        )),
    ),
    (key::METHOD_SOURCE_MINTZBERG, None),
    (key::METHOD_SOURCE_BURKE, None),
    (key::METHOD_SOURCE_MATURITY, None),
    (
        key::METHOD_SOURCE_SHARE,
        Some(blog!(
            "gode-nyheter-for-lup-og-innovative-offentlige-anskaffelser"
        )),
    ),
    (key::METHOD_SOURCE_DFO, None),
];

fn sources(ctx: &Context) -> Html {
    let source = |(text, link): &(Key, Option<&'static str>)| {
        let link = link.map(away).into_iter();
        node(
            "li",
            "",
            [ctx.t(*text).into()].into_iter().chain(link).collect(),
        )
    };
    let sources = SOURCES.iter().map(source).collect();
    part(
        ctx,
        key::METHOD_SOURCE_HEADING,
        vec![node("ul", "", sources)],
    )
}

/// A way out to another site, called by its name; it is not told where one comes from.
fn away(link: &'static str) -> Html {
    let site = link.split('/').nth(2).unwrap_or_default();
    html! { <>{ " " }<a href={link} rel="noreferrer">{ site }</a></> }
}

/// A part of the page, under its heading.
fn part(ctx: &Context, heading: Key, mut within: Vec<Html>) -> Html {
    within.insert(0, leaf("h2", "", ctx.t(heading)));
    node("section", "", within)
}

/// What something is called, and what is said of it.
fn told_of(name: impl Into<AttrValue>, said: Vec<Html>) -> Html {
    let children = vec![leaf("dt", "", name), node("dd", "", said)];
    node("div", "", children)
}

/// Other instruments, as soon as their texts are there.
fn relatives(ctx: &Context) -> Html {
    let one = |relative: Relative| {
        told_of(
            relative.name,
            vec![relative.text.into(), away(relative.link)],
        )
    };
    let asked = |area: Area| {
        let name = format!("{} ({})", area.name, area.who);
        told_of(name, vec![area.ours.into()])
    };
    let (relatives, areas) = (ctx.texts.relatives(), ctx.texts.areas());
    let within = vec![
        leaf("p", "", ctx.t(key::METHOD_RELATIVES_LEAD)),
        node("dl", "glossary", relatives.map(one).collect()),
        leaf("h3", "", ctx.t(key::METHOD_RELATIVES_CAPTION)),
        node("dl", "glossary", areas.map(asked).collect()),
    ];
    match ctx.texts.has_more() {
        true => part(ctx, key::METHOD_RELATIVES_HEADING, within),
        false => Html::default(),
    }
}

/// The eighteen, by level; what a level and a theme are about stands before them.
fn items(ctx: &Context) -> Html {
    let body = ctx.texts.bodies(KIND).body;
    html! {
        <section>
            { leaf("h2", "", ctx.t(key::METHOD_ITEMS_HEADING)) }
            {
                node("dl", "glossary", Theme::ALL.map(|theme| {
                    let said = ctx.t(words::theme_intro(theme));
                    told_of(ctx.t(words::theme(theme)), vec![said.into()])
                }).into())
            }
            { for Level::ALL.into_iter().map(|level| html! {
                <section key={level.id()}>
                    { leaf("h3", "", ctx.t(words::level(level, KIND))) }
                    { leaf("p", "", ctx.fill(words::level_intro(level, KIND), &[("body", body)])) }
                    { for level.items().into_iter().map(|item| one(ctx, item)) }
                </section>
            }) }
        </section>
    }
}

/// The glossary, as soon as it is there.
fn words_explained(ctx: &Context) -> Html {
    if !ctx.texts.has_more() {
        return html! {};
    }
    part(
        ctx,
        key::METHOD_GLOSSARY_HEADING,
        vec![glossary::list(ctx, &ctx.texts.glossary())],
    )
}

/// An item with its steps, as it is asked in a municipality.
fn one(ctx: &Context, item: Item) -> Html {
    let text = |field| ctx.texts.item(item, field, Subject::MUNICIPALITY);
    html! {
        <details key={item.id()} class="ds-details">
            <summary>
                { format!("{}: {}", ctx.t(words::theme(item.theme)), text(ItemText::Question)) }
            </summary>
            <ol>{ for Step::ALL.into_iter().map(|step| html! {
                <li key={step.number()}>{ text(ItemText::Step(step)) }</li>
            }) }</ol>
            { leaf("p", "", text(ItemText::Why)) }
            { leaf("p", "", format!("{}: {}", ctx.t(key::METHOD_FROM), text(ItemText::Source))) }
        </details>
    }
}

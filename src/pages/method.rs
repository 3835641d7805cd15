//! The instrument, the scoring, what it cannot tell, and the sources.

use forankring_core::catalogue::{
    INSTRUMENT, Item, Kind, Level, Perspective, Step, Subject, Theme, digest,
};
use forankring_core::texts::{Area, ItemText, Key, Relative, key};
use yew::prelude::*;

use crate::components::example::example;
use crate::components::prose::{h1, head_cell, leaf, list, table_head};
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
    html! {
        <section>
            { leaf("h2", "", ctx.t(heading)) }
            { for texts.iter().map(|text| leaf("p", "", ctx.t(*text))) }
        </section>
    }
}

fn listed(ctx: &Context, heading: Key, texts: &[Key]) -> Html {
    let texts: Vec<_> = texts.iter().map(|text| ctx.t(*text)).collect();
    html! { <section>{ leaf("h2", "", ctx.t(heading)) }{ list(&texts) }</section> }
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
    let source = |(text, link): &(Key, Option<&str>)| {
        html! { <li>{ ctx.t(*text) }{ " " }{ for link.map(away) }</li> }
    };
    html! {
        <section>
            { leaf("h2", "", ctx.t(key::METHOD_SOURCE_HEADING)) }
            <ul>{ for SOURCES.iter().map(source) }</ul>
        </section>
    }
}

/// A way out to another site, called by its name; it is not told where one comes from.
fn away(link: &str) -> Html {
    let site = link
        .trim_start_matches("https://")
        .trim_start_matches("www.");
    let site = site.split('/').next().unwrap_or(site).to_owned();
    html! { <a href={link.to_owned()} rel="noreferrer">{ site }</a> }
}

/// Other instruments, as soon as their texts are there.
fn relatives(ctx: &Context) -> Html {
    if !ctx.texts.has_more() {
        return html! {};
    }
    let one = |relative: Relative| {
        html! {
            <li>
                { leaf("strong", "", relative.name) }
                { format!(": {} ", relative.text) }
                { away(relative.link) }
            </li>
        }
    };
    let row = |area: Area| {
        html! {
            <tr>
                { head_cell("row", area.name) }
                { leaf("td", "", area.who) }
                { leaf("td", "", area.ours) }
            </tr>
        }
    };
    let heads = [
        key::METHOD_COL_AREA,
        key::METHOD_COL_WHO,
        key::METHOD_COL_OURS,
    ];
    html! {
        <section>
            { leaf("h2", "", ctx.t(key::METHOD_RELATIVES_HEADING)) }
            { leaf("p", "", ctx.t(key::METHOD_RELATIVES_LEAD)) }
            <ul>{ for ctx.texts.relatives().map(one) }</ul>
            <table class="ds-table">
                { leaf("caption", "", ctx.t(key::METHOD_RELATIVES_CAPTION)) }
                { table_head(&heads.map(|key| ctx.t(key))) }
                <tbody>{ for ctx.texts.areas().map(row) }</tbody>
            </table>
        </section>
    }
}

/// The eighteen, by level; what a level and a theme are about stands before them.
fn items(ctx: &Context) -> Html {
    let body = ctx.texts.bodies(KIND).body;
    html! {
        <section>
            { leaf("h2", "", ctx.t(key::METHOD_ITEMS_HEADING)) }
            <dl class="glossary">{ for Theme::ALL.into_iter().map(|theme| html! {
                <div key={theme.id()}>
                    { leaf("dt", "", ctx.t(words::theme(theme))) }
                    { leaf("dd", "", ctx.t(words::theme_intro(theme))) }
                </div>
            }) }</dl>
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
    html! {
        <section>
            { leaf("h2", "", ctx.t(key::METHOD_GLOSSARY_HEADING)) }
            { glossary::list(ctx, &ctx.texts.glossary()) }
        </section>
    }
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

//! The instrument, the scoring, what it cannot tell, and the sources.

use forankring_core::catalogue::{Item, Kind, Level, Step};
use forankring_core::texts::{ItemText, key};
use yew::prelude::*;

use crate::components::prose::{h1, head_cell, leaf, list, table_head};
use crate::components::words;
use crate::context::Context;

/// The method screen.
pub fn view(ctx: &Context) -> Html {
    html! {
        <article class="method">
            { h1(ctx.t(key::METHOD_HEADING)) }
            { leaf("p", "lead", ctx.t(key::METHOD_LEAD)) }
            <section>
                { leaf("h2", "", ctx.t(key::METHOD_SCALE_HEADING)) }
                { leaf("p", "", ctx.t(key::METHOD_SCALE_LEAD)) }
                <table class="ds-table">
                    { table_head(&[key::METHOD_COL_STEP, key::METHOD_COL_MEANING].map(|key| ctx.t(key))) }
                    <tbody>
                        { for Step::ALL.into_iter().map(|step| html! {
                            <tr key={step.number()}>
                                { head_cell("row", format!("{} {}", step.number(), ctx.t(words::step(step)))) }
                                { leaf("td", "", ctx.t(words::step_meaning(step))) }
                            </tr>
                        }) }
                    </tbody>
                </table>
            </section>
            <section>
                { leaf("h2", "", ctx.t(key::METHOD_RULES_HEADING)) }
                { list(&[
                    key::METHOD_RULE_MEAN, key::METHOD_RULE_STAGE, key::METHOD_RULE_HEADLINE, key::METHOD_RULE_DK,
                ].map(|key| ctx.t(key))) }
            </section>
            <section>
                { leaf("h2", "", ctx.t(key::METHOD_ITEMS_HEADING)) }
                { for Level::ALL.into_iter().map(|level| html! {
                    <section key={level.id()}>
                        { leaf("h3", "", ctx.t(words::level(level))) }
                        { for level.items().into_iter().map(|item| one(ctx, item)) }
                    </section>
                }) }
            </section>
            <section>
                { leaf("h2", "", ctx.t(key::METHOD_LIMITS_HEADING)) }
                { leaf("p", "", ctx.t(key::METHOD_LIMITS)) }
            </section>
            <section>
                { leaf("h2", "", ctx.t(key::METHOD_SOURCE_HEADING)) }
                { list(&[key::METHOD_SOURCE_ARTICLE, key::METHOD_SOURCE_MINTZBERG].map(|key| ctx.t(key))) }
            </section>
        </article>
    }
}

/// An item with its steps, as it is asked in a municipality.
fn one(ctx: &Context, item: Item) -> Html {
    let text = |field| ctx.texts.item(item, field, Kind::Municipality);
    html! {
        <details key={item.id()} class="ds-details">
            <summary>{ format!("{}: {}", ctx.t(words::theme(item.theme)), text(ItemText::Question)) }</summary>
            <ol>{ for Step::ALL.into_iter().map(|step| html! {
                <li key={step.number()}>{ text(ItemText::Step(step)) }</li>
            }) }</ol>
            { leaf("p", "", text(ItemText::Why)) }
            { leaf("p", "", format!("{}: {}", ctx.t(key::METHOD_FROM), text(ItemText::Source))) }
        </details>
    }
}

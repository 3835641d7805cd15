//! The accessibility statement, after the Norwegian authority's template: what
//! is met, what is not, how it was examined, how to give notice.

use forankring_core::day::Day;
use forankring_core::numbers::show_day;
use forankring_core::texts::{Key, key};
use yew::prelude::*;

use crate::components::prose::{h1, leaf, list};
use crate::context::Context;

/// What the screen is called.
pub const TITLE: Key = key::ACCESS_TITLE;

/// When the statement was last changed. Whoever changes it, changes this.
const CHANGED: (i32, u8, u8) = (2026, 11, 25);

/// The accessibility statement.
pub fn view(ctx: &Context) -> Html {
    let (year, month, day) = CHANGED;
    let changed = Day::from_ymd(year, month, day).map(|day| show_day(day, ctx.lang()));
    let points = |keys: &[Key]| {
        let texts: Vec<&str> = keys.iter().map(|key| ctx.t(*key)).collect();
        list(&texts)
    };
    let met = [
        key::ACCESS_WORKS1,
        key::ACCESS_WORKS2,
        key::ACCESS_WORKS3,
        key::ACCESS_WORKS4,
    ];
    let not = [
        key::ACCESS_NOT1,
        key::ACCESS_NOT2,
        key::ACCESS_NOT3,
        key::ACCESS_NOT4,
    ];
    let part = |heading, body: Html| {
        html! {
            <section>{ leaf("h2", "", ctx.t(heading)) }{ body }</section>
        }
    };
    html! {
        <article>
            { h1(ctx.t(key::ACCESS_HEADING)) }
            { leaf("p", "lead", ctx.t(key::ACCESS_LEAD)) }
            { part(key::ACCESS_STATUS_HEADING, html! {
                <>{ leaf("p", "", ctx.t(key::ACCESS_STATUS)) }{ points(&met) }</>
            }) }
            { part(key::ACCESS_NOT_HEADING, points(&not)) }
            { part(key::ACCESS_TESTED_HEADING, leaf("p", "", ctx.t(key::ACCESS_TESTED))) }
            { part(key::ACCESS_NOTICE_HEADING, leaf("p", "", ctx.t(key::ACCESS_NOTICE))) }
            { part(key::ACCESS_AUTHORITY_HEADING, leaf("p", "", ctx.t(key::ACCESS_AUTHORITY))) }
            {
                leaf(
                    "p",
                    "quiet-text",
                    ctx.fill(key::ACCESS_DATE, &[("date", &changed.unwrap_or_default())]),
                )
            }
        </article>
    }
}

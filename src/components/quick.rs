//! The result of the quick variant: an indication, and the way to the whole.

use forankring_core::address::{Place, Route};
use forankring_core::assessment::{Action, Assessment};
use forankring_core::catalogue::{Item, Kind, Variant};
use forankring_core::scoring::{Indication, indication};
use forankring_core::texts::{ItemText, key, uncapitalised};
use yew::prelude::*;

use super::headline::{head, of_whom};
use super::matrix::matrix;
use super::parts::closed;
use super::prose::{Look, button, leaf, node};
use super::shown::{Shown, ways_on};
use super::words;
use crate::context::{Context, Sheet};
use crate::grounds::Part;
use forankring_session::desk::{Event, Origin};
use forankring_session::screens::reader::{Event as On, State};

/// Where there is least to show, what nobody knew, and all six answers.
pub fn quick(
    ctx: &Context,
    assessment: &Assessment,
    how: Shown,
    reader: Option<&Sheet<State, On>>,
) -> Vec<Html> {
    let found = indication(&assessment.answers());
    let lead = leaf("p", "lead", ctx.t(key::RESULT_QUICK_LEAD));
    let mut first = vec![head(
        ctx,
        assessment,
        how,
        said(ctx, assessment, &found),
        vec![lead],
    )];
    if !found.at_lowest.is_empty() {
        let items = found.at_lowest.iter();
        let items = items.map(|item| lowest(ctx, assessment, *item));
        first.push(node(
            "section",
            "moves",
            vec![
                leaf("h2", "", ctx.t(key::RESULT_QUICK_LOWEST)),
                node("ol", "move-list", items.collect()),
            ],
        ));
    }
    let mut beside = vec![
        leaf("h2", "", ctx.t(key::RESULT_MAP_HEADING)),
        matrix(ctx, assessment, reader),
        unknown(ctx, assessment.kind, &found),
    ];
    if how == Shown::Own {
        beside.push(upgrade(ctx, assessment));
    }
    if how != Shown::Preview {
        beside.push(ways_on(ctx, assessment, how, reader));
    }
    first.push(node("section", "map", beside));
    let all = closed(ctx, Part::Answers, assessment, None, how, reader);
    vec![
        node("div", "first-screen", first),
        node("div", "result-parts", vec![all]),
    ]
}

fn unknown(ctx: &Context, kind: Kind, found: &Indication) -> Html {
    if found.dont_know.is_empty() {
        return html! {};
    }
    let items = found.dont_know.iter();
    let items = items.map(|item| leaf("li", "", name(ctx, kind, *item)));
    node(
        "section",
        "",
        vec![
            leaf("h3", "", ctx.t(key::RESULT_QUICK_DONT_KNOW)),
            leaf("p", "", ctx.t(key::RESULT_QUICK_DONT_KNOW_LEAD)),
            node("ul", "", items.collect()),
        ],
    )
}

/// The heading, and the step that it tells.
fn said(ctx: &Context, assessment: &Assessment, found: &Indication) -> (String, Option<u8>) {
    let Some(step) = found.lowest else {
        let said = ctx.t(key::RESULT_QUICK_NONE_HEADING);
        return (of_whom(ctx, assessment, said), None);
    };
    let name = uncapitalised(ctx.t(words::step(step)));
    let number = step.number().to_string();
    let said = ctx.fill(
        key::RESULT_QUICK_HEADING,
        &[("n", &number), ("step", &name)],
    );
    (of_whom(ctx, assessment, &said), Some(step.number()))
}

fn name(ctx: &Context, kind: Kind, item: Item) -> String {
    let (theme, level) = (words::theme(item.theme), words::level_in(item.level, kind));
    format!("{} ({})", ctx.t(theme), ctx.t(level))
}

/// An answer on the lowest step: its own sentence, and the measure for the next.
fn lowest(ctx: &Context, assessment: &Assessment, item: Item) -> Html {
    let answer = *assessment.answers().get(item);
    let Some(step) = answer.and_then(|answer| answer.step()) else {
        return html! {};
    };
    let text = |field| ctx.texts.item(item, field, assessment.subject());
    html! {
        <li key={item.id()} data-item={item.id()}>
            { leaf("strong", "", name(ctx, assessment.kind, item)) }
            { leaf("p", "", text(ItemText::Step(step))) }
            { leaf("p", "measure", text(ItemText::MeasureFrom(step))) }
        </li>
    }
}

/// To all eighteen: nothing of the six is lost. Goes to the first of the others.
fn upgrade(ctx: &Context, assessment: &Assessment) -> Html {
    let open = |item: &Item| assessment.entries.get(*item).answer.is_none();
    let next = Variant::Full.items().find(open);
    let kept = match ctx.open().map(|open| &open.origin) {
        Some(Origin::Kept(id)) => Some(Place::Kept(id.clone(), next)),
        _ => None,
    };
    let (send, page) = (ctx.send.clone(), ctx.page(Route::Answer));
    let onclick = Callback::from(move |_| {
        send.emit(Event::Changed(Action::VariantChosen(Variant::Full)));
        if let Some(place) = &kept {
            send.emit(Event::Followed(page, place.clone()));
        }
    });
    html! {
        <section>
            <p class="actions">
                { button(Look::Primary, "utvid", ctx.t(key::RESULT_QUICK_UPGRADE), onclick) }
            </p>
            { leaf("p", "quiet-text", ctx.t(key::RESULT_QUICK_UPGRADE_HELP)) }
        </section>
    }
}

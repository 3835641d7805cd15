//! A plan that starts filled in: what would come is shown before anything is added.

use forankring_core::assessment::{Assessment, Note};
use forankring_core::catalogue::Item;
use forankring_core::plan::{Aim, Proposal, Source, next_steps};
use forankring_core::texts::{Key, key};
use forankring_session::screens::planning::{Event, State};
use yew::prelude::*;

use super::measure_words::{proposed_text, sub_goal};
use super::prose::{Look, button, leaf, node};
use super::select::select;
use crate::context::Sheet;
use crate::input;

/// From where measures can be brought in.
const SOURCES: [(&str, Source, Key); 3] = [
    ("hent-svakeste", Source::Binding, key::PLAN_FILL_BINDING),
    ("hent-alle", Source::OneUp, key::PLAN_FILL_ONE_UP),
    ("hent-mal", Source::Targets, key::PLAN_FILL_TARGETS),
];

/// The ways to fill the plan in, and what the chosen one would bring.
pub fn filling(sheet: &Sheet<State, Event>, assessment: &Assessment) -> Html {
    let (ctx, own) = (sheet.ctx, sheet.own);
    let ways = SOURCES.map(|(id, source, name)| {
        let chosen = own.source == Some(source);
        let onclick = sheet.on(Event::SourceChosen((!chosen).then_some(source)));
        html! {
            <button key={id} {id} type="button" class="ds-button" data-variant="secondary"
                aria-expanded={chosen.to_string()} {onclick}>
                { ctx.t(name) }
            </button>
        }
    });
    let parts = vec![
        leaf("h2", "", ctx.t(key::PLAN_FILL_HEADING)),
        leaf("p", "", ctx.t(key::PLAN_FILL_LEAD)),
        node("p", "actions", Vec::from(ways)),
        one_item(sheet, assessment),
        own.source
            .map_or_else(Html::default, |_| proposed(sheet, assessment)),
    ];
    html! { <section class="filling">{ for parts }</section> }
}

/// The items that can rise, to take one by its next step.
fn one_item(sheet: &Sheet<State, Event>, assessment: &Assessment) -> Html {
    let texts = sheet.ctx.texts;
    let none = (String::new(), texts.get(key::PLAN_FILL_NO_ITEM).to_owned());
    let items = next_steps(assessment).into_iter();
    let items = items.map(|aim| (aim.item().id(), sub_goal(texts, assessment, aim)));
    let shown = match sheet.own.source {
        Some(Source::Item(item)) => item.id(),
        _ => String::new(),
    };
    let send = sheet.send.clone();
    let chosen = input::chosen(move |id| {
        send.emit(Event::SourceChosen(Item::parse(&id).map(Source::Item)));
    });
    let label = texts.get(key::PLAN_FILL_ITEM);
    select(
        "hent-ett",
        label,
        [none].into_iter().chain(items),
        &shown,
        chosen,
    )
}

fn proposed(sheet: &Sheet<State, Event>, assessment: &Assessment) -> Html {
    let (ctx, own) = (sheet.ctx, sheet.own);
    let found = own.proposed(ctx.desk);
    if found.is_empty() {
        return leaf("p", "fill-none", ctx.t(key::PLAN_FILL_NONE));
    }
    let wanted: Vec<(Aim, Note)> = found
        .iter()
        .filter(|one| !one.is_there && !own.left_out.contains(&one.aim))
        .filter_map(|one| {
            Some((
                one.aim,
                Note::parse(&proposed_text(ctx.texts, assessment, one.aim)).ok()?,
            ))
        })
        .collect();
    let take = match wanted.len() {
        0 => Html::default(),
        n => button(
            Look::Primary,
            "legg-til",
            ctx.fill(key::PLAN_FILL_TAKE, &[("n", &n.to_string())]),
            sheet.on(Event::Filled(wanted)),
        ),
    };
    let close = button(
        Look::Secondary,
        "lukk-forslag",
        ctx.t(key::PLAN_FILL_CLOSE),
        sheet.on(Event::SourceChosen(None)),
    );
    let rows = found
        .iter()
        .map(|one| row(sheet, assessment, one))
        .collect();
    html! {
        <div class="proposals">
            { leaf("p", "", ctx.t(key::PLAN_PROPOSED)) }
            { node("ul", "proposal-list", rows) }
            { node("p", "actions", vec![take, close]) }
        </div>
    }
}

fn row(sheet: &Sheet<State, Event>, assessment: &Assessment, one: &Proposal) -> Html {
    let (ctx, aim) = (sheet.ctx, one.aim);
    let send = sheet.send.clone();
    let turned = Callback::from(move |_: yew::Event| send.emit(Event::ProposalTurned(aim)));
    let checked = one.is_there || !sheet.own.left_out.contains(&aim);
    let there = one.is_there.then(|| ctx.t(key::PLAN_FILL_THERE));
    html! {
        <li key={aim.text()} data-aim={aim.text()}>
            <label class="choice">
                <input class="ds-input" type="checkbox" {checked} disabled={one.is_there}
                    onchange={turned} />
                <span>
                    { leaf("strong", "", sub_goal(ctx.texts, assessment, aim)) }
                    { for there.map(|there| leaf("span", "flag", there)) }
                    { leaf("span", "proposal-text", proposed_text(ctx.texts, assessment, aim)) }
                </span>
            </label>
        </li>
    }
}

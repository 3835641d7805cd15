//! The measures of the plan: how many, which of them, in which order.

use forankring_core::assessment::Assessment;
use forankring_core::catalogue::{Kind, Level, Theme};
use forankring_core::plan::{Gone, Measure, Order, Plan, by_effect, in_order};
use forankring_core::texts::{Key, key};
use forankring_session::screens::planning::deleting::{DELETE, delete_id};
use forankring_session::screens::planning::{Event, State, Which, count};
use yew::prelude::*;

use super::measure::entry;
use super::measure_words::title;
use super::prose::{Look, button, entry_button, leaf, node};
use super::select::select;
use super::words;
use crate::context::{Context, Sheet};
use crate::input;

/// How many there are, and how far they have come.
pub fn counted(ctx: &Context, plan: &Plan) -> Html {
    let count = count(plan, ctx.desk.today);
    let values = [
        ("n", count.all),
        ("late", count.late),
        ("going", count.under_way),
        ("done", count.done),
    ]
    .map(|(slot, n)| (slot, n.to_string()));
    let values = values.each_ref().map(|(slot, n)| (*slot, &**n));
    match count.all {
        0 => leaf("p", "", ctx.t(key::PLAN_NONE)),
        _ => leaf("p", "plan-count", ctx.fill(key::PLAN_COUNT, &values)),
    }
}

/// The measures that are to be shown.
pub fn measures(sheet: &Sheet<State, Event>, assessment: &Assessment, plan: &Plan) -> Html {
    let (ctx, own) = (sheet.ctx, sheet.own);
    let total = plan.standing().count();
    let today = ctx.desk.today;
    // Once for all of them: medians of what others answered stand among the parts.
    let answers = assessment.answers();
    let shown = plan.standing().filter(|one| own.shows(one, today));
    let shown = match own.order {
        Order::Effect => by_effect(shown, &answers, today),
        order => in_order(shown, order, today),
    };
    let n = shown.len();
    let some = (n < total).then(|| {
        let values = [("n", &*n.to_string()), ("total", &*total.to_string())];
        leaf("p", "plan-shown", ctx.fill(key::PLAN_SHOWN, &values))
    });
    let rows = shown
        .into_iter()
        .take(own.drawn.count())
        .map(|one| entry(sheet, assessment, &answers, one))
        .collect();
    if plan.measures.is_empty() {
        return Html::default();
    }
    html! {
        <section class="listed">
            <h2 id="tiltak-liste" tabindex="-1">{ ctx.t(key::PLAN_LIST) }</h2>
            if total > 0 {
                { choices(sheet, assessment.kind, plan) }
                { for some }
                { node("ul", "measures", rows) }
            }
            { gone(sheet, plan) }
        </section>
    }
}

fn which(which: Which) -> Key {
    match which {
        Which::All => key::PLAN_WHICH_ALL,
        Which::Late => key::PLAN_WHICH_LATE,
        Which::Open => key::PLAN_WHICH_OPEN,
        Which::Unsettled => key::PLAN_WHICH_UNSETTLED,
        Which::Closed => key::PLAN_WHICH_CLOSED,
    }
}

fn order(order: Order) -> Key {
    match order {
        Order::Deadline => key::PLAN_ORDER_DEADLINE,
        Order::Item => key::PLAN_ORDER_ITEM,
        Order::Status => key::PLAN_ORDER_STATUS,
        Order::Responsible => key::PLAN_ORDER_RESPONSIBLE,
        Order::Effort => key::PLAN_ORDER_EFFORT,
        Order::Effect => key::PLAN_ORDER_EFFECT,
    }
}

/// Which measures, and in which order.
fn choices(sheet: &Sheet<State, Event>, kind: Kind, plan: &Plan) -> Html {
    let (ctx, own) = (sheet.ctx, sheet.own);
    let said = |told: fn(String) -> Option<Event>| {
        let send = sheet.send.clone();
        input::chosen(move |value| {
            if let Some(event) = told(value) {
                send.emit(event);
            }
        })
    };
    let named = |id: &str, key: Key| (id.to_owned(), ctx.t(key).to_owned());
    let whiches = Which::ALL.iter().map(|one| named(one.id(), which(*one)));
    let chosen = said(|id| Which::parse(&id).map(Event::WhichChosen));
    let mut fields = vec![select(
        "vis",
        ctx.t(key::PLAN_WHICH),
        whiches,
        own.which.id(),
        chosen,
    )];

    let levels = Level::ALL
        .iter()
        .map(|one| named(one.id(), words::level(*one, kind)));
    let levels = [named("", key::PLAN_LEVELS_ALL)].into_iter().chain(levels);
    let level = own.level.map_or("", Level::id);
    let chosen = said(|id| {
        let level = Level::ALL.into_iter().find(|one| one.id() == id);
        Some(Event::LevelChosen(level))
    });
    fields.push(select(
        "vis-niva",
        ctx.t(key::PLAN_OF_LEVEL),
        levels,
        level,
        chosen,
    ));

    let themes = Theme::ALL
        .iter()
        .map(|one| named(one.id(), words::theme(*one)));
    let themes = [named("", key::PLAN_THEMES_ALL)].into_iter().chain(themes);
    let theme = own.theme.map_or("", Theme::id);
    let chosen = said(|id| {
        let theme = Theme::ALL.into_iter().find(|one| one.id() == id);
        Some(Event::ThemeChosen(theme))
    });
    let label = ctx.t(key::PLAN_OF_THEME);
    fields.push(select("vis-tema", label, themes, theme, chosen));

    let mut names: Vec<&str> = plan
        .standing()
        .map(|one| one.responsible.as_str())
        .collect();
    names.sort_unstable();
    names.dedup();
    names.retain(|name| !name.is_empty());
    if !names.is_empty() {
        let all = [named("", key::PLAN_RESPONSIBLE_ALL)].into_iter();
        let names = all.chain(
            names
                .iter()
                .map(|name| ((*name).to_owned(), (*name).to_owned())),
        );
        let name = own.responsible.as_deref().unwrap_or_default();
        let chosen =
            said(|name| Some(Event::ResponsibleChosen((!name.is_empty()).then_some(name))));
        let label = ctx.t(key::PLAN_FIELD_RESPONSIBLE);
        fields.push(select("vis-ansvarlig", label, names, name, chosen));
    }
    let orders = Order::ALL.iter().map(|one| named(one.id(), order(*one)));
    let chosen = said(|id| Order::parse(&id).map(Event::OrderChosen));
    fields.push(select(
        "rekkefolge",
        ctx.t(key::PLAN_ORDER),
        orders,
        own.order.id(),
        chosen,
    ));
    node("div", "plan-choices", fields)
}

/// What was taken away, to be brought back.
fn gone(sheet: &Sheet<State, Event>, plan: &Plan) -> Html {
    let ctx = sheet.ctx;
    let gone: Vec<&Measure> = plan
        .measures
        .iter()
        .filter(|one| one.gone == Gone::Yes)
        .collect();
    if gone.is_empty() {
        return Html::default();
    }
    let rows = gone.iter().map(|one| gone_one(sheet, one));
    let heading = format!("{} ({})", ctx.t(key::PLAN_GONE), gone.len());
    html! {
        <details class="ds-details gone">
            <summary>{ heading }</summary>
            { node("ul", "gone-list", rows.collect()) }
        </details>
    }
}

/// One that was taken away. Whether it is to be deleted for good is asked once.
fn gone_one(sheet: &Sheet<State, Event>, one: &Measure) -> Html {
    let (ctx, id) = (sheet.ctx, &one.id);
    let name = title(ctx.texts, one);
    let asked = sheet.own.deleting.as_ref() == Some(id);
    let ways = if asked {
        let yes = sheet.on(Event::DeleteConfirmed(id.clone()));
        let no = sheet.on(Event::DeleteDenied);
        vec![
            button(Look::Danger, DELETE, ctx.t(key::KEPT_FORGET_YES), yes),
            button(
                Look::Secondary,
                "slett-tiltak-nei",
                ctx.t(key::KEPT_FORGET_NO),
                no,
            ),
        ]
    } else {
        let back = sheet.on(Event::BackWanted(id.clone()));
        let ask = sheet.on(Event::DeleteWanted(id.clone()));
        let label = ctx.t(key::KEPT_FORGET);
        vec![
            entry_button(Look::Secondary, "hent", ctx.t(key::PLAN_BRING_BACK), back),
            html! {
                <button type="button" id={delete_id(id)} class="ds-button" data-does="slett"
                    data-variant="secondary" aria-label={format!("{label}: {name}")} onclick={ask}>
                    { label }
                </button>
            },
        ]
    };
    html! {
        <li key={id.as_str().to_owned()} data-gone={id.as_str().to_owned()}>
            <div>
                { leaf("span", "measure-text", name) }
                if asked { { leaf("p", "", ctx.t(key::PLAN_DELETE_ASK)) } }
            </div>
            { node("p", "actions", ways) }
        </li>
    }
}

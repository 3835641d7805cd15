//! The lines of a table that comes in: each with its verdict, a page of them at a time.

use forankring_core::assessment::{Assessment, Note};
use forankring_core::day::Day;
use forankring_core::numbers::show_day;
use forankring_core::plan::table_in::{
    CellProblem, Difference, Fate, Fault, Line, Out, Target, Twin, Understood, Verdict,
};
use forankring_core::plan::{Aim, Effort, Field, Status};
use forankring_core::texts::{Key, Texts, key};
use forankring_session::screens::planning::table_in::{
    Event as In, LINES_SHOWN, Show, Shown, State as Table,
};
use yew::prelude::*;

use super::measure_words::{effort, status, sub_goal};
use super::plan_out::COLUMNS;
use super::prose::{Look, button, leaf, node};
use super::select::select;
use crate::context::Sheet;
use crate::input;

/// So many characters of a text that changes are shown.
const TOLD: usize = 200;

/// Which lines are shown, and a page of these.
pub fn lines(
    sheet: &Sheet<Table, In>,
    assessment: &Assessment,
    shown: &Shown,
    found: &Understood,
) -> Html {
    let ctx = sheet.ctx;
    let among: Vec<&Line> = found
        .lines
        .iter()
        .filter(|one| shown.show.has(one))
        .collect();
    let total = among.len();
    let from = (shown.page * LINES_SHOWN).min(total);
    let to = (from + LINES_SHOWN).min(total);
    let rows = among.iter().skip(from).take(to - from);
    let rows = rows.map(|one| line(sheet, assessment, one)).collect();
    let numbers = [from + usize::from(total > 0), to, total].map(|n| n.to_string());
    let [first, last, all] = &numbers;
    let values = [("from", &**first), ("to", &**last), ("total", &**all)];
    let mut pages = Vec::new();
    let page = |id, key, page| {
        button(
            Look::Secondary,
            id,
            ctx.t(key),
            sheet.on(In::PageChosen(page)),
        )
    };
    if shown.page > 0 {
        pages.push(page("inn-forrige", key::PLAN_IN_PREVIOUS, shown.page - 1));
    }
    if to < total {
        pages.push(page("inn-neste", key::PLAN_IN_NEXT, shown.page + 1));
    }
    html! {
        <>
            { choice(sheet, shown.show) }
            <p id="inn-linjer" tabindex="-1">{ ctx.fill(key::PLAN_IN_LINES, &values) }</p>
            { node("ul", "in-lines", rows) }
            if !pages.is_empty() { { node("p", "actions", pages) } }
        </>
    }
}

fn choice(sheet: &Sheet<Table, In>, show: Show) -> Html {
    let ctx = sheet.ctx;
    let send = sheet.send.clone();
    let chosen = input::chosen(move |id| {
        send.emit(In::ShowChosen(match id.is_empty() {
            true => Show::All,
            false => Show::Left,
        }));
    });
    let options = [("", key::PLAN_WHICH_ALL), ("left", key::PLAN_IN_SHOW_LEFT)];
    let options = options.map(|(id, key)| (id.to_owned(), ctx.t(key).to_owned()));
    let shown = match show {
        Show::All => "",
        Show::Left => "left",
    };
    let label = ctx.t(key::PLAN_IN_SHOW);
    select("inn-vis", label, options.into_iter(), shown, chosen)
}

fn line(sheet: &Sheet<Table, In>, assessment: &Assessment, line: &Line) -> Html {
    let texts = sheet.ctx.texts;
    let n = |key: Key, n: usize| texts.fill(key, &[("n", &n.to_string())]);
    let plain = |key: Key| texts.get(key).to_owned();
    let verdict = match &line.verdict {
        Verdict::New => plain(key::PLAN_IN_NEW),
        Verdict::Changes(_) => plain(key::PLAN_IN_CHANGED_LINE),
        Verdict::Same => plain(key::PLAN_IN_SAME),
        Verdict::Alike(Twin::Measure) => plain(key::PLAN_IN_ALIKE),
        Verdict::Alike(Twin::Line(before)) => n(key::PLAN_IN_ALIKE_LINE, *before),
        Verdict::Gone => plain(key::PLAN_IN_GONE),
        Verdict::Headings => plain(key::PLAN_IN_HEADINGS),
        Verdict::Out(Out::AboveHead) => plain(key::PLAN_IN_ABOVE),
        Verdict::Out(Out::Half) => plain(key::PLAN_IN_HALF),
        Verdict::Out(Out::Wider) => plain(key::PLAN_IN_WIDER),
        Verdict::Out(Out::NoText) => plain(key::PLAN_IN_NO_TEXT),
        Verdict::Out(Out::SameId(before)) => n(key::PLAN_IN_SAME_ID, *before),
    };
    let fate = match (line.fate, &line.verdict) {
        (Fate::Comes, _) => None,
        (Fate::NoRoom, _) => Some(key::PLAN_IN_NO_ROOM),
        (Fate::Stays, Verdict::Same) => None,
        (Fate::Stays, _) => Some(key::PLAN_IN_STAYS),
    };
    let differences = match &line.verdict {
        Verdict::Changes(differences) => &differences[..],
        _ => &[],
    };
    let told = differences
        .iter()
        .map(|one| difference(texts, assessment, one))
        .chain(line.faults.iter().map(|one| fault(texts, one)));
    let told: Vec<Html> = told.map(|text| leaf("li", "", text)).collect();
    html! {
        <li key={line.number} data-line={line.number.to_string()}>
            <p>
                { chosen(sheet, line, n(key::PLAN_IN_LINE, line.number)) }{ " " }
                { leaf("span", "flag", verdict) }{ " " }
                { for fate.map(|key| leaf("span", "flag late", texts.get(key))) }
            </p>
            if !told.is_empty() { { node("ul", "", told) } }
        </li>
    }
}

/// Which line it is; where that can be chosen, whether it comes in.
fn chosen(sheet: &Sheet<Table, In>, line: &Line, which: String) -> Html {
    let number = leaf("span", "in-number", which);
    let title = leaf("strong", "", line.title.clone());
    if !line.is_choice() {
        return html! { <>{ number }{ " " }{ title }</> };
    }
    let comes = line.fate == Fate::Comes;
    let (send, at) = (sheet.send.clone(), line.number);
    let turned = Callback::from(move |_: yew::Event| send.emit(In::LineChosen(at, !comes)));
    html! {
        <label class="choice">
            <input class="ds-input" type="checkbox" data-takes={at.to_string()} checked={comes}
                onchange={turned} />
            <span>{ number }{ " " }{ title }</span>
        </label>
    }
}

fn difference(texts: Texts, assessment: &Assessment, one: &Difference) -> String {
    let field = target_name(texts, Target::Of(one.field));
    let of = |note: &Note| {
        let told = value(texts, assessment, one.field, note);
        match one.day.filter(|_| !note.is_empty()) {
            Some(day) => format!("{}: {told}", show_day(day, texts.lang())),
            None => told,
        }
    };
    let [from, to] = [of(&one.from), of(&one.to)];
    let values = [("field", field), ("from", &*from), ("to", &*to)];
    texts.fill(key::PLAN_IN_FROM_TO, &values)
}

/// What stands in a field, in words.
fn value(texts: Texts, assessment: &Assessment, field: Field, note: &Note) -> String {
    let text = note.as_str();
    let told = match field {
        Field::Aim => Aim::parse(text).map(|aim| sub_goal(texts, assessment, aim)),
        Field::Status => Status::parse(text).map(|one| texts.get(status(one)).to_owned()),
        Field::Effort => Effort::parse(text).map(|one| texts.get(effort(one)).to_owned()),
        Field::Start | Field::Deadline => {
            Day::parse_iso(text).map(|day| show_day(day, texts.lang()))
        }
        _ => None,
    };
    told.unwrap_or_else(|| match text.chars().nth(TOLD) {
        Some(_) => text.chars().take(TOLD).chain(['…']).collect(),
        None => text.to_owned(),
    })
}

fn fault(texts: Texts, fault: &Fault) -> String {
    let cell = ("cell", &*fault.cell);
    let problem = match fault.problem {
        CellProblem::NoDay => texts.fill(key::PLAN_IN_NO_DAY, &[cell]),
        CellProblem::FarOff => texts.fill(key::PLAN_IN_FAR_OFF, &[cell]),
        CellProblem::NoStatus => texts.fill(key::PLAN_IN_NO_STATUS, &[cell]),
        CellProblem::NoEffort => texts.fill(key::PLAN_IN_NO_EFFORT, &[cell]),
        CellProblem::NoId => texts.fill(key::PLAN_IN_NO_ID, &[cell]),
        CellProblem::Long(excess) => texts.fill(key::PLAN_IN_LONG, &[("n", &excess.to_string())]),
    };
    format!("{}: {problem}", target_name(texts, fault.target))
}

/// What a column can be taken for, by its name.
pub fn target_name(texts: Texts, target: Target) -> &'static str {
    let Target::Of(field) = target else {
        return "Id";
    };
    let name = match field {
        Field::Aim | Field::Goal => key::PLAN_FIELD_AIM,
        _ => COLUMNS
            .iter()
            .find(|(one, _)| *one == field)
            .map_or(key::PLAN_FIELD_TEXT, |(_, name)| *name),
    };
    texts.get(name)
}

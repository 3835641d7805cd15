//! A page of a long list, and the ways to the others.

use forankring_core::texts::key;
use yew::prelude::*;

use super::prose::node;
use crate::context::Context;

/// The first that is shown, counted from 0.
pub fn from(page: usize, size: usize, total: usize) -> usize {
    let last = total.saturating_sub(1) / size.max(1);
    page.min(last) * size
}

/// Which are shown of how many, and the ways to those before and behind; nothing where all are
/// shown. The buttons are named after the list.
pub fn pager<E: 'static>(
    ctx: &Context,
    list: &str,
    (page, size, total): (usize, usize, usize),
    send: &Callback<E>,
    to: impl Fn(usize) -> E + Copy + 'static,
) -> Html {
    if total <= size {
        return Html::default();
    }
    let first = from(page, size, total);
    let last = (first + size).min(total);
    let numbers = [first + 1, last, total].map(|n| n.to_string());
    let [from, upto, all] = &numbers;
    let values = [("from", &**from), ("to", &**upto), ("total", &**all)];
    let way = |what: &str, label, page: usize| {
        let send = send.clone();
        let onclick = Callback::from(move |_: MouseEvent| send.emit(to(page)));
        html! {
            <button type="button" class="ds-button" data-variant="secondary"
                id={format!("{list}-{what}")} {onclick}>{ ctx.t(label) }</button>
        }
    };
    let mut ways = Vec::new();
    if first > 0 {
        let before = first / size - 1;
        ways.push(way("forrige", key::ASK_PREVIOUS, before));
    }
    if last < total {
        ways.push(way("neste", key::ASK_NEXT, first / size + 1));
    }
    html! {
        <div class="pager">
            <p>{ ctx.fill(key::ASK_LINES, &values) }</p>
            { node("p", "actions", ways) }
        </div>
    }
}

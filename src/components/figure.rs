//! A number that can be read by people and programs.

use forankring_core::catalogue::Step;
use forankring_core::numbers::{Ratio, show_halves};
use forankring_core::texts::Lang;
use yew::prelude::*;

/// A mean: `2,8` for people, `2.8` for programs.
pub fn mean(ratio: Ratio, lang: Lang) -> Html {
    html! { <data value={ratio.plain()}>{ ratio.show(lang) }</data> }
}

/// The step of an answer, or half a step: `3½` for people, `3.5` for programs.
pub fn halves(halves: u8) -> Html {
    let value = match halves % 2 {
        0 => (halves / 2).to_string(),
        _ => format!("{}.5", halves / 2),
    };
    html! { <data {value}>{ show_halves(halves) }</data> }
}

/// A step or a stage.
pub fn step(step: Step) -> Html {
    let number = step.number().to_string();
    html! { <data value={number.clone()}>{ number }</data> }
}

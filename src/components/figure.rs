//! A number that can be read by people and programs.

use forankring_core::catalogue::Step;
use forankring_core::numbers::Ratio;
use forankring_core::texts::Lang;
use yew::prelude::*;

/// A mean: `2,8` for people, `2.8` for programs.
pub fn mean(ratio: Ratio, lang: Lang) -> Html {
    html! { <data value={ratio.plain()}>{ ratio.show(lang) }</data> }
}

/// A step or a stage.
pub fn step(step: Step) -> Html {
    let number = step.number().to_string();
    html! { <data value={number.clone()}>{ number }</data> }
}

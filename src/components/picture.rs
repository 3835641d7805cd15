//! The chain saved as a picture for a slide.

use forankring_core::assessment::Assessment;
use forankring_core::catalogue::{INSTRUMENT, Level};
use forankring_core::numbers::show_day;
use forankring_core::picture::{self, Link, Slide};
use forankring_core::scoring::{Headline, Outcome};
use forankring_core::texts::key;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::prose::{Look, button, leaf};
use super::words;
use crate::context::Context;
use crate::platform::{files, page};
use crate::session::{Aside, Beside};

/// Id of the box that says whether the name goes along.
const WITH_NAME: &str = "bilde-navn";

/// Buttons that save the chain; the name only goes along when asked for.
pub fn saving(
    ctx: &Context,
    assessment: &Assessment,
    outcome: &Outcome,
    headline: &Headline,
) -> Html {
    let drawn = |named: bool| drawing(ctx, assessment, outcome, headline, named);
    let files = [false, true].map(drawn);
    let chosen = move || {
        let [bare, named] = &files;
        let wanted = page::is_checked(&format!("#{WITH_NAME}"));
        if wanted { named.clone() } else { bare.clone() }
    };
    let name = format!("forankring-{}", assessment.date.iso());
    let svg = {
        let (chosen, name) = (chosen.clone(), format!("{name}.svg"));
        Callback::from(move |_| {
            files::save(&name, "image/svg+xml", &chosen());
        })
    };
    let png = {
        let ctx = ctx.clone();
        Callback::from(move |_| {
            let (ctx, picture, name) = (ctx.clone(), chosen(), format!("{name}.png"));
            spawn_local(async move {
                let size = (picture::WIDTH, picture::HEIGHT);
                let saved = files::save_as_png(&name, &picture, size).await.is_some();
                let aside = if saved {
                    Aside::Nothing
                } else {
                    Aside::PictureFailed
                };
                ctx.tell(Beside::AsideChanged(aside));
            });
        })
    };
    let failed = ctx.state.besides.aside == Aside::PictureFailed;
    html! {
        <div class="picture">
            { leaf("p", "quiet-text", ctx.t(key::PICTURE_LEAD)) }
            <p class="actions">
                { button(Look::Secondary, "bilde-svg", ctx.t(key::PICTURE_SVG), svg) }
                { button(Look::Secondary, "bilde-png", ctx.t(key::PICTURE_PNG), png) }
                if !assessment.name.is_empty() {
                    <label class="choice">
                        <input class="ds-input" type="checkbox" id={WITH_NAME} />
                        { leaf("span", "", ctx.t(key::PICTURE_NAME)) }
                    </label>
                }
            </p>
            <p role="status">{ if failed { ctx.t(key::PICTURE_FAILED) } else { "" } }</p>
        </div>
    }
}

fn drawing(
    ctx: &Context,
    assessment: &Assessment,
    outcome: &Outcome,
    headline: &Headline,
    named: bool,
) -> String {
    let date = show_day(assessment.date, ctx.lang());
    let who = match assessment.name.as_str() {
        name if named && !name.is_empty() => name,
        _ => ctx.t(words::kind(assessment.kind)),
    };
    let links = Level::ALL.map(|level| {
        let stage = outcome.levels.get(level).stage();
        Link {
            name: ctx.t(words::level(level)),
            stage,
            words: ctx.t(stage.map_or(key::RESULT_NOT_SCORED_SHORT, words::step)),
            binds: headline.binding.contains(&level),
        }
    });
    picture::svg(&Slide {
        title: ctx.t(words::headline(headline.stage)),
        subtitle: &format!("{who}, {date}"),
        links,
        weakest: ctx.t(key::RESULT_WEAKEST),
        source: &ctx.fill(key::PICTURE_SOURCE, &[("version", &INSTRUMENT.to_string())]),
    })
}

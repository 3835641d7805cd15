//! The chain saved as a picture for a slide.

use forankring_core::assessment::Assessment;
use forankring_core::catalogue::{INSTRUMENT, Level};
use forankring_core::numbers::show_day;
use forankring_core::picture::{self, Ring, Slide};
use forankring_core::scoring::{Headline, Outcome};
use forankring_core::texts::key;
use forankring_session::desk::FileOut;
use forankring_session::screens::reader::{Event, State};
use yew::prelude::*;

use super::notice::{self, Tone};
use super::prose::{Look, button, leaf};
use super::words;
use crate::context::{Context, Sheet};
use crate::input;

/// Id of the box that says whether the name goes along.
const WITH_NAME: &str = "bilde-navn";

/// Buttons that save the chain; the name only goes along when asked for.
pub fn saving(
    sheet: &Sheet<State, Event>,
    assessment: &Assessment,
    outcome: &Outcome,
    headline: &Headline,
) -> Html {
    let (ctx, named) = (sheet.ctx, sheet.own.named);
    let picture = drawing(ctx, assessment, outcome, headline, named);
    let name = format!("forankring-{}", assessment.date.iso());
    let svg = sheet.on(Event::SaveWanted(FileOut {
        name: format!("{name}.svg"),
        media: "image/svg+xml",
        text: picture.clone(),
    }));
    let png = sheet.on(Event::PictureWanted(format!("{name}.png"), picture));
    let send = sheet.send.clone();
    let switched = input::chosen(move |_| send.emit(Event::NameSwitched));
    html! {
        <div class="picture">
            { leaf("p", "quiet-text", ctx.t(key::PICTURE_LEAD)) }
            <p class="actions">
                { button(Look::Secondary, "bilde-svg", ctx.t(key::PICTURE_SVG), svg) }
                { button(Look::Secondary, "bilde-png", ctx.t(key::PICTURE_PNG), png) }
                if !assessment.name.is_empty() {
                    <label class="choice">
                        <input class="ds-input" type="checkbox" id={WITH_NAME} checked={named}
                            onchange={switched} />
                        { leaf("span", "", ctx.t(key::PICTURE_NAME)) }
                    </label>
                }
            </p>
            { notice::told(ctx, Tone::Warning, sheet.own.told.as_ref()) }
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
    let rings = Level::ALL.map(|level| {
        let stage = outcome.levels.get(level).stage();
        Ring {
            name: ctx.t(words::level(level)),
            stage,
            words: ctx.t(stage.map_or(key::RESULT_NOT_SCORED_SHORT, words::step)),
            binds: headline.binding.contains(&level),
        }
    });
    picture::svg(&Slide {
        title: ctx.t(words::headline(headline.stage)),
        who,
        date: &date,
        rings,
        weakest: ctx.t(key::RESULT_WEAKEST),
        source: &ctx.fill(key::PICTURE_SOURCE, &[("version", &INSTRUMENT.to_string())]),
    })
}

//! The chain saved as a picture for a slide.

use forankring_core::assessment::Assessment;
use forankring_core::catalogue::{INSTRUMENT, Level, Step};
use forankring_core::numbers::show_day;
use forankring_core::picture::{self, Link, Slide};
use forankring_core::scoring::{Headline, Outcome};
use forankring_core::texts::key;
use forankring_session::desk::FileOut;
use forankring_session::screens::reader::{Event, State};
use yew::prelude::*;

use super::chain::reading;
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
        <>
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
        </>
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
        let reading = reading(assessment, outcome, level);
        let number = |step: Step| step.number().to_string();
        let range = reading.range.map(|(low, high)| {
            let values = [("low", &*number(low)), ("high", &number(high))];
            ctx.fill(key::RESULT_RANGE_SHORT, &values)
        });
        let target = reading
            .target
            .map(|step| ctx.fill(key::TARGET_FLAG, &[("n", &number(step))]));
        Link {
            name: ctx.t(words::level(level, assessment.kind)),
            reading,
            words: ctx.t(reading
                .stage
                .map_or(key::RESULT_NOT_SCORED_SHORT, words::step)),
            range: range.unwrap_or_default(),
            target: target.unwrap_or_default(),
            binds: headline.binding.contains(&level),
        }
    });
    picture::svg(&Slide {
        title: ctx.t(words::headline(headline.stage)),
        who,
        date: &date,
        links,
        weakest: ctx.t(key::RESULT_WEAKEST),
        alike: ctx.t(key::RESULT_ALIKE),
        source: &ctx.fill(key::PICTURE_SOURCE, &[("version", &INSTRUMENT.to_string())]),
    })
}

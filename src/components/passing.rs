//! Ways to pass a link on: copy, share sheet, mail, a code for the camera, a few
//! lines for a chat.

use forankring_core::assessment::Assessment;
use forankring_core::catalogue::Level;
use forankring_core::mail;
use forankring_core::numbers::show_day;
use forankring_core::qr;
use forankring_core::reach::{Reach, reach};
use forankring_core::scoring::score;
use forankring_core::texts::{Key, key, uncapitalised};
use forankring_session::desk::{FileOut, Offer};
use forankring_session::screens::passing::{Copying, Event, State};
use forankring_session::screens::{Event as On, reader};
use yew::prelude::*;

use super::kept::name_of;
use super::notice::{self, Tone};
use super::prose::{Look, button, leaf};
use super::words;
use crate::context::{Sheet, Top};

const FIELD: &str = "lenke";

type Passing<'a> = Sheet<'a, State, Event>;

/// The link, what its length means, and the ways to pass it on.
pub fn passing(top: &Top, own: &State, assessment: &Assessment, link: &str) -> Html {
    let sheet = top.part(own, On::Share);
    let ctx = top.ctx;
    let length = link.chars().count();
    let far = reach(length);
    let message = ctx.fill(said(far), &[("n", &length.to_string())]);
    let (inline, warned) = match far {
        Reach::Everywhere | Reach::Mail => (message, html! {}),
        Reach::Risky | Reach::File => (
            String::new(),
            notice::notice(Tone::Info, leaf("p", "", message)),
        ),
    };
    let receipt = own.receipt.as_ref().map(|receipt| ctx.told(receipt));
    html! {
        <>
            { warned }
            <div class="ds-field">
                <label class="ds-label" for={FIELD}>{ ctx.t(key::SHARE_LINK_LABEL) }</label>
                <p id="lenke-hjelp" data-field="description">{ inline }</p>
                <input id={FIELD} class="ds-input" type="text" readonly=true
                    aria-describedby="lenke-hjelp" value={link.to_owned()} />
            </div>
            { ways(&sheet, assessment, link, far) }
            <p class="receipt">{ receipt.unwrap_or_default() }</p>
            { code(top, own, assessment, link) }
        </>
    }
}

fn said(reach: Reach) -> Key {
    match reach {
        Reach::Everywhere => key::SHARE_LENGTH_EVERYWHERE,
        Reach::Mail => key::SHARE_LENGTH_MAIL,
        Reach::Risky => key::SHARE_LENGTH_RISKY,
        Reach::File => key::SHARE_LENGTH_FILE,
    }
}

fn ways(sheet: &Passing, assessment: &Assessment, link: &str, far: Reach) -> Html {
    let ctx = sheet.ctx;
    let subject = subject(sheet, assessment);
    let lines = in_words(sheet, assessment, link);
    let shared = sheet.on(Event::SheetWanted(subject.clone(), link.to_owned()));
    let copied = sheet.on(Event::CopyWanted(Copying::Link, link.to_owned()));
    let told = sheet.on(Event::CopyWanted(Copying::Words, lines.clone()));
    let (hello, note) = (ctx.t(key::SHARE_MAIL_HELLO), ctx.t(key::SHARE_MAIL_NOTE));
    let mail = mail::address(&subject, &format!("{hello}\n\n{lines}\n\n{note}\n"));
    // A mail program takes no more from an address.
    let mailed = matches!(far, Reach::Everywhere | Reach::Mail);
    let has_sheet = ctx.desk.surroundings.sheet == Offer::There;
    html! {
        <p class="actions">
            { button(Look::Primary, "kopier", ctx.t(key::SHARE_COPY), copied) }
            if has_sheet { { button(Look::Secondary, "del-med", ctx.t(key::SHARE_SHEET), shared) } }
            if mailed {
                <a id="e-post" class="ds-button" data-variant="secondary" href={mail}>
                    { ctx.t(key::SHARE_MAIL_GO) }
                </a>
            }
            { button(Look::Secondary, "kopier-tekst", ctx.t(key::SHARE_TEXT_COPY), told) }
            <a id="apne-lenke" class="ds-button" data-variant="secondary" target="_blank"
                rel="noopener" href={link.to_owned()}>
                { ctx.t(key::SHARE_OPEN) }
            </a>
        </p>
    }
}

/// What stands beside a locked link tells no more than the link.
fn subject(sheet: &Passing, assessment: &Assessment) -> String {
    let ctx = sheet.ctx;
    if sheet.own.is_locked() {
        return ctx.t(key::SHARE_SUBJECT_LOCKED).to_owned();
    }
    let told = sheet.own.disclosed.of(assessment);
    let date = show_day(assessment.date, ctx.lang());
    let name = name_of(ctx, &told);
    ctx.fill(key::SHARE_SUBJECT, &[("name", &name), ("date", &date)])
}

/// The result in a few lines, with the link; of a locked one only where it is.
fn in_words(sheet: &Passing, assessment: &Assessment, link: &str) -> String {
    let ctx = sheet.ctx;
    let subject = subject(sheet, assessment);
    if sheet.own.is_locked() {
        return format!("{subject}\n{}\n{link}", ctx.t(key::SHARE_TEXT_LOCKED));
    }
    let outcome = score(&assessment.answers());
    let headline = outcome.headline.as_ref();
    let headline = headline.map_or(key::RESULT_NOT_SCORED_HEADING, |found| {
        words::headline(found.stage)
    });
    let levels = Level::ALL.map(|level| {
        let stage = outcome.levels.get(level).stage();
        let stage = stage.map_or(
            uncapitalised(ctx.t(key::RESULT_NOT_SCORED_SHORT)),
            |stage| stage.number().to_string(),
        );
        format!("{} {stage}", ctx.t(words::level(level, assessment.kind)))
    });
    format!(
        "{subject}\n{}.\n{}.\n{link}",
        ctx.t(headline),
        levels.join(", ")
    )
}

/// The link as a code for a camera, large enough for a hall, with the link below.
fn code(top: &Top, own: &State, assessment: &Assessment, link: &str) -> Html {
    let ctx = top.ctx;
    let Some(code) = qr::code(link) else {
        return html! {};
    };
    let side = code.side;
    let reader = top.part(&own.reader, On::Reader);
    let save = reader.on(reader::Event::SaveWanted(FileOut {
        name: format!("forankring-{}-qr.svg", assessment.date.iso()),
        media: "image/svg+xml",
        text: qr::svg(&code, link),
    }));
    html! {
        <details class="ds-details qr">
            <summary>{ ctx.t(key::SHARE_QR) }</summary>
            <figure>
                <svg viewBox={format!("0 0 {side} {side}")} role="img"
                    aria-label={ctx.t(key::SHARE_QR_ALT)} shape-rendering="crispEdges">
                    <rect width={side.to_string()} height={side.to_string()} fill="#fff" />
                    <path d={code.path} fill="#000" />
                </svg>
                <figcaption>{ link.to_owned() }</figcaption>
            </figure>
            <p class="actions">
                { button(Look::Secondary, "qr-svg", ctx.t(key::SHARE_QR_SAVE), save) }
            </p>
        </details>
    }
}

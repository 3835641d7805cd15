//! Ways to pass a link on: copy, share sheet, mail, a code for the camera, a few
//! lines for a chat.

use forankring_core::assessment::Assessment;
use forankring_core::catalogue::Level;
use forankring_core::numbers::show_day;
use forankring_core::qr;
use forankring_core::reach::{Reach, reach};
use forankring_core::scoring::score;
use forankring_core::texts::{Key, key};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::kept::name_of;
use super::notice::{self, Tone};
use super::prose::{Look, button, leaf};
use super::words;
use crate::context::Context;
use crate::platform::{files, page, share};
use crate::session::{Aside, Beside, Lock};

const FIELD: &str = "lenke";

/// The link, what its length means, and the ways to pass it on.
pub fn passing(ctx: &Context, assessment: &Assessment, link: &str) -> Html {
    // While a passphrase is chosen the link would still be open: none is offered.
    if matches!(
        ctx.state.besides.sharing.lock,
        Lock::Asked(_) | Lock::Working(_)
    ) {
        return leaf("p", "", ctx.t(key::LOCK_FIRST));
    }
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
    let receipt = match ctx.state.besides.aside {
        Aside::Copied => ctx.t(key::SHARE_COPIED),
        Aside::TextCopied => ctx.t(key::SHARE_TEXT_COPIED),
        Aside::CopyRefused => ctx.t(key::SHARE_COPY_FAILED),
        _ => "",
    };
    html! {
        <>
            { warned }
            <div class="ds-field">
                <label class="ds-label" for={FIELD}>{ ctx.t(key::SHARE_LINK_LABEL) }</label>
                <p id="lenke-hjelp" data-field="description">{ inline }</p>
                <input id={FIELD} class="ds-input" type="text" readonly=true aria-describedby="lenke-hjelp" value={link.to_owned()} />
            </div>
            { ways(ctx, assessment, link, far) }
            <p role="status" class="receipt">{ receipt }</p>
            { code(ctx, assessment, link) }
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

fn ways(ctx: &Context, assessment: &Assessment, link: &str, far: Reach) -> Html {
    let subject = subject(ctx, assessment);
    let lines = in_words(ctx, assessment, link);
    let sheet = {
        let (subject, link) = (subject.clone(), link.to_owned());
        Callback::from(move |_| share::sheet(&subject, "", &link))
    };
    let (hello, note) = (ctx.t(key::SHARE_MAIL_HELLO), ctx.t(key::SHARE_MAIL_NOTE));
    let mail = share::mail(&subject, &format!("{hello}\n\n{lines}\n\n{note}\n"));
    // A mail program takes no more from an address.
    let mailed = matches!(far, Reach::Everywhere | Reach::Mail);
    html! {
        <p class="actions">
            { button(Look::Primary, "kopier", ctx.t(key::SHARE_COPY), copy(ctx, link.to_owned(), Aside::Copied)) }
            if share::has_sheet() { { button(Look::Secondary, "del-med", ctx.t(key::SHARE_SHEET), sheet) } }
            if mailed {
                <a id="e-post" class="ds-button" data-variant="secondary" href={mail}>{ ctx.t(key::SHARE_MAIL_GO) }</a>
            }
            { button(Look::Secondary, "kopier-tekst", ctx.t(key::SHARE_TEXT_COPY), copy(ctx, lines, Aside::TextCopied)) }
            <a id="apne-lenke" class="ds-button" data-variant="secondary" target="_blank" rel="noopener" href={link.to_owned()}>
                { ctx.t(key::SHARE_OPEN) }
            </a>
        </p>
    }
}

/// Copies a text; where the browser refuses, the link is marked for the keys.
fn copy(ctx: &Context, text: String, done: Aside) -> Callback<MouseEvent> {
    let ctx = ctx.clone();
    Callback::from(move |_| {
        let (ctx, text, done) = (ctx.clone(), text.clone(), done.clone());
        spawn_local(async move {
            let aside = if share::copy(&text).await {
                done
            } else {
                page::select(&format!("#{FIELD}"));
                Aside::CopyRefused
            };
            ctx.tell(Beside::AsideChanged(aside));
        });
    })
}

fn subject(ctx: &Context, assessment: &Assessment) -> String {
    let told = ctx.state.besides.sharing.disclosed.of(assessment);
    let date = show_day(assessment.date, ctx.lang());
    let name = name_of(ctx, &told);
    ctx.fill(key::SHARE_SUBJECT, &[("name", &name), ("date", &date)])
}

/// The result in a few lines, with the link; of a locked one only where it is.
fn in_words(ctx: &Context, assessment: &Assessment, link: &str) -> String {
    let subject = subject(ctx, assessment);
    if matches!(ctx.state.besides.sharing.lock, Lock::Locked { .. }) {
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
            ctx.t(key::RESULT_NOT_SCORED_SHORT).to_lowercase(),
            |stage| stage.number().to_string(),
        );
        format!("{} {stage}", ctx.t(words::level(level)))
    });
    format!(
        "{subject}\n{}.\n{}.\n{link}",
        ctx.t(headline),
        levels.join(", ")
    )
}

/// The link as a code for a camera, large enough for a hall, with the link below.
fn code(ctx: &Context, assessment: &Assessment, link: &str) -> Html {
    let Some(code) = qr::code(link) else {
        return html! {};
    };
    let side = code.side;
    let file = qr::svg(&code, link);
    let name = format!("forankring-{}-qr.svg", assessment.date.iso());
    let save = Callback::from(move |_| {
        files::save(&name, "image/svg+xml", &file);
    });
    html! {
        <details class="ds-details qr">
            <summary>{ ctx.t(key::SHARE_QR) }</summary>
            <figure>
                <svg viewBox={format!("0 0 {side} {side}")} role="img" aria-label={ctx.t(key::SHARE_QR_ALT)} shape-rendering="crispEdges">
                    <rect width={side.to_string()} height={side.to_string()} fill="#fff" />
                    <path d={code.path} fill="#000" />
                </svg>
                <figcaption>{ link.to_owned() }</figcaption>
            </figure>
            <p class="actions">{ button(Look::Secondary, "qr-svg", ctx.t(key::SHARE_QR_SAVE), save) }</p>
        </details>
    }
}

//! Ways to send a reply: copy, share sheet, mail, a code for the camera. Fetched when the first
//! link is made.

use forankring_core::address::Route;
use forankring_core::mail;
use forankring_core::panel::{Invitation, Mail};
use forankring_core::qr;
use forankring_core::reach::{Reach, reach};
use forankring_core::texts::{Key, isolated, key};
use forankring_session::desk::Offer;
use forankring_session::replying::{Event, Handing};
use yew::prelude::*;

use super::prose::{Look, button, leaf, node};
use super::words;
use crate::context::Context;
use crate::sending::Replying;

const FIELD: &str = "svarlenke";

/// A link that is ready, and the ways to send it.
pub fn link(own: &Replying, link: &str, number: u8) -> Html {
    let ctx = own.ctx;
    let link = ctx.absolute(ctx.page(Route::Ask), link);
    let length = link.chars().count();
    let far = reach(length);
    let message = ctx.fill(said(far), &[("n", &length.to_string())]);
    let (inline, warned) = match far {
        Reach::Everywhere | Reach::Mail => (message, html! {}),
        Reach::Risky | Reach::File => (String::new(), leaf("p", "told", message)),
    };
    let again = (number > 1).then(|| {
        let n = number.to_string();
        leaf("p", "", ctx.fill(key::REPLY_REPLACES, &[("n", &n)]))
    });
    html! {
        <>
            { for again }
            { warned }
            <div class="ds-field">
                <label class="ds-label" for={FIELD}>{ ctx.t(key::REPLY_LINK_LABEL) }</label>
                <p id="svarlenke-hjelp" data-field="description">{ inline }</p>
                <input id={FIELD} class="ds-input" type="text" readonly=true
                    aria-describedby="svarlenke-hjelp" value={link.clone()} />
            </div>
            { ways(own, &link, far) }
            <p class="receipt">{ own.own.receipt.as_ref().map(|said| ctx.told(said)) }</p>
            { for code(ctx, &link).map(|drawn| html! {
                <details class="more qr">
                    <summary>{ ctx.t(key::REPLY_QR) }</summary>
                    <figure>{ drawn }</figure>
                </details>
            }) }
        </>
    }
}

fn said(reach: Reach) -> Key {
    match reach {
        Reach::Everywhere => key::REPLY_LENGTH_EVERYWHERE,
        Reach::Mail => key::REPLY_LENGTH_MAIL,
        Reach::Risky => key::REPLY_LENGTH_RISKY,
        Reach::File => key::REPLY_LENGTH_FILE,
    }
}

fn ways(own: &Replying, link: &str, far: Reach) -> Html {
    let ctx = own.ctx;
    let handed = |handing| own.on(Event::Handed(handing, link.to_owned()));
    let has_sheet = ctx.desk.surroundings.sheet == Offer::There;
    let (first, second) = match has_sheet {
        true => (Look::Primary, Look::Secondary),
        false => (Look::Secondary, Look::Primary),
    };
    // A mail program takes no more from an address.
    let mailed = matches!(far, Reach::Everywhere | Reach::Mail);
    let told = own.own.told.as_ref().filter(|_| mailed);
    let mail = told.and_then(|told| {
        let to = told.invitation.mail.as_ref()?;
        Some(mail_to(ctx, to, &told.invitation, link))
    });
    let mailed = handed(Handing::Mailed);
    html! {
        <p class="actions">
            if has_sheet {
                { button(first, "del-svar", ctx.t(key::REPLY_SHEET), handed(Handing::Sheet)) }
            }
            if let Some(href) = mail {
                <a id="e-post-svar" class="ds-button" data-variant="secondary" {href}
                    onclick={mailed}>
                    { ctx.t(key::REPLY_MAIL) }
                </a>
            }
            { button(second, "kopier-svar", ctx.t(key::REPLY_COPY), handed(Handing::Copied)) }
        </p>
    }
}

/// What stands in the mail tells no name that the invitation did not tell.
fn mail_to(ctx: &Context, to: &Mail, invitation: &Invitation, link: &str) -> String {
    let level = ctx.t(words::level(invitation.level, invitation.kind));
    let subject = match invitation.name.as_str() {
        "" => ctx.fill(key::REPLY_SUBJECT, &[("level", level)]),
        name => {
            let values = [("name", &*isolated(name)), ("level", level)];
            ctx.fill(key::REPLY_SUBJECT_NAMED, &values)
        }
    };
    let [hello, here, note] = [
        key::REPLY_MAIL_HELLO,
        key::REPLY_MAIL_HERE,
        key::REPLY_MAIL_NOTE,
    ]
    .map(|key| ctx.t(key));
    let body = format!("{hello}\n\n{here}\n{link}\n\n{note}\n");
    mail::address_to(to.as_str(), &subject, &body)
}

/// A code for a camera, large enough for a hall; none where the link is too long for one.
fn code(ctx: &Context, link: &str) -> Option<Html> {
    let code = qr::code(link)?;
    let side = code.side;
    Some(html! {
        <svg viewBox={format!("0 0 {side} {side}")} role="img"
            aria-label={ctx.t(key::REPLY_QR_ALT)} shape-rendering="crispEdges">
            <rect width={side.to_string()} height={side.to_string()} fill="#fff" />
            <path d={code.path} fill="#000" />
        </svg>
    })
}

/// The codes of several replies, one at a time.
pub fn codes(own: &Replying, links: &[String]) -> Html {
    let ctx = own.ctx;
    let at = own.own.code.checked_rem(links.len()).unwrap_or(0);
    let Some(drawn) = links.get(at).and_then(|link| code(ctx, link)) else {
        return html! {};
    };
    let values = [
        ("n", &*(at + 1).to_string()),
        ("total", &*links.len().to_string()),
    ];
    let which = ctx.fill(key::REPLY_CODE_OF, &values);
    let next = own.on(Event::NextCodeWanted);
    html! {
        <details class="more qr">
            <summary>{ ctx.t(key::REPLY_QR) }</summary>
            <figure>
                { drawn }
                <figcaption><span role="status">{ which }</span></figcaption>
            </figure>
            { node("p", "actions", vec![
                button(Look::Secondary, "neste-kode", ctx.t(key::REPLY_CODE_NEXT), next),
            ]) }
        </details>
    }
}

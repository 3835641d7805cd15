//! What every screen has around it: skip link, name, pages, languages, footer.

use forankring_core::address::{Page, Place, Route};
use forankring_core::catalogue::INSTRUMENT;
use forankring_core::keys::MAIN;
use forankring_core::picture::chain::MARK;
use forankring_core::texts::{Lang, key};
use yew::prelude::*;

use crate::components::parts_row::parts_row;
use crate::components::prose::{entry_link, leaf, node};
use crate::context::Context;

/// The frame around a screen.
pub fn frame(ctx: &Context, screen: Html) -> Html {
    html! {
        <>
            <a class="skip ds-link" href={format!("#{MAIN}")}>{ ctx.t(key::SITE_SKIP) }</a>
            <header class="top">
                <a class="brand" href={ctx.href(Route::Start)}>
                    { logo() }
                    { leaf("span", "", ctx.t(key::SITE_NAME)) }
                </a>
                { languages(ctx) }
            </header>
            { parts_row(ctx) }
            { said(ctx) }
            <main id={MAIN} tabindex="-1">{ screen }</main>
            <footer class="bottom">
                { pages(ctx) }
                { leaf("p", "", ctx.t(key::SITE_FOOTER)) }
                {
                    leaf(
                        "p",
                        "",
                        ctx.fill(key::SITE_VERSION, &[("version", &INSTRUMENT.to_string())]),
                    )
                }
            </footer>
        </>
    }
}

/// What happened last, for those who listen rather than look: a region that stands there
/// before anything is said, so that it is read; a new element each time, so that the same
/// words are read twice.
fn said(ctx: &Context) -> Html {
    let said = &ctx.desk.said;
    let told = said.message.as_ref().map(|message| ctx.told(message));
    html! {
        <div id="sagt" class="unseen" role="status">
            { told.map(|told| html! { <p key={said.number}>{ told }</p> }) }
        </div>
    }
}

/// The chain in small.
fn logo() -> Html {
    html! {
        <svg class="logo" viewBox="0 0 92 264" aria-hidden="true"
            focusable="false">
            { for MARK.map(|d| html! { <path {d} /> }) }
        </svg>
    }
}

fn pages(ctx: &Context) -> Html {
    let routes = [
        (Route::Start, key::SITE_NAME),
        (Route::Method, key::METHOD_TITLE),
        (Route::Privacy, key::PRIVACY_TITLE),
        (Route::Accessibility, key::ACCESS_TITLE),
    ];
    let here = ctx.route();
    let mut entries = Vec::new();
    for (route, name) in routes {
        let name = ctx.t(name).into();
        entries.push(entry_link(None, ctx.href(route), name, route == here));
    }
    html! { <nav aria-label={ctx.t(key::SITE_MENU)}>{ node("ul", "", entries) }</nav> }
}

fn languages(ctx: &Context) -> Html {
    html! {
        <nav aria-label={ctx.t(key::SITE_LANGUAGES)}>{ language_list(ctx) }</nav>
    }
}

/// The languages: the same page, with what is open there.
fn language_list(ctx: &Context) -> Html {
    html! {
        <ul class="languages">
            { for Lang::ALL.into_iter().map(|lang| {
                let page = Page { lang, route: ctx.route() };
                let place = ctx.desk.place.clone().unwrap_or(Place::Nothing);
                let here = lang == ctx.lang();
                html! {
                    <li key={lang.tag()}>
                        <a class="ds-link" href={ctx.link(page, place)} lang={lang.tag()}
                            hreflang={lang.tag()}
                            aria-current={here.then_some("true")}>
                            { lang.own_name() }
                        </a>
                    </li>
                }
            }) }
        </ul>
    }
}

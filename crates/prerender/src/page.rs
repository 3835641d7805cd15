//! One page as HTML: its head, and the app as the components render it.

use std::io;

use forankring::app::{App, AppProps};
use forankring::build::build;
use forankring::titles::title;
use forankring_core::address::{Edition, Page, Route};
use forankring_core::keys;
use forankring_core::texts::{Lang, Texts, key};
use forankring_session::Entry;
use forankring_session::replying::Replying;
use forankring_session::screens::Whole;
use html_escape::encode_double_quoted_attribute as escape;
use yew::ServerRenderer;

use crate::assets::{Assets, Program, Styling};
use crate::constants::{MANIFEST, map, text};
use crate::hash::policy_hash;
use crate::invited;
use crate::loading::Loading;
use crate::scripts::{Scripts, inline};
use crate::words::{self, description};

/// Inside another page nothing is shown, not even where that keeps the stylesheet away.
const UNFRAMED: &str = "[data-framed] #app{display:none}";

/// A page of the site.
pub async fn render(page: Page, assets: &Assets, develop: bool) -> io::Result<String> {
    let texts = Texts::builtin(page.lang);
    let program = &assets.program;
    let styling = assets.styling(Entry::of(page.route));
    let app = ServerRenderer::<App>::with_props(move || AppProps {
        page,
        texts,
        build: match page.route {
            Route::Reply => build::<Replying>(),
            _ => build::<Whole>(),
        },
    })
    .hydratable(false)
    .render()
    .await;
    let up = page.up();
    let Scripts { early, .. } = &assets.scripts;
    let (start, loading) = match page.route {
        Route::Reply => (&assets.scripts.invited, Loading::Later),
        _ => (&assets.scripts.start, Loading::AtOnce),
    };
    let mut values = start_values(up, program, assets.offline.as_deref());
    values.push(("INVITED", invited::said(page.lang)));
    let start = inline(start, &values)?;
    // A page for development has no script beside the app: nothing is loaded then.
    let start = start.replace("import(\"\")", "Promise.resolve()");
    let mut early = inline(early, &[])?;
    if is_sent(page.route) {
        early.push('\n');
        early.push_str(&reader(page, &assets.scripts)?);
    }
    let policy = policy(Edition::Folders, &[&early, &start], styling);
    let head = [
        meta_policy(&policy, develop),
        format!(
            "<title>{}</title>",
            escape(&title(&texts, page.route, None))
        ),
        format!(
            r#"<meta name="description" content="{}">"#,
            escape(texts.get(description(page.route)))
        ),
        format!("<script>{early}</script>"),
        match styling {
            Styling::Carried(styles) => format!("<style>{styles}</style>"),
            Styling::Shared(name) => {
                format!(r#"<style>{UNFRAMED}</style><link rel="stylesheet" href="{up}{name}">"#)
            }
        },
        script(up, program, loading),
        wasm(up, program, Entry::of(page.route), loading),
        words::links(page, assets, loading),
        r#"<link rel="canonical" href="./">"#.to_owned(),
        alternates(page),
        icons(up),
        preview(page, &texts),
    ]
    .join("\n");
    // Outside of the app: a browser with scripts reads what is in `noscript` as
    // text, and the app must find the very elements that it draws.
    let aside = format!(
        "<noscript>{}</noscript>\n<p class=\"boot-failed\" role=\"alert\">{}</p>\n",
        noscript(page),
        escape(texts.get(key::TROUBLE_BOOT_FAILED)),
    );
    let reload = assets
        .reload
        .as_deref()
        .filter(|_| develop)
        .unwrap_or_default();
    Ok(format!(
        "<!doctype html>\n\
         <html lang=\"{}\" translate=\"no\" data-route=\"{}\" data-color-scheme=\"auto\">\n\
         <head>\n{FIRST}\n{head}\n</head>\n\
         <body>\n{aside}<div id=\"{}\">{app}</div>\n{}\
         <script type=\"module\">{start}</script>{reload}\n</body>\n</html>\n",
        page.lang.tag(),
        page.route.id(),
        keys::APP,
        invited::template(page).await,
    ))
}

/// The script that the app comes with; one that is wanted later asks for it by itself.
fn script(up: &str, program: &Program, loading: Loading) -> String {
    match loading {
        Loading::AtOnce => format!(
            r#"<link rel="modulepreload" href="{up}{}">"#,
            program.script
        ),
        Loading::Later => String::new(),
    }
}

/// Every part that the page needs.
fn wasm(up: &str, program: &Program, entry: Entry, loading: Loading) -> String {
    let rel = loading.rel();
    let parts = program.parts(entry);
    let links = [&program.wasm].into_iter().chain(parts).map(|part| {
        format!(
            "<link rel=\"{rel}\" as=\"fetch\" type=\"application/wasm\" crossorigin \
             href=\"{up}{part}\">"
        )
    });
    links.collect::<Vec<_>>().join("\n")
}

/// What the script that starts the app knows of its page.
fn start_values(up: &str, program: &Program, offline: Option<&str>) -> Vec<(&'static str, String)> {
    let offline = offline.map(|offline| format!("{up}{offline}"));
    vec![
        ("SCRIPT", text(&format!("{up}{}", program.script))),
        ("WASM", text(&format!("{up}{}", program.wasm))),
        ("OFFLINE", text(&offline.unwrap_or_default())),
    ]
}

/// Whether links that are sent to others lead there: results and invitations.
fn is_sent(route: Route) -> bool {
    matches!(route, Route::Result | Route::Reply)
}

/// What is said where there are no scripts. Whoever follows a link that was sent may
/// not read the page's language, and without scripts nothing leads her to her own.
pub fn noscript(page: Page) -> String {
    let words = match page.route {
        Route::Reply => key::REPLY_NOSCRIPT,
        _ => key::TROUBLE_NOSCRIPT,
    };
    let said = |lang: Lang| {
        let other = if lang == page.lang {
            String::new()
        } else {
            format!(" lang=\"{}\"", lang.tag())
        };
        let words = Texts::builtin(lang).get(words);
        format!("<p class=\"noscript\"{other}>{}</p>", escape(words))
    };
    let others = Lang::ALL
        .into_iter()
        .filter(|lang| is_sent(page.route) && *lang != page.lang);
    [page.lang].into_iter().chain(others).map(said).collect()
}

/// What must come before anything else in a head.
pub const FIRST: &str = "<meta charset=\"utf-8\">\n\
    <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
    <meta name=\"color-scheme\" content=\"light dark\">\n\
    <meta name=\"referrer\" content=\"no-referrer\">\n\
    <meta name=\"google\" content=\"notranslate\">";

/// The script that leads whoever follows a link to her language.
fn reader(page: Page, scripts: &Scripts) -> io::Result<String> {
    let pages = Lang::ALL.map(|lang| {
        let other = Page { lang, ..page };
        (lang.tag(), text(&page.href_to(other)))
    });
    inline(&scripts.reader, &[("PAGES", map(pages))])
}

/// The page for unknown addresses, in all languages, without the app.
pub fn render_missing(assets: &Assets, develop: bool) -> io::Result<String> {
    let script = inline(&assets.scripts.missing, &[])?;
    let styles = assets.missing.as_str();
    // Nobody knows where it is shown from: it can refer to no file.
    let policy = policy(Edition::Folders, &[&script], Styling::Carried(styles));
    let parts: Vec<String> = Lang::ALL
        .into_iter()
        .map(|lang| {
            let texts = Texts::builtin(lang);
            let home = Page {
                lang,
                route: forankring_core::address::Route::Start,
            };
            let heading = if lang == Lang::Nb { "h1" } else { "h2" };
            format!(
                "<section lang=\"{}\"><{heading}>{}</{heading}><p>{}</p>\
                 <p><a class=\"ds-link\" data-home=\"{}\" hidden>{}</a></p></section>",
                lang.tag(),
                escape(texts.get(key::MISSING_TITLE)),
                escape(texts.get(key::MISSING_TEXT)),
                home.path(),
                escape(texts.get(key::MISSING_HOME)),
            )
        })
        .collect();
    Ok(format!(
        "<!doctype html>\n<html lang=\"nb\" translate=\"no\" data-color-scheme=\"auto\">\n\
         <head>\n{FIRST}\n{}\n<title>{}</title>\n<style>{}</style>\n</head>\n\
         <body>\n<main class=\"missing\">{}</main>\n<script>{script}</script>\n</body>\n</html>\n",
        meta_policy(&policy, develop),
        escape(Texts::builtin(Lang::Nb).get(key::MISSING_TITLE)),
        styles,
        parts.join("\n"),
    ))
}

/// The content security policy of a page: nothing but its own files and the
/// inline parts that it was built with. The one file has no other files: what it
/// loads stands in it as data.
pub fn policy(edition: Edition, scripts: &[&str], styling: Styling) -> String {
    let hashes: Vec<String> = scripts.iter().map(|script| policy_hash(script)).collect();
    let hashes = hashes.join(" ");
    let styles = match styling {
        Styling::Carried(styles) => policy_hash(styles),
        Styling::Shared(_) => format!("'self' {}", policy_hash(UNFRAMED)),
    };
    let (script, images, connect, others) = match edition {
        Edition::Folders => (
            "'self' ",
            "'self' data:",
            "'self'",
            "; manifest-src 'self'; worker-src 'self'",
        ),
        Edition::File => ("", "data:", "data:", ""),
    };
    [
        "default-src 'none'".to_owned(),
        format!("script-src {script}'wasm-unsafe-eval' {hashes}"),
        format!("style-src {styles}"),
        // Designsystemet draws its icons as data.
        format!("img-src {images}"),
        format!("connect-src {connect}{others}"),
        "base-uri 'none'".to_owned(),
        "form-action 'none'".to_owned(),
        "require-trusted-types-for 'script'".to_owned(),
        "trusted-types forankring".to_owned(),
    ]
    .join("; ")
}

/// Trunk's development server adds a script of its own: no policy there.
pub fn meta_policy(policy: &str, develop: bool) -> String {
    if develop {
        return String::new();
    }
    format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")
}

/// The page in the other languages, for those who look for it: nobody looks for one in the midst
/// of answering.
fn alternates(page: Page) -> String {
    if page.route.answers() {
        return String::new();
    }
    Lang::ALL
        .into_iter()
        .map(|lang| {
            let other = Page {
                lang,
                route: page.route,
            };
            format!(
                "<link rel=\"alternate\" hreflang=\"{}\" href=\"{}\">",
                lang.tag(),
                page.href_to(other)
            )
        })
        .collect::<Vec<_>>()
        .join("\n")
}

fn icons(up: &str) -> String {
    format!(
        "<link rel=\"icon\" type=\"image/svg+xml\" href=\"{up}icon.svg\">\n\
         <link rel=\"manifest\" href=\"{up}{MANIFEST}\">"
    )
}

/// What a chat or a mail shows of a link. It says nothing of what is in the link:
/// that is never sent. Whoever shows it wants the whole address of the picture,
/// which is known only where the build was told (docs/hosting.md).
fn preview(page: Page, texts: &Texts) -> String {
    // Nobody passes on a page in the midst of answering, and its bytes count.
    if page.route.answers() {
        return String::new();
    }
    let lang = page.lang.tag();
    let site = std::env::var("FORANKRING_ADDRESS").unwrap_or_default();
    let touch_icon = format!(
        r#"<link rel="apple-touch-icon" href="{}icon-180.png">"#,
        page.up()
    );
    let root = if site.is_empty() { page.up() } else { &site };
    [
        ("og:type", "website".to_owned()),
        ("og:title", title(texts, page.route, None)),
        (
            "og:description",
            texts.get(description(page.route)).to_owned(),
        ),
        ("og:image", format!("{root}preview-{lang}.png")),
        ("og:image:width", "1200".to_owned()),
        ("og:image:height", "630".to_owned()),
        ("og:image:alt", texts.get(key::START_HEADING).to_owned()),
    ]
    .map(|(name, value)| format!("<meta property=\"{name}\" content=\"{}\">", escape(&value)))
    .into_iter()
    .chain([touch_icon])
    .collect::<Vec<_>>()
    .join("\n")
}

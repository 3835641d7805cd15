//! One page as HTML: its head, and the app as the components render it.

use forankring::app::{ALL_SCREENS, App, AppProps, headings, title};
use forankring_core::address::{Page, Route};
use forankring_core::texts::{Lang, Part, Texts, key};
use yew::ServerRenderer;

use crate::assets::{Assets, policy_hash};

const EARLY: &str = include_str!("early.js");
const READER: &str = include_str!("reader.js");
const BOOT: &str = include_str!("boot.js");
const MISSING: &str = include_str!("missing.js");

/// A page of the site.
pub async fn render(page: Page, assets: &Assets, develop: bool) -> String {
    let texts = Texts::builtin(page.lang);
    let (program, styles) = match page.route {
        Route::Answer => (&assets.answering, &assets.answering_styles),
        _ => (&assets.whole, &assets.styles),
    };
    let screens = ALL_SCREENS;
    let app = ServerRenderer::<App>::with_props(move || AppProps {
        page,
        texts,
        screens,
    })
    .render()
    .await;
    let up = page.up();
    let boot = without_comments(BOOT)
        .replace("{script}", &format!("{up}{}", program.script))
        .replace("{wasm}", &format!("{up}{}", program.wasm));
    let boot = match &assets.offline {
        Some(offline) => boot.replace("{offline}", &format!("{up}{offline}")),
        None => boot.replace("import('{offline}')", "0"),
    };
    let wanted = match page.route {
        Route::Answer => &[Part::Asking][..],
        // The glossary stands on this page.
        Route::Method => &Part::ALL,
        _ => &[Part::Asking, Part::Rest],
    };
    // Named, not loaded: the app asks for it when it is needed.
    let more = assets
        .texts
        .iter()
        .filter(|file| file.lang == page.lang && file.part == Part::More)
        .map(|file| {
            format!(
                r#"<link rel="forankring-more" data-more href="{up}{}">"#,
                file.name
            )
        });
    let words = assets
        .texts
        .iter()
        .filter(|file| file.lang == page.lang && wanted.contains(&file.part));
    let words: Vec<String> = words
        .map(|file| {
            format!(
                r#"<link rel="preload" as="fetch" crossorigin data-texts href="{up}{}">"#,
                file.name
            )
        })
        .collect();
    let words = words.into_iter().chain(more).collect::<Vec<_>>().join("\n");
    let mut early = without_comments(EARLY);
    if page.route == Route::Result {
        early.push('\n');
        early.push_str(&reader(page));
    }
    let policy = policy(&[&early, &boot], styles);
    let (_, description) = headings(page.route);
    let head = [
        meta_policy(&policy, develop),
        format!("<title>{}</title>", escape(&title(&texts, page.route))),
        format!(
            r#"<meta name="description" content="{}">"#,
            escape(texts.get(description))
        ),
        format!("<script>{early}</script>"),
        format!("<style>{styles}</style>"),
        format!(
            r#"<link rel="modulepreload" href="{up}{}">"#,
            program.script
        ),
        format!(
            r#"<link rel="preload" as="fetch" type="application/wasm" crossorigin href="{up}{}">"#,
            program.wasm
        ),
        words,
        r#"<link rel="canonical" href="./">"#.to_owned(),
        alternates(page),
        icons(up),
        preview(page, &texts),
    ]
    .join("\n");
    // Outside of the app: a browser with scripts reads what is in `noscript` as
    // text, and the app must find the very elements that it draws.
    let aside = format!(
        "<noscript><p class=\"noscript\">{}</p></noscript>\n<p class=\"boot-failed\" role=\"alert\">{}</p>\n",
        escape(texts.get(key::SITE_NOSCRIPT)),
        escape(texts.get(key::SITE_BOOT_FAILED)),
    );
    let reload = assets
        .reload
        .as_deref()
        .filter(|_| develop)
        .unwrap_or_default();
    format!(
        "<!doctype html>\n<html lang=\"{}\" data-route=\"{}\" data-color-scheme=\"auto\">\n<head>\n{}\n{head}\n</head>\n\
         <body>\n{aside}<div id=\"app\">{app}</div>\n<script type=\"module\">{boot}</script>{reload}\n</body>\n</html>\n",
        page.lang.tag(),
        page.route.id(),
        FIRST,
    )
}

/// What must come before anything else in a head.
const FIRST: &str = "<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
    <meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">";

/// The script that leads the reader of a link to her language.
fn reader(page: Page) -> String {
    Lang::ALL
        .into_iter()
        .fold(without_comments(READER), |script, lang| {
            let other = Page { lang, ..page };
            script.replace(&format!("{{{}}}", lang.tag()), &page.href_to(other))
        })
}

/// The page for unknown addresses, in all languages, without the app.
pub fn render_missing(assets: &Assets, develop: bool) -> String {
    let policy = policy(&[MISSING], &assets.styles);
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
    format!(
        "<!doctype html>\n<html lang=\"nb\" data-color-scheme=\"auto\">\n<head>\n{FIRST}\n{}\n<title>{}</title>\n<style>{}</style>\n</head>\n\
         <body>\n<main class=\"missing\">{}</main>\n<script>{MISSING}</script>\n</body>\n</html>\n",
        meta_policy(&policy, develop),
        escape(Texts::builtin(Lang::Nb).get(key::MISSING_TITLE)),
        assets.styles,
        parts.join("\n"),
    )
}

/// The content security policy of a page: nothing but its own files and the
/// inline parts that it was built with.
fn policy(scripts: &[&str], styles: &str) -> String {
    let scripts: Vec<String> = scripts.iter().map(|script| policy_hash(script)).collect();
    [
        "default-src 'none'".to_owned(),
        format!("script-src 'self' 'wasm-unsafe-eval' {}", scripts.join(" ")),
        format!("style-src {}", policy_hash(styles)),
        // Designsystemet draws its icons as data.
        "img-src 'self' data:".to_owned(),
        "connect-src 'self'".to_owned(),
        "manifest-src 'self'".to_owned(),
        "worker-src 'self'".to_owned(),
        "base-uri 'none'".to_owned(),
        "form-action 'none'".to_owned(),
        "require-trusted-types-for 'script'".to_owned(),
        "trusted-types forankring".to_owned(),
    ]
    .join("; ")
}

/// Trunk's development server adds a script of its own: no policy there.
fn meta_policy(policy: &str, develop: bool) -> String {
    if develop {
        return String::new();
    }
    format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")
}

fn alternates(page: Page) -> String {
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
        "<link rel=\"icon\" type=\"image/svg+xml\" href=\"{up}icon.svg\">\n<link rel=\"manifest\" href=\"{up}forankring.webmanifest\">"
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
    let (_, description) = headings(page.route);
    let site = std::env::var("FORANKRING_ADDRESS").unwrap_or_default();
    let touch_icon = format!(
        r#"<link rel="apple-touch-icon" href="{}icon-180.png">"#,
        page.up()
    );
    let root = if site.is_empty() { page.up() } else { &site };
    [
        ("og:type", "website".to_owned()),
        ("og:title", title(texts, page.route)),
        ("og:description", texts.get(description).to_owned()),
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

/// A script without the lines that only explain it, which every reader would load.
fn without_comments(script: &str) -> String {
    let code = script.lines().map(str::trim);
    let code: Vec<&str> = code.filter(|line| !line.starts_with("//")).collect();
    code.join("\n")
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use forankring::app::ANSWERING;

    /// The words of the first file alone must do for the page whose build loads
    /// nothing else; what they lack would be an empty place in it.
    #[test]
    fn answering_needs_the_first_file_of_words_only() {
        let runtime = tokio::runtime::Builder::new_current_thread().build();
        let (runtime, tasks) = (runtime.expect("it runs"), tokio::task::LocalSet::new());
        for lang in Lang::ALL {
            let all = Texts::builtin(lang);
            let asking = Texts::unpack(vec![all.pack(Part::Asking)]).expect("our own file");
            let render = |texts: Texts, screens| {
                let page = Page {
                    lang,
                    route: Route::Answer,
                };
                let app = ServerRenderer::<App>::with_props(move || AppProps {
                    page,
                    texts,
                    screens,
                });
                tasks.block_on(&runtime, app.render())
            };
            let same = render(asking, ANSWERING) == render(all, ALL_SCREENS);
            assert!(
                same,
                "{lang:?}: a text is needed that stands in another file"
            );
        }
    }
}

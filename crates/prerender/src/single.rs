//! The edition that is one file: every screen, in every language, in a page that loads
//! nothing. Its address asks for a page (`?en/resultat/`), for a file has no folders.

use std::path::Path;
use std::{fs, io};

use data_encoding::BASE64;
use forankring::titles::title;
use forankring_core::address::{Edition, Page, Route};
use forankring_core::keys;
use forankring_core::texts::{Lang, Part, Texts, key};
use html_escape::encode_double_quoted_attribute as escape;

use crate::assets::{Styling, find_program, stylesheet};
use crate::constants::{self, map, text};
use crate::page::{FIRST, meta_policy, noscript, policy};
use crate::scripts::inline;

/// What the file is called.
const NAME: &str = "forankring.html";

/// Writes the file beside the scripts. `site` is the built site, whose WebAssembly the
/// file holds; `scripts` is where `web/bundle.mjs` and `web/single.mjs` wrote theirs.
pub fn write(site: &Path, styles: &Path, scripts: &Path) -> io::Result<()> {
    let script = |name: &str| fs::read_to_string(scripts.join(format!("{name}.js")));
    let styles = stylesheet(styles, "whole")?;
    let program = find_program(site)?;
    let address = std::env::var("FORANKRING_ADDRESS").unwrap_or_default();
    let wasm = fs::read(site.join(program.wasm))?;
    let start = inline(
        &with_parts(script("single")?, site, &program.parts)?,
        &[
            ("WASM", text(&data("application/wasm", &wasm))),
            ("TEXTS", constants::texts()),
        ],
    )?;
    let early = [
        inline(&script("edition")?, &[("SHOWN", shown())])?,
        // The address asks for answering by item: one folder further it is by level.
        inline(
            &script("early")?,
            &[("LEVEL_FROM_ANSWER", level_from_answer())],
        )?,
        reader(&script("reader")?)?,
    ]
    .join("\n");
    let first = Page {
        lang: Lang::Nb,
        route: Route::Start,
    };
    let texts = Texts::builtin(first.lang);
    let icon = data("image/svg+xml", forankring_core::picture::icon().as_bytes());
    let html = format!(
        "<!doctype html>\n\
         <html lang=\"{}\" translate=\"no\" data-color-scheme=\"auto\" {}=\"{}\">\n\
         <head>\n{FIRST}\n{}\n<title>{}</title>\n<style>{styles}</style>\n\
         <link rel=\"icon\" type=\"image/svg+xml\" href=\"{icon}\">\n</head>\n\
         <body>\n{}\n<div id=\"{}\"></div>\n{}\n{}\n<script>{early}</script>\n\
         <script type=\"module\">{start}</script>\n</body>\n</html>\n",
        first.lang.tag(),
        keys::FILE_EDITION,
        escape(&address),
        meta_policy(
            &policy(Edition::File, &[&early, &start], Styling::Carried(&styles)),
            false
        ),
        escape(&title(&texts, first.route, None)),
        each_language(said_without_the_app),
        keys::APP,
        each_language(|lang| said_of_the_file(lang, &address)),
        each_language(words),
    );
    fs::write(scripts.join(NAME), html)
}

/// The script, with the further parts as data in the places of their addresses.
fn with_parts(script: String, site: &Path, parts: &[String]) -> io::Result<String> {
    let mut script = script;
    for part in parts {
        let address = format!("\"./{part}\"");
        if !script.contains(&address) {
            return Err(io::Error::other(format!("no script asks for {part}")));
        }
        let part = data("application/wasm", &fs::read(site.join(part))?);
        script = script.replace(&address, &text(&part));
    }
    Ok(script)
}

fn each_language(part: impl Fn(Lang) -> String) -> String {
    Lang::ALL.map(part).join("\n")
}

/// Where there are no scripts, and where the app does not start.
fn said_without_the_app(lang: Lang) -> String {
    let page = Page {
        lang,
        route: Route::Start,
    };
    let failed = Texts::builtin(lang).get(key::TROUBLE_BOOT_FAILED);
    let tag = lang.tag();
    format!(
        "<noscript>{}</noscript>\n\
         <p class=\"boot-failed\" role=\"alert\" data-of=\"{tag}\">{}</p>",
        noscript(page),
        escape(failed),
    )
}

/// Where it keeps what is entered, and where its links lead.
fn said_of_the_file(lang: Lang, site: &str) -> String {
    let texts = Texts::builtin(lang);
    let links = match site {
        "" => texts.get(key::EDITION_LINKS_HERE).to_owned(),
        site => texts.fill(key::EDITION_LINKS_SITE, &[("site", site)]),
    };
    format!(
        "<p class=\"edition\" data-of=\"{}\">{} {}</p>",
        lang.tag(),
        escape(texts.get(key::EDITION_KEPT)),
        escape(&links),
    )
}

/// The words, as the app looks for them in a page: those that all need, and the others.
fn words(lang: Lang) -> String {
    let texts = Texts::builtin(lang);
    let file = |part: Part| {
        let named = match part {
            Part::More => "data-more",
            _ => "data-texts",
        };
        format!(
            "<link rel=\"forankring-texts\" data-of=\"{}\" {named} href=\"{}\">",
            lang.tag(),
            data("text/plain", texts.pack(part).as_bytes()),
        )
    };
    Part::ALL.map(file).join("\n")
}

/// For every page how it is asked for, its language, its route and its title.
fn shown() -> String {
    let pages: Vec<(String, String)> = Page::all()
        .map(|page| {
            let title = title(&Texts::builtin(page.lang), page.route, None);
            let shown = [page.lang.tag(), page.route.id(), &title].map(text);
            (text(&page.path()), format!("[{}]", shown.join(",")))
        })
        .collect();
    map(pages
        .iter()
        .map(|(path, shown)| (path.as_str(), shown.clone())))
}

fn level_from_answer() -> String {
    format!("location.search+{}", text(&constants::level_from_answer()))
}

/// Leads the reader of a link to her language, on the page of results.
fn reader(script: &str) -> io::Result<String> {
    let page = |lang| Page {
        lang,
        route: Route::Result,
    };
    let ways = Lang::ALL.map(|lang| {
        let way = Edition::File.link(page(Lang::Nb), page(lang));
        (lang.tag(), text(&way))
    });
    let script = inline(script, &[("PAGES", map(ways))])?;
    let route = text(Route::Result.id());
    Ok(format!(
        "if(document.documentElement.dataset.route==={route}){{{script}}}"
    ))
}

fn data(media: &str, bytes: &[u8]) -> String {
    format!("data:{media};base64,{}", BASE64.encode(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_can_be_asked_for() {
        let shown = shown();
        assert!(shown.starts_with(r#"{"":["nb","start",""#), "{shown}");
        assert!(shown.contains(r#""en/vurdering/nivaa/":["en","level",""#));
        assert_eq!(shown.matches('[').count(), Page::all().count());
    }

    #[test]
    fn the_file_says_where_its_links_lead() {
        let here = said_of_the_file(Lang::En, "");
        assert!(here.contains("same place"), "{here}");
        let site = said_of_the_file(Lang::En, "https://example.org/a/");
        assert!(site.contains("open at https://example.org/a/."), "{site}");
        assert!(!site.contains("same place"));
    }
}

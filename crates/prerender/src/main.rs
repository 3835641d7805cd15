//! Turns what Trunk built into the static site: a page for every route in every
//! language, the words, the page for unknown addresses, icon and manifest.
//!
//! `forankring-prerender STAGING STYLES.css SCRIPTS release|debug|single`: the last makes
//! the edition that is one file, from a site that stands in STAGING.

mod assets;
mod constants;
mod hash;
mod invited;
mod loading;
mod offline;
mod page;
#[cfg(test)]
mod plan_tests;
mod scripts;
mod single;
mod words;

use std::path::Path;
use std::{fs, io};

use forankring_core::address::Page;
use forankring_core::texts::{Lang, Texts, key};
use scripts::Scripts;
use serde_json::{Value, json};

fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [staging, styles, scripts, profile] = arguments.as_slice() else {
        return Err(io::Error::other(
            "usage: forankring-prerender STAGING STYLES.css SCRIPTS release|debug|single",
        ));
    };
    let develop = profile == "debug";
    let staging = Path::new(staging);
    if profile == "single" {
        return single::write(staging, Path::new(styles), Path::new(scripts));
    }
    let scripts = Scripts::read(Path::new(scripts))?;
    let assets = assets::collect(staging, Path::new(styles), scripts, develop)?;
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let tasks = tokio::task::LocalSet::new();
    for page in Page::all() {
        let html = tasks.block_on(&runtime, page::render(page, &assets, develop))?;
        let folder = staging.join(page.path());
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("index.html"), html)?;
    }
    fs::write(
        staging.join("404.html"),
        page::render_missing(&assets, develop)?,
    )?;
    fs::write(staging.join("icon.svg"), forankring_core::picture::icon())?;
    for (name, picture) in PICTURES {
        fs::write(staging.join(name), picture)?;
    }
    let manifest = format!("{}\n", manifest());
    fs::write(staging.join(constants::MANIFEST), manifest)?;
    offline::write_worker(staging, &assets.scripts.worker)?;
    Ok(())
}

/// Pictures that cannot be SVG, drawn by e2e/pictures.mjs.
const PICTURES: [(&str, &[u8]); 7] = [
    ("icon-180.png", include_bytes!("pictures/icon-180.png")),
    ("icon-192.png", include_bytes!("pictures/icon-192.png")),
    ("icon-512.png", include_bytes!("pictures/icon-512.png")),
    (
        "icon-maskable-512.png",
        include_bytes!("pictures/icon-maskable-512.png"),
    ),
    ("preview-nb.png", include_bytes!("pictures/preview-nb.png")),
    ("preview-nn.png", include_bytes!("pictures/preview-nn.png")),
    ("preview-en.png", include_bytes!("pictures/preview-en.png")),
];

/// What the browser shows when the site is put on a home screen.
fn manifest() -> Value {
    let name = Texts::builtin(Lang::Nb).get(key::SITE_NAME);
    let icon = |src, sizes| json!({ "src": src, "sizes": sizes, "type": "image/png" });
    json!({
        "name": name,
        "short_name": name,
        "lang": "nb",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": "#0062ba",
        "icons": [
            { "src": "icon.svg", "sizes": "any", "type": "image/svg+xml" },
            icon("icon-192.png", "192x192"),
            icon("icon-512.png", "512x512"),
            {
                "src": "icon-maskable-512.png",
                "sizes": "512x512",
                "type": "image/png",
                "purpose": "maskable",
            },
        ],
    })
}

#[cfg(test)]
mod tests {
    use forankring_core::catalogue::Step;

    /// What the pictures of the product are drawn from (e2e/pictures.mjs) is the chain of the
    /// core. Written anew with `WRITE=1`; the pictures are then to be drawn again.
    #[test]
    fn the_pictures_show_the_chain_of_the_core() {
        let stages = [4, 3, 2].map(Step::new);
        for (name, drawn) in [
            ("chain.svg", forankring_core::picture::links(stages)),
            ("icon.svg", forankring_core::picture::icon()),
        ] {
            let path = format!("{}/src/pictures/{name}", env!("CARGO_MANIFEST_DIR"));
            if std::env::var_os("WRITE").is_some() {
                std::fs::write(&path, &drawn).unwrap();
            }
            assert_eq!(std::fs::read_to_string(&path).unwrap(), drawn, "{name}");
        }
    }
}

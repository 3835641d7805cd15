use std::fs;

use super::*;

/// A site in a folder of its own, removed again at the end.
struct Trial {
    site: Site,
    folder: PathBuf,
}

impl Trial {
    fn new(name: &str, base: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
        fs::create_dir_all(folder.join("site/sub")).unwrap();
        fs::write(folder.join("secret.txt"), "secret").unwrap();
        for (file, content) in [
            ("index.html", "<p>start</p>".repeat(50)),
            ("404.html", "<p>missing</p>".repeat(50)),
            ("sub/index.html", "<p>sub</p>".to_owned()),
            ("app-0123456789abcdef_bg.wasm", "\0asm".repeat(200)),
            ("picture.png", "png".repeat(200)),
        ] {
            fs::write(folder.join("site").join(file), content).unwrap();
        }
        let site = Site::open(&folder.join("site"), base).unwrap();
        Self { site, folder }
    }

    fn get(&self, target: &str) -> Answer {
        self.ask("GET", target, "", None)
    }

    fn ask(&self, method: &str, target: &str, accept: &str, tag: Option<&str>) -> Answer {
        self.site.answer(&Asked {
            method: method.to_owned(),
            target: target.to_owned(),
            accept_encoding: accept.to_owned(),
            if_none_match: tag.map(str::to_owned),
        })
    }
}

impl Drop for Trial {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn header<'a>(answer: &'a Answer, name: &str) -> Option<&'a str> {
    let found = answer.headers.iter().find(|(known, _)| *known == name);
    found.map(|(_, value)| value.as_str())
}

#[test]
fn folders_are_pages_and_need_their_slash() {
    let trial = Trial::new("folders", "/");
    assert_eq!(trial.get("/").status, 200);
    assert_eq!(trial.get("/sub/?a=b").status, 200);
    let moved = trial.get("/sub?a=b");
    assert_eq!(
        (moved.status, header(&moved, "Location")),
        (301, Some("/sub/?a=b"))
    );
    assert_eq!(trial.get("/index.html/").status, 404);
}

#[test]
fn unknown_addresses_get_the_page_for_them() {
    let trial = Trial::new("unknown", "/");
    for target in [
        "/nothing",
        "/nothing/",
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "//",
    ] {
        let answer = trial.get(target);
        assert_eq!(answer.status, 404, "{target}");
        assert!(answer.body.starts_with(b"<p>missing"), "{target}");
        assert_eq!(
            header(&answer, "Cache-Control"),
            Some("no-cache"),
            "{target}"
        );
    }
}

#[cfg(unix)]
#[test]
fn links_out_of_the_folder_are_not_followed() {
    let trial = Trial::new("links", "/");
    let link = trial.folder.join("site/link.txt");
    std::os::unix::fs::symlink(trial.folder.join("secret.txt"), link).unwrap();
    assert_eq!(trial.get("/link.txt").status, 404);
}

#[test]
fn a_base_holds_everything() {
    let trial = Trial::new("base", "verktoy/forankring");
    assert_eq!(trial.site.base(), "/verktoy/forankring/");
    assert_eq!(trial.get("/verktoy/forankring/sub/").status, 200);
    assert_eq!(trial.get("/sub/").status, 404);
    let moved = trial.get("/verktoy/forankring");
    assert_eq!(header(&moved, "Location"), Some("/verktoy/forankring/"));
}

#[test]
fn compresses_where_it_is_understood() {
    let trial = Trial::new("compress", "/");
    let plain = trial.get("/");
    assert_eq!(header(&plain, "Content-Encoding"), None);
    assert_eq!(header(&plain, "Vary"), Some("Accept-Encoding"));
    let small = trial.ask("GET", "/", "gzip, deflate, br;q=0.5", None);
    assert_eq!(header(&small, "Content-Encoding"), Some("br"));
    assert!(small.body.len() < plain.body.len());
    assert_ne!(header(&small, "ETag"), header(&plain, "ETag"));
    let refused = trial.ask("GET", "/", "gzip, br;q=0", None);
    assert_eq!(header(&refused, "Content-Encoding"), None);
    let picture = trial.ask("GET", "/picture.png", "br", None);
    assert_eq!(header(&picture, "Content-Encoding"), None);
    assert_eq!(header(&picture, "Vary"), None);
}

#[test]
fn caches_for_ever_only_what_has_a_hash() {
    let trial = Trial::new("caches", "/");
    let wasm = trial.get("/app-0123456789abcdef_bg.wasm");
    assert_eq!(
        header(&wasm, "Cache-Control"),
        Some("public, max-age=31536000, immutable")
    );
    assert_eq!(header(&wasm, "Content-Type"), Some("application/wasm"));
    let page = trial.get("/");
    assert_eq!(header(&page, "Cache-Control"), Some("no-cache"));
    let tag = header(&page, "ETag").unwrap();
    assert_eq!(trial.ask("GET", "/", "", Some(tag)).status, 304);
    assert_eq!(
        trial
            .ask("GET", "/", "", Some(&format!("\"x\", W/{tag}")))
            .status,
        304
    );
    assert_eq!(trial.ask("GET", "/", "br", Some(tag)).status, 200);
}

#[test]
fn hashes_are_told_from_words() {
    for (name, expected) in [
        ("app-0123456789abcdef.js", true),
        ("texts-nb-0123456789ab.txt", true),
        ("app-0123456789abcdef_bg.wasm", true),
        ("app-0123456789a.js", false),
        ("app-0123456789abcdef0.js", false),
        ("app-0123456789abx.js", false),
        ("0123456789abcdef.js", false),
        ("service-worker.js", false),
    ] {
        assert_eq!(has_hash(name), expected, "{name}");
    }
}

#[test]
fn every_answer_is_guarded() {
    let trial = Trial::new("guarded", "/");
    let posted = trial.ask("POST", "/", "", None);
    assert_eq!(
        (posted.status, header(&posted, "Allow")),
        (405, Some("GET, HEAD"))
    );
    assert_eq!(trial.ask("HEAD", "/", "", None).status, 200);
    for answer in [trial.get("/"), trial.get("/no"), trial.get("/sub"), posted] {
        for (name, value) in SECURITY {
            assert_eq!(header(&answer, name), Some(value), "{name}");
        }
    }
}

//! Media types, and which of them are worth compressing.

use std::path::Path;

/// The media type by the file's ending.
pub fn of(path: &Path) -> &'static str {
    let ending = path
        .extension()
        .and_then(|ending| ending.to_str())
        .unwrap_or_default();
    match ending.to_ascii_lowercase().as_str() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "map" => "application/json; charset=utf-8",
        "webmanifest" => "application/manifest+json; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml; charset=utf-8",
        "txt" | "md" => "text/plain; charset=utf-8",
        "xml" => "application/xml; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        _ => "application/octet-stream",
    }
}

/// Text and WebAssembly; pictures and fonts are compressed by themselves.
pub fn is_compressible(media: &str) -> bool {
    media.contains("charset=utf-8") || media == "application/wasm"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_that_browsers_insist_on() {
        for (name, media) in [
            ("index.html", "text/html; charset=utf-8"),
            ("app-0123456789abcdef_bg.wasm", "application/wasm"),
            ("app.js", "text/javascript; charset=utf-8"),
            ("ICON.SVG", "image/svg+xml; charset=utf-8"),
            ("a.webmanifest", "application/manifest+json; charset=utf-8"),
            ("texts-nb.txt", "text/plain; charset=utf-8"),
            ("unknown", "application/octet-stream"),
        ] {
            assert_eq!(of(Path::new(name)), media, "{name}");
        }
    }

    #[test]
    fn compresses_text_and_wasm_only() {
        assert!(is_compressible(of(Path::new("a.svg"))));
        assert!(is_compressible(of(Path::new("a.wasm"))));
        assert!(!is_compressible(of(Path::new("a.png"))));
        assert!(!is_compressible(of(Path::new("a.bin"))));
    }
}

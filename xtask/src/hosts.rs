//! The web servers in which `docs/hosting.md` is tried. None of them is needed: a
//! journey whose server is missing says so and is left out.

use std::path::Path;

use crate::browser;
use crate::debian;
use crate::project::Project;

/// Each program, where Debian puts it, and the package that holds it. Apache's
/// package for programs alone: nothing is started by it.
const SERVERS: [(&str, &str, &str); 2] = [
    ("nginx", "/usr/sbin/nginx", "nginx"),
    ("apache2", "/usr/sbin/apache2", "apache2-bin"),
];

/// Only with this module does nginx send files compressed ahead with brotli.
const BROTLI: (&str, &str) = (
    "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so",
    "libnginx-mod-http-brotli-static",
);

/// Installs what is missing where that is ours to do; says what could not be.
pub fn install(project: &Project) {
    if !debian::is_ours(project) {
        return;
    }
    let servers = SERVERS.into_iter().filter(|(name, place, _)| {
        browser::on_path(Path::new(name)).is_none() && !Path::new(place).is_file()
    });
    let module = Some(BROTLI).filter(|(place, _)| !Path::new(place).is_file());
    let missing = servers
        .map(|(_, _, package)| package)
        .chain(module.map(|(_, package)| package));
    for package in missing {
        eprintln!("installing Debian's {package}, to try docs/hosting.md in it …");
        if let Err(failure) = debian::install(project, &[package]) {
            eprintln!("{failure}\nwithout {package}: some of docs/hosting.md is not tried");
        }
    }
}

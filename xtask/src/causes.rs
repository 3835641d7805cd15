//! Causes that lie outside of the project, known by what programs say of them.

/// What it is, and what helps.
#[derive(Debug, PartialEq, Eq)]
pub struct Cause {
    pub cause: &'static str,
    pub remedy: &'static str,
    /// Any of these in what a program said, in small letters.
    signs: &'static [&'static str],
}

/// The first that fits is told: a full disk breaks downloads too.
static CAUSES: [Cause; 4] = [
    Cause {
        cause: "the disk is full",
        remedy: "free some space (set-up and build take about 2 GB below the project and cargo's \
                 folder) and run the command again; what is done is kept",
        signs: &[
            "no space left on device",
            "enospc",
            "not enough space on the disk",
            "disk quota exceeded",
        ],
    },
    Cause {
        cause: "packages cannot be fetched: no connection to where they come from",
        remedy: "check the network and the proxy settings of cargo and npm, then run the command \
                 again; what was fetched is kept",
        signs: &[
            "could not resolve host",
            "couldn't resolve host",
            "failed to connect",
            "could not connect to server",
            "couldn't connect to server",
            "failed to lookup address",
            "network is unreachable",
            "spurious network error",
            "error sending request",
            "failed to download",
            "could not download",
            "connection refused",
            "connection reset",
            "timeout was reached",
            "enotfound",
            "eai_again",
            "econnrefused",
            "econnreset",
            "etimedout",
            "enetunreach",
        ],
    },
    Cause {
        cause: "there is no C compiler, whose linker Rust uses",
        remedy: "install one (Debian: `apt install build-essential`; macOS: `xcode-select \
                 --install`) and run the command again",
        signs: &["linker `cc` not found", "linker `link.exe` not found"],
    },
    Cause {
        cause: "a file or folder may not be written",
        remedy: "make the project's folder (and cargo's) this user's own, then run the command \
                 again: the log names the file",
        signs: &["permission denied", "eacces", "read-only file system"],
    },
];

pub fn of(said: &str) -> Option<&'static Cause> {
    let said = said.to_lowercase();
    let fits = |cause: &&Cause| cause.signs.iter().any(|sign| said.contains(sign));
    CAUSES.iter().find(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_what_cargo_npm_and_node_say() {
        for (said, start) in [
            (
                "error: failed to write: No space left on device (os error 28)",
                "the disk",
            ),
            ("npm error code ENOSPC\nnpm error network", "the disk"),
            (
                "[6] Could not resolve hostname (Could not resolve host: x)",
                "packages",
            ),
            (
                "npm error code ENOTFOUND\nnpm error syscall getaddrinfo",
                "packages",
            ),
            ("error: linker `cc` not found", "there is no C"),
            ("npm error code EACCES", "a file or folder"),
        ] {
            let cause = of(said).map_or("", |known| known.cause);
            assert!(cause.starts_with(start), "{said}: {cause}");
        }
        assert_eq!(of("error[E0425]: cannot find value `x`"), None);
    }
}

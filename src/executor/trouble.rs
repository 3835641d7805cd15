//! What went wrong with a lock, as the session calls it.

use forankring_browser::crypto::CryptoProblem as Trouble;
use forankring_session::screens::reader::CryptoProblem;

pub(super) fn trouble(problem: Trouble) -> CryptoProblem {
    match problem {
        Trouble::Missing => CryptoProblem::Missing,
        Trouble::Wrong => CryptoProblem::Wrong,
    }
}

//! The answering screen alone, for its page. Starts, nothing else.

use forankring_session::answering::Answering;

fn main() {
    wasm_bindgen_futures::spawn_local(forankring::start::<Answering>());
}

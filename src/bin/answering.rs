//! The answering screen alone, for its page. Hydrates, nothing else.

fn main() {
    wasm_bindgen_futures::spawn_local(forankring::start(forankring::app::ANSWERING));
}

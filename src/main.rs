//! All screens. Hydrates, nothing else.

fn main() {
    wasm_bindgen_futures::spawn_local(forankring::start(forankring::app::ALL_SCREENS));
}

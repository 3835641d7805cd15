//! All screens. Starts, nothing else.

use forankring_session::screens::Whole;

fn main() {
    wasm_bindgen_futures::spawn_local(forankring::start::<Whole>());
}

//! Waiting.

use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;

/// Waits for so many milliseconds.
pub async fn wait(ms: u32) {
    let promise = Promise::new(&mut |resolve, _| {
        let ms = i32::try_from(ms).unwrap_or(i32::MAX);
        let window = super::window();
        let _ = window.map(|window| {
            window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, ms)
        });
    });
    let _ = JsFuture::from(promise).await;
}

//! Codes that the camera sees, where the browser reads them: `BarcodeDetector`, which Chromium
//! has on Android, macOS and ChromeOS.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomException, HtmlVideoElement, MediaStream, MediaStreamConstraints, MediaStreamTrack,
    MediaStreamTrackState,
};

use super::timer::wait;

/// So long between two looks, in milliseconds.
const PAUSE: u32 = 200;
/// So often what shows the picture is looked for before it is given up.
const TRIES: u32 = 25;
const QR: &str = "qr_code";

/// What came of looking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seen {
    /// There is a picture.
    Picture,
    /// A code that says this.
    Code(String),
    /// It was turned off: what shows the picture is gone, or the page is hidden.
    Ended,
    /// It is not allowed.
    Refused,
    /// There is no camera.
    Missing,
    /// Anything else.
    Failed,
}

/// Whether this browser reads codes by camera.
pub async fn is_there() -> bool {
    reads_codes().await.unwrap_or(false)
}

async fn reads_codes() -> Option<bool> {
    // Absent where the page is not served securely.
    if super::window()?.navigator().media_devices().is_err() {
        return None;
    }
    let class: JsValue = class()?.into();
    let formats = Reflect::get(&class, &"getSupportedFormats".into()).ok()?;
    let formats: Function = formats.dyn_into().ok()?;
    let formats: Promise = formats.call0(&class).ok()?.dyn_into().ok()?;
    let formats = Array::from(&JsFuture::from(formats).await.ok()?);
    Some(formats.includes(&QR.into(), 0))
}

fn class() -> Option<Function> {
    let class = Reflect::get(&super::window()?.into(), &"BarcodeDetector".into()).ok()?;
    class.dyn_into().ok()
}

fn detector() -> Option<JsValue> {
    let options = Object::new();
    Reflect::set(&options, &"formats".into(), &Array::of1(&QR.into())).ok()?;
    Reflect::construct(&class()?, &Array::of1(&options)).ok()
}

/// Looks for codes for as long as the `<video>` with this id stands in the page and the page is
/// seen. The camera is off afterwards, whatever happened.
pub async fn watch(id: &str, told: impl Fn(Seen)) {
    let Some(video) = picture(id).await else {
        return told(Seen::Ended);
    };
    let stream = match stream().await {
        Ok(stream) => stream,
        Err(problem) => return told(problem),
    };
    let ended = look(&video, &stream, &told).await;
    for track in tracks(&stream) {
        track.stop();
    }
    video.set_src_object(None);
    told(ended);
}

/// What shows the picture, once it is drawn.
async fn picture(id: &str) -> Option<HtmlVideoElement> {
    for _ in 0..TRIES {
        let found = super::document()?.get_element_by_id(id);
        if let Some(found) = found {
            return found.dyn_into().ok();
        }
        wait(20).await;
    }
    None
}

async fn stream() -> Result<MediaStream, Seen> {
    let devices = super::window().and_then(|window| window.navigator().media_devices().ok());
    let devices = devices.ok_or(Seen::Missing)?;
    let back = Object::new();
    let _ = Reflect::set(&back, &"facingMode".into(), &"environment".into());
    let wanted = MediaStreamConstraints::new();
    wanted.set_video(&back);
    let asked = devices.get_user_media_with_constraints(&wanted);
    let stream = JsFuture::from(asked.map_err(|_| Seen::Failed)?).await;
    let stream = stream.map_err(|error| {
        let name = error.dyn_ref::<DomException>().map(DomException::name);
        match name.as_deref() {
            Some("NotAllowedError" | "SecurityError") => Seen::Refused,
            Some("NotFoundError" | "OverconstrainedError") => Seen::Missing,
            _ => Seen::Failed,
        }
    })?;
    stream.dyn_into().map_err(|_| Seen::Failed)
}

fn tracks(stream: &MediaStream) -> Vec<MediaStreamTrack> {
    let tracks = stream.get_tracks();
    tracks
        .iter()
        .filter_map(|one| one.dyn_into().ok())
        .collect()
}

async fn look(video: &HtmlVideoElement, stream: &MediaStream, told: &impl Fn(Seen)) -> Seen {
    let (Some(detector), true) = (detector(), video.is_connected()) else {
        return Seen::Ended;
    };
    video.set_src_object(Some(stream));
    let Ok(playing) = video.play() else {
        return Seen::Failed;
    };
    let _ = JsFuture::from(playing).await;
    told(Seen::Picture);
    loop {
        wait(PAUSE).await;
        if !video.is_connected() || super::page::is_hidden() {
            return Seen::Ended;
        }
        let over = |track: &MediaStreamTrack| track.ready_state() == MediaStreamTrackState::Ended;
        if tracks(stream).iter().any(over) {
            return Seen::Failed;
        }
        // A picture that is not there yet is none to read: the next one may be.
        for code in codes(&detector, video).await.unwrap_or_default() {
            told(Seen::Code(code));
        }
    }
}

async fn codes(detector: &JsValue, video: &HtmlVideoElement) -> Option<Vec<String>> {
    let detect = Reflect::get(detector, &"detect".into()).ok()?;
    let found: Promise = detect
        .dyn_into::<Function>()
        .ok()?
        .call1(detector, video)
        .ok()?
        .dyn_into()
        .ok()?;
    let found = Array::from(&JsFuture::from(found).await.ok()?);
    let text = |code: JsValue| Reflect::get(&code, &"rawValue".into()).ok()?.as_string();
    Some(found.iter().filter_map(text).collect())
}

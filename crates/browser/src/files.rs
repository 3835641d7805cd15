//! Files that the user saves and opens.

use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, File, HtmlAnchorElement, HtmlCanvasElement,
    HtmlImageElement, HtmlInputElement, Url,
};

/// Offers a text as a file to save. False where the browser refuses.
pub fn save(name: &str, media_type: &str, text: &str) -> bool {
    try_save(name, media_type, text).is_some()
}

fn try_save(name: &str, media_type: &str, text: &str) -> Option<()> {
    let parts = js_sys::Array::of1(&text.into());
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let link: HtmlAnchorElement = super::document()?
        .create_element("a")
        .ok()?
        .dyn_into()
        .ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address).ok()
}

/// Draws an SVG file and offers it as PNG. `None` where the browser cannot.
pub async fn save_as_png(name: &str, svg: &str, (width, height): (u32, u32)) -> Option<()> {
    let image = HtmlImageElement::new().ok()?;
    // An address with the picture in it: the policy lets nothing else in.
    let data = js_sys::encode_uri_component(svg);
    image.set_src(&format!("data:image/svg+xml,{}", String::from(data)));
    JsFuture::from(image.decode()).await.ok()?;
    let canvas: HtmlCanvasElement = super::document()?
        .create_element("canvas")
        .ok()?
        .dyn_into()
        .ok()?;
    canvas.set_width(width);
    canvas.set_height(height);
    let context = canvas.get_context("2d").ok()??;
    let context: CanvasRenderingContext2d = context.dyn_into().ok()?;
    context
        .draw_image_with_html_image_element(&image, 0.0, 0.0)
        .ok()?;
    let link: HtmlAnchorElement = super::document()?
        .create_element("a")
        .ok()?
        .dyn_into()
        .ok()?;
    link.set_href(&canvas.to_data_url().ok()?);
    link.set_download(name);
    link.click();
    Some(())
}

/// A file that is larger than any that is asked for: it was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLarge;

/// The text of the file that was chosen in the `<input type="file">` with this id, if it
/// has at most `max` bytes. The field is emptied, so that the same file can be chosen again.
/// `None` where it cannot be read.
pub async fn chosen(id: &str, max: usize) -> Option<Result<String, TooLarge>> {
    let (input, file) = match chosen_file(id, max)? {
        Ok(found) => found,
        Err(problem) => return Some(Err(problem)),
    };
    let text = JsFuture::from(file.text()).await;
    // Whatever came of it: the same file may be chosen again.
    input.set_value("");
    text.ok()?.as_string().map(Ok)
}

/// The same for the bytes of a file, whatever its letters are.
pub async fn chosen_bytes(id: &str, max: usize) -> Option<Result<Vec<u8>, TooLarge>> {
    let (input, file) = match chosen_file(id, max)? {
        Ok(found) => found,
        Err(problem) => return Some(Err(problem)),
    };
    let bytes = JsFuture::from(file.array_buffer()).await;
    input.set_value("");
    Some(Ok(Uint8Array::new(&bytes.ok()?).to_vec()))
}

/// The texts of all files that were chosen in the field with this id, as far as each has at most
/// `max` bytes and can be read, in UTF-8 or, as Outlook and Excel write some, in UTF-16. The
/// field is emptied.
pub async fn chosen_texts(id: &str, max: usize) -> Option<Vec<Option<String>>> {
    let input = super::document()?.get_element_by_id(id)?;
    let input: HtmlInputElement = input.dyn_into().ok()?;
    let chosen = input.files()?;
    let files: Vec<File> = (0..chosen.length())
        .filter_map(|at| chosen.get(at))
        .collect();
    let mut texts = Vec::new();
    for file in files {
        texts.push(match file.size() > max as f64 {
            true => None,
            false => match JsFuture::from(file.array_buffer()).await {
                Ok(bytes) => Some(as_text(&Uint8Array::new(&bytes).to_vec())),
                Err(_) => None,
            },
        });
    }
    input.set_value("");
    Some(texts)
}

/// Bytes as text. In letters of two bytes every other one of a link is nothing.
fn as_text(bytes: &[u8]) -> String {
    let halves = bytes.iter().filter(|byte| **byte == 0).count();
    match halves * 4 > bytes.len() {
        true => bytes
            .iter()
            .filter(|byte| **byte != 0)
            .map(|byte| char::from(*byte))
            .collect(),
        false => String::from_utf8_lossy(bytes).into_owned(),
    }
}

fn chosen_file(id: &str, max: usize) -> Option<Result<(HtmlInputElement, File), TooLarge>> {
    let input = super::document()?.get_element_by_id(id)?;
    let input: HtmlInputElement = input.dyn_into().ok()?;
    let file = input.files()?.get(0)?;
    if file.size() > max as f64 {
        input.set_value("");
        return Some(Err(TooLarge));
    }
    Some(Ok((input, file)))
}

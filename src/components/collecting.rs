//! Collecting: what was received (pasted, in files, by camera), and how much has come.

use forankring_core::address::Route;
use forankring_core::assessment::Assessment;
use forankring_core::catalogue::Level;
use forankring_core::panel::counting;
use forankring_core::panel::rounds::Settings;
use forankring_core::texts::{Key, key};
use forankring_session::screens::asking::camera::Camera;
use forankring_session::screens::asking::{BOX, CAMERA, Event, Kept, State};
use forankring_session::storage;
use yew::prelude::*;

use super::notice::{self, Tone, notice};
use super::prose::{Look, button, leaf, link_button, node};
use super::replies_kept::one_by_one;
use super::verdicts::verdicts;
use super::words;
use crate::context::Sheet;
use crate::input;

type Asking<'a> = Sheet<'a, State, Event>;

/// The field for files.
const FILES: &str = "svar-filer";

/// What was received and what is kept.
pub fn collecting(sheet: &Asking, open: &Assessment, set: Option<&Settings>) -> Html {
    let (ctx, own) = (sheet.ctx, sheet.own);
    let mut parts = vec![leaf("h2", "", ctx.t(key::ASK_REPLIES))];
    match &own.kept {
        Kept::Unknown => {}
        Kept::Failed(problem) => {
            let text = leaf("p", "", ctx.t(storage(*problem)));
            parts.push(notice(Tone::Warning, text));
        }
        Kept::Read(_, damaged) => {
            parts.extend(set.map(|set| counts(sheet, open, set)));
            if *damaged > 0 {
                let text = ctx.fill(key::ASK_DAMAGED, &[("n", &damaged.to_string())]);
                parts.push(notice(Tone::Warning, leaf("p", "", text)));
            }
        }
    }
    if own.replies().is_some_and(|replies| !replies.is_empty()) {
        let talk = ctx.href(Route::Talk);
        let way = link_button(Look::Primary, "til-svarene", talk, ctx.t(key::ASK_TO_TALK));
        parts.push(node("p", "actions", vec![way]));
    }
    parts.push(received(sheet, Some(open)));
    parts.extend(
        own.replies()
            .filter(|replies| !replies.is_empty())
            .map(|replies| one_by_one(sheet, open, replies)),
    );
    node("section", "collecting", parts)
}

/// How many have come for each level that the latest round asks.
fn counts(sheet: &Asking, open: &Assessment, set: &Settings) -> Html {
    let ctx = sheet.ctx;
    let Some(replies) = sheet.own.replies() else {
        return Html::default();
    };
    let asked = |level: &Level| set.levels.get(*level).is_some();
    let line = |level: Level| {
        let count = counting(replies, level, set.round).len().to_string();
        let name = ctx.t(words::level(level, open.kind));
        let text = ctx.fill(key::ASK_COUNT, &[("level", name), ("n", &count)]);
        html! { <li key={level.id()} data-count={count}>{ text }</li> }
    };
    let lines = Level::ALL.into_iter().filter(asked).map(line);
    node("ul", "counts", lines.collect())
}

/// Where replies are given, and what was found; also where nothing is open.
pub fn received(sheet: &Asking, open: Option<&Assessment>) -> Html {
    let (ctx, own) = (sheet.ctx, sheet.own);
    let collecting = &own.collecting;
    let send = sheet.send.clone();
    let written = input::written(move |text| send.emit(Event::Written(text)));
    let mut ways = vec![button(
        Look::Secondary,
        "les-svar",
        ctx.t(key::ASK_READ),
        sheet.on(Event::ReadWanted),
    )];
    ways.extend(camera_button(sheet));
    let receipt = own.receipt.as_ref().filter(|_| own.copied.is_none());
    let receipt = receipt.map(|receipt| ctx.told(receipt));
    html! {
        <div class="taking-in">
            <div class="ds-field">
                <label class="ds-label" for={BOX}>{ ctx.t(key::ASK_PASTE) }</label>
                <p id="svar-inn-hjelp" data-field="description">{ ctx.t(key::ASK_PASTE_HELP) }</p>
                <textarea id={BOX} class="ds-input" rows="4" spellcheck="false"
                    autocomplete="off" aria-describedby="svar-inn-hjelp"
                    value={collecting.text.clone()} oninput={written} />
            </div>
            { node("p", "actions", ways) }
            { picture(sheet) }
            { files(sheet) }
            { notice::told(ctx, Tone::Warning, collecting.told.as_ref()) }
            { working(sheet) }
            <p class="receipt">{ receipt.unwrap_or_default() }</p>
            { back(sheet) }
            { for open.and_then(|open| Some(verdicts(sheet, open, collecting.finding.as_ref()?))) }
        </div>
    }
}

/// Files are chosen, or dropped on the field.
fn files(sheet: &Asking) -> Html {
    let ctx = sheet.ctx;
    let send = sheet.send.clone();
    let changed = input::chosen(move |_| send.emit(Event::FilesChosen(FILES)));
    html! {
        <div class="ds-field open-file">
            <label class="ds-label" for={FILES}>{ ctx.t(key::ASK_FILES) }</label>
            <p id="svar-filer-hjelp" data-field="description">{ ctx.t(key::ASK_FILES_HELP) }</p>
            <input id={FILES} type="file" multiple=true aria-describedby="svar-filer-hjelp"
                onchange={changed} />
        </div>
    }
}

/// Nothing where the browser reads no codes.
fn camera_button(sheet: &Asking) -> Option<Html> {
    let label: Key = match sheet.own.collecting.camera {
        Camera::Unknown | Camera::Asked(_) | Camera::Absent => return None,
        Camera::Off(_) => key::ASK_CAMERA_ON,
        Camera::On(..) => key::ASK_CAMERA_OFF,
    };
    let turned = sheet.on(Event::CameraTurned);
    Some(button(
        Look::Secondary,
        "kamera-knapp",
        sheet.ctx.t(label),
        turned,
    ))
}

/// What the camera sees, while it is on.
fn picture(sheet: &Asking) -> Html {
    let ctx = sheet.ctx;
    let camera = &sheet.own.collecting.camera;
    match (camera, camera.problem()) {
        (Camera::On(_, shown), _) => html! {
            <figure class="camera">
                <video id={CAMERA} muted=true playsinline=true
                    aria-label={ctx.t(key::ASK_CAMERA_PICTURE)} />
                <figcaption>
                    { ctx.t(match shown {
                        true => key::ASK_CAMERA_PICTURE,
                        false => key::ASK_CAMERA_WAIT,
                    }) }
                </figcaption>
            </figure>
        },
        (_, Some(problem)) => notice(Tone::Warning, leaf("p", "", ctx.t(problem))),
        (_, None) => Html::default(),
    }
}

/// What is under way: how far, and the way to stop it where it may take a while.
fn working(sheet: &Asking) -> Html {
    let (ctx, own) = (sheet.ctx, sheet.own);
    if own.collecting.is_reading() {
        return leaf("p", "working", ctx.t(key::ASK_READING));
    }
    match (own.is_busy(), own.progress()) {
        (true, Some((done, of))) => {
            let values = [("done", &*done.to_string()), ("of", &of.to_string())];
            let text = ctx.fill(key::ASK_PROGRESS, &values);
            let stop = button(
                Look::Secondary,
                "stopp-inntak",
                ctx.t(key::ASK_STOP),
                sheet.on(Event::StopWanted),
            );
            html! {
                <div class="working-on">
                    <progress value={done.to_string()} max={of.to_string()}
                        aria-label={ctx.t(key::ASK_WORKING)} />
                    { leaf("p", "working", text) }
                    { node("p", "actions", vec![stop]) }
                </div>
            }
        }
        (true, None) => leaf("p", "working", ctx.t(key::ASK_WORKING)),
        (false, _) => Html::default(),
    }
}

/// The way to take the last deed back.
fn back(sheet: &Asking) -> Html {
    if sheet.own.back.is_none() || sheet.own.is_busy() {
        return Html::default();
    }
    let wanted = sheet.on(Event::BackWanted);
    let label = sheet.ctx.t(key::ASK_BACK);
    let way = button(Look::Secondary, "angre-svar", label, wanted);
    node("p", "actions", vec![way])
}

//! Passing a result on: what the reader will see, a link that carries just that,
//! and a file that carries everything.

use forankring_core::address::{Page, Route};
use forankring_core::assessment::{Assessment, NoteField};
use forankring_core::catalogue::Item;
use forankring_core::file;
use forankring_core::link::{Disclosed, Part, encode};
use forankring_core::reach::{Reach, reach};
use forankring_core::texts::{Key, key};
use yew::prelude::*;

use super::result::{Shown, shown};
use crate::components::lock::lock;
use crate::components::passing::passing;
use crate::components::prose::{h1, leaf, node};
use crate::components::reader::unread;
use crate::components::saved::download_button;
use crate::components::tab_only::tab_only;
use crate::context::Context;
use crate::platform::{address, page};
use crate::session::{Beside, Lock, Preview, Session, Sharing};

/// The share screen.
pub fn view(ctx: &Context) -> Html {
    match &ctx.state.session {
        Session::Opening => html! {
            <div>{ h1(ctx.t(key::SHARE_HEADING)) }</div>
        },
        Session::Nothing | Session::Failed(_) => unread(ctx),
        Session::Open(open) => opened(ctx, &open.assessment.as_shown()),
    }
}

fn opened(ctx: &Context, assessment: &Assessment) -> Html {
    let sharing = &ctx.state.besides.sharing;
    let link = link(ctx, assessment, sharing);
    let long = link
        .as_ref()
        .is_none_or(|link| reach(link.chars().count()) == Reach::File);
    // Where the link is too long to travel, the file comes first.
    let parts = match long {
        false => [by_link(ctx, assessment, link), by_file(ctx)],
        true => [by_file(ctx), by_link(ctx, assessment, link)],
    };
    html! {
        <div class="share">
            { h1(ctx.t(key::SHARE_HEADING)) }
            { tab_only(ctx) }
            { told(ctx, assessment, sharing) }
            { for parts }
        </div>
    }
}

/// The whole address, open or locked; none where the texts are too long for one.
fn link(ctx: &Context, assessment: &Assessment, sharing: &Sharing) -> Option<String> {
    let fragment = match &sharing.lock {
        Lock::Locked { fragment, .. } => fragment.clone(),
        _ => encode(assessment, &sharing.disclosed).ok()?,
    };
    let to = Page {
        lang: ctx.lang(),
        route: Route::Result,
    };
    Some(address::absolute(ctx.state.page, to, &fragment))
}

/// What goes along, each by a switch; and all of it, as the reader will see it.
fn told(ctx: &Context, assessment: &Assessment, sharing: &Sharing) -> Html {
    html! {
        <section>
            { leaf("h2", "", ctx.t(key::SHARE_TOLD_HEADING)) }
            { leaf("p", "", ctx.t(key::SHARE_TOLD_LEAD)) }
            <fieldset class="ds-fieldset">
                <legend>{ ctx.t(key::SHARE_PARTS) }</legend>
                <div class="choices">{ for Part::ALL.map(|part| switch(ctx, assessment, sharing, part)) }</div>
            </fieldset>
            <details class="ds-details preview" ontoggle={folded(ctx)}>
                <summary>{ ctx.t(key::SHARE_PREVIEW) }</summary>
                if sharing.preview == Preview::Drawn {
                    <div class="preview-page">
                        { shown(ctx, &sharing.disclosed.of(assessment), Shown::Preview) }
                    </div>
                }
            </details>
        </section>
    }
}

/// The reader's page was unfolded, or folded again.
fn folded(ctx: &Context) -> Callback<Event> {
    let ctx = ctx.clone();
    Callback::from(move |_| {
        let preview = match page::is_unfolded(".preview") {
            true => Preview::Drawn,
            false => Preview::Folded,
        };
        let sharing = ctx.state.besides.sharing.clone();
        if sharing.preview != preview {
            ctx.tell(Beside::SharingChanged(Sharing { preview, ..sharing }));
        }
    })
}

fn switch(ctx: &Context, assessment: &Assessment, sharing: &Sharing, part: Part) -> Html {
    let (label, help) = label(ctx, assessment, part);
    let has = sharing.disclosed.has(part);
    let changed = {
        let (ctx, disclosed) = (ctx.clone(), sharing.disclosed);
        Callback::from(move |_| {
            let disclosed = match has {
                true => disclosed.without(part),
                false => disclosed.with(part),
            };
            // A locked link holds what was told when it was locked.
            let lock = match &ctx.state.besides.sharing.lock {
                Lock::Open => Lock::Open,
                Lock::Asked(text) | Lock::Working(text) => Lock::Asked(text.clone()),
                Lock::Locked { passphrase, .. } => Lock::Asked(passphrase.clone()),
            };
            let preview = ctx.state.besides.sharing.preview;
            ctx.tell(Beside::SharingChanged(Sharing {
                disclosed,
                lock,
                preview,
            }));
        })
    };
    html! {
        <label key={part.id()} class="choice">
            <input class="ds-input" type="checkbox" name={part.id()} checked={has} onchange={changed} />
            <span>{ ctx.t(label) }{ leaf("span", "choice-help", help) }</span>
        </label>
    }
}

/// What a switch is called, and what is there to tell.
fn label(ctx: &Context, assessment: &Assessment, part: Part) -> (Key, String) {
    let count = |fields: &[NoteField]| {
        let told = Disclosed::all().of(assessment);
        let texts = Item::all().flat_map(|item| {
            let entry = told.entries.get(item);
            fields
                .iter()
                .filter(|field| !entry.note(**field).is_empty())
        });
        let count = texts.count();
        match count {
            0 => ctx.t(key::SHARE_NO_TEXTS).to_owned(),
            n => ctx.fill(key::SHARE_TEXTS, &[("n", &n.to_string())]),
        }
    };
    match part {
        Part::Names => {
            let names = [&assessment.name, &assessment.procurement];
            let names: Vec<&str> = names
                .iter()
                .map(|name| name.as_str())
                .filter(|name| !name.is_empty())
                .collect();
            let help = match names.is_empty() {
                true => ctx.t(key::SHARE_NO_NAME).to_owned(),
                false => names.join(", "),
            };
            (key::SHARE_NAMES, help)
        }
        Part::Comments => (
            key::SHARE_COMMENTS,
            count(&[NoteField::Reason, NoteField::Comment]),
        ),
        Part::Evidence => (key::SHARE_EVIDENCE, count(&[NoteField::Evidence])),
    }
}

fn by_link(ctx: &Context, assessment: &Assessment, link: Option<String>) -> Html {
    html! {
        <section>
            { leaf("h2", "", ctx.t(key::SHARE_LINK_HEADING)) }
            { leaf("p", "", ctx.t(key::SHARE_LINK_LEAD)) }
            { lock(ctx, assessment) }
            if let Some(link) = link {
                { passing(ctx, assessment, &link) }
            } else {
                { leaf("p", "", ctx.t(key::SHARE_NO_LINK)) }
            }
        </section>
    }
}

fn by_file(ctx: &Context) -> Html {
    html! {
        <section>
            { leaf("h2", "", ctx.t(key::SHARE_FILE_HEADING)) }
            { leaf("p", "", ctx.t(key::SHARE_FILE_LEAD)) }
            { node("p", "actions", vec![download_button(ctx, file::write)]) }
        </section>
    }
}

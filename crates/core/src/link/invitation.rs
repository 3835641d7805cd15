//! An invitation in a link: `i1.` and base64url. Specified in docs/link-format.md,
//! "Invitations".

use super::figures::{KIND_BITS, SCOPE_BIT, kind, kind_code};
use super::wrapping::{LENGTH_MAX, unwrapped, wrapped};
use super::{LinkProblem, TooLong, block, words};
use crate::address::LinkKind;
use crate::assessment::Bounded;
use crate::catalogue::{INSTRUMENT, Level, Scope};
use crate::day::Day;
use crate::panel::{Expected, Invitation, Mail, Message, Round, Tag, Themes};

/// Bytes before the texts.
const LENGTH: usize = 11;
/// No last day.
const NO_DAY: u16 = u16::MAX;

/// In the second byte, beside kind and scope: the level …
const LEVEL_SHIFT: u32 = 5;
/// … and what a later version may give a meaning.
const RESERVED_BIT: u8 = 0b1000_0000;

/// The numbers of the texts.
const NAME: u8 = 1;
const PROCUREMENT: u8 = 2;
const MESSAGE: u8 = 3;
const MAIL: u8 = 4;

/// The invitation as a link's fragment without `#`.
///
/// # Errors
/// [`TooLong`] above 16,384 characters; texts in their limits stay far below.
pub fn encode(invitation: &Invitation) -> Result<String, TooLong> {
    let scope = match invitation.scope {
        Scope::Organisation => 0,
        Scope::Procurement => SCOPE_BIT,
    };
    let level = (invitation.level.index() as u8) << LEVEL_SHIFT;
    let mut bytes = vec![INSTRUMENT, kind_code(invitation.kind) | scope | level];
    bytes.extend(invitation.tag.bytes());
    bytes.push(invitation.round.number() << 4 | expected_code(invitation.expected) << 2);
    bytes.push(invitation.themes.bits() << 2);
    bytes.extend(invitation.last.map_or(NO_DAY, Day::number).to_be_bytes());
    let mut texts = Vec::new();
    block::push(&mut texts, NAME, invitation.name.as_str());
    block::push(&mut texts, PROCUREMENT, invitation.procurement.as_str());
    block::push(&mut texts, MESSAGE, invitation.message.as_str());
    let mail = invitation.mail.as_ref().map_or("", Mail::as_str);
    block::push(&mut texts, MAIL, mail);
    bytes.extend(block::packed(texts)?);
    let fragment = wrapped(LinkKind::Invitation.prefix(), bytes);
    let fits = fragment.len() <= LENGTH_MAX;
    fits.then_some(fragment).ok_or(TooLong)
}

/// Reads what [`encode`] writes.
///
/// # Errors
/// See [`LinkProblem`]. Whatever the text, it is read whole or refused whole.
pub fn decode(fragment: &str) -> Result<Invitation, LinkProblem> {
    read_with(fragment, block::inflate)
}

/// The same, where nothing that inflates is at hand.
///
/// # Errors
/// Those of [`decode`]; [`LinkProblem::Packed`] where its texts are compressed.
pub fn read(fragment: &str) -> Result<Invitation, LinkProblem> {
    read_with(fragment, block::leave)
}

fn read_with(fragment: &str, inflate: block::Inflate) -> Result<Invitation, LinkProblem> {
    let payload = unwrapped(LinkKind::Invitation.prefix(), fragment)?;
    match payload.first() {
        None | Some(0) => return Err(LinkProblem::Damaged),
        Some(&instrument) if instrument > INSTRUMENT => return Err(LinkProblem::Newer),
        Some(_) => {}
    }
    let figures = payload.split_first_chunk::<LENGTH>();
    let (figures, texts) = figures.ok_or(LinkProblem::Damaged)?;
    let mut invitation = figured(figures)?;
    block::fields(texts, inflate, place, |place, text| {
        put(&mut invitation, place, text)
    })?;
    Ok(invitation)
}

fn figured(bytes: &[u8; LENGTH]) -> Result<Invitation, LinkProblem> {
    let [_, about, a, b, c, d, e, round, themes, day1, day2] = *bytes;
    if about & RESERVED_BIT != 0 || round & 0b11 != 0 || themes & 0b11 != 0 {
        return Err(LinkProblem::Newer);
    }
    let level = usize::from(about >> LEVEL_SHIFT);
    let level = *Level::ALL.get(level).ok_or(LinkProblem::Newer)?;
    let day = u16::from_be_bytes([day1, day2]);
    Ok(Invitation {
        kind: kind(about & KIND_BITS).ok_or(LinkProblem::Newer)?,
        scope: match about & SCOPE_BIT {
            0 => Scope::Organisation,
            _ => Scope::Procurement,
        },
        level,
        tag: Tag::from_bytes([a, b, c, d, e]),
        round: Round::new(round >> 4).ok_or(LinkProblem::Damaged)?,
        expected: expected(round >> 2 & 0b11),
        themes: Themes::from_bits(themes >> 2).ok_or(LinkProblem::Damaged)?,
        last: (day != NO_DAY).then_some(Day::from_number(day)),
        name: Bounded::default(),
        procurement: Bounded::default(),
        message: Bounded::default(),
        mail: None,
    })
}

fn expected_code(expected: Expected) -> u8 {
    match expected {
        Expected::Unknown => 0,
        Expected::One => 1,
        Expected::Two => 2,
        Expected::More => 3,
    }
}

fn expected(code: u8) -> Expected {
    match code {
        1 => Expected::One,
        2 => Expected::Two,
        3 => Expected::More,
        _ => Expected::Unknown,
    }
}

fn place(number: u8) -> Option<u8> {
    matches!(number, NAME | PROCUREMENT | MESSAGE | MAIL).then_some(number)
}

/// Puts a text in its place, when it is one that could have stood there.
fn put(invitation: &mut Invitation, place: u8, text: &str) -> Option<()> {
    match place {
        NAME => invitation.name = words::name(text)?,
        PROCUREMENT => invitation.procurement = words::name(text)?,
        MESSAGE => {
            let message = Message::parse(text).ok();
            invitation.message = message.filter(|message| message.as_str() == text)?;
        }
        _ => {
            let mail = Mail::parse(text).filter(|mail| mail.as_str() == text);
            invitation.mail = Some(mail?);
        }
    }
    Some(())
}

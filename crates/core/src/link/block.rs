//! Fields of text behind the figures of a link: a form, and a block of fields, as it stands or
//! compressed where that is shorter.

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress, inflate_flags};

use super::problem::{LinkProblem, TooLong};

/// A longer block is refused, in bytes. A few hundred bytes of a compressed one
/// could else claim any amount of memory.
pub const UNPACKED_MAX: usize = 256 * 1024;

/// The block stands as it is.
pub(super) const PLAIN: u8 = 0;
/// The block is a raw DEFLATE stream.
pub(super) const DEFLATED: u8 = 1;
/// Tries hardest; a block is small.
const LEVEL: u8 = 9;

/// Form and block, in the shorter form; nothing where there is no text.
pub(super) fn packed(block: Vec<u8>) -> Result<Vec<u8>, TooLong> {
    if block.is_empty() {
        return Ok(Vec::new());
    }
    if block.len() > UNPACKED_MAX {
        return Err(TooLong);
    }
    let packed = compress_to_vec(&block, LEVEL);
    let (form, content) = if packed.len() < block.len() {
        (DEFLATED, packed)
    } else {
        (PLAIN, block)
    };
    let mut bytes = vec![form];
    bytes.extend(content);
    Ok(bytes)
}

/// One field more; none for an empty text.
pub(super) fn push(block: &mut Vec<u8>, number: u8, text: &str) {
    if !text.is_empty() {
        block.push(number);
        push_length(block, text.len());
        block.extend(text.as_bytes());
    }
}

/// LEB128: seven bits a byte, the lowest first; the highest bit of a byte says
/// that more follow.
fn push_length(block: &mut Vec<u8>, mut length: usize) {
    while length > 0x7f {
        block.push(length as u8 | 0x80);
        length >>= 7;
    }
    block.push(length as u8);
}

/// A length and what follows it; nothing where it is cut, longer than need be
/// or above [`UNPACKED_MAX`].
fn take_length(block: &[u8]) -> Option<(usize, &[u8])> {
    let mut length = 0;
    for place in 0..3 {
        let byte = *block.get(place)?;
        length |= usize::from(byte & 0x7f) << (7 * place);
        if byte & 0x80 == 0 {
            let shortest = byte != 0 || place == 0;
            return block
                .get(place + 1..)
                .filter(|_| shortest)
                .map(|rest| (length, rest));
        }
    }
    None
}

/// The text of a field, and what follows it.
pub(super) fn take_text(block: &[u8]) -> Option<(&str, &[u8])> {
    let (length, rest) = take_length(block)?;
    let (text, rest) = rest.split_at_checked(length)?;
    let text = str::from_utf8(text).ok().filter(|text| !text.is_empty())?;
    Some((text, rest))
}

/// What was compressed. The stream must be whole and end where its bytes end.
pub(super) fn inflate(packed: &[u8]) -> Result<Vec<u8>, LinkProblem> {
    let mut block = vec![0; UNPACKED_MAX];
    // On the heap: its tables are 11 KB.
    let mut state = Box::<DecompressorOxide>::default();
    let whole = inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
    let (status, read, written) = decompress(&mut state, packed, &mut block, 0, whole);
    if status != TINFLStatus::Done || read != packed.len() {
        return Err(LinkProblem::Damaged);
    }
    block.truncate(written);
    Ok(block)
}

/// How a compressed block is read: [`inflate`], or [`leave`].
pub(super) type Inflate = fn(&[u8]) -> Result<Vec<u8>, LinkProblem>;

/// Leaves what is compressed: whoever reads nothing else loads nothing that inflates.
pub(super) fn leave(_: &[u8]) -> Result<Vec<u8>, LinkProblem> {
    Err(LinkProblem::Packed)
}

/// Hands out the fields behind the figures one by one: number and text. `place` says where the
/// field of a number belongs; one that belongs nowhere was written by a newer version.
pub(super) fn fields<P>(
    bytes: &[u8],
    inflate: Inflate,
    place: impl Fn(u8) -> Option<P>,
    mut put: impl FnMut(P, &str) -> Option<()>,
) -> Result<(), LinkProblem> {
    let unpacked;
    let mut rest = match bytes.split_first() {
        None => return Ok(()),
        Some((&PLAIN, block)) => block,
        Some((&DEFLATED, packed)) => {
            unpacked = inflate(packed)?;
            &*unpacked
        }
        Some(_) => return Err(LinkProblem::Newer),
    };
    let mut last = 0;
    // A form was named, so there is a field.
    loop {
        let (&number, after) = rest.split_first().ok_or(LinkProblem::Damaged)?;
        if number != 0 && number <= last {
            return Err(LinkProblem::Damaged);
        }
        let place = place(number).ok_or(LinkProblem::Newer)?;
        let (text, after) = take_text(after).ok_or(LinkProblem::Damaged)?;
        put(place, text).ok_or(LinkProblem::Damaged)?;
        if after.is_empty() {
            return Ok(());
        }
        (last, rest) = (number, after);
    }
}

//! What somebody is asked to report on, in a link: `o1.` and base64url. Specified in
//! docs/link-format.md, "Assignments".

use super::wrapping::unwrapped;
use super::{LinkProblem, TooLong, block, rows};
use crate::address::LinkKind;
use crate::assessment::{Bounded, Note};
use crate::catalogue::INSTRUMENT;
use crate::day::Day;
use crate::panel::{Mail, Tag};
use crate::plan::Status;
use crate::plan::report::{Assigned, Assignment};

/// Bytes before the texts.
const LENGTH: usize = 9;
/// No last day.
const NO_DAY: u16 = u16::MAX;

/// The numbers of the texts, beside that of the measures.
const NAME: u8 = 1;
const MESSAGE: u8 = 3;
const MAIL: u8 = 4;
const RESPONSIBLE: u8 = 5;

/// The assignment as a link's fragment without `#`.
///
/// # Errors
/// [`TooLong`] above 16,384 characters, or above 256 KiB of text; also where nobody could read
/// it: without a measure, with more than [`crate::plan::report::ASSIGNED_MAX`], or with one twice.
pub fn encode(assignment: &Assignment) -> Result<String, TooLong> {
    let mut bytes = vec![INSTRUMENT, 0];
    bytes.extend(assignment.tag.bytes());
    bytes.extend(assignment.last.map_or(NO_DAY, Day::number).to_be_bytes());
    let measures = rows::write(assignment.measures.iter().map(row)).ok_or(TooLong)?;
    let mut texts = Vec::new();
    block::push(&mut texts, NAME, assignment.name.as_str());
    block::push(&mut texts, MESSAGE, assignment.message.as_str());
    let mail = assignment.mail.as_ref().map_or("", Mail::as_str);
    block::push(&mut texts, MAIL, mail);
    block::push(&mut texts, RESPONSIBLE, assignment.responsible.as_str());
    block::push(&mut texts, rows::MEASURES, &measures);
    rows::link(LinkKind::Assignment, bytes, texts)
}

/// The same in as many links as it takes: what is too long for one is halved.
pub fn links(assignment: Assignment) -> Vec<(Assignment, Result<String, TooLong>)> {
    let made = encode(&assignment);
    let mut first = assignment;
    if made.is_ok() || first.measures.len() < 2 {
        return vec![(first, made)];
    }
    let mut second = first.clone();
    second.measures = first.measures.split_off(first.measures.len() / 2);
    [links(first), links(second)].concat()
}

/// A measure and what is told of it: nothing of a status that says nothing.
fn row(one: &Assigned) -> (Tag, [String; 3]) {
    let status = match one.status == Status::default() {
        true => "",
        false => one.status.id(),
    };
    let deadline = one.deadline.map(Day::iso).unwrap_or_default();
    let text = one.text.as_str().to_owned();
    (one.measure, [text, deadline, status.to_owned()])
}

/// Reads what [`encode`] writes.
///
/// # Errors
/// See [`LinkProblem`]. Whatever the text, it is read whole or refused whole.
pub fn decode(fragment: &str) -> Result<Assignment, LinkProblem> {
    let payload = unwrapped(LinkKind::Assignment.prefix(), fragment)?;
    let (figures, texts) = rows::figures::<LENGTH>(&payload)?;
    let [_, _, a, b, c, d, e, day1, day2] = *figures;
    let day = u16::from_be_bytes([day1, day2]);
    let mut assignment = Assignment {
        tag: Tag::from_bytes([a, b, c, d, e]),
        last: (day != NO_DAY).then_some(Day::from_number(day)),
        name: Bounded::default(),
        message: Bounded::default(),
        mail: None,
        responsible: Bounded::default(),
        measures: Vec::new(),
    };
    let mut measures = String::new();
    block::fields(texts, block::inflate, place, |place, text| {
        match place {
            rows::MEASURES => measures.push_str(text),
            place => put(&mut assignment, place, text)?,
        }
        Some(())
    })?;
    assignment.measures = rows::read(&measures, measure)?;
    Ok(assignment)
}

fn place(number: u8) -> Option<u8> {
    matches!(number, NAME | MESSAGE | MAIL | RESPONSIBLE | rows::MEASURES).then_some(number)
}

/// Puts a text in its place, when it is one that could have stood there.
fn put(assignment: &mut Assignment, place: u8, text: &str) -> Option<()> {
    match place {
        NAME => assignment.name = rows::exact(text)?,
        MESSAGE => assignment.message = rows::exact(text)?,
        RESPONSIBLE => assignment.responsible = rows::exact(text)?,
        _ => {
            let mail = Mail::parse(text).filter(|mail| mail.as_str() == text);
            assignment.mail = Some(mail?);
        }
    }
    Some(())
}

/// A measure as a row tells of it. What is no day and no status that is known was written by
/// another version.
fn measure(measure: Tag, [text, deadline, status]: [Note; 3]) -> Result<Assigned, LinkProblem> {
    let (deadline, status) = (deadline.as_str(), status.as_str());
    let day = Day::parse_iso(deadline);
    if day.is_none() && !deadline.is_empty() {
        return Err(LinkProblem::Newer);
    }
    let status = match Status::parse(status) {
        None if status.is_empty() => Status::default(),
        None => return Err(LinkProblem::Newer),
        // It is left out.
        Some(status) if status == Status::default() => return Err(LinkProblem::Damaged),
        Some(status) => status,
    };
    Ok(Assigned {
        measure,
        text,
        deadline: day,
        status,
    })
}

//! What somebody reports of measures, in a link: `t1.` and base64url. Specified in
//! docs/link-format.md, "Reports".

use super::wrapping::unwrapped;
use super::{LinkProblem, TooLong, block, rows};
use crate::address::LinkKind;
use crate::assessment::Note;
use crate::catalogue::INSTRUMENT;
use crate::panel::{Respondent, Sent, Tag};
use crate::plan::Status;
use crate::plan::report::{Report, Reported};

/// Bytes before the texts.
const LENGTH: usize = 17;

/// The report as a link's fragment without `#`. What it says nothing of is left out, and so is a
/// reason of what was not dropped.
///
/// # Errors
/// [`TooLong`] above 16,384 characters, or above 256 KiB of text; also where nobody could read
/// it: it says nothing of any measure, it says something of more than
/// [`crate::plan::report::ASSIGNED_MAX`] or of one twice, or its number is 0.
pub fn encode(report: &Report) -> Result<String, TooLong> {
    if report.number == 0 {
        return Err(TooLong);
    }
    let mut bytes = vec![INSTRUMENT, 0];
    bytes.extend(report.tag.bytes());
    bytes.extend(report.respondent.bytes());
    bytes.push(report.number);
    bytes.extend(report.sent.seconds().to_be_bytes());
    let said = report.measures.iter().filter(|said| !said.is_empty());
    let measures = rows::write(said.map(row)).ok_or(TooLong)?;
    let mut texts = Vec::new();
    block::push(&mut texts, rows::MEASURES, &measures);
    rows::link(LinkKind::Report, bytes, texts)
}

/// A measure and what is said of it.
fn row(said: &Reported) -> (Tag, [String; 3]) {
    let reason = match said.status {
        Some(Status::Dropped) => said.reason.as_str(),
        _ => "",
    };
    let status = said.status.map_or("", Status::id);
    let fields = [status, reason, said.note.as_str()];
    (said.measure, fields.map(str::to_owned))
}

/// Reads what [`encode`] writes.
///
/// # Errors
/// See [`LinkProblem`]. Whatever the text, it is read whole or refused whole.
pub fn decode(fragment: &str) -> Result<Report, LinkProblem> {
    let payload = unwrapped(LinkKind::Report.prefix(), fragment)?;
    let (figures, texts) = rows::figures::<LENGTH>(&payload)?;
    let [_, _, a, b, c, d, e, f, g, h, i, j, number, s1, s2, s3, s4] = *figures;
    if number == 0 {
        return Err(LinkProblem::Damaged);
    }
    let mut measures = String::new();
    let place = |number| (number == rows::MEASURES).then_some(());
    block::fields(texts, block::inflate, place, |(), text| {
        measures.push_str(text);
        Some(())
    })?;
    Ok(Report {
        tag: Tag::from_bytes([a, b, c, d, e]),
        respondent: Respondent::from_bytes([f, g, h, i, j]),
        number,
        sent: Sent::from_seconds(u32::from_be_bytes([s1, s2, s3, s4])),
        measures: rows::read(&measures, measure)?,
    })
}

/// What a row says of a measure. A status that is not known was written by another version.
fn measure(measure: Tag, [status, reason, note]: [Note; 3]) -> Result<Reported, LinkProblem> {
    let known = Status::parse(status.as_str());
    if known.is_none() && !status.is_empty() {
        return Err(LinkProblem::Newer);
    }
    let said = Reported {
        measure,
        status: known,
        reason,
        note,
    };
    let misplaced = !said.reason.is_empty() && known != Some(Status::Dropped);
    match misplaced || said.is_empty() {
        true => Err(LinkProblem::Damaged),
        false => Ok(said),
    }
}

#[cfg(test)]
#[path = "report_tests.rs"]
mod tests;

//! What people write in cells, as it is kept in fields.

use crate::assessment::{Note, TextProblem};
use crate::catalogue::{Item, Level, Step, Theme};
use crate::day::Day;
use crate::plan::{Aim, Effort, Field, FieldProblem, Status};

/// Why a cell is not taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellProblem {
    /// It is no day, or one cannot be sure which.
    NoDay,
    /// A day that can hardly be meant.
    FarOff,
    /// It is no status that is known.
    NoStatus,
    /// It does not say how much work it is.
    NoEffort,
    /// So many characters too many.
    Long(usize),
    /// It is no id of ours.
    NoId,
}

/// What is to stand in a field; an empty cell leaves it empty.
///
/// # Errors
/// [`CellProblem`].
pub fn value(field: Field, cell: &str, today: Day) -> Result<Note, CellProblem> {
    let said = cell.trim();
    let text = match field {
        Field::Start | Field::Deadline | Field::Status | Field::Effort if said.is_empty() => {
            String::new()
        }
        Field::Start | Field::Deadline => day(said, today).ok_or(CellProblem::NoDay)?,
        Field::Status => status(said).ok_or(CellProblem::NoStatus)?.id().to_owned(),
        Field::Effort => effort(said).ok_or(CellProblem::NoEffort)?.id().to_owned(),
        _ => cell.to_owned(),
    };
    field.read(&text, today).map_err(|problem| match problem {
        FieldProblem::Long(TextProblem::TooLong { excess, .. }) => CellProblem::Long(excess),
        FieldProblem::FarOff => CellProblem::FarOff,
        FieldProblem::NoDay | FieldProblem::NotAllowed => CellProblem::NoDay,
    })
}

/// A day as `2026-10-01`: of what is certain only. A month or a number is none, and neither
/// is `1/2/2026`, which means one day here and another elsewhere.
pub(super) fn day(said: &str, today: Day) -> Option<String> {
    // Spreadsheets add a time to days.
    let said = match said.split_once([' ', 'T']) {
        Some((day, time)) if is_midnight(time) => day,
        _ => said,
    };
    let parts: Vec<&str> = said
        .split(['.', '-', '/', ' '])
        .filter(|part| !part.is_empty())
        .collect();
    let [one, two, three] = <[&str; 3]>::try_from(parts).ok()?;
    let number = |text: &str| -> Option<i32> {
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse().ok().filter(|_| digits)
    };
    let (year, month, day) = match (number(two), one.len()) {
        (Some(month), 4) => (number(one)?, month, number(three)?),
        (Some(month), _) => {
            let day = number(one)?;
            if said.contains('/') && day <= 12 && month != day {
                return None;
            }
            (year(three, number(three)?, today)?, month, day)
        }
        (None, _) => (
            year(three, number(three)?, today)?,
            month(two)?,
            number(one)?,
        ),
    };
    Some(format!("{year:04}-{month:02}-{day:02}"))
}

fn is_midnight(time: &str) -> bool {
    let mut parts = time.split(':');
    time.contains(':')
        && parts.all(|part| part.trim_end_matches(".000").trim_matches('0').is_empty())
}

/// A year of two digits is one of this century, as far as can be meant.
fn year(text: &str, number: i32, today: Day) -> Option<i32> {
    match text.len() {
        4 => Some(number),
        2 => Some(today.ymd().0 / 100 * 100 + number),
        _ => None,
    }
}

/// A month by its name: three letters of it are enough to tell it in all three languages.
fn month(word: &str) -> Option<i32> {
    const MONTHS: [&str; 12] = [
        "januar|january",
        "februar|february",
        "mars|march",
        "april",
        "mai|may",
        "juni|june",
        "juli|july",
        "august",
        "september",
        "oktober|october",
        "november",
        "desember|december",
    ];
    let word = word.to_lowercase();
    let says = |names: &str| {
        let mut names = names.split('|');
        word.chars().count() >= 3 && names.any(|name| name.starts_with(&word))
    };
    let at = MONTHS.iter().position(|names| says(names))?;
    i32::try_from(at + 1).ok()
}

fn status(said: &str) -> Option<Status> {
    among(said, &STATUSES)
}

fn effort(said: &str) -> Option<Effort> {
    among(said, &EFFORTS)
}

/// What a word stands for; the words of each are apart by `|`.
fn among<T: Copy>(said: &str, table: &[(&str, T)]) -> Option<T> {
    let said = said.to_lowercase();
    let said = said.trim_end_matches(['.', '!']);
    let has = |names: &str| names.split('|').any(|name| name == said);
    let found = table.iter().find(|(names, _)| has(names));
    found.map(|(_, value)| *value)
}

/// Ours in all languages first, then what others write, in small letters.
const STATUSES: [(&str, Status); 4] = [
    (
        "ikke begynt|ikkje byrja|not started|ikke startet|ikke påbegynt|ikkje starta|\
         ikkje påbyrja|planlagt|planlagd|ny|nytt|planned|to do|todo|new|notstarted",
        Status::NotStarted,
    ),
    (
        "i gang|under way|pågår|påbegynt|påbyrja|startet|starta|under arbeid|i arbeid|\
         igangsatt|sett i gang|løpende|løpande|started|in progress|ongoing|underway",
        Status::UnderWay,
    ),
    (
        "gjort|done|ferdig|fullført|utført|avsluttet|avslutta|gjennomført|ok|completed|complete|\
         finished|closed",
        Status::Done,
    ),
    (
        "lagt bort|dropped|utgår|utgått|avlyst|droppet|droppa|skrinlagt|stoppet|\
         stoppa|cancelled|canceled|stopped",
        Status::Dropped,
    ),
];

const EFFORTS: [(&str, Effort); 3] = [
    (
        "lite: dager|lite: dagar|little: days|lite|liten|lita|små|lav|låg|lavt|dager|dagar|s|\
         little|small|low|days",
        Effort::Small,
    ),
    (
        "middels: uker|middels: veker|some: weeks|middels|uker|veker|m|some|medium|weeks",
        Effort::Medium,
    ),
    (
        "stort: måneder|stort: månader|much: months|stort|stor|mye|mykje|høy|høg|høyt|måneder|\
         månader|l|much|large|big|high|months",
        Effort::Large,
    ),
];

/// The sub-goal that our table has in words, such as `Mål, på politisk nivå: fra trinn 2 til
/// 3`, in any of the languages and for any kind of organisation.
pub fn aim(said: &str) -> Option<Aim> {
    let said = said.trim();
    if let Some(aim) = Aim::parse(said) {
        return Some(aim);
    }
    let (named, steps) = said.rsplit_once(':')?;
    let (theme, level) = named.split_once(", ")?;
    let item = Item {
        level: among(level, &LEVELS)?,
        theme: among(theme, &THEMES)?,
    };
    let mut numbers = steps.split(' ').filter_map(|word| word.parse().ok());
    let mut step = || Step::new(numbers.next()?);
    let aim = Aim::new(item, step()?, step()?)?;
    step().is_none().then_some(aim)
}

const THEMES: [(&str, Theme); 6] = [
    ("mål|goal", Theme::Goal),
    ("sammenheng|samanheng|coherence", Theme::Coherence),
    ("handlingsplan|action plan", Theme::Plan),
    ("måling|measurement", Theme::Measurement),
    ("kultur|culture", Theme::Culture),
    ("samarbeid|cooperation", Theme::Cooperation),
];

const LEVELS: [(&str, Level); 3] = [
    (
        "på politisk nivå|at the political level|i departementets styring|\
         i styringa frå departementet|in the ministry’s steering|hos eierne|hos eigarane|\
         among the owners|i styret|on the board",
        Level::Political,
    ),
    (
        "i toppledelsen|i toppleiinga|in top management",
        Level::Executive,
    ),
    (
        "i innkjøpsarbeidet|in procurement practice",
        Level::Operational,
    ),
];

/// Whether nothing but digits and marks stands in a cell: no text of people.
pub fn is_day_or_number(said: &str) -> bool {
    !said.chars().any(char::is_alphabetic)
}

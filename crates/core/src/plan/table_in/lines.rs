//! What each line of a table would do to the plan as it stands.

use std::collections::BTreeMap;

use super::logged::{self, Edit};
use super::values::{self, CellProblem};
use super::verdict::{
    Choice, Difference, Fate, Fault, Given, Line, MEASURES_MAX, Out, Twin, Understood, Verdict,
};
use super::{Row, Target, Whole};
use crate::address::Id;
use crate::assessment::{Action, Note};
use crate::plan::notes::numbered;
use crate::plan::{Field, Gone, Measure, Plan, Status, begun, growth, noting};
use crate::sheet::unharmed;

/// So many characters of a cell are told.
const TOLD: usize = 120;
/// A day in seconds.
const DAY: i64 = 86_400;

/// What a line holds, before it is held against the plan.
struct Cells {
    id: Option<Id>,
    values: Vec<(Field, Note)>,
    notes: Vec<Edit>,
    faults: Vec<Fault>,
}

/// Gives each line its verdict, and says what would take in those that come. The time it
/// takes grows as the table and the plan do.
pub fn understand(given: &Given) -> Understood {
    let plan = Plan::of(given.parts);
    let mut texts: BTreeMap<String, Twin> = BTreeMap::new();
    for one in plan.standing().filter(|one| !one.text.is_empty()) {
        texts.insert(plain(one.text.as_str()), Twin::Measure);
    }
    let mut reader = Reader {
        given,
        room: given.parts.room(),
        free: MEASURES_MAX.saturating_sub(plan.standing().count()),
        plan: &plan,
        texts,
        ids: BTreeMap::new(),
        noted: i64::from(given.today.number()) * DAY,
        found: Understood::default(),
    };
    for (n, row) in given.table.rows.iter().enumerate() {
        reader.take(n, row);
    }
    reader.found
}

struct Reader<'a> {
    given: &'a Given<'a>,
    plan: &'a Plan,
    /// What is to be done, and who says so.
    texts: BTreeMap<String, Twin>,
    /// Ids, and the lines in which they stand.
    ids: BTreeMap<String, usize>,
    /// By what the next new note is numbered: in the order of the table.
    noted: i64,
    /// So many characters fit.
    room: usize,
    /// So many measures may come.
    free: usize,
    found: Understood,
}

impl Reader<'_> {
    fn take(&mut self, n: usize, row: &Row) {
        let (mut verdict, faults, deed) = match self.broken(row) {
            Some(out) => (Verdict::Out(out), Vec::new(), Vec::new()),
            None => self.weigh(n, row),
        };
        let is_new = matches!(verdict, Verdict::New | Verdict::Alike(_));
        if n == 0 && is_new && self.given.table.seems_head {
            verdict = Verdict::Headings;
        }
        let fate = self.fate(row.number, &verdict, &faults, &deed);
        if fate == Fate::Comes {
            self.found.deed.extend(deed);
        }
        self.count(&verdict, &faults, fate);
        self.found.lines.push(Line {
            number: row.number,
            title: self.title(row),
            verdict,
            faults,
            fate,
        });
    }

    fn broken(&self, row: &Row) -> Option<Out> {
        let width = self.given.columns.len();
        let mut beyond = row.cells.iter().skip(width);
        match row.whole {
            _ if row.number < self.given.table.head => Some(Out::AboveHead),
            Whole::Half => Some(Out::Half),
            Whole::Wider => Some(Out::Wider),
            Whole::Yes => beyond
                .any(|cell| !cell.trim().is_empty())
                .then_some(Out::Wider),
        }
    }

    /// How a whole line stands to the plan, and what takes it in.
    fn weigh(&mut self, n: usize, row: &Row) -> (Verdict, Vec<Fault>, Vec<Action>) {
        let Cells {
            id,
            values,
            notes,
            faults,
        } = self.cells(row);
        let out = |out: Out, faults| (Verdict::Out(out), faults, Vec::new());
        if let Some(id) = &id
            && let Some(before) = self.ids.insert(id.as_str().to_owned(), row.number)
        {
            return out(Out::SameId(before), faults);
        }
        let known = id.as_ref().and_then(|id| self.plan.get(id));
        if let Some(measure) = known {
            let differences = differences(measure, values, &notes);
            let fields = differences.iter().filter(|one| one.day.is_none());
            let mut deed = Vec::new();
            if measure.gone == Gone::Yes {
                deed.extend(writing(&measure.id, Field::Gone, Note::default()));
            }
            for one in fields {
                deed.extend(writing(&measure.id, one.field, one.to.clone()));
            }
            deed.extend(self.noting(&measure.id, notes));
            let verdict = match (measure.gone, differences.is_empty()) {
                (Gone::Yes, _) => Verdict::Gone,
                (_, true) => Verdict::Same,
                (_, false) => Verdict::Changes(differences),
            };
            return (verdict, faults, deed);
        }
        let Some(text) = values.iter().find(|(field, _)| *field == Field::Text) else {
            return out(Out::NoText, faults);
        };
        // Nothing else tells one of our own from one that looks like it.
        let twin = match id {
            Some(_) => None,
            None => self.twin(&text.1, row.number),
        };
        let id = id.unwrap_or_else(|| self.given.fresh.nth(n));
        let verdict = twin.map_or(Verdict::New, Verdict::Alike);
        let mut deed = adding(&id, values);
        deed.extend(self.noting(&id, notes));
        (verdict, faults, deed)
    }

    /// What keeps the notes of a measure that a cell changes or adds.
    fn noting(&mut self, measure: &Id, notes: Vec<Edit>) -> Vec<Action> {
        let mut deed = Vec::new();
        for one in notes {
            let id = match one.changes {
                Some((id, _)) => id,
                None => {
                    self.noted += 1;
                    let id = numbered(self.noted, self.given.fresh);
                    deed.extend(begun(&id, measure, one.day));
                    id
                }
            };
            deed.extend(noting(&id, one.text));
        }
        deed
    }

    /// Who has said already that this is to be done.
    fn twin(&mut self, text: &Note, number: usize) -> Option<Twin> {
        let text = plain(text.as_str());
        let found = self.texts.get(&text).copied();
        if found.is_none() {
            self.texts.insert(text, Twin::Line(number));
        }
        found
    }

    /// What stands in the cells of the columns that are taken in. Without an id, what is
    /// empty says nothing; with one, it empties the field.
    fn cells(&self, row: &Row) -> Cells {
        let columns = self.given.columns.iter().zip(&row.cells);
        let mut columns: Vec<(Target, &String)> = columns
            .filter_map(|(column, cell)| Some((column.target?, cell)))
            .collect();
        // The id says how the others are read.
        columns.sort_by_key(|(target, _)| *target != Target::Id);
        let mut cells = Cells {
            id: None,
            values: Vec::new(),
            notes: Vec::new(),
            faults: Vec::new(),
        };
        for (target, cell) in columns {
            let found = match target {
                Target::Id if cell.trim().is_empty() => Ok(()),
                Target::Id => match Id::parse(cell.trim()) {
                    Some(id) => {
                        cells.id = Some(id);
                        Ok(())
                    }
                    None => Err(CellProblem::NoId),
                },
                Target::Of(field) => self.read(field, cell, &mut cells),
            };
            if let Err(problem) = found {
                let cell = beginning(cell.trim());
                cells.faults.push(Fault {
                    target,
                    cell,
                    problem,
                });
            }
        }
        cells
    }

    fn read(&self, field: Field, cell: &str, cells: &mut Cells) -> Result<(), CellProblem> {
        let measure = cells.id.as_ref().and_then(|id| self.plan.get(id));
        // What we wrote is read to the letter; what others did, without blanks around it.
        let cell = match &cells.id {
            Some(_) => cell,
            None => cell.trim(),
        };
        let cell = unharmed(cell);
        if cell.trim().is_empty() && (measure.is_none() || is_kept_when_empty(field, measure)) {
            return Ok(());
        }
        if field == Field::Log {
            let found = logged::read(cell, measure, self.given.today)?;
            cells.values.extend(found.log.map(|log| (field, log)));
            cells.notes = found.notes;
            return Ok(());
        }
        if field != Field::Aim {
            let kept = measure.map(|one| one.value(field));
            let note = match values::value(field, cell, self.given.today) {
                // A day that is far off and stands there already is no news.
                Err(CellProblem::FarOff) if values::day(cell, self.given.today) == kept => {
                    note(&kept.unwrap_or_default())
                }
                read => read?,
            };
            cells.values.push((field, note));
            return Ok(());
        }
        // The very words that stand there are words, whatever they look like.
        let same = |one: &&Measure| one.aim.is_none() && one.goal.as_str() == cell;
        let aim = values::aim(cell).filter(|_| measure.filter(same).is_none());
        let (aim, goal) = match aim {
            Some(aim) => (note(&aim.text()), None),
            None => {
                let words = values::value(Field::Goal, cell, self.given.today)?;
                (Note::default(), Some((Field::Goal, words)))
            }
        };
        cells.values.push((Field::Aim, aim));
        cells.values.extend(goal);
        Ok(())
    }

    /// What becomes of a line: as it was chosen for it alone, or else for all of its kind.
    fn fate(
        &mut self,
        number: usize,
        verdict: &Verdict,
        faults: &[Fault],
        deed: &[Action],
    ) -> Fate {
        let also = |choice: Choice| self.given.also.contains(&choice);
        let of_its_kind = match verdict {
            Verdict::New | Verdict::Changes(_) => true,
            Verdict::Alike(_) => also(Choice::Alike),
            Verdict::Gone => also(Choice::Gone),
            Verdict::Headings => false,
            Verdict::Same | Verdict::Out(_) => return Fate::Stays,
        };
        let by_itself = of_its_kind && (faults.is_empty() || also(Choice::Faulty));
        let mut chosen = self.given.chosen.iter();
        let chosen = chosen.find(|(line, _)| *line == number);
        if !chosen.map_or(by_itself, |(_, comes)| *comes) {
            return Fate::Stays;
        }
        let adds = usize::from(!matches!(verdict, Verdict::Changes(_)));
        let grows = growth(self.given.parts, deed);
        match (self.free.checked_sub(adds), self.room.checked_sub(grows)) {
            (Some(free), Some(room)) => {
                (self.free, self.room) = (free, room);
                Fate::Comes
            }
            _ => Fate::NoRoom,
        }
    }

    fn count(&mut self, verdict: &Verdict, faults: &[Fault], fate: Fate) {
        let count = &mut self.found.count;
        let of = match verdict {
            Verdict::New => &mut count.new,
            Verdict::Changes(_) => &mut count.changes,
            Verdict::Same => &mut count.same,
            Verdict::Alike(_) => &mut count.alike,
            Verdict::Gone => &mut count.gone,
            Verdict::Out(_) | Verdict::Headings => &mut count.out,
        };
        *of += 1;
        count.faulty += usize::from(!faults.is_empty());
        count.comes += usize::from(fate == Fate::Comes);
        count.no_room += usize::from(fate == Fate::NoRoom);
    }

    fn title(&self, row: &Row) -> String {
        let columns = self.given.columns.iter().zip(&row.cells);
        let text = columns
            .filter(|(column, _)| column.target == Some(Target::Of(Field::Text)))
            .map(|(_, cell)| cell);
        let mut found = text.chain(&row.cells).map(|cell| cell.trim());
        beginning(found.find(|cell| !cell.is_empty()).unwrap_or_default())
    }
}

/// Our table leaves out the reason of what was not dropped, and always has a status.
fn is_kept_when_empty(field: Field, measure: Option<&Measure>) -> bool {
    let dropped = measure.is_some_and(|one| one.status == Status::Dropped);
    field == Field::Status || field == Field::Reason && !dropped
}

/// What would be another: fields, and notes each by itself.
fn differences(measure: &Measure, values: Vec<(Field, Note)>, notes: &[Edit]) -> Vec<Difference> {
    let fields = values.into_iter().map(|(field, to)| Difference {
        field,
        day: None,
        from: note(&measure.value(field)),
        to,
    });
    let notes = notes.iter().map(|one| {
        let from = one.changes.as_ref().map(|(_, text)| text.clone());
        Difference {
            field: Field::Log,
            day: Some(one.day),
            from: from.unwrap_or_default(),
            to: one.text.clone(),
        }
    });
    let all = fields.chain(notes);
    all.filter(|one| one.from != one.to).collect()
}

/// What is kept of a new measure.
fn adding(id: &Id, values: Vec<(Field, Note)>) -> Vec<Action> {
    let told = values.iter().any(|(field, _)| *field == Field::Status);
    let status = (!told).then(|| (Field::Status, note(Status::NotStarted.id())));
    let values = values.into_iter().chain(status);
    let values = values.filter(|(_, value)| !value.is_empty());
    values
        .filter_map(|(field, value)| writing(id, field, value))
        .collect()
}

fn writing(id: &Id, field: Field, value: Note) -> Option<Action> {
    Some(Action::PartWritten(field.key(id)?, value))
}

fn note(text: &str) -> Note {
    Note::parse(text).unwrap_or_default()
}

/// A text by which two lines are taken for the same: letters and digits, without case; all
/// of it where there are none of these.
fn plain(text: &str) -> String {
    let letters = text.chars().filter(|letter| letter.is_alphanumeric());
    let plain: String = letters.flat_map(char::to_lowercase).collect();
    match plain.is_empty() {
        true => text.to_owned(),
        false => plain,
    }
}

fn beginning(text: &str) -> String {
    match text.char_indices().nth(TOLD) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

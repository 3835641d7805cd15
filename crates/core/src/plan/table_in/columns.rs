//! Which column of a table is which field: told from the headings that we and others write.

use crate::plan::Field;

/// What a column is taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The id of a measure, as our own table has it.
    Id,
    /// A field; [`Field::Aim`] is the sub-goal, whether it is an item or stands in words.
    Of(Field),
}

impl Target {
    /// All that a column can be, in the order in which they are offered.
    pub const ALL: [Target; 13] = [
        Target::Of(Field::Text),
        Target::Of(Field::Aim),
        Target::Of(Field::Status),
        Target::Of(Field::Responsible),
        Target::Of(Field::Contact),
        Target::Of(Field::Agreement),
        Target::Of(Field::Means),
        Target::Of(Field::Effort),
        Target::Of(Field::Start),
        Target::Of(Field::Deadline),
        Target::Of(Field::Reason),
        Target::Of(Field::Log),
        Target::Id,
    ];

    /// The stable name.
    pub fn id(self) -> &'static str {
        match self {
            Target::Id => "id",
            Target::Of(field) => field.id(),
        }
    }

    /// The one with this name.
    pub fn parse(id: &str) -> Option<Target> {
        Target::ALL.into_iter().find(|one| one.id() == id)
    }
}

/// Why a column is taken for what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// By its heading, or by what stands in it.
    Understood,
    /// Nothing is known of it, so it is left out.
    Unknown,
    /// It is worked out from the rest, so it is left out.
    Computed,
    /// Another column is taken for the same, so it is left out.
    Twice,
    /// The user said so.
    Chosen,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its heading, or else the first of its cells.
    pub name: String,
    /// What it is taken for; nothing: it is left out.
    pub target: Option<Target>,
    /// Why.
    pub why: Why,
}

/// Takes a column for something else; whichever was taken for it before is left out.
pub fn choose(columns: &mut [Column], at: usize, target: Option<Target>) {
    for (n, column) in columns.iter_mut().enumerate() {
        if n == at {
            (column.target, column.why) = (target, Why::Chosen);
        } else if target.is_some() && column.target == target {
            (column.target, column.why) = (None, Why::Twice);
        }
    }
}

/// What the headings tell; the first of two that say the same counts.
pub fn told(head: &[String]) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    for name in head {
        let (target, why) = match meant(name) {
            None => (None, Why::Unknown),
            Some(None) => (None, Why::Computed),
            Some(target) if columns.iter().any(|one| one.target == target) => (None, Why::Twice),
            Some(target) => (target, Why::Understood),
        };
        columns.push(Column {
            name: name.clone(),
            target,
            why,
        });
    }
    columns
}

/// How many of these are headings that are known. Where no cell is just a heading, and fewer
/// than three begin with one, they are what people write: "Start dialog med markedet".
pub fn known(cells: &[String]) -> usize {
    let known = cells.iter().filter_map(|cell| meant(cell));
    let count = known.count();
    let exact = |cell: &String| found(&words(cell).join(" ")).is_some();
    match count < 3 && !cells.iter().any(exact) {
        true => 0,
        false => count,
    }
}

/// What a heading means: the whole of it, or else its first word, as in "Frist (dato)".
/// Nothing in it: worked out from the rest.
fn meant(heading: &str) -> Option<Option<Target>> {
    // A heading is short: a sentence that begins with such a word is none.
    if heading.chars().count() > 60 {
        return None;
    }
    let words = words(heading);
    found(&words.join(" ")).or_else(|| {
        let first = words.first().filter(|_| words.len() < 5);
        first.and_then(|word| found(word))
    })
}

/// The words of a heading, in small letters.
fn words(heading: &str) -> Vec<String> {
    let words = heading.split(|letter: char| !letter.is_alphanumeric() && letter != '-');
    let words = words.filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// What a heading of just these words means.
fn found(wanted: &str) -> Option<Option<Target>> {
    let mut found = HEADINGS
        .iter()
        .filter(|(names, _)| names.split('|').any(|name| name == wanted));
    found.next().map(|(_, target)| *target)
}

/// Headings, ours in all languages first in each line, in small letters with single spaces.
const HEADINGS: [(&str, Option<Target>); 14] = [
    (
        "tiltak|measure|tiltaka|tiltakene|measures|aktivitet|aktiviteter|aktivitetar|oppgave|\
         oppgaver|oppgåve|oppgåver|handling|hva|kva|action|actions|activity|task|what",
        Some(Target::Of(Field::Text)),
    ),
    (
        "delmål|sub-goal|delmål med egne ord|delmål med eigne ord|sub-goal in your own words|mål|\
         målsetting|målsetjing|hovedmål|hovudmål|hensikt|føremål|formål|goal|subgoal|objective|\
         aim|purpose",
        Some(Target::Of(Field::Aim)),
    ),
    (
        "status|tilstand|framdrift|fremdrift|progress|state",
        Some(Target::Of(Field::Status)),
    ),
    (
        "ansvarlig|ansvarleg|responsible|ansvar|hvem|kven|eier|eigar|tiltakseier|tiltakseigar|\
         hovedansvar|hovudansvar|owner|who|responsibility|lead",
        Some(Target::Of(Field::Responsible)),
    ),
    (
        "politisk kontakt|elected contact|folkevalgt kontakt|folkevald kontakt|folkevalgt|\
         folkevald|kontakt|kontaktperson|contact",
        Some(Target::Of(Field::Contact)),
    ),
    (
        "står i lederavtalen til|står i leiaravtalen til|in whose performance agreement|\
         in whose leadership agreement|lederavtale|leiaravtale|leadership agreement|\
         performance agreement",
        Some(Target::Of(Field::Agreement)),
    ),
    (
        "penger eller oppdrag|pengar eller oppdrag|money or mandate|kostnad|kostnader|kostnadar|\
         kroner|midler|midlar|penger|pengar|ressurs|ressurser|ressursar|ressursbruk|budsjett|\
         finansiering|cost|costs|budget|resources|money|funding",
        Some(Target::Of(Field::Means)),
    ),
    (
        "arbeid|work|innsats|arbeidsmengde|arbeidsmengd|omfang|effort|size",
        Some(Target::Of(Field::Effort)),
    ),
    (
        "start|oppstart|startdato|begynner|byrjar|fra|frå|start date|startdate|from",
        Some(Target::Of(Field::Start)),
    ),
    (
        "frist|deadline|tidsfrist|dato|sluttdato|ferdig|slutt|når|innen|innan|til|due|due date|\
         date|end|end date|by|when",
        Some(Target::Of(Field::Deadline)),
    ),
    (
        "hvorfor det er lagt bort|kvifor det er lagt bort|why it was dropped|begrunnelse|\
         grunngiving|grunngjeving|årsak|reason",
        Some(Target::Of(Field::Reason)),
    ),
    (
        "hvordan det går|korleis det går|how it is going|kommentar|kommentarer|kommentarar|\
         merknad|merknader|merknadar|notat|notater|notatar|logg|oppfølging|comment|comments|\
         note|notes|remarks|log",
        Some(Target::Of(Field::Log)),
    ),
    ("id", Some(Target::Id)),
    (
        "nivå|level|det gir|gir|det planen gir|what the plan gives|gives",
        None,
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts::{Lang, Texts, key};

    #[test]
    fn our_own_headings_are_known_in_every_language() {
        for lang in Lang::ALL {
            let texts = Texts::builtin(lang);
            for (key, target) in [
                (key::PLAN_FIELD_AIM, Some(Target::Of(Field::Aim))),
                (key::PLAN_FIELD_GOAL, Some(Target::Of(Field::Aim))),
                (key::PLAN_FIELD_TEXT, Some(Target::Of(Field::Text))),
                (key::PLAN_FIELD_STATUS, Some(Target::Of(Field::Status))),
                (
                    key::PLAN_FIELD_RESPONSIBLE,
                    Some(Target::Of(Field::Responsible)),
                ),
                (key::PLAN_FIELD_CONTACT, Some(Target::Of(Field::Contact))),
                (
                    key::PLAN_FIELD_AGREEMENT,
                    Some(Target::Of(Field::Agreement)),
                ),
                (key::PLAN_FIELD_MEANS, Some(Target::Of(Field::Means))),
                (key::PLAN_FIELD_EFFORT, Some(Target::Of(Field::Effort))),
                (key::PLAN_FIELD_START, Some(Target::Of(Field::Start))),
                (key::PLAN_FIELD_DEADLINE, Some(Target::Of(Field::Deadline))),
                (key::PLAN_FIELD_REASON, Some(Target::Of(Field::Reason))),
                (key::PLAN_FIELD_LOG, Some(Target::Of(Field::Log))),
                (key::PLAN_OF_LEVEL, None),
                (key::PLAN_GIVES, None),
            ] {
                assert_eq!(meant(texts.get(key)), Some(target), "{}", texts.get(key));
            }
        }
        assert_eq!(meant("Id"), Some(Some(Target::Id)));
    }

    #[test]
    fn what_people_write_is_understood_and_nothing_is_guessed() {
        for (heading, target) in [
            ("TILTAK:", Some(Field::Text)),
            ("Tiltak/aktivitet", Some(Field::Text)),
            ("Frist (dato)", Some(Field::Deadline)),
            ("  Ansvarlig enhet ", Some(Field::Responsible)),
            ("Status pr. 1.10", Some(Field::Status)),
            ("Kostnad i kr", Some(Field::Means)),
            ("Mål", Some(Field::Aim)),
            ("Målgruppe", None),
            ("Risiko", None),
            ("", None),
            ("Tiltak som vi har tenkt på lenge nå", None),
        ] {
            let target = target.map(|field| Some(Target::Of(field)));
            assert_eq!(meant(heading), target, "{heading}");
        }
    }

    #[test]
    fn no_heading_stands_twice() {
        let mut all: Vec<&str> = HEADINGS
            .iter()
            .flat_map(|(names, _)| names.split('|'))
            .collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
    }

    #[test]
    fn the_second_of_two_is_left_out_until_it_is_chosen() {
        let head = ["Tiltak", "Frist", "Dato", "Nivå", "Farge"].map(str::to_owned);
        let mut columns = told(&head);
        let seen = |columns: &[Column]| -> Vec<(Option<Target>, Why)> {
            columns.iter().map(|one| (one.target, one.why)).collect()
        };
        let text = Some(Target::Of(Field::Text));
        let deadline = Some(Target::Of(Field::Deadline));
        let mut expected = [
            (text, Why::Understood),
            (deadline, Why::Understood),
            (None, Why::Twice),
            (None, Why::Computed),
            (None, Why::Unknown),
        ];
        assert_eq!(seen(&columns), expected);
        choose(&mut columns, 2, deadline);
        (expected[1], expected[2]) = ((None, Why::Twice), (deadline, Why::Chosen));
        assert_eq!(seen(&columns), expected);
        choose(&mut columns, 0, None);
        assert_eq!(columns[0].target, None);
    }
}

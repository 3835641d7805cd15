// The names that stand in links, files and text files. They are stable for
// ever and never reused (docs/method.md, "Versions"). This file holds constants
// only: the build script includes it too, to know which texts every language
// must have.

/// Ids of the levels, top down.
pub const LEVEL_IDS: [&str; 3] = ["political", "executive", "operational"];

/// Ids of the themes, in the order of the specification.
pub const THEME_IDS: [&str; 6] = [
    "goal",
    "coherence",
    "plan",
    "measurement",
    "culture",
    "cooperation",
];

/// Ids of the kinds of organisation.
pub const KIND_IDS: [&str; 5] = ["municipality", "county", "state", "joint", "other"];

/// Which level asks a kind of organisation in a wording of its own, because what is asked is
/// another thing there: a ministry steers by letters of allocation and decides on no plan of
/// its agency. The words stand in `texts/<language>/items-<kind>.toml`.
pub const OWN_WORDINGS: [(&str, &str); 1] = [("state", "political")];

/// Ids of the perspectives of the checklist for the strategy document.
pub const PERSPECTIVE_IDS: [&str; 5] = [
    "plan",
    "contribution",
    "principles",
    "purposes",
    "reactions",
];

/// The texts that every item carries in every language, in the order in which
/// they are kept.
pub const ITEM_FIELDS: [&str; 13] = [
    "question", "step1", "step2", "step3", "step4", "step5", "why", "evidence", "measure1",
    "measure2", "measure3", "measure4", "source",
];

/// What the texts of items leave to be filled in, by what the kind of organisation calls it.
/// Each has a section in `ui.toml`, and may begin with a capital: `{Body}`.
pub const ITEM_SLOTS: [&str; 4] = ["body", "chief", "report", "budget"];

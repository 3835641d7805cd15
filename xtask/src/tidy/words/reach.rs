//! Which code can come to pass on a page, and which texts it names: more rather than less,
//! for a text that is missing is an empty place.
//!
//! A function is reached where it is named; with it everything of its module that is no
//! function, for whoever has a value may call its methods, and whatever has a field or a
//! result of another type names that type. What is implemented for a type elsewhere comes
//! with the module of the type. Where the entry of a page decides what comes to
//! pass, imports say nothing: see [`leads`].

use std::collections::BTreeSet;

use crate::project::Project;
use crate::tidy::imports::tree::{Name, Tree};
use crate::tidy::source::{Brought, IMPL, Path, Source, Use};

/// The crates that the browser loads, by their names; the first is the app.
const CRATES: [(&str, &str); 4] = [
    ("forankring", "src/lib.rs"),
    ("forankring_session", "crates/session/src/lib.rs"),
    ("forankring_core", "crates/core/src/lib.rs"),
    ("forankring_browser", "crates/browser/src/lib.rs"),
];

/// Code that comes with a screen: what is reached of it depends on the entry. All other
/// code is at work in every page.
const WITH_SCREENS: [(&str, &str); 10] = [
    ("forankring", "answered"),
    ("forankring", "components"),
    ("forankring", "grounds"),
    ("forankring", "pages"),
    ("forankring", "reporting"),
    ("forankring", "trying"),
    ("forankring", "sending"),
    ("forankring_session", "replying"),
    ("forankring", "looking_back"),
    ("forankring_session", "screens"),
];

/// Code that is fetched when it is wanted, with the words that only some need: where it is
/// named, nothing of it comes to pass.
const FETCHED: [(&str, &[&str]); 5] = [
    ("forankring", &["components", "answered"]),
    ("forankring", &["components", "earlier"]),
    ("forankring", &["components", "trial"]),
    ("forankring_session", &["screens", "again", "tool"]),
    ("forankring_session", &["screens", "trial", "tool"]),
];

/// Code that is fetched when it is wanted on the pages of one screen, which have its words: the
/// modules of views, and that of the screen.
const FETCHED_ON: [(&[&str], &str); 3] = [
    (&["grounds"], "result"),
    (
        &["clear", "gathered", "last", "replied", "sending"],
        "reply",
    ),
    (&["reporting", "reports_in", "status_asked"], "plan"),
];

/// Whether a module of views is known to be fetched when it is wanted.
#[cfg(test)]
pub fn fetches(view: &str) -> bool {
    FETCHED
        .iter()
        .any(|(_, path)| *path == ["components", view])
        || FETCHED_ON.iter().any(|(views, _)| views.contains(&view))
}

/// A function or the like in a module of a crate, or under no name all else in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Piece {
    pub of: &'static str,
    pub module: Name,
    pub name: String,
}

impl Piece {
    /// As code names its module.
    pub fn shown(&self) -> String {
        [&[self.of.to_owned()], self.module.as_slice()]
            .concat()
            .join("::")
    }

    /// It is implemented for a type of another module.
    fn is_elsewhere(&self) -> bool {
        self.name.starts_with(IMPL)
    }

    /// Whether its module is this one, or below it.
    fn is_in(&self, of: &str, module: &str) -> bool {
        self.of == of && self.module.first().is_some_and(|first| first == module)
    }

    /// The screens of all entries but the one that answers.
    fn holds_screens(&self) -> bool {
        let which = self.module.get(1);
        self.is_in("forankring_session", "screens") && which.is_some_and(|which| which == "held")
    }

    /// It only passes on to screens what happens, and what came of it: which screens there
    /// are is known by what is drawn.
    fn passes_on(&self) -> bool {
        let in_screens = self.is_in("forankring_session", "screens");
        let which = self.module.get(1).map(String::as_str);
        self.is_in("forankring", "executor")
            || in_screens && matches!(which, None | Some("held" | "command"))
    }

    /// It is fetched when it is wanted. Modules are named from the root of their crate.
    pub fn is_fetched(&self) -> bool {
        FETCHED.iter().any(|(of, path)| self.is_at(of, path))
    }

    /// The screen on whose pages alone it is fetched.
    fn is_fetched_on(&self) -> Option<&'static str> {
        let is_view = |view: &&str| self.is_at("forankring", &["components", view]);
        let mut all = FETCHED_ON.iter();
        let found = all.find(|(views, _)| views.iter().any(&is_view));
        found.map(|(_, page)| *page)
    }

    fn is_at(&self, of: &str, path: &[&str]) -> bool {
        let path = path.iter().copied();
        self.of == of && self.module.iter().map(String::as_str).eq(path)
    }

    pub fn comes_with_a_screen(&self) -> bool {
        let with = |(of, module): &(&str, &str)| self.is_in(of, module);
        WITH_SCREENS.iter().any(with) && !self.passes_on()
    }
}

/// All that the browser loads.
pub struct Code(Vec<(&'static str, Tree)>);

impl Code {
    pub fn read(project: &Project) -> Result<Code, String> {
        let tree = |(name, root)| {
            let told = |cause| format!("{root}: {cause}");
            Ok((name, Tree::read(&project.at(root)).map_err(told)?))
        };
        CRATES
            .into_iter()
            .map(tree)
            .collect::<Result<_, String>>()
            .map(Code)
    }

    /// Of small crates, the app first.
    #[cfg(test)]
    pub fn of(trees: Vec<(&'static str, Tree)>) -> Code {
        Code(trees)
    }

    fn tree(&self, of: &str) -> Option<(&'static str, &Tree)> {
        let found = self.0.iter().find(|(name, _)| *name == of)?;
        Some((found.0, &found.1))
    }

    fn source(&self, piece: &Piece) -> Option<&Source> {
        let (_, tree) = self.tree(piece.of)?;
        tree.source(&piece.module)?.pieces.get(&piece.name)
    }

    /// Every piece there is.
    pub fn all(&self) -> BTreeSet<Piece> {
        let of_tree = |(of, tree): &(&'static str, Tree)| {
            let of = *of;
            let of_module = move |module: &Name| {
                let names = tree.source(module).into_iter();
                let names = names.flat_map(|source| source.pieces.keys());
                let piece = |name: &String| Piece {
                    of,
                    module: module.clone(),
                    name: name.clone(),
                };
                names.map(piece).collect::<Vec<_>>()
            };
            tree.names().flat_map(of_module).collect::<Vec<_>>()
        };
        self.0.iter().flat_map(of_tree).collect()
    }

    /// What is reached on the pages of an entry that has these screens, by the names of
    /// their modules in `pages`.
    pub fn reached(&self, pages: &[String], answers: bool) -> BTreeSet<Piece> {
        let mut reached = BTreeSet::new();
        let mut waiting: Vec<Piece> = self.all().into_iter().collect();
        let elsewhere: Vec<_> = waiting
            .iter()
            .filter_map(|piece| Some((self.implemented_for(piece)?, piece.clone())))
            .collect();
        let unknown = |piece: &Piece| piece.is_elsewhere() && self.implemented_for(piece).is_none();
        waiting.retain(|piece| !piece.comes_with_a_screen() || unknown(piece));
        while let Some(piece) = waiting.pop() {
            if reached.contains(&piece) || answers && piece.holds_screens() {
                continue;
            }
            let next = self.named(&piece).into_iter();
            waiting.extend(next.filter(|next| leads(&piece, next, pages)));
            let comes = elsewhere.iter().filter(|(of, _)| *of == piece);
            waiting.extend(comes.map(|(_, with)| with.clone()));
            reached.insert(piece);
        }
        reached
    }

    /// The modules of all screens.
    pub fn pages(&self) -> impl Iterator<Item = String> {
        let of_screens = |piece: Piece| {
            let page = piece.module.get(1).cloned();
            page.filter(|_| piece.is_in("forankring", "pages"))
        };
        let pages: BTreeSet<String> = self.all().into_iter().filter_map(of_screens).collect();
        pages.into_iter()
    }

    /// What a piece names, and what comes with it.
    fn named(&self, piece: &Piece) -> Vec<Piece> {
        let Some(source) = self.source(piece) else {
            return Vec::new();
        };
        let words = source.names.keys().map(|name| vec![name.clone()]);
        let paths = source.paths.iter().map(|path| path.segments.clone());
        let mut found: Vec<Piece> = words
            .chain(paths)
            .filter_map(|path| self.meant(piece, &path))
            .collect();
        let rest = |of: &Piece| Piece {
            name: String::new(),
            ..of.clone()
        };
        found.extend(found.iter().map(rest).collect::<Vec<_>>());
        if !piece.is_elsewhere() {
            found.push(rest(piece));
        }
        found
    }

    /// The module of the type for which this implements something, where that is another.
    fn implemented_for(&self, piece: &Piece) -> Option<Piece> {
        let path = piece.name.strip_prefix(IMPL)?;
        let path: Vec<String> = path.split("::").map(str::to_owned).collect();
        let of = self.meant(piece, &path)?;
        Some(Piece {
            name: String::new(),
            ..of
        })
    }

    /// What a path means that stands in this piece.
    fn meant(&self, at: &Piece, path: &[String]) -> Option<Piece> {
        let (first, rest) = path.split_first()?;
        let (of, tree) = self.tree(at.of)?;
        let here = tree.source(&at.module)?;
        if rest.is_empty() && here.pieces.contains_key(first) {
            return Some(self.piece(of, at.module.clone(), first.clone()));
        }
        if let Some((module, item)) = tree.find(&at.module, path) {
            return Some(self.piece(of, module, item?));
        }
        let brought = here.uses.iter().find(|one| match &one.brought {
            Brought::Name(name) => name == first,
            Brought::All => false,
        });
        let whole = match brought {
            Some(one) => [&one.path.segments, rest].concat(),
            None => path.to_vec(),
        };
        let (other, below) = whole.split_first()?;
        let (of, tree) = self.tree(other)?;
        let within = [&["crate".to_owned()], below].concat();
        let (module, item) = tree.find(&[], &within)?;
        Some(self.piece(of, module, item?))
    }

    fn piece(&self, of: &'static str, module: Name, name: String) -> Piece {
        let piece = Piece { of, module, name };
        match self.source(&piece) {
            Some(_) => piece,
            None => Piece {
                name: String::new(),
                ..piece
            },
        }
    }

    /// The constants in `key::` that pieces name.
    pub fn keys(&self, pieces: &BTreeSet<Piece>) -> BTreeSet<String> {
        let sources = pieces.iter().filter_map(|piece| self.source(piece));
        sources.flat_map(keys).collect()
    }

    /// Where the constants are brought in other than by `key::…`: they would not be seen.
    pub fn hidden(&self) -> Option<Piece> {
        let hides = |one: &Use| {
            let of_keys = one.path.segments.last().is_some_and(|last| last == "key");
            of_keys && one.brought != Brought::Name("key".to_owned())
        };
        let mut all = self.all().into_iter();
        all.find(|piece| {
            let source = self.source(piece);
            source.is_some_and(|source| source.uses.iter().any(hides))
        })
    }

    /// The first of the pieces in which one of these names stands; the core defines them.
    pub fn naming(&self, pieces: &BTreeSet<Piece>, names: &[&str]) -> Option<Piece> {
        let has = |source: &Source| {
            let in_path = |path: &Path| path.segments.iter().any(|one| names.contains(&&**one));
            source.paths.iter().any(in_path)
                || source.members.keys().any(|name| names.contains(&&**name))
                || source.uses.iter().any(|one| in_path(&one.path))
        };
        let mut outside = pieces.iter().filter(|piece| piece.of != "forankring_core");
        let found = outside.find(|piece| self.source(piece).is_some_and(has));
        found.cloned()
    }
}

/// Whether what a piece names comes to pass with it, on the pages of an entry.
fn leads(from: &Piece, to: &Piece, pages: &[String]) -> bool {
    if to.is_fetched() {
        return false;
    }
    if let Some(page) = to.is_fetched_on() {
        return pages.iter().any(|one| one == page);
    }
    // The session of one screen alone, which these name for all.
    let of_one = to.is_in("forankring_session", "replying");
    let for_all = ["build", "entries", "executor"];
    if of_one && for_all.iter().any(|all| from.is_in("forankring", all)) {
        return pages.iter().any(|page| page == "reply");
    }
    // These two name the screens of all entries: what each draws, and what it is called.
    let of_all = ["build", "titles"]
        .iter()
        .any(|all| from.is_in("forankring", all));
    if of_all && to.is_in("forankring", "pages") {
        return to.module.get(1).is_some_and(|page| pages.contains(page));
    }
    // What happens on a screen is heard by one that is there, whatever hears of it by name; and
    // what was fetched is drawn by one.
    let drawn = ["answered", "grounds", "trying", "sending", "reporting"];
    let drawn = drawn.iter().any(|one| to.is_in("forankring", one));
    let heard = to.name.is_empty() || drawn;
    !(from.passes_on() && to.comes_with_a_screen() && heard)
}

/// The constants in `key::` that a source names.
pub fn keys(source: &Source) -> BTreeSet<String> {
    let used = source.uses.iter().map(|one| &one.path);
    let name = |path: &Path| {
        let at = path.segments.iter().position(|word| word == "key")?;
        path.segments.get(at + 1).cloned()
    };
    used.chain(&source.paths).filter_map(name).collect()
}

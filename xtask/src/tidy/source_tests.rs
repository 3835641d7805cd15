//! Sources in a line or two.

use super::*;

fn uses(text: &str) -> Vec<String> {
    let shown = |one: &Use| {
        let name = match &one.brought {
            Brought::Name(name) => name.as_str(),
            Brought::All => "*",
        };
        let public = if one.public { " pub" } else { "" };
        format!("{} {name}{public}", one.path.segments.join("::"))
    };
    read(text).unwrap().uses.iter().map(shown).collect()
}

fn paths(text: &str) -> Vec<String> {
    let source = read(text).unwrap();
    source
        .paths
        .iter()
        .map(|path| path.segments.join("::"))
        .collect()
}

#[test]
fn a_use_has_as_many_names_as_it_lists() {
    let text = "use crate::a::{self, B, c::{D as E, F}, g::*};\npub(crate) use x::Y;";
    let names = [
        "crate::a a",
        "crate::a::B B",
        "crate::a::c::D E",
        "crate::a::c::F F",
        "crate::a::g *",
        "x::Y Y pub",
    ];
    assert_eq!(uses(text), names);
}

#[test]
fn paths_are_seen_in_macros_and_not_in_texts() {
    let text = r#"
        //! crate::no
        fn f() -> Vec<crate::a::B> {
            // crate::no
            html! { <p>{ super::c::d("crate::no") }</p> }
            E::<crate::f::G>::h()
        }
    "#;
    assert_eq!(paths(text), ["crate::a::B", "super::c::d", "crate::f::G"]);
}

#[test]
fn methods_are_told_from_names() {
    let source = read("fn f() { a.local().b::<C>(); ..crate::d::E }").unwrap();
    let names: Vec<&str> = source.names.keys().map(String::as_str).collect();
    assert_eq!(names, ["C", "a", "crate"]);
    let members: Vec<&str> = source.members.keys().map(String::as_str).collect();
    assert_eq!(members, ["b", "local"]);
    assert_eq!(source.paths.len(), 1);
}

#[test]
fn tests_do_not_count() {
    let text = "
        #[cfg(test)] mod samples;
        #[cfg(test)] use crate::{no};
        mod yes;
        #[cfg(test)]
        #[allow(dead_code)]
        mod tests { use super::*; use crate::no; }
        #[cfg(not(test))] use crate::yes;
    ";
    assert_eq!(uses(text), ["crate::yes yes"]);
    assert_eq!(read(text).unwrap().children, ["yes"]);
}

#[test]
fn a_module_within_the_file_is_the_file() {
    let text = "mod inner { use super::A; use super::super::b::C; fn f() { super::d::e() } }";
    assert_eq!(uses(text), ["self::A A", "self::super::b::C C"]);
    assert_eq!(paths(text), ["self::d::e"]);
}

#[test]
fn what_is_no_rust_is_told() {
    assert!(read("fn f( {").is_err());
    assert_eq!(
        uses("fn f<'a>() -> impl Iterator + use<'a> { g() }"),
        [""; 0]
    );
}

#[test]
fn functions_and_constants_stand_by_themselves() {
    let text = "//! About.
        use crate::a::{b, c};
        /// One.
        #[inline] pub(crate) async fn one(x: [u8; 2]) -> A { two() }
        const fn two() {}
        pub const THREE: A = A { x: four() };
        static FOUR: u8 = five();
        struct B;
        impl<T: Fn() -> A> a::C for B<T> where T: D { fn six() { seven() } }
        impl<T> E<T> for a::C<T> where T: D { fn ten() { eleven() } }
        #[cfg(test)] fn eight() { nine() }";
    let source = read(text).unwrap();
    let pieces: Vec<&str> = source.pieces.keys().map(String::as_str).collect();
    assert_eq!(
        pieces,
        ["", "FOUR", "THREE", "eight", "impl a::C", "one", "two"]
    );
    let named = |piece: &str, name: &str| source.pieces[piece].names.contains_key(name);
    assert!(named("one", "two") && named("THREE", "four") && named("FOUR", "five"));
    assert!(named("impl a::C", "eleven"));
    assert!(named("", "seven") && !named("", "two") && !named("eight", "nine"));
}

//! Small crates with and without circles.

use super::*;

fn among_both(files: &[(&str, &str)]) -> (Findings, Findings) {
    let tree = Tree::of(files);
    (among_neighbours(&tree), among_files(&tree))
}

fn none() -> (Findings, Findings) {
    (Vec::new(), Vec::new())
}

#[test]
fn one_way_is_no_circle() {
    let crate_ = [
        ("crate", "mod a; mod b; mod c; use a::A;"),
        ("a", "use crate::b::{self, B}; fn f() { b::f() }"),
        ("b", "use super::c::C; // use crate::a::A;"),
        ("c", "const C: &str = \"crate::a::A\";"),
    ];
    assert_eq!(among_both(&crate_), none());
}

#[test]
fn two_that_use_each_other_are_one() {
    let crate_ = [
        ("crate", "mod a; mod b;"),
        ("a", "use crate::b::B;"),
        ("b", "\nfn f() { html! { <p>{ super::a::g() }</p> } }"),
    ];
    let told = vec!["a uses b (line 1), b uses a (line 2)".to_owned()];
    assert_eq!(among_both(&crate_), (told.clone(), told));
}

#[test]
fn it_may_lead_over_several() {
    let crate_ = [
        ("crate", "mod a; mod b; mod c;"),
        ("a", "use crate::b::B;"),
        ("b", "use crate::c::C;"),
        ("c", "use crate::a::A;"),
    ];
    let told = "a uses b (line 1), b uses c (line 1), c uses a (line 1)";
    assert_eq!(among_both(&crate_).0, [told]);
}

#[test]
fn what_is_passed_on_is_where_it_is_defined() {
    let beside = ("b", "use crate::A;");
    let there = [
        ("crate", "mod a; mod b; pub use a::A;"),
        ("a", "pub struct A;"),
        beside,
    ];
    assert_eq!(among_both(&there), none());
    let and_back = [
        ("crate", "mod a; mod b; pub use a::*;"),
        ("a", "use super::b::B; pub struct A;"),
        beside,
    ];
    assert_eq!(among_both(&and_back).0.len(), 1);
}

#[test]
fn a_folder_counts_with_everything_below() {
    let crate_ = [
        ("crate", "mod a; mod b;"),
        ("a", "mod x; mod y;"),
        ("a::x", "use crate::b::B;"),
        ("a::y", "pub struct Y;"),
        ("b", "use crate::a::y::Y;"),
    ];
    let told = "a::x uses b (line 1), b uses a::y (line 1)";
    let told = vec![told.to_owned()];
    assert_eq!(among_both(&crate_), (told, Vec::new()));
}

#[test]
fn a_child_may_use_its_parent_unless_that_uses_the_child() {
    let child = ("a::x", "use super::A; pub struct X;");
    let parent = |text| [("crate", "mod a;"), ("a", text), child];
    let declares = "mod x; pub use x::X; pub struct A;";
    assert_eq!(among_both(&parent(declares)), none());
    let uses = "mod x; pub use x::X; pub struct A; fn f() -> X { X }";
    let told = vec!["a uses a::x (line 1), a::x uses a (line 1)".to_owned()];
    assert_eq!(among_both(&parent(uses)), (Vec::new(), told));
}

#[test]
fn a_method_is_no_use_of_a_function_of_that_name() {
    let crate_ = [
        ("crate", "mod a;"),
        (
            "a",
            "mod x; pub use x::write; pub struct A; fn f(a: A) { a.write() }",
        ),
        ("a::x", "use super::A; pub fn write(a: A) {}"),
    ];
    assert_eq!(among_both(&crate_), none());
}

#[test]
fn tests_may_use_what_they_like() {
    let crate_ = [
        ("crate", "mod a; mod b; #[cfg(test)] mod samples;"),
        ("a", "use crate::b::B;"),
        (
            "b",
            "#[cfg(test)] mod tests { use super::*; use crate::a::A; }",
        ),
    ];
    assert_eq!(among_both(&crate_), none());
}

#[test]
fn other_crates_are_not_this_one() {
    let crate_ = [
        ("crate", "mod page; mod desk;"),
        ("page", "use browser::desk; fn f() { desk::g() }"),
        ("desk", "use browser::page; fn f() { page::g() }"),
    ];
    assert_eq!(among_both(&crate_), none());
}

#[test]
fn a_module_without_a_file_is_told() {
    let missing = |_: &[String]| Err("is missing".to_owned());
    let told = Tree::default().add(Vec::new(), "mod a;", &missing);
    assert_eq!(told, Err("a: is missing".to_owned()));
}

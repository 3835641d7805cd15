use super::*;

#[test]
fn items_are_level_dot_theme_in_order() {
    let ids: Vec<String> = Item::all().map(Item::id).collect();
    assert_eq!(ids.len(), Item::COUNT);
    assert_eq!(ids.first().map(String::as_str), Some("political.goal"));
    assert_eq!(
        ids.last().map(String::as_str),
        Some("operational.cooperation")
    );
    for (index, item) in Item::all().enumerate() {
        assert_eq!(item.index(), index);
        assert_eq!(Item::parse(&item.id()), Some(item));
    }
}

#[test]
fn ids_and_answers_outside_the_instrument_are_refused() {
    for id in [
        "",
        "political",
        "goal.political",
        "political.goal ",
        "Political.goal",
    ] {
        assert_eq!(Item::parse(id), None, "{id}");
    }
    for code in ["", "0", "6", "3.5", "DK", "1 ", "-1"] {
        assert_eq!(Answer::parse(code), None, "{code}");
    }
    assert_eq!(Step::new(0), None);
    assert_eq!(Step::new(6), None);
    assert_eq!(Kind::parse("kommune"), None);
    assert_eq!(Scope::parse(""), None);
}

#[test]
fn every_answer_has_a_code_of_its_own() {
    let codes: Vec<&str> = Answer::all().map(Answer::code).collect();
    assert_eq!(codes, ["1", "2", "3", "4", "5", "dk", "na"]);
    for answer in Answer::all() {
        assert_eq!(Answer::parse(answer.code()), Some(answer));
    }
}

#[test]
fn next_and_previous_walk_through_all_items_and_stop() {
    let variant = Variant::Full;
    let mut seen = vec![Item::FIRST];
    while let Some(next) = seen.last().and_then(|item| variant.next(*item)) {
        assert_eq!(variant.previous(next), seen.last().copied());
        assert_eq!(variant.number(next), seen.len() + 1);
        seen.push(next);
    }
    assert_eq!(seen, Item::all().collect::<Vec<_>>());
    assert_eq!(variant.previous(Item::FIRST), None);
}

#[test]
fn the_quick_variant_asks_two_items_at_each_level_and_every_theme_once() {
    let items: Vec<Item> = Variant::Quick.items().collect();
    let numbers: Vec<usize> = items.iter().map(|i| Variant::Quick.number(*i)).collect();
    assert_eq!(numbers, [1, 2, 3, 4, 5, 6]);
    for level in Level::ALL {
        assert_eq!(items.iter().filter(|item| item.level == level).count(), 2);
    }
    for theme in Theme::ALL {
        assert_eq!(items.iter().filter(|item| item.theme == theme).count(), 1);
    }
    // Between two that are asked, from one that is not.
    let skipped = Item::parse("executive.goal").unwrap();
    let near = |found: Option<Item>| found.map(Item::id).unwrap_or_default();
    assert_eq!(near(Variant::Quick.next(skipped)), "executive.plan");
    assert_eq!(
        near(Variant::Quick.previous(skipped)),
        "political.coherence"
    );
    assert_eq!(Variant::Quick.number(skipped), 3);
}

#[test]
fn the_instrument_is_the_one_that_this_version_names() {
    // Another digest means another instrument: raise INSTRUMENT, keep the
    // old one readable, and say in docs/method.md what changed.
    assert_eq!((INSTRUMENT, digest().as_str()), (1, "da03810f"));
    let docs = include_str!("../../../../docs/method.md");
    assert!(docs.contains(&format!("`{}`", digest())), "{}", digest());
}

//! Files, slots, and what every language must have.

use super::*;
use crate::catalogue::{Item, Kind, Level, OwnWording, Scope, Subject};

const COUNTY: Subject = Subject {
    kind: Kind::County,
    scope: Scope::Organisation,
};

#[test]
fn what_is_packed_is_unpacked() {
    for lang in Lang::ALL {
        let texts = Texts::builtin(lang);
        let files = || Part::ALL.map(|part| texts.pack(part)).to_vec();
        let read = Texts::unpack(files());
        let (loaded, built_in) = texts.table.split_at(BUILT_IN_FROM);
        assert_eq!(read.map(|texts| texts.table), Ok(loaded));
        // What pages have built in is not loaded.
        assert!(built_in.contains(&texts.get(key::START_DESCRIPTION)));
        // Answering loads three parts: every question, no measure.
        let parts = [Part::Asking, Part::Items, Part::Explaining];
        let asking = Texts::unpack(parts.map(|part| texts.pack(part)).to_vec()).unwrap();
        for item in Item::all() {
            let text = |field| asking.item(item, field, COUNTY);
            assert_eq!(
                text(ItemText::Question),
                texts.item(item, ItemText::Question, COUNTY)
            );
            assert_eq!(
                text(ItemText::Evidence),
                texts.item(item, ItemText::Evidence, COUNTY)
            );
            assert_eq!(text(ItemText::MeasureFrom(Step::LOWEST)), "");
        }
    }
}

#[test]
fn a_file_of_another_build_is_refused() {
    let good = Texts::builtin(Lang::Nn).pack(Part::Asking);
    let bokmal = Texts::builtin(Lang::Nb).pack(Part::Rest);
    let cut = good.rsplit_once('\n').map(|(cut, _)| cut.to_owned());
    for bad in [
        vec![],
        vec![String::new()],
        vec![good.replacen(DIGEST, "0", 1)],
        vec![good.replacen("nn ", "sv ", 1)],
        vec![format!("{good}\none more")],
        vec![cut.unwrap_or_default()],
        vec![good, bokmal],
    ] {
        assert_eq!(Texts::unpack(bad), Err(TextsProblem::OtherBuild));
    }
}

#[test]
fn the_wording_for_one_procurement_is_added_when_it_is_there() {
    let all = Texts::builtin(Lang::Nb);
    let subject = Subject {
        scope: Scope::Procurement,
        ..COUNTY
    };
    let question = |texts: Texts| texts.item(Item::FIRST, ItemText::Question, subject);
    let asking = Texts::unpack(vec![all.pack(Part::Asking)]).unwrap();
    assert!(!asking.has_more());
    let organisation = asking.item(Item::FIRST, ItemText::Question, COUNTY);
    assert_eq!(question(asking), organisation);
    let more = asking.with(all.pack(Part::More)).unwrap();
    assert!(more.has_more());
    assert_eq!(question(more), question(all));
    assert_ne!(question(more), organisation);
    let other = Texts::builtin(Lang::En).pack(Part::More);
    assert_eq!(asking.with(other), Err(TextsProblem::OtherBuild));
}

#[test]
fn the_wording_for_state_agencies_is_added_when_it_is_there() {
    let state = Subject {
        kind: Kind::State,
        ..COUNTY
    };
    for lang in Lang::ALL {
        let all = Texts::builtin(lang);
        let third = ItemText::Step(Step::new(3).unwrap());
        let asked = |texts: Texts, item| texts.item(item, third, state);
        let parts = [Part::Asking, Part::Items, Part::Explaining, Part::Reading];
        let general = Texts::unpack(parts.map(|part| all.pack(part)).to_vec()).unwrap();
        let more = general.with(all.pack(Part::More)).unwrap();
        for item in Item::all() {
            let own = item.level == Level::Political;
            let (without, with) = (asked(general, item), asked(more, item));
            assert_eq!(with, asked(all, item));
            assert_eq!(without != with, own, "{lang:?} {}", item.id());
            // The source is the same: it has no wording of its own.
            assert_eq!(
                more.item(item, ItemText::Source, state),
                more.item(item, ItemText::Source, COUNTY)
            );
            // What one procurement is asked about goes before.
            let one = |kind| Subject {
                kind,
                scope: Scope::Procurement,
            };
            for kind in Kind::ALL {
                let own = one(kind).own_wording(item.level);
                assert_eq!(own, Some(OwnWording::Procurement));
            }
        }
        let first = state.own_wording(Level::Political);
        assert_eq!(first, Some(OwnWording::OfKind(0)));
        let terms = all.terms(Item::FIRST, state);
        assert!(!terms.is_empty() && terms != all.terms(Item::FIRST, COUNTY));
    }
}

#[test]
fn some_need_a_wording_of_their_own() {
    for scope in Scope::ALL {
        for kind in Kind::ALL {
            let needs = scope == Scope::Procurement || kind == Kind::State;
            let subject = Subject { kind, scope };
            assert_eq!(subject.has_own_wording(), needs, "{kind:?}");
            // It has one where some level has.
            let mut levels = Level::ALL.into_iter();
            let some = levels.any(|level| subject.own_wording(level).is_some());
            assert_eq!(some, needs, "{kind:?}");
        }
    }
}

#[test]
fn slots_name_what_the_kind_calls_its_papers() {
    let bodies = Texts::builtin(Lang::Nb).bodies(Kind::County);
    for (slot, expected) in [
        ("body", "fylkestinget"),
        ("Body", "Fylkestinget"),
        ("chief", "fylkeskommunedirektøren"),
        ("report", "årsberetningen"),
        ("Report", "Årsberetningen"),
        ("budget", "økonomiplan eller budsjett"),
    ] {
        assert_eq!(bodies.fill(slot).as_deref(), Some(expected));
    }
}

#[test]
fn terms_are_found_where_they_stand() {
    for (lang, item, word) in [
        (Lang::Nb, "executive.measurement", "lederavtale"),
        (Lang::Nn, "executive.measurement", "leiaravtale"),
        (Lang::Nb, "operational.cooperation", "funksjonskrav"),
        (Lang::Nb, "political.goal", "møtebok"),
        (Lang::Nb, "political.culture", "utprøving"),
        (Lang::En, "executive.goal", "major purchase"),
    ] {
        let texts = Texts::builtin(lang);
        let terms = texts.terms(Item::parse(item).unwrap(), COUNTY);
        let words: Vec<&str> = terms.iter().map(|term| texts.term(*term).0).collect();
        assert!(words.contains(&word), "{item}: {words:?}");
    }
}

#[test]
fn slots_are_filled_once_and_never_read_again() {
    for (text, expected) in [
        ("{a} and {b}", "{b} and 2"),
        ("{unknown} {a", "{unknown} {a"),
        ("no slot", "no slot"),
    ] {
        let value = |slot: &str| match slot {
            "a" => Some("{b}".to_owned()),
            "b" => Some("2".to_owned()),
            _ => None,
        };
        assert_eq!(fill(text, &value), expected);
    }
}

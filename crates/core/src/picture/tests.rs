//! Hostile, long and wide texts; and our own words, which must fit.

use super::*;
use crate::texts::{Key, Lang, Texts, key};

const DATE: &str = "24 November 2026";

fn slide<'a>(title: &'a str, who: &'a str) -> Slide<'a> {
    let link = |stage, binds| Link {
        name: "Politisk",
        reading: Reading {
            stage: Step::new(stage),
            range: None,
            target: Step::new(4),
        },
        words: "Omtalt",
        range: String::new(),
        target: "mål 4".to_owned(),
        binds,
    };
    Slide {
        title,
        who,
        date: DATE,
        links: [link(2, true), link(4, false), link(0, false)],
        weakest: "Svakeste ledd",
        alike: "Alle like",
        source: "Forankring",
    }
}

/// The texts of a picture, where they begin, their size, and whether they are bold.
fn drawn(svg: &str) -> Vec<(String, u32, u32, bool)> {
    let attribute = |tag: &str, name: &str| {
        let (_, rest) = tag.split_once(&format!("{name}=\"")).unwrap();
        rest.split_once('"').unwrap().0.parse().unwrap()
    };
    let text = |part: &str| {
        let (tag, rest) = part.split_once('>').unwrap();
        let (words, _) = rest.split_once("</text>").unwrap();
        let words = words
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&");
        let bold = tag.contains("font-weight=\"600\"");
        (
            words,
            attribute(tag, " x"),
            attribute(tag, "font-size"),
            bold,
        )
    };
    svg.split("<text").skip(1).map(text).collect()
}

fn subtitle_of(svg: &str) -> String {
    let found = drawn(svg)
        .into_iter()
        .find(|(words, ..)| words.ends_with(DATE));
    found.expect("the date stands whole").0
}

#[test]
fn hostile_text_stays_text() {
    let found = svg(&slide(
        "A & B",
        "<script>alert(1)</script> \"x\"\nnew\u{ffff}",
    ));
    assert!(!found.contains("<script"));
    let who = "&lt;script&gt;alert(1)&lt;/script&gt; &quot;x&quot; new\u{fffd}, ";
    assert!(found.contains(who), "{found}");
    assert!(!found.contains('\u{ffff}'));
    assert!(found.contains("<title>A &amp; B</title>"));
}

#[test]
fn a_name_does_not_turn_the_date() {
    let found = subtitle_of(&svg(&slide("Kort", "Ås\u{202e}")));
    assert_eq!(found, format!("\u{2068}Ås\u{202e}\u{202c}\u{2069}, {DATE}"));
    let long = "Ås\u{202e}".repeat(60);
    let found = subtitle_of(&svg(&slide("Kort", &long)));
    let count = |sign| found.matches(sign).count();
    assert_eq!(count('\u{202e}'), count('\u{202c}'));
    assert!(
        found.ends_with(&format!("\u{202c}\u{2069}, {DATE}")),
        "{found:?}"
    );
}

#[test]
fn a_link_is_drawn_for_each_level_and_the_weakest_is_named() {
    let found = svg(&slide("Kort", "i dag"));
    // Three links of two halves, each on its gap.
    assert_eq!(found.matches("fill=\"none\"").count(), 12);
    assert_eq!(found.matches("Svakeste ledd").count(), 1);
    assert_eq!(found.matches("mål 4").count(), 3);
    assert!(found.contains("stroke-dasharray"));
    assert!(found.contains(">–</text>"));
    assert!(!found.contains("Alle like"));
}

/// Nothing is wider than the picture, whatever the name.
#[test]
fn no_name_runs_off_the_picture_or_hides_the_date() {
    let name = "Innkjøpssamarbeidet for kommunene på Helgeland og i Salten, med Nordland \
                fylkeskommune og regionrådene der, Bodø";
    assert_eq!(name.chars().count(), 112);
    for (who, whole) in [
        ("Ås kommune", true),
        (
            "Innlandet fylkeskommune, felles innkjøpsenhet for Gudbrandsdalen",
            true,
        ),
        (name, false),
        (&"W".repeat(120), false),
        (&"漢".repeat(120), false),
        (&"😀".repeat(120), false),
        (&"\u{1f469}\u{200d}\u{1f467}".repeat(40), false),
        (&"\u{fdfd}".repeat(120), false),
        (&"\u{1242b}".repeat(120), false),
        (&"i".repeat(120), true),
        (&"e\u{301}".repeat(30), true),
        ("", true),
    ] {
        for (words, x, size, bold) in drawn(&svg(&slide("Kort", who))) {
            let bold = if bold { 9 } else { 8 };
            let end = x + width(&words) * size * bold / 800;
            assert!(end <= WIDTH - MARGIN, "{words} ends at {end}");
        }
        let shown = subtitle_of(&svg(&slide("Kort", who)));
        let (shown, _) = shown.rsplit_once(", ").unwrap();
        let shown = shown.trim_matches(['\u{2068}', '\u{2069}']);
        assert_eq!(shown == who, whole, "{shown}");
        assert_eq!(shown.ends_with('…'), !whole, "{shown}");
        assert!(
            shown.chars().count() >= who.chars().count().min(3),
            "{shown}"
        );
    }
}

#[test]
fn a_long_title_is_broken_and_what_does_not_fit_is_told() {
    let room = Line::whole(0, 54, INK, true).room();
    for (title, count, whole) in [
        ("Forankringen er på trinn 2 av 5: omtalt", 1, true),
        ("", 1, true),
        (&"ord ".repeat(16), 2, true),
        (&"ord ".repeat(60), 2, false),
        (&"o".repeat(100), 1, false),
    ] {
        let found = lines(title, room);
        assert_eq!(found.len(), count, "{title}");
        assert_eq!(found.join(" "), title.trim());
        assert_eq!(found.iter().all(|line| width(line) <= room), whole);
        assert_eq!(
            svg(&slide(title, "")).contains("…</text>"),
            !whole,
            "{title}"
        );
    }
}

#[test]
fn our_own_words_fit_in_all_languages() {
    let titles = [
        key::RESULT_H1,
        key::RESULT_H2,
        key::RESULT_H3,
        key::RESULT_H4,
        key::RESULT_H5,
    ];
    let steps = [
        key::STEP_S1,
        key::STEP_S2,
        key::STEP_S3,
        key::STEP_S4,
        key::STEP_S5,
        key::RESULT_NOT_SCORED_SHORT,
    ];
    // What is above top management is called otherwise for each kind of organisation.
    for (texts, above) in Lang::ALL.into_iter().flat_map(|lang| {
        let names = [
            key::LEVEL_POLITICAL,
            key::LEVEL_STATE,
            key::LEVEL_JOINT,
            key::LEVEL_OTHER,
        ];
        names.map(|above| (Texts::builtin(lang), above))
    }) {
        let levels = [above, key::LEVEL_EXECUTIVE, key::LEVEL_OPERATIONAL];
        let get = |key: Key| texts.get(key);
        for (title, words) in titles.into_iter().zip(steps.into_iter().cycle().skip(1)) {
            let range = texts.fill(key::RESULT_RANGE_SHORT, &[("low", "2"), ("high", "3")]);
            let target = texts.fill(key::TARGET_FLAG, &[("n", "4")]);
            let links = levels.map(|level| Link {
                name: get(level),
                reading: Reading {
                    stage: Some(Step::HIGHEST),
                    ..Reading::default()
                },
                words: get(words),
                range: range.clone(),
                target: target.clone(),
                binds: level != above,
            });
            let source = texts.fill(key::PICTURE_SOURCE, &[("version", "1")]);
            let found = svg(&Slide {
                title: get(title),
                who: "",
                date: DATE,
                links,
                weakest: get(key::RESULT_WEAKEST),
                alike: get(key::RESULT_ALIKE),
                source: &source,
            });
            assert!(!found.contains('…'), "{found}");
        }
    }
}

//! The corpus of mangled replies, and texts of any kind and size.

use data_encoding::BASE64_MIME;

use super::*;
use crate::assessment::{Entry, Note};
use crate::catalogue::{Answer, Item, Level, PerItem};
use crate::panel::{Respondent, Round, Sent, Tag};
use crate::plan::Status;
use crate::plan::report::Reported;

fn link(who: u16, comment: &str) -> String {
    let entries = PerItem::from_fn(|item: Item| Entry {
        answer: Answer::parse("3"),
        comment: match item.level == Level::Executive {
            true => Note::parse(comment).unwrap(),
            false => Note::default(),
        },
        ..Entry::default()
    });
    let [a, b] = who.to_be_bytes();
    reply::encode(&Reply::new(
        (Tag::from_bytes([9; 5]), Round::FIRST, Level::Executive),
        (
            Respondent::from_bytes([a, b, 0, 7, 1]),
            1,
            Sent::from_seconds(800_000_000),
        ),
        &entries,
    ))
    .unwrap()
}

fn found(text: &str) -> Vec<String> {
    gather(text)
        .links
        .into_iter()
        .map(|(link, _)| link)
        .collect()
}

const CORPUS: &str = include_str!("../../../tests/golden/mangled-replies.json");
const REPORTS: &str = include_str!("../../../tests/golden/mangled-reports.json");

fn named(other: &Other) -> &'static str {
    match other {
        Other::Kind(LinkKind::Result) => "result",
        Other::Kind(LinkKind::Locked) => "locked",
        Other::Kind(LinkKind::Invitation) => "invitation",
        Other::Kind(LinkKind::Reply) => "reply",
        Other::Kind(LinkKind::Assignment) => "assignment",
        Other::Kind(LinkKind::Report) => "report",
        Other::Problem(LinkProblem::Newer) => "newer",
        Other::Problem(LinkProblem::Damaged) => "damaged",
        Other::Problem(LinkProblem::NoData) => "no data",
        Other::Problem(problem) => panic!("{problem:?}"),
    }
}

/// What is found in a text, and what else is told.
type Told = (Vec<String>, Vec<Other>);

fn replies(text: &str) -> Told {
    (found(text), gather(text).others)
}

fn reports(text: &str) -> Told {
    let found = gather_reports(text);
    let links = found.links.into_iter().map(|(link, _)| link);
    (links.collect(), found.others)
}

/// Compares a corpus; gives how many rows there are, and of how many nothing is found.
fn compared(corpus: &str, told: fn(&str) -> Told) -> (usize, usize) {
    let corpus: serde_json::Value = serde_json::from_str(corpus).unwrap();
    let rows = corpus["links"].as_array().unwrap();
    let list = |value: &serde_json::Value| -> Vec<String> {
        let list = value.as_array().unwrap().iter();
        list.map(|one| one.as_str().unwrap().to_owned()).collect()
    };
    let mut wrong = Vec::new();
    for row in rows {
        let (found, others) = told(row["mangled"].as_str().unwrap());
        let others: Vec<&str> = others.iter().map(named).collect();
        if found != list(&row["expected"]) || others != list(&row["others"]) {
            wrong.push(format!("{}: {found:?} {others:?}", row["name"]));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let refused = rows.iter().filter(|row| list(&row["expected"]).is_empty());
    (rows.len(), refused.count())
}

#[test]
fn the_corpora_are_gathered_or_refused() {
    let (all, refused) = compared(CORPUS, replies);
    assert!(all >= 60 && refused >= 20, "{all} {refused}");
    let (all, refused) = compared(REPORTS, reports);
    assert!(all >= 57 && refused >= 16, "{all} {refused}");
}

#[test]
fn reports_and_replies_are_told_from_each_other() {
    let report = "t1.AQABAgMEBQoLDA0OATKdTYgABhFhMGEwYjBjMGQwZR9iZG9uZQ7ZZKc";
    let assignment = "o1.AQAAAAAAAP__AWPjTjSAAwBhGZIF";
    let reply = link(1, "");
    let cut = &assignment[..20];
    let text = format!("{report}\n#{assignment} {reply}\n#{cut}");
    let (found, others) = replies(&text);
    assert_eq!(found, [reply]);
    let asked = Other::Kind(LinkKind::Assignment);
    assert_eq!(others, [Other::Kind(LinkKind::Report), asked, asked]);
    let (found, others) = reports(&text);
    assert_eq!(found, [report]);
    assert_eq!(others, [asked, Other::Kind(LinkKind::Reply), asked]);
    // Names of files look like what is left of some.
    for name in [
        "dokument1.innkjopsstrategi-2027.pdf",
        "info1.abcdefghijklmnopqrstu",
    ] {
        assert!(gather(&format!("Se {name}")).is_empty(), "{name}");
        assert!(gather_reports(&format!("Se {name}")).is_empty(), "{name}");
    }
}

#[test]
fn gathered_reports_are_joined_each_once() {
    let all = [1, 2, 3].map(|n: u8| {
        report::encode(&Report {
            tag: Tag::from_bytes([9; 5]),
            respondent: Respondent::from_bytes([n; 5]),
            number: 1,
            sent: Sent::from_seconds(800_000_000),
            measures: vec![Reported {
                measure: Tag::from_bytes([1; 5]),
                status: Some(Status::Done),
                reason: Note::default(),
                note: Note::default(),
            }],
        })
        .unwrap()
    });
    let mut first = gather_reports(&format!("{} {} #t1.", all[0], all[1]));
    first.join(gather_reports(&format!("{} {} #t2.AAAA", all[2], all[1])));
    let links: Vec<&String> = first.links.iter().map(|(link, _)| link).collect();
    assert_eq!(links, [&all[0], &all[1], &all[2]]);
    assert_eq!((first.others.len(), first.more), (2, 0));
    let mut many = gather_reports(&"#t1. ".repeat(40));
    many.join(many.clone());
    assert_eq!(
        (many.others.len(), many.more, many.is_empty()),
        (50, 30, false)
    );
}

#[test]
fn replies_survive_what_is_done_to_them_on_the_way() {
    // Without texts none ends in a sign that programs leave out; of others one in 32 does.
    let ends = |sign: char| {
        let written = (0..4000).map(|who| link(who, &"abcdefghijklm"[..usize::from(who % 13)]));
        written
            .into_iter()
            .find(|link| link.ends_with(sign))
            .unwrap()
    };
    assert!((0..2000).all(|who| !link(who, "").ends_with(['_', '-'])));
    let links = [
        link(1, ""),
        ends('_'),
        ends('-'),
        link(
            2,
            "Vi har ikke gjort det ennå, men det står i planen for neste år.",
        ),
    ];
    let site = "https://fjordvik.no/forankring/spor/";
    let mangled: [fn(&str, &str) -> String; 16] = [
        |site, link| format!("{site}#{link}"),
        |_, link| link.to_owned(),
        |_, link| format!("#{link}"),
        |site, link| format!("<{site}#{link}>"),
        |site, link| format!("Hei, her er svaret mitt: {site}#{link}. Hilsen Kari"),
        |site, link| format!("{site}%23{link}"),
        |site, link| format!("{site}%2523{link})"),
        |site, link| {
            let safe = "https://eur01.safelinks.protection.outlook.com/?url=";
            let site = site.replace(':', "%3A").replace('/', "%2F");
            format!("{safe}{site}%23{link}&data=05%7C02&reserved=0")
        },
        |site, link| format!("> {site}#{}\n> {}", &link[..20], &link[20..]),
        |site, link| format!("{site}#{}=\r\n{}", &link[..20], &link[20..]),
        |site, link| format!("<a href=\"{site}#{link}\">svar</a>"),
        |site, link| format!("Navn\tSvar\r\nOla\t{site}#{link}\r\n"),
        |site, link| format!("[svar]({site}#{link})"),
        |site, link| format!("{site}#{}\u{200b}{}", &link[..9], &link[9..]),
        |site, link| format!("\u{201c}{site}#{link}\u{201d}"),
        |site, link| {
            let coded = BASE64_MIME.encode(format!("Svar på «Ås»: {site}#{link}").as_bytes());
            format!("To: a@b.no\r\nContent-Transfer-Encoding: base64\r\n\r\n{coded}\r\n--x--")
        },
    ];
    for link in &links {
        for (n, mangle) in mangled.iter().enumerate() {
            let text = mangle(site, link);
            assert_eq!(found(&text), std::slice::from_ref(link), "{n}: {text}");
        }
        // What makes addresses clickable leaves them out.
        let lost = link.trim_end_matches(['_', '-']);
        assert_eq!(found(&format!("{site}#{lost}")), std::slice::from_ref(link));
    }
}

#[test]
fn each_is_found_once_in_its_order_beside_anything_else() {
    let (one, two) = (link(1, ""), link(2, "a"));
    let result = "r1.AUEmYSnLuCnLuAYwlgBzjP2I";
    let text = format!(
        "{two}\n{one} {two}\n#{result} s1. og s1.x #s2.AAAA #s1.{}",
        &one[4..]
    );
    let gathered = gather(&text);
    let links: Vec<&String> = gathered.links.iter().map(|(link, _)| link).collect();
    assert_eq!(links, [&two, &one]);
    use LinkProblem::{Damaged, Newer};
    assert_eq!(
        gathered.others,
        [
            Other::Kind(LinkKind::Result),
            Other::Problem(Newer),
            Other::Problem(Damaged)
        ]
    );
    for none in [
        "",
        "Takk for sist",
        "https://fjordvik.no/spor/",
        "side s1. 4",
    ] {
        assert!(gather(none).is_empty(), "{none}");
    }
    let cut = gather(&format!("{}#{}", "https://fjordvik.no/spor/", &one[..30]));
    assert_eq!(cut.others, [Other::Problem(Damaged)]);
}

#[test]
fn ten_thousand_are_found_and_hostile_text_is_borne() {
    let links: Vec<String> = (0..10_000).map(|who| link(who, "")).collect();
    let gathered = gather(&links.join("\n"));
    assert_eq!(gathered.links.len(), 10_000);
    let broken = gather(&"s1.AAAAAAAAAAAAAAAAAAAAAAAA ".repeat(40_000));
    assert_eq!((broken.others.len(), broken.more), (50, 39_950));
    gather(&"s1.".repeat(500_000));
    gather(&"s1.\u{2014}A".repeat(100_000));
}

#[test]
fn a_long_column_in_which_every_hyphen_became_a_dash_is_read() {
    let links: Vec<String> = (0..10_000).map(|who| link(who, "")).collect();
    let column = links.join("\n").replace('-', "\u{2013}");
    let few = |link: &&String| link.matches('-').count() <= 4;
    let readable = links.iter().filter(few).count();
    let found = found(&column);
    assert!(found.len() >= readable && readable > 9_900, "{readable}");
    let links: BTreeSet<String> = links.into_iter().collect();
    assert!(found.iter().all(|one| links.contains(one)));
}

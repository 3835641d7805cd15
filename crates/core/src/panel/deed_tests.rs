use super::*;
use crate::address::Id;
use crate::assessment::Entry;
use crate::catalogue::{Answer, PerItem};
use crate::panel::{Respondent, Sent, settle};

fn ours() -> Tag {
    Tag::of(&Id::from_bytes([1; 10]))
}

fn one_of(tag: Tag, who: u8, number: u8) -> (String, Reply) {
    let entries = PerItem::from_fn(|_| Entry {
        answer: Answer::parse("3"),
        ..Entry::default()
    });
    let reply = Reply::new(
        (tag, Round::FIRST, Level::Political),
        (
            Respondent::from_bytes([who; 5]),
            number,
            Sent::from_seconds(9),
        ),
        &entries,
    );
    (crate::link::reply::encode(&reply).unwrap(), reply)
}

fn one(who: u8, number: u8) -> (String, Reply) {
    one_of(ours(), who, number)
}

fn link(who: u8, number: u8) -> String {
    one(who, number).0
}

fn after(replies: &Replies, deed: Deed) -> Replies {
    done(replies, ours(), &deed, 11).unwrap().of(replies)
}

fn kept() -> Replies {
    after(
        &Replies::default(),
        Deed::TakeIn(vec![one(1, 2), one(2, 1)]),
    )
}

#[test]
fn deeds_are_done_once() {
    let replies = kept();
    let changes = |deed: Deed| {
        let change = done(&replies, ours(), &deed, 12).unwrap();
        (change.rows.len(), change.gone.len())
    };
    for (deed, changed) in [
        (Deed::TakeIn(vec![one(1, 2), one(2, 1)]), (0, 0)),
        (Deed::TakeIn(vec![one(3, 1), one(3, 1)]), (1, 0)),
        (
            Deed::TakeIn(vec![one_of(Tag::from_bytes([9; 5]), 3, 1)]),
            (0, 0),
        ),
        (Deed::Back(vec![link(1, 2)]), (0, 0)),
        (Deed::Out(vec![link(1, 2), link(7, 7)]), (1, 0)),
        (Deed::Undo(vec![link(1, 2), link(7, 7)]), (0, 1)),
    ] {
        assert_eq!(changes(deed.clone()), changed, "{deed:?}");
        let once = after(&replies, deed.clone());
        assert_eq!(after(&once, deed.clone()), once, "{deed:?}");
    }
    let shown = done(
        &replies,
        ours(),
        &Deed::Show(Level::Political, Round::FIRST),
        11,
    );
    assert_eq!(shown, Err(Wait::Missing(1)));
}

#[test]
fn what_is_taken_out_counts_no_more_and_comes_back() {
    let count = |replies: &Replies| {
        settle(replies)
            .0
            .get(Level::Political)
            .map(|one| one.replies)
    };
    let out = after(&kept(), Deed::Out(vec![link(1, 2)]));
    assert_eq!((count(&kept()), count(&out)), (Some(2), Some(1)));
    assert_eq!(out.all().len(), 2);
    assert_eq!(count(&after(&out, Deed::Back(vec![link(1, 2)]))), Some(2));
}

#[test]
fn taking_in_is_taken_back_whole_and_what_it_replaced_counts_again() {
    let before = kept();
    let more = after(&before, Deed::TakeIn(vec![one(1, 3), one(3, 1)]));
    assert_eq!(more.all().len(), 4);
    let back = after(&more, Deed::Undo(vec![link(1, 3), link(3, 1)]));
    assert_eq!(back, before);
    // What was shown is taken out only.
    let shown = after(&more, Deed::Show(Level::Political, Round::FIRST));
    let back = after(&shown, Deed::Undo(vec![link(3, 1)]));
    let row = back.find(&link(3, 1)).unwrap();
    assert!(row.out.is_some() && row.from == Some(1));
}

#[test]
fn replies_from_a_file_join_those_that_are_here() {
    let here = after(&kept(), Deed::Out(vec![link(1, 2)]));
    let theirs = after(&kept(), Deed::TakeIn(vec![one(3, 1)]));
    let both = joined(&here, &theirs).of(&here);
    assert_eq!(both.all().len(), 3);
    assert_eq!(both.find(&link(1, 2)).unwrap().out, None);
    assert_eq!(joined(&both, &theirs), Change::default());
}

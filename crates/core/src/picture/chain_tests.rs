//! How far the strokes reach, and in which order they are drawn.

use super::*;

/// How far a stroke reaches: its path's corners, and half of its width.
fn reach(stroke: &Stroke) -> [i64; 4] {
    let (mut x, mut y) = (0i64, 0i64);
    let (mut xs, mut ys) = (Vec::new(), Vec::new());
    let mut numbers = Vec::new();
    let mut command = ' ';
    let path = stroke.path.replace('-', " -");
    let mut flush = |command: char, numbers: &mut Vec<i64>| {
        match (command, &numbers[..]) {
            ('M', [a, b]) => (x, y) = (*a, *b),
            ('h', [a]) => x += a,
            ('v', [a]) => y += a,
            ('V', [a]) => y = *a,
            ('a', [radius, _, _, _, _, a, b]) => {
                // An arc of a half swells by its radius to the side.
                if *b == 0 || *a == 0 {
                    xs.extend([x.min(x + a) - if *a == 0 { *radius } else { 0 }, x + radius]);
                    ys.extend([y - radius, y + radius]);
                }
                (x, y) = (x + a, y + b);
            }
            ('l', rest) => {
                for pair in rest.chunks(2) {
                    (x, y) = (x + pair[0], y + pair[1]);
                    xs.push(x);
                    ys.push(y);
                }
            }
            ('z' | ' ', []) => {}
            other => panic!("{other:?}"),
        }
        if command != ' ' {
            xs.push(x);
            ys.push(y);
        }
        numbers.clear();
    };
    let mut word = String::new();
    for sign in path.chars().chain([' ']) {
        if sign.is_ascii_digit() || sign == '-' {
            word.push(sign);
            continue;
        }
        if !word.is_empty() {
            numbers.push(word.parse().unwrap());
            word.clear();
        }
        if sign.is_ascii_alphabetic() {
            flush(command, &mut numbers);
            command = sign;
        }
    }
    flush(command, &mut numbers);
    let half = stroke
        .line
        .map_or(0, |line| (i64::from(line.width) + 1) / 2);
    let ends = |all: &[i64]| {
        let (low, high) = (all.iter().min().unwrap(), all.iter().max().unwrap());
        [low - half, high + half]
    };
    let ([left, right], [top, foot]) = (ends(&xs), ends(&ys));
    [left, top, right, foot]
}

fn steps() -> impl Iterator<Item = Option<Step>> + Clone {
    [None].into_iter().chain(Step::ALL.map(Some))
}

#[test]
fn no_link_reaches_beyond_the_drawing() {
    for stage in steps() {
        for stroke in links([stage; 3])
            .iter()
            .filter(|one| one.ink != Ink::Ground)
        {
            let [left, top, right, foot] = reach(stroke);
            assert!(left >= 0 && top >= 0, "{stage:?} {stroke:?}");
            assert!(
                right <= i64::from(WIDTH) && foot <= i64::from(HEIGHT),
                "{stroke:?}"
            );
        }
    }
}

#[test]
fn the_mark_fits_its_height() {
    for stroke in mark().iter().filter(|one| one.ink != Ink::Ground) {
        let [left, top, right, foot] = reach(stroke);
        assert!(
            left >= 0 && top >= 0 && right <= i64::from(WIDTH),
            "{stroke:?}"
        );
        assert!(foot <= i64::from(MARK_HEIGHT), "{stroke:?}");
    }
}

#[test]
fn every_link_lies_over_the_one_above_on_the_left_and_under_it_on_the_right() {
    let drawn = links([Step::new(5), Step::new(4), Step::new(3)]);
    let of = |width: u32| -> Vec<usize> {
        let line = |one: &Stroke| one.line.map(|line| line.width) == Some(width);
        let places = drawn.iter().enumerate().filter(|(_, one)| line(one));
        places.map(|(place, _)| place).collect()
    };
    let [first, second, third] = [of(21), of(14), of(9)];
    assert!(
        first[0] < second[0] && second[0] < third[0],
        "left: {drawn:?}"
    );
    assert!(
        first[1] > second[1] && second[1] > third[1],
        "right: {drawn:?}"
    );
    // Each is drawn on the gap that it makes in what it lies over.
    for (place, stroke) in drawn.iter().enumerate() {
        assert_eq!(stroke.ink == Ink::Ground, place % 2 == 0);
    }
}

#[test]
fn every_stage_is_drawn_differently() {
    let all: Vec<Line> = steps().map(weight).collect();
    for (place, one) in all.iter().enumerate() {
        assert!(!all[..place].contains(one), "{one:?}");
    }
}

#[test]
fn a_ruler_shows_stage_range_and_target_and_nothing_of_it_is_cut() {
    for stage in steps() {
        for target in steps() {
            for range in [None, Some((Step::LOWEST, Step::HIGHEST))] {
                let drawn = ruler(&Reading {
                    stage,
                    range,
                    target,
                });
                let count = |ink| drawn.iter().filter(|one| one.ink == ink).count();
                assert_eq!(count(Ink::Band), usize::from(range.is_some()));
                assert_eq!(count(Ink::Flag), usize::from(target.is_some()));
                assert_eq!(count(Ink::Link), stage.map_or(0, |one| one.number().into()));
                for stroke in &drawn {
                    let [left, top, right, foot] = reach(stroke);
                    assert!(left >= 0 && top >= 0, "{stroke:?}");
                    assert!(right <= i64::from(RULER_WIDTH), "{stroke:?}");
                    assert!(foot <= i64::from(RULER_HEIGHT), "{stroke:?}");
                }
            }
        }
    }
}

#[test]
fn the_ready_made_paths_are_those_of_the_mark() {
    let paths = mark().into_iter().map(|stroke| stroke.path);
    assert_eq!(paths.collect::<Vec<_>>(), MARK);
    // As the page's frame says it.
    assert_eq!((WIDTH, MARK_HEIGHT), (92, 264));
}

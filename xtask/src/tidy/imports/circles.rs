//! Ways that lead back to where they began.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Who uses whom.
pub type Graph<T> = BTreeMap<T, BTreeSet<T>>;

/// The shortest circles; of two that share a step only the shorter one, since whoever
/// undoes that one may have undone the other.
pub fn circles<T: Ord + Clone>(graph: &Graph<T>) -> Vec<Vec<T>> {
    let steps = graph
        .iter()
        .flat_map(|(from, all)| all.iter().map(move |to| (from, to)));
    let mut all: Vec<Vec<T>> = steps
        .filter_map(|(from, to)| round(graph, from, to))
        .collect();
    all.sort_by_key(Vec::len);
    let mut told: BTreeSet<(T, T)> = BTreeSet::new();
    all.retain(|circle| {
        let next = circle.iter().cycle().skip(1);
        let steps: Vec<(T, T)> = circle.iter().cloned().zip(next.cloned()).collect();
        let new = !steps.iter().any(|step| told.contains(step));
        if new {
            told.extend(steps);
        }
        new
    });
    all
}

/// The shortest way from a node by way of the next one back to itself.
fn round<T: Ord + Clone>(graph: &Graph<T>, from: &T, to: &T) -> Option<Vec<T>> {
    let before = reached(graph, to);
    let mut way = Vec::new();
    let mut at = *before.get(from)?;
    while at != to {
        way.push(at.clone());
        at = before.get(at)?;
    }
    way.extend([to.clone(), from.clone()]);
    way.reverse();
    Some(way)
}

/// Everything that a node leads to, with the step before it.
fn reached<'a, T: Ord>(graph: &'a Graph<T>, start: &'a T) -> BTreeMap<&'a T, &'a T> {
    let mut before = BTreeMap::new();
    let mut waiting = VecDeque::from([start]);
    while let Some(from) = waiting.pop_front() {
        for to in graph.get(from).into_iter().flatten() {
            if !before.contains_key(to) {
                before.insert(to, from);
                waiting.push_back(to);
            }
        }
    }
    before
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(edges: &[(u8, u8)]) -> Vec<Vec<u8>> {
        let mut graph: Graph<u8> = Graph::new();
        for (from, to) in edges {
            graph.entry(*from).or_default().insert(*to);
        }
        circles(&graph)
    }

    #[test]
    fn finds_each_way_round_once() {
        assert_eq!(found(&[(1, 2), (2, 3), (1, 3)]), [[0; 0]; 0]);
        assert_eq!(found(&[(1, 2), (2, 1)]), [[1, 2]]);
        assert_eq!(
            found(&[(1, 2), (2, 3), (3, 4), (4, 1), (3, 1)]),
            [[1, 2, 3]]
        );
        let two = found(&[(1, 2), (2, 1), (2, 3), (3, 4), (4, 3)]);
        assert_eq!(two, [[1, 2], [3, 4]]);
    }
}

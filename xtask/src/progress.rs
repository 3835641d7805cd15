//! Says what is being done, how far it is and about how long it takes: in one line that
//! moves, or, where stderr is no terminal, in a line at the beginning and end of each.

use std::collections::HashMap;
use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use std::time::{Duration, Instant};
use std::{fs, io};

use crate::log;
use crate::project::Project;
use crate::step::{Row, Step};

/// Signs on a terminal's line, where nothing else is known.
const WIDTH: usize = 79;

/// How the steps are told of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Voice {
    Moving,
    Plain,
    #[cfg(test)]
    Silent,
}

/// How a step ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    Done,
    Failed,
    /// Because another one failed.
    Stopped,
}

/// One of the steps, and how far it is.
struct Part {
    step: Step,
    name: &'static str,
    after: &'static [Step],
    /// As long as it took last time, or about as long as the first time takes.
    expected: Duration,
    state: State,
}

impl Part {
    /// Longer under way than half as long again as expected: then nobody knows.
    fn is_late(&self) -> bool {
        let patience = self.expected * 3 / 2 + Duration::from_secs(2);
        matches!(self.state, State::Running { begun, .. } if begun.elapsed() > patience)
    }
}

enum State {
    Waiting,
    Running { number: usize, begun: Instant },
    Done,
}

pub struct Progress<'a> {
    project: Option<&'a Project>,
    parts: Vec<Part>,
    voice: Voice,
    started: Instant,
    begun: usize,
    times: HashMap<String, u64>,
}

impl<'a> Progress<'a> {
    pub fn new(project: &'a Project, rows: &[&Row]) -> Self {
        let voice = match io::stderr().is_terminal() {
            true => Voice::Moving,
            false => Voice::Plain,
        };
        Self::told(Some(project), rows, voice)
    }

    #[cfg(test)]
    pub fn quiet(rows: &[&Row]) -> Self {
        Self::told(None, rows, Voice::Silent)
    }

    fn told(project: Option<&'a Project>, rows: &[&Row], voice: Voice) -> Self {
        let times = project.map(|project| read_times(&times_path(project)));
        let times = times.unwrap_or_default();
        let part = |row: &&Row| Part {
            step: row.step,
            name: row.name,
            after: row.after,
            expected: match times.get(row.name) {
                Some(tenths) => Duration::from_millis(tenths * 100),
                None => Duration::from_secs(row.seconds),
            },
            state: State::Waiting,
        };
        Self {
            project,
            parts: rows.iter().map(part).collect(),
            voice,
            started: Instant::now(),
            begun: 0,
            times,
        }
    }

    pub fn begin(&mut self, step: Step) {
        self.begun += 1;
        let (number, total, voice) = (self.begun, self.parts.len(), self.voice);
        let Some(part) = self.parts.iter_mut().find(|part| part.step == step) else {
            return;
        };
        part.state = State::Running {
            number,
            begun: Instant::now(),
        };
        if voice == Voice::Plain {
            eprintln!(
                "step {number} of {total}: {}, about {} …",
                part.name,
                rough(part.expected)
            );
        }
        self.tick();
    }

    pub fn end(&mut self, step: Step, time: Duration, end: End) {
        let (total, all) = (self.parts.len(), spoken(self.started.elapsed()));
        let Some(part) = self.parts.iter_mut().find(|part| part.step == step) else {
            return;
        };
        let number = match part.state {
            State::Running { number, .. } => number,
            State::Waiting | State::Done => 0,
        };
        part.state = State::Done;
        let name = part.name;
        let how = match end {
            End::Done => "done",
            End::Failed => "failed",
            End::Stopped => "stopped",
        };
        if end == End::Done {
            let tenths = u64::try_from(time.as_millis() / 100).unwrap_or(u64::MAX);
            self.times.insert(name.to_owned(), tenths);
        }
        if self.voice == Voice::Plain {
            let time = spoken(time);
            eprintln!("step {number} of {total}: {name}: {how} after {time} ({all} in all)");
        }
        self.tick();
    }

    /// Draws the line that moves.
    pub fn tick(&self) {
        if self.voice == Voice::Moving {
            let line: String = self.line().chars().take(WIDTH).collect();
            draw(&line);
        }
    }

    /// The last line stays; what took how long is kept for next time.
    pub fn finish(&self) {
        if let Some(project) = self.project {
            let lines = self
                .times
                .iter()
                .map(|(name, time)| format!("{time} {name}\n"));
            // Without it the next run says how long the first time takes.
            let _ = fs::write(times_path(project), lines.collect::<String>());
        }
        if self.voice == Voice::Moving && !self.parts.is_empty() {
            let done = self
                .parts
                .iter()
                .filter(|part| matches!(part.state, State::Done));
            let (done, total, all) = (done.count(), self.parts.len(), self.started.elapsed());
            draw(&format!(
                "{done} of {total} steps done after {}\n",
                spoken(all)
            ));
        }
    }

    /// `step 5 of 9, about 60 s left: npm packages 3 s, compile the app 12 s`
    fn line(&self) -> String {
        let mut running: Vec<(usize, String)> = self
            .parts
            .iter()
            .filter_map(|part| match part.state {
                State::Running { number, begun } => {
                    Some((number, format!("{} {}", part.name, rough(begun.elapsed()))))
                }
                State::Waiting | State::Done => None,
            })
            .collect();
        running.sort_unstable();
        let number = running.last().map_or(self.begun, |(number, _)| *number);
        let names: Vec<String> = running.into_iter().map(|(_, text)| text).collect();
        let left = self.parts.iter().map(|part| self.left(part)).max();
        let left = match left.filter(|_| !self.parts.iter().any(Part::is_late)) {
            Some(left) => format!("about {} left", rough(left)),
            None => "slower than before".to_owned(),
        };
        let total = self.parts.len();
        format!("step {number} of {total}, {left}: {}", names.join(", "))
    }

    /// How long it takes until a step is done, those before it included.
    fn left(&self, part: &Part) -> Duration {
        let own = match part.state {
            State::Waiting => part.expected,
            State::Running { begun, .. } => part.expected.saturating_sub(begun.elapsed()),
            State::Done => return Duration::ZERO,
        };
        let before = self
            .parts
            .iter()
            .filter(|other| part.after.contains(&other.step));
        own + before
            .map(|other| self.left(other))
            .max()
            .unwrap_or_default()
    }
}

/// In the place of the line that stands there.
fn draw(line: &str) {
    // A terminal that cannot be written to is no reason to stop.
    let _ = write!(io::stderr(), "\r\x1b[2K{line}");
    let _ = io::stderr().flush();
}

fn times_path(project: &Project) -> PathBuf {
    log::folder(project).join("times")
}

/// Lines of tenths of a second and the name of a step.
fn read_times(path: &PathBuf) -> HashMap<String, u64> {
    let text = fs::read_to_string(path).unwrap_or_default();
    let line = |line: &str| {
        let (time, name) = line.split_once(' ')?;
        Some((name.to_owned(), time.parse().ok()?))
    };
    text.lines().filter_map(line).collect()
}

/// `3.2 s` or `2 min 05 s`.
pub fn spoken(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 {
        format!("{seconds}.{} s", time.subsec_millis() / 100)
    } else {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    }
}

/// As much of it as a forecast knows: `3 s` or `2 min`.
fn rough(time: Duration) -> String {
    let seconds = time.as_secs();
    match seconds {
        0..90 => format!("{seconds} s"),
        _ => format!("{} min", (seconds + 30) / 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table;

    #[test]
    fn times_are_short() {
        assert_eq!(spoken(Duration::from_millis(3240)), "3.2 s");
        assert_eq!(spoken(Duration::from_secs(125)), "2 min 05 s");
        assert_eq!(rough(Duration::from_millis(3900)), "3 s");
        assert_eq!(rough(Duration::from_secs(125)), "2 min");
    }

    #[test]
    fn the_line_says_how_far_it_is_and_how_long_it_takes() {
        let wanted = [Step::Bind, Step::Compile, Step::Styles];
        let rows = table::rows(&wanted);
        let mut progress = Progress::quiet(&rows);
        progress.begin(Step::Compile);
        progress.begin(Step::Styles);
        progress.end(Step::Styles, Duration::from_secs(1), End::Done);
        let line = progress.line();
        assert!(
            line.starts_with("step 1 of 3, about 2 min left: compile the app 0 s"),
            "{line}"
        );
        progress.end(Step::Compile, Duration::from_secs(1), End::Done);
        progress.begin(Step::Bind);
        assert!(
            progress.line().starts_with("step 3 of 3"),
            "{}",
            progress.line()
        );
    }
}

//! Does the steps of a job: each as soon as what it waits for is done, several at once.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use crate::failure::Failure;
use crate::log::Log;
use crate::progress::{End, Progress};
use crate::step::{Job, Row, Step};

/// How often the line that moves is drawn.
const TICK: Duration = Duration::from_millis(200);

/// Does these steps of the table. After a failure no further one is begun, and the
/// programs of those that run are ended.
pub fn run(job: &Job, rows: &[&Row]) -> Result<(), Failure> {
    perform(rows, &mut Progress::new(job.project, rows), job)
}

fn perform(rows: &[&Row], progress: &mut Progress, job: &Job) -> Result<(), Failure> {
    let mut waiting = rows.to_vec();
    let mut undone: Vec<Step> = rows.iter().map(|row| row.step).collect();
    let mut failure = None;
    let stopped = AtomicBool::new(false);
    let (told, news) = mpsc::channel();
    thread::scope(|scope| {
        let mut running = 0;
        loop {
            if failure.is_none() {
                for row in ready(&mut waiting, &undone) {
                    running += 1;
                    progress.begin(row.step);
                    let told = told.clone();
                    let log = Log::begin(job.project, row.name, &stopped);
                    scope.spawn(move || {
                        let begun = Instant::now();
                        // Nobody listens only where all is over.
                        let _ = told.send((row.step, (row.work)(job, &log), begun.elapsed()));
                    });
                }
            }
            if running == 0 {
                break;
            }
            let Ok((step, result, time)) = news.recv_timeout(TICK) else {
                progress.tick();
                continue;
            };
            running -= 1;
            undone.retain(|other| *other != step);
            let end = match (&result, &failure) {
                (Ok(()), _) => End::Done,
                (Err(_), None) => End::Failed,
                (Err(_), Some(_)) => End::Stopped,
            };
            progress.end(step, time, end);
            if let Err(first) = result {
                stopped.store(true, Ordering::Relaxed);
                failure.get_or_insert(first);
            }
        }
    });
    progress.finish();
    failure.map_or(Ok(()), Err)
}

/// Takes out the rows that wait for nothing any more.
fn ready<'a>(waiting: &mut Vec<&'a Row>, undone: &[Step]) -> Vec<&'a Row> {
    let (ready, later) = waiting
        .iter()
        .partition(|row| !row.after.iter().any(|step| undone.contains(step)));
    *waiting = later;
    ready
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;
    use crate::project::Project;
    use crate::step::Work;

    static DONE: Mutex<Vec<&str>> = Mutex::new(Vec::new());

    fn note(name: &'static str) -> Result<(), Failure> {
        DONE.lock().unwrap().push(name);
        Ok(())
    }

    const fn row(step: Step, after: &'static [Step], work: Work) -> Row {
        Row {
            step,
            name: "trial",
            after,
            seconds: 0,
            work,
        }
    }

    #[test]
    fn steps_wait_for_others_and_a_failure_ends_it() {
        let rows = [
            row(Step::Compile, &[Step::Target], |_, _| note("second")),
            row(Step::Target, &[Step::Trunk], |_, _| {
                thread::sleep(Duration::from_millis(20));
                note("first")
            }),
            row(Step::Bind, &[Step::Compile], |_, _| {
                Err(Failure::new("bind", "no", "none"))
            }),
            row(Step::Optimise, &[Step::Bind], |_, _| note("never")),
        ];
        let rows: Vec<&Row> = rows.iter().collect();
        let project = Project::open().unwrap();
        let job = Job::of_setup(&project);
        let result = perform(&rows, &mut Progress::quiet(&rows), &job);
        assert_eq!(result.unwrap_err().step, "bind");
        assert_eq!(*DONE.lock().unwrap(), ["first", "second"]);
    }
}

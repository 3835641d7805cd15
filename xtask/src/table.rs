//! What a site is made by: one table of steps, each with those that it waits for.
//! Set-up, `build` and Trunk's hook each do a part of it.

use crate::step::Step::{
    self, Bind, Binder, Compile, Minify, Optimise, Packages, Pages, Place, Renderer, Scripts,
    Single, Styles, Target, Trunk, WasmBindgen,
};
use crate::step::{Row, Work};
use crate::{install, pages, pipeline, shrink};

/// In an order in which they could be done one by one.
#[rustfmt::skip]
static STEPS: [Row; 15] = [
    row(Target, "WebAssembly target", &[], 10, install::target),
    row(Packages, "npm packages", &[], 15, install::packages),
    row(Compile, "compile the app", &[Target], 90, pipeline::compile),
    row(Binder, "compile wasm-bindgen", &[], 45, pipeline::compile_binder),
    row(Styles, "styles", &[Packages], 4, pages::bundle_styles),
    row(Scripts, "scripts", &[Packages], 1, pages::bundle_scripts),
    row(Bind, "wasm-bindgen", &[Compile, Binder], 2, pipeline::bind),
    // Waits, and so leaves the two cores to what others wait for.
    row(Renderer, "compile the renderer", &[Binder], 40, pages::compile_renderer),
    row(Optimise, "wasm-opt", &[Bind, Packages], 30, shrink::optimise),
    row(Minify, "small scripts", &[Optimise], 5, pages::minify),
    row(Pages, "pages", &[Styles, Scripts, Minify, Renderer], 1, pages::render),
    row(Place, "put in place", &[Pages], 1, pipeline::place),
    row(Single, "one file", &[Styles, Scripts, Renderer, Place], 1, pages::single),
    row(WasmBindgen, "install wasm-bindgen", &[], 60, install::wasm_bindgen),
    row(Trunk, "install Trunk", &[WasmBindgen], 170, install::trunk),
];

/// All that a site takes, but for what has to be installed.
pub const BUILD: [Step; 10] = [
    Compile, Binder, Styles, Scripts, Bind, Renderer, Optimise, Minify, Pages, Place,
];

/// From a built site to the edition that is one file.
pub const SINGLE: [Step; 4] = [Styles, Scripts, Renderer, Single];

/// From what Trunk has built, as it stands, to the site.
pub const HOOK: [Step; 4] = [Styles, Scripts, Renderer, Pages];

/// These of the steps, in the order of the table.
pub fn rows(steps: &[Step]) -> Vec<&'static Row> {
    let wanted = |row: &&Row| steps.contains(&row.step);
    STEPS.iter().filter(wanted).collect()
}

const fn row(
    step: Step,
    name: &'static str,
    after: &'static [Step],
    seconds: u64,
    work: Work,
) -> Row {
    Row {
        step,
        name,
        after,
        seconds,
        work,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Otherwise a run would wait for ever.
    #[test]
    fn what_a_step_waits_for_stands_before_it() {
        for (index, row) in STEPS.iter().enumerate() {
            for step in row.after {
                let earlier = STEPS[..index].iter().any(|row| row.step == *step);
                assert!(earlier, "{:?} waits for {step:?}", row.step);
            }
        }
    }

    #[test]
    fn names_of_logs_are_unlike() {
        let mut names: Vec<&str> = STEPS.iter().map(|row| row.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), STEPS.len());
    }
}

//! The program that the site loads, as `index.html` names it for Trunk: read from
//! there, so that both ways of building make the same of them.

use std::fs;

use crate::failure::Failure;
use crate::project::Project;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Program {
    /// What cargo calls it.
    pub name: String,
    /// How wasm-opt makes it small.
    pub parameters: Vec<String>,
}

impl Program {
    pub fn of(project: &Project) -> Result<Self, Failure> {
        let path = project.at("index.html");
        let step = "find the program of the site";
        let text = fs::read_to_string(&path).map_err(|error| Failure::file(step, &path, error))?;
        read(&text).ok_or_else(|| {
            let remedy = "restore index.html from version control";
            Failure::new(step, "index.html names none", remedy)
        })
    }
}

fn read(html: &str) -> Option<Program> {
    html.split("<link ")
        .filter_map(|link| link.split_once('>'))
        .filter(|(link, _)| attribute(link, "rel") == Some("rust"))
        .find_map(|(link, _)| program(link))
}

fn program(link: &str) -> Option<Program> {
    // In the order in which Trunk hands them on: what comes first acts first.
    let level = format!("-O{}", attribute(link, "data-wasm-opt")?);
    let others = attribute(link, "data-wasm-opt-params").unwrap_or_default();
    let others = others.split_whitespace().map(str::to_owned);
    Some(Program {
        name: attribute(link, "data-bin")?.to_owned(),
        parameters: [level].into_iter().chain(others).collect(),
    })
}

fn attribute<'a>(link: &'a str, name: &str) -> Option<&'a str> {
    let (_, after) = link.split_once(&format!("{name}=\""))?;
    Some(after.split_once('"')?.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_trunk_reads() {
        let html = "<link rel=\"icon\" href=\"x\">\n<link data-trunk rel=\"rust\" data-bin=\"a\" \
                    data-wasm-opt=\"z\" data-wasm-opt-params=\"--flatten -Oz\">";
        let parameters = ["-Oz", "--flatten", "-Oz"].map(str::to_owned).to_vec();
        let name = "a".to_owned();
        assert_eq!(read(html), Some(Program { name, parameters }));
    }

    #[test]
    fn index_html_names_the_program_of_the_site() {
        let program = Program::of(&Project::open().unwrap()).unwrap();
        assert_eq!(program.name, "forankring");
        assert!(program.parameters.len() > 1);
    }
}

//! Runs a program with real Go and with `goes`, and compares what each case prints.

use crate::Program;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

/// Longer than any program needs that ends.
const LIMIT: Duration = Duration::from_secs(240);

pub struct Runner {
    goes: PathBuf,
    folder: tempfile::TempDir,
}

/// A case that prints something else under `goes`.
#[derive(Debug)]
pub struct Difference {
    pub case: usize,
    pub wanted: String,
    pub got: String,
}

/// Why no comparison was made.
#[derive(Debug)]
pub enum Failure {
    /// Real Go refuses the program: the generator is wrong.
    Invalid(String),
    /// `goes` refuses the program.
    Refused(String),
    World(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        Failure::World(error)
    }
}

impl Runner {
    pub fn new(goes: PathBuf) -> io::Result<Runner> {
        Ok(Runner {
            goes,
            folder: tempfile::Builder::new().prefix("goes-random-").tempdir()?,
        })
    }

    /// Whether there is a Go to compare with.
    pub fn has_go() -> bool {
        Command::new("go")
            .arg("version")
            .output()
            .is_ok_and(|output| output.status.success())
    }

    /// The cases that differ.
    pub fn differences(&self, program: &Program) -> Result<Vec<Difference>, Failure> {
        fs::write(self.folder.path().join("main.go"), program.text())?;
        let mut wanted = sections(&self.native()?);
        let mut rest = program.clone();
        let mut found = Vec::new();
        // A case that ends the process hides those after it, which then run without it.
        while !rest.cases.is_empty() {
            let (got, errors) = self.run(&rest)?;
            if got.is_empty() {
                return Err(Failure::Refused(errors));
            }
            let got = sections(&got);
            let ended = got.len() < rest.cases.len();
            let last = got.keys().next_back().copied().unwrap_or_default();
            for (case, mut got) in got {
                let wanted = wanted.remove(&case).unwrap_or_default();
                if ended && case == last {
                    got.push_str(&errors);
                }
                if wanted != got {
                    found.push(Difference { case, wanted, got });
                }
            }
            rest.cases.retain(|case| case.id > last);
        }
        Ok(found)
    }

    /// What `goes run` prints to stdout and to stderr.
    fn run(&self, program: &Program) -> Result<(String, String), Failure> {
        let file = self.folder.path().join("main.go");
        fs::write(&file, program.text())?;
        let mut goes = Command::new(&self.goes);
        goes.arg("run").arg(&file);
        let output = self.execute(goes)?;
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Ok((text(&output.stdout), text(&output.stderr)))
    }

    fn native(&self) -> Result<String, Failure> {
        let binary = self.folder.path().join("program");
        let mut build = Command::new("go");
        build.args(["build", "-p", "1", "-o"]).arg(&binary).arg("main.go");
        let built = self.execute(build)?;
        if !built.status.success() {
            return Err(Failure::Invalid(
                String::from_utf8_lossy(&built.stderr).into_owned(),
            ));
        }
        let output = self.execute(Command::new(&binary))?;
        if !output.status.success() {
            return Err(Failure::Invalid(
                String::from_utf8_lossy(&output.stderr).into_owned(),
            ));
        }
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// The byte ranges of a text that `goes check` finds errors in, as line numbers.
    pub(crate) fn lines_with_errors(&self, program: &Program) -> Result<Vec<usize>, Failure> {
        let file = self.folder.path().join("main.go");
        fs::write(&file, program.text())?;
        let mut check = Command::new(&self.goes);
        check.args(["check", "--diagnostics=short"]).arg(&file);
        let output = self.execute(check)?;
        let text =
            String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
        Ok(text
            .lines()
            .filter_map(|line| line.split_once("main.go:")?.1.split(':').next()?.parse().ok())
            .collect())
    }

    fn execute(&self, mut command: Command) -> io::Result<Output> {
        let (out, err) = (self.folder.path().join("out"), self.folder.path().join("err"));
        let mut child = command
            .current_dir(self.folder.path())
            .env("GOTRACEBACK", "none")
            .stdin(Stdio::null())
            .stdout(fs::File::create(&out)?)
            .stderr(fs::File::create(&err)?)
            .spawn()?;
        let start = Instant::now();
        let status = loop {
            if let Some(status) = child.try_wait()? {
                break status;
            }
            if start.elapsed() > LIMIT {
                child.kill()?;
            }
            std::thread::sleep(Duration::from_millis(20));
        };
        Ok(Output {
            status,
            stdout: fs::read(&out)?,
            stderr: fs::read(&err)?,
        })
    }
}

/// What each case printed.
fn sections(output: &str) -> BTreeMap<usize, String> {
    let mut sections = BTreeMap::new();
    let mut current = 0;
    for line in output.split_inclusive('\n') {
        match line
            .strip_prefix('#')
            .and_then(|rest| rest.trim_end().parse().ok())
        {
            Some(case) => {
                current = case;
                sections.insert(case, String::new());
            }
            None => sections.entry(current).or_default().push_str(line),
        }
    }
    sections
}

//! Running commands and comparing what they print.

use libtest_mimic::Failed;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// No test program runs longer than this on an idle machine by two orders of magnitude.
const LIMIT: Duration = Duration::from_secs(120);

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .nth(2)
        .expect("the crate lies in compiler/cli")
        .to_path_buf()
}

pub fn is_recording() -> bool {
    std::env::var_os("GOES_RECORD").is_some()
}

pub fn scratch() -> Result<tempfile::TempDir, Failed> {
    Ok(tempfile::Builder::new().prefix("goes-test-").tempdir()?)
}

/// What a program printed, and how it ended.
#[derive(Debug)]
pub struct Outcome {
    pub stdout: String,
    pub stderr: String,
    pub code: i32,
}

impl Outcome {
    /// Records: `.out` has stdout; `.err`, where the program fails, its exit code and what stderr says
    /// before the goroutine traces.
    pub fn save(&self, file: &Path) -> Result<(), Failed> {
        fs::write(file.with_extension("out"), &self.stdout)?;
        let failure = file.with_extension("err");
        if self.code != 0 || !self.stderr.is_empty() {
            fs::write(failure, format!("exit status {}\n{}", self.code, self.report()))?;
        } else if failure.exists() {
            fs::remove_file(failure)?;
        }
        Ok(())
    }

    pub fn load(file: &Path) -> Result<Outcome, Failed> {
        let stdout = fs::read_to_string(file.with_extension("out"))
            .map_err(|_| Failed::from("no record: run with GOES_RECORD=1 where Go is installed"))?;
        let Ok(failure) = fs::read_to_string(file.with_extension("err")) else {
            return Ok(Outcome {
                stdout,
                stderr: String::new(),
                code: 0,
            });
        };
        let (status, report) = failure.split_once('\n').unwrap_or((&failure, ""));
        let code = status.trim_start_matches("exit status ").parse()?;
        Ok(Outcome {
            stdout,
            stderr: report.to_string(),
            code,
        })
    }

    /// Stderr up to the goroutine traces, which hold addresses and paths.
    fn report(&self) -> String {
        let end = self.stderr.find("\ngoroutine ").unwrap_or(self.stderr.len());
        let lines = self.stderr[..end]
            .lines()
            .filter(|line| !line.starts_with("exit status "));
        let report = lines.map(mask_addresses).collect::<Vec<_>>().join("\n");
        report.trim_end().to_string()
    }

    /// What is said of places in files, sorted.
    pub fn findings(&self) -> String {
        let is_finding = |line: &&str| line.contains(".go:");
        let mut lines: Vec<&str> = self.stderr.lines().filter(is_finding).collect();
        lines.sort_unstable();
        lines
            .iter()
            .map(|line| line.trim_start_matches("./").replacen(" warning: ", " ", 1) + "\n")
            .collect()
    }

    pub fn compare(&self, got: &Outcome) -> Result<(), Failed> {
        if self.stdout != got.stdout {
            return Err(difference("stdout", &self.stdout, &got.stdout, &got.ending()).into());
        }
        if self.code != got.code {
            return Err(format!(
                "exit code {}, want {}\nstderr:\n{}",
                got.code, self.code, got.stderr
            )
            .into());
        }
        let (wanted, seen) = (self.report(), got.report());
        if wanted != seen {
            return Err(difference("stderr", &wanted, &seen, &got.ending()).into());
        }
        Ok(())
    }

    fn ending(&self) -> String {
        let stderr: String = self.stderr.chars().take(2000).collect();
        format!("exit code {}\nstderr:\n{stderr}", self.code)
    }
}

/// `0xc000012345` is another number in each run, and what a signal tells is the machine's.
fn mask_addresses(line: &str) -> String {
    if line.starts_with("[signal SIGSEGV") {
        return "[signal SIGSEGV]".to_string();
    }
    let mut masked = String::new();
    let mut rest = line;
    while let Some(at) = rest.find("0x") {
        let digits = rest[at + 2..]
            .find(|c: char| !c.is_ascii_hexdigit())
            .unwrap_or(rest.len() - at - 2);
        masked.push_str(&rest[..at]);
        masked.push_str(if digits >= 6 {
            "0x…"
        } else {
            &rest[at..at + 2 + digits]
        });
        rest = &rest[at + 2 + digits..];
    }
    masked + rest
}

pub fn difference(what: &str, wanted: &str, got: &str, ending: &str) -> String {
    let line = wanted
        .lines()
        .zip(got.lines())
        .take_while(|(a, b)| a == b)
        .count();
    format!(
        "{what} differs at line {}:\n  want {:?}\n  got  {:?}\n{ending}",
        line + 1,
        wanted.lines().nth(line),
        got.lines().nth(line),
    )
}

/// Runs `go vet` on a file.
pub fn vet_with_go(file: &Path) -> Result<Outcome, Failed> {
    let folder = file.parent().expect("a file lies in a folder");
    execute(Command::new("go").arg("vet").arg(file).current_dir(folder), &[])
}

/// `(0.01s)`, `\t0.123s` and the numbers of benchmarks and events, which are others in each run.
pub fn mask_times(text: &str) -> String {
    let mut masked = String::new();
    for line in text.lines() {
        if line.starts_with("{\"") {
            masked.push_str(&mask_event(line));
        } else if line.starts_with("Benchmark") {
            let name = line.split(['-', '\t', ' ']).next().unwrap_or_default();
            masked.push_str(name);
        } else {
            let is_machine = ["goos: ", "goarch: ", "cpu: "]
                .iter()
                .any(|prefix| line.starts_with(prefix));
            if is_machine {
                continue;
            }
            masked.push_str(&mask_seconds(line));
        }
        masked.push('\n');
    }
    masked
}

fn mask_seconds(line: &str) -> String {
    let mut masked = String::new();
    let mut rest = line;
    while let Some(at) = rest.find(['(', '\t']) {
        let (head, tail) = rest.split_at(at + 1);
        masked.push_str(head);
        let end = tail
            .find(|c: char| !c.is_ascii_digit() && c != '.')
            .unwrap_or(tail.len());
        rest = tail;
        if end > 0 && tail[end..].starts_with('s') {
            masked.push('0');
            rest = &tail[end..];
        }
    }
    masked + rest
}

/// What an event of `-json` says, but for its times.
fn mask_event(line: &str) -> String {
    let Ok(serde_json::Value::Object(mut event)) = serde_json::from_str(line) else {
        return line.to_string();
    };
    event.remove("Time");
    event.remove("Elapsed");
    if let Some(serde_json::Value::String(output)) = event.get_mut("Output") {
        *output = mask_seconds(output);
    }
    let mut fields: Vec<String> = event
        .iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    fields.sort();
    fields.join(" ")
}

/// `goes test`, or real Go's when recording, with arguments separated by blanks.
pub fn test(arguments: &str, folder: &Path) -> Result<Outcome, Failed> {
    let mut command = if is_recording() {
        Command::new("go")
    } else {
        Command::new(env!("CARGO_BIN_EXE_goes"))
    };
    command
        .arg("test")
        .args(arguments.split_whitespace())
        .current_dir(folder)
        .env("GOWORK", "off")
        .env("GOFLAGS", if is_recording() { "-count=1" } else { "" });
    execute(&mut command, &[])
}

/// Runs the `goes` of this build on a target.
pub fn goes(arguments: &[&str], target: &Path, input: &[u8]) -> Result<Outcome, Failed> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_goes"));
    command.args(arguments);
    // A folder is a module of its own: commands run inside it, as a person would.
    if target.is_dir() {
        command.arg(".").current_dir(target);
    } else {
        command
            .arg(target)
            .current_dir(target.parent().expect("a file lies in a folder"));
    }
    execute(&mut command, input)
}

/// Builds with real Go and runs the program: its own exit code is the record.
pub fn record_with_go(target: &Path, input: &[u8]) -> Result<Outcome, Failed> {
    let folder = scratch()?;
    let program = folder.path().join("program");
    let mut build = Command::new("go");
    build.args(["build", "-o"]).arg(&program).env("GOWORK", "off");
    if target.is_dir() {
        build.arg(".").current_dir(target);
    } else {
        build.arg(target);
    }
    let built = execute(&mut build, &[])?;
    if built.code != 0 {
        return Err(format!("go build: {}{}", built.stdout, built.stderr).into());
    }
    let home = if target.is_dir() {
        target
    } else {
        target.parent().expect("a file lies in a folder")
    };
    execute(Command::new(&program).current_dir(home), input)
}

/// Runs the `goes` of this build in a folder.
pub fn goes_in(arguments: &[&str], folder: &Path) -> Result<Outcome, Failed> {
    command(env!("CARGO_BIN_EXE_goes"), arguments, folder)
}

pub fn command(program: &str, arguments: &[&str], folder: &Path) -> Result<Outcome, Failed> {
    execute(Command::new(program).args(arguments).current_dir(folder), &[])
}

/// TypeScript's compiler.
pub fn tsc() -> Option<String> {
    let named = std::env::var("GOES_TSC").unwrap_or_else(|_| "tsc".into());
    let runs = Command::new(&named)
        .arg("--version")
        .output()
        .is_ok_and(|output| output.status.success());
    runs.then_some(named)
}

fn execute(command: &mut Command, input: &[u8]) -> Result<Outcome, Failed> {
    let mut child = command
        // What is to be tested is the compiler.
        .env("GOES_CACHE", "off")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| format!("{command:?}: {error}"))?;
    let mut stdin = child.stdin.take().expect("stdin is piped");
    let input = input.to_vec();
    let writer = std::thread::spawn(move || {
        // A program need not read its input.
        let _ = stdin.write_all(&input);
    });
    let (mut out, mut err) = (
        child.stdout.take().expect("piped"),
        child.stderr.take().expect("piped"),
    );
    let reader = std::thread::spawn(move || read_all(&mut out));
    let errors = std::thread::spawn(move || read_all(&mut err));
    let started = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        if started.elapsed() > LIMIT {
            child.kill()?;
            child.wait()?;
            return Err(format!("still running after {LIMIT:?}").into());
        }
        std::thread::sleep(Duration::from_millis(2));
    };
    let _ = writer.join();
    Ok(Outcome {
        stdout: reader.join().map_err(|_| "reading stdout failed")?,
        stderr: errors.join().map_err(|_| "reading stderr failed")?,
        code: status.code().unwrap_or(-1),
    })
}

fn read_all(from: &mut impl std::io::Read) -> String {
    let mut bytes = Vec::new();
    let _ = from.read_to_end(&mut bytes);
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Unpacks `-- name --` sections.
pub fn unpack_txtar(archive: &str, folder: &Path) -> Result<(), Failed> {
    let mut current: Option<(PathBuf, String)> = None;
    let write = |file: Option<(PathBuf, String)>| -> Result<(), Failed> {
        let Some((path, text)) = file else { return Ok(()) };
        fs::create_dir_all(path.parent().expect("a file lies in a folder"))?;
        Ok(fs::write(path, text)?)
    };
    for line in archive.split_inclusive('\n') {
        let name = line
            .trim_end()
            .strip_prefix("-- ")
            .and_then(|rest| rest.strip_suffix(" --"));
        match (name, &mut current) {
            (Some(name), _) => write(current.replace((folder.join(name), String::new())))?,
            (None, Some((_, text))) => text.push_str(line),
            (None, None) => {}
        }
    }
    write(current)
}

/// `// ERROR "text"` marks: line number (from 1) and text, several per line allowed.
pub fn marked_errors(source: &str) -> Vec<(usize, String)> {
    let mut marks = Vec::new();
    for (index, line) in source.lines().enumerate() {
        let Some((_, mark)) = line.split_once("// ERROR ") else {
            continue;
        };
        marks.extend(
            mark.split('"')
                .skip(1)
                .step_by(2)
                .map(|text| (index + 1, text.to_string())),
        );
    }
    marks
}

pub fn compare_errors(wanted: &[(usize, String)], got: &Outcome) -> Result<(), Failed> {
    let mut left = wanted.to_vec();
    let mut surplus = Vec::new();
    for line in (got.stdout.clone() + &got.stderr)
        .lines()
        .filter(|line| !line.starts_with('\t'))
    {
        let Some((number, message)) = line.split_once(".go:").and_then(|(_, rest)| rest.split_once(':'))
        else {
            continue;
        };
        let Ok(number) = number.parse::<usize>() else {
            continue;
        };
        match left
            .iter()
            .position(|(at, text)| *at == number && message.contains(text.as_str()))
        {
            Some(found) => {
                left.remove(found);
            }
            None => surplus.push(line.to_string()),
        }
    }
    if left.is_empty() && surplus.is_empty() && got.code == 1 {
        return Ok(());
    }
    Err(format!(
        "missing: {left:#?}\nnot expected: {surplus:#?}\nexit code {}\n{}{}",
        got.code, got.stdout, got.stderr
    )
    .into())
}

/// Runs an example's own script; `GOES` names the compiler.
pub fn run_script(script: &Path) -> Result<(), Failed> {
    let mut command = Command::new("sh");
    command
        .arg(script)
        .current_dir(script.parent().expect("a file lies in a folder"))
        .env("GOES", env!("CARGO_BIN_EXE_goes"));
    let got = execute(&mut command, &[])?;
    if got.code != 0 {
        return Err(format!("exit code {}\n{}{}", got.code, got.stdout, got.stderr).into());
    }
    Ok(())
}

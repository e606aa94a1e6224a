//! Runs the data under `tests/` and `examples/` through the built `goes`, one named test per file.
//!
//! - `tests/run/**/*.go` (or `.txtar`): stdout, exit code and panic text as recorded from real Go; where a line says
//!   `// emits no generators`, the output has none.
//! - Some of them once more, minified.
//! - `tests/errors/**/*.go`: each line marked `// ERROR "text"` gets an error with that text, no other line does.
//! - `tests/vet/*.go`: the findings of `go vet`, as recorded from it.
//! - `tests/hostile/*`: a clear error or the right output; never a crash.
//! - `tests/snapshots/*.go`: the JavaScript that we emit, beside its source.
//! - `tests/test/*.txtar`: what `go test` prints with the arguments that the archive begins with.
//! - `examples/*/`: built and run as a newcomer would.
//! - `tests/npm/*/`: made into an npm package, which `consumer.mjs` uses; `types.ts` where there is a `tsc`
//!   on the PATH or named by `GOES_TSC`.
//! - a few random programs, compared with the `go` on the PATH; ignored where there is none.
//!
//! `GOES_RECORD=1 cargo test --test suite` re-records outputs with the `go` on the PATH.

mod support;

use libtest_mimic::{Arguments, Failed, Trial};
use std::fs;
use std::path::{Path, PathBuf};
use support::{Outcome, goes, record_with_go, root, scratch};

fn main() {
    let arguments = Arguments::from_args();
    let mut trials = Vec::new();
    let mut add = |kind: &'static str, files: Vec<PathBuf>, test: fn(&Path) -> Result<(), Failed>| {
        for file in files {
            let name = file
                .strip_prefix(root())
                .expect("data lies in the tree")
                .display()
                .to_string();
            trials.push(Trial::test(name, move || test(&file)).with_kind(kind));
        }
    };
    add("run", files("tests/run", &["go", "txtar"]), run);
    for notion in ["control", "interface", "method", "goroutine"] {
        add(
            "minified",
            files(&format!("tests/run/{notion}"), &["go"]),
            minified,
        );
    }
    add("errors", files("tests/errors", &["go"]), errors);
    add("vet", files("tests/vet", &["go"]), vet);
    add("hostile", entries("tests/hostile"), hostile);
    add("snapshot", files("tests/snapshots", &["go"]), snapshot);
    add("test", files("tests/test", &["txtar"]), test);
    add("example", entries("examples"), example);
    add("npm", entries("tests/npm"), npm);
    let cases = entries("tests/npm");
    let types = Trial::test("types of npm packages", move || {
        cases.iter().try_for_each(|case| npm_types(case))
    });
    trials.push(types.with_kind("npm").with_ignored_flag(support::tsc().is_none()));
    let compared = Trial::test("random programs", random).with_kind("random");
    trials.push(compared.with_ignored_flag(!goes_random::Runner::has_go()));
    libtest_mimic::run(&arguments, trials).exit();
}

/// All files below a folder with one of the extensions, sorted.
fn files(folder: &str, extensions: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path
                .extension()
                .is_some_and(|e| extensions.iter().any(|x| e == *x))
            {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The direct entries of a folder, sorted; records of outcomes are not tests of their own.
fn entries(folder: &str) -> Vec<PathBuf> {
    let listing = fs::read_dir(root().join(folder)).into_iter().flatten().flatten();
    let mut found: Vec<_> = listing
        .map(|entry| entry.path())
        .filter(|path| path.is_dir() || path.extension().is_some_and(|e| e == "go" || e == "txtar"))
        .collect();
    found.sort();
    found
}

/// What a test file asks to be run: itself, or the module that a txtar archive holds.
fn subject(file: &Path) -> Result<(PathBuf, Option<tempfile::TempDir>), Failed> {
    if file.extension().is_some_and(|e| e == "txtar") {
        let folder = scratch()?;
        support::unpack_txtar(&fs::read_to_string(file)?, folder.path())?;
        return Ok((folder.path().to_path_buf(), Some(folder)));
    }
    Ok((file.to_path_buf(), None))
}

fn run(file: &Path) -> Result<(), Failed> {
    let (target, _folder) = subject(file)?;
    let input = fs::read(file.with_extension("in")).unwrap_or_default();
    if support::is_recording() {
        return record_with_go(&target, &input)?.save(file);
    }
    let wanted = Outcome::load(file)?;
    let got = goes(&["run"], &target, &input)?;
    wanted.compare(&got)?;
    if fs::read_to_string(file)?.contains("\n// emits no generators\n") {
        has_no_generators(&target)?;
    }
    Ok(())
}

/// The shortest form of a program prints the same.
fn minified(file: &Path) -> Result<(), Failed> {
    let folder = scratch()?;
    let program = folder.path().join("program.mjs");
    let built = goes(
        &["build", "--minify", "-o", &program.to_string_lossy()],
        file,
        &[],
    )?;
    if built.code != 0 {
        return Err(built.stderr.into());
    }
    let input = fs::read(file.with_extension("in")).unwrap_or_default();
    let got = goes(&["execute"], &program, &input)?;
    let wanted = Outcome::load(file)?;
    if (&got.stdout, got.code) != (&wanted.stdout, wanted.code) {
        return Err(format!("it prints\n{}{}", got.stdout, got.stderr).into());
    }
    Ok(())
}

/// A program in which nothing can wait is made of plain functions.
fn has_no_generators(file: &Path) -> Result<(), Failed> {
    let got = goes(&["build", "--emit=js"], file, &[])?;
    let (_, program) = got
        .stdout
        .split_once("// The program.\n")
        .ok_or("the output has no program")?;
    match program.lines().find(|line| line.contains("function*")) {
        Some(line) => Err(format!("a generator function: {line}").into()),
        None => Ok(()),
    }
}

fn errors(file: &Path) -> Result<(), Failed> {
    let source = fs::read_to_string(file)?;
    let wanted = support::marked_errors(&source);
    let got = goes(&["check", "--diagnostics=short"], file, &[])?;
    if wanted.is_empty() {
        return Err(format!("{} marks no error", file.display()).into());
    }
    support::compare_errors(&wanted, &got)
}

fn vet(file: &Path) -> Result<(), Failed> {
    let record = file.with_extension("findings");
    if support::is_recording() {
        return Ok(fs::write(record, support::vet_with_go(file)?.findings())?);
    }
    let got = goes(&["vet", "--diagnostics=short"], file, &[])?;
    let wanted = fs::read_to_string(record)?;
    if got.code != 1 || got.findings() != wanted {
        let (code, found) = (got.code, got.findings());
        return Err(format!("exit code {code}, findings:\n{found}\nwant:\n{wanted}").into());
    }
    Ok(())
}

/// The right output where real Go accepts the file and a record says what it prints; a clear error with
/// exit code 1 where it does not. What is nested absurdly deep (`deep_*`) may also be refused.
fn hostile(file: &Path) -> Result<(), Failed> {
    let (target, _folder) = subject(file)?;
    if support::is_recording() {
        return match record_with_go(&target, &[]) {
            Ok(outcome) if outcome.code != 126 => outcome.save(file),
            _ => Ok(()),
        };
    }
    let got = goes(&["run"], &target, &[])?;
    let crashed = got.stderr.contains("internal compiler error") || got.stderr.contains("panicked at");
    let located = [".go:", ".go)", "go.mod:", "package command-line-arguments"]
        .iter()
        .any(|place| got.stderr.contains(place));
    let refused = got.code == 1 && located && !crashed;
    let name = file.file_name().expect("a file has a name").to_string_lossy();
    if file.with_extension("out").exists() && !(refused && name.starts_with("deep_")) {
        return Outcome::load(file)?.compare(&got);
    }
    if !refused {
        return Err(format!(
            "not a clear error: exit code {}\n{}{}",
            got.code, got.stdout, got.stderr
        )
        .into());
    }
    Ok(())
}

fn snapshot(file: &Path) -> Result<(), Failed> {
    let got = goes(&["build", "--emit=js"], file, &[])?;
    if got.code != 0 {
        return Err(format!("does not build:\n{}", got.stderr).into());
    }
    let source = fs::read_to_string(file)?;
    let name = file
        .file_stem()
        .expect("a file has a name")
        .to_string_lossy()
        .into_owned();
    // What the runtime contributes has tests of its own.
    let (_, program) = got
        .stdout
        .split_once("// The program.\n")
        .ok_or("the output has no program")?;
    let text = format!(
        "{}\n\n──────── JavaScript ────────\n\n{}",
        source.trim_end(),
        program.trim_start()
    );
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(root().join("tests/snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        std::panic::catch_unwind(|| insta::assert_snapshot!(name, text))
            .map_err(|_| Failed::from("snapshot differs"))
    })
}

/// The archive begins with lines `$ go test ARGUMENTS`; the record holds what each prints. How long things take
/// is another matter.
fn test(file: &Path) -> Result<(), Failed> {
    let archive = fs::read_to_string(file)?;
    let folder = scratch()?;
    support::unpack_txtar(&archive, folder.path())?;
    let mut text = String::new();
    for arguments in archive.lines().map_while(|line| line.strip_prefix("$ go test")) {
        let outcome = support::test(arguments, folder.path())?;
        let output = support::mask_times(&outcome.stdout);
        text.push_str(&format!(
            "$ go test{arguments}\n{output}exit status {}\n",
            outcome.code
        ));
    }
    let record = file.with_extension("out");
    if support::is_recording() {
        return Ok(fs::write(record, text)?);
    }
    let wanted = fs::read_to_string(record)?;
    if text != wanted {
        return Err(support::difference("output", &wanted, &text, "").into());
    }
    Ok(())
}

/// An example holds `expected.txt` (stdout, recorded from real Go) and perhaps `input.txt`; those with a
/// `check.sh` say themselves how they are used.
fn example(folder: &Path) -> Result<(), Failed> {
    let script = folder.join("check.sh");
    if script.exists() {
        return support::run_script(&script);
    }
    let input = fs::read(folder.join("input.txt")).unwrap_or_default();
    let expected = folder.join("expected.txt");
    if support::is_recording() {
        let outcome = record_with_go(folder, &input)?;
        return Ok(fs::write(expected, outcome.stdout)?);
    }
    let got = goes(&["run"], folder, &input)?;
    let wanted = Outcome {
        stdout: fs::read_to_string(expected)?,
        stderr: String::new(),
        code: 0,
    };
    wanted.compare(&got)
}

/// Some cases of the generator under `compiler/random`, which is run for longer by hand.
fn random() -> Result<(), Failed> {
    let runner = goes_random::Runner::new(env!("CARGO_BIN_EXE_goes").into())?;
    let program = goes_random::program(7, 40);
    let differences = runner
        .differences(&program)
        .map_err(|failure| format!("{failure:?}"))?;
    match differences.first() {
        None => Ok(()),
        Some(first) => Err(format!(
            "case {}:\n--- Go\n{}--- goes\n{}",
            first.case, first.wanted, first.got
        )
        .into()),
    }
}

/// A folder with the npm package of a case where Node finds it.
fn packed(case: &Path) -> Result<tempfile::TempDir, Failed> {
    let folder = scratch()?;
    let name = case.file_name().expect("a case has a name");
    let package = folder.path().join("node_modules").join(name);
    let arguments = ["build", "--lib", "./...", "-o", &package.to_string_lossy()];
    let built = support::goes_in(&arguments, case)?;
    if built.code != 0 {
        return Err(format!("does not build:\n{}", built.stderr).into());
    }
    Ok(folder)
}

/// What the consumer prints, as `expected.txt` says. A person checks it: there is no such thing in Go.
fn npm(case: &Path) -> Result<(), Failed> {
    let folder = packed(case)?;
    fs::copy(case.join("consumer.mjs"), folder.path().join("consumer.mjs"))?;
    let got = support::command("node", &["consumer.mjs"], folder.path())?;
    let expected = case.join("expected.txt");
    if support::is_recording() {
        return Ok(fs::write(expected, got.stdout + &got.stderr)?);
    }
    let wanted = Outcome {
        stdout: fs::read_to_string(expected)?,
        stderr: String::new(),
        code: 0,
    };
    wanted.compare(&got)
}

/// TypeScript accepts the declarations, and uses of them that are right.
fn npm_types(case: &Path) -> Result<(), Failed> {
    let folder = packed(case)?;
    fs::copy(case.join("types.ts"), folder.path().join("types.ts"))?;
    fs::write(folder.path().join("package.json"), "{ \"type\": \"module\" }")?;
    let tsc = support::tsc().ok_or("there is no tsc")?;
    let flags = [
        "--noEmit",
        "--strict",
        "--module",
        "nodenext",
        "--target",
        "es2022",
        "--lib",
        "es2022,dom",
        "types.ts",
    ];
    let got = support::command(&tsc, &flags, folder.path())?;
    match got.code {
        0 => Ok(()),
        _ => Err(format!("{}:\n{}", case.display(), got.stdout).into()),
    }
}

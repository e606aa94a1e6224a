//! `goes test`: builds the test program of each package, runs it in the package's folder and tells the
//! result as `go test` does.

use crate::arguments::TestArguments;
use crate::commands::{Done, config, print, runtime_folder};
use crate::disk::Disk;
use crate::test_json::{Converter, event};
use crate::{build_cache, disk, engine, report};
use goes_driver::{
    Built, Bundle, FileSystem, Options, TestRoot, build_test, find_goroot, list_tests, run_deep,
};
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::io::{PipeReader, Read, Write};
use std::process::{Child, ExitCode, ExitStatus};
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// What `-timeout` is by default.
const TIMEOUT: Duration = Duration::from_secs(600);

/// A program that does not end by itself when its time is over gets this much more.
const GRACE: Duration = Duration::from_secs(10);

pub fn run(arguments: &TestArguments) -> Done {
    let config = config(&arguments.packages, arguments.patterns.clone())?;
    let listing = match run_deep(|| list_tests(&config, &Disk)) {
        Ok(listing) => listing,
        Err(error) => return Ok(report::internal_error(&error)),
    };
    let findings = &listing.findings;
    report::diagnostics(
        &findings.files,
        &findings.diagnostics,
        arguments.packages.diagnostics,
    );
    let mut has_failed = findings.has_errors();
    let is_local = arguments.patterns.is_empty();
    let session = Session {
        arguments,
        options: Options {
            config,
            source_map: true,
            runtime: runtime_folder(),
            ..Options::default()
        },
        is_local,
        shows_all: is_local || arguments.verbose || arguments.json || arguments.list.is_some(),
    };
    if has_failed {
        for pattern in &arguments.patterns {
            print(&format!("FAIL\t{pattern} [setup failed]\n"))?;
        }
    }
    for root in &listing.roots {
        has_failed |= !session.test(root)?;
        if has_failed && arguments.failfast {
            break;
        }
    }
    if has_failed && !is_local && !arguments.json {
        print("FAIL\n")?;
    }
    Ok(ExitCode::from(u8::from(has_failed)))
}

struct Session<'a> {
    arguments: &'a TestArguments,
    options: Options,
    /// No package was named: the one of the working folder is tested.
    is_local: bool,
    /// The output of tests that pass is shown, too.
    shows_all: bool,
}

/// How one run of a program ended.
struct Outcome {
    status: ExitStatus,
    output: Vec<u8>,
    was_killed: bool,
    seconds: f64,
}

impl Session<'_> {
    /// Tests one package. `false` if it fails.
    fn test(&self, root: &TestRoot) -> Result<bool, String> {
        if !root.has_test_files {
            return self.tell_no_tests(root);
        }
        let work = |fs: &dyn FileSystem| build_test(&self.options, root, fs);
        let built = match run_deep(|| build_cache::build(&self.options, &format!("test {root:?}"), work)) {
            Ok(built) => built,
            Err(error) => {
                report::internal_error(&error);
                return self.tell_build_failed(root);
            }
        };
        let findings = &built.findings;
        if !findings.diagnostics.is_empty() && findings.has_errors() {
            eprintln!("# {0} [{0}.test]", root.path);
        }
        report::diagnostics(
            &findings.files,
            &findings.diagnostics,
            self.arguments.packages.diagnostics,
        );
        if findings.has_errors() {
            return self.tell_build_failed(root);
        }
        match built.bundles.first() {
            None => self.tell_no_tests(root),
            Some(bundle) if self.arguments.compile_only => self.write(root, &built, bundle),
            Some(bundle) => self.run_program(root, bundle),
        }
    }

    fn tell_no_tests(&self, root: &TestRoot) -> Result<bool, String> {
        let line = format!("?   \t{}\t[no test files]\n", root.path);
        if self.arguments.json {
            print(&event("start", &root.path, &[]))?;
            print(&event("output", &root.path, &[("Output", line.into())]))?;
            print(&event("skip", &root.path, &[("Elapsed", 0.into())]))?;
        } else if !self.arguments.compile_only {
            print(&line)?;
        }
        Ok(true)
    }

    fn tell_build_failed(&self, root: &TestRoot) -> Result<bool, String> {
        let line = format!("FAIL\t{} [build failed]\n", root.path);
        if self.arguments.json {
            let build = format!("{0} [{0}.test]", root.path);
            print(&event("start", &root.path, &[]))?;
            print(&event("output", &root.path, &[("Output", line.into())]))?;
            let details = [("Elapsed", 0.into()), ("FailedBuild", build.into())];
            print(&event("fail", &root.path, &details))?;
        } else {
            print(&line)?;
        }
        Ok(false)
    }

    /// `-c`: leaves the program in a file instead of running it.
    fn write(&self, root: &TestRoot, built: &Built, bundle: &Bundle) -> Result<bool, String> {
        let stem = built
            .roots
            .first()
            .map_or("main.test", |root| root.program_name.as_str());
        let cwd = &self.options.config.environment.cwd;
        let file = match &self.arguments.output {
            Some(output) if cwd.join(output).is_dir() => cwd.join(output).join(format!("{stem}.mjs")),
            Some(output) => cwd.join(output),
            None => cwd.join(format!("{stem}.mjs")),
        };
        disk::write(&file, bundle.code.as_bytes())
            .map(|()| true)
            .map_err(|error| format!("cannot write the tests of {}: {error}", root.path))
    }

    fn run_program(&self, root: &TestRoot, bundle: &Bundle) -> Result<bool, String> {
        let mut converter = self.arguments.json.then(|| Converter::new(&root.path));
        if self.arguments.json {
            print(&event("start", &root.path, &[]))?;
        }
        let outcome = self.execute(root, bundle, &mut |bytes| match &mut converter {
            Some(converter) => print(&converter.convert(bytes)),
            None if self.shows_all => write_all(bytes),
            None => Ok(()),
        })?;
        let is_passed = outcome.status.success() && !outcome.was_killed;
        let verdict = self.verdict(root, &outcome, is_passed);
        let Some(converter) = converter else {
            if !self.shows_all && (!is_passed || self.arguments.bench.is_some()) {
                write_all(&outcome.output)?;
            }
            return print(&verdict).map(|()| is_passed);
        };
        print(&converter.finish(&verdict, is_passed, outcome.seconds)).map(|()| is_passed)
    }

    /// The lines that `go test` adds to the program's output.
    fn verdict(&self, root: &TestRoot, outcome: &Outcome, is_passed: bool) -> String {
        let (path, seconds) = (&root.path, outcome.seconds);
        let contains = |text: &[u8]| outcome.output.windows(text.len()).any(|window| window == text);
        if is_passed {
            let has_none = !self.is_local && contains(b"testing: warning: no tests to run\n");
            let note = if has_none { " [no tests to run]" } else { "" };
            return format!("ok  \t{path}\t{seconds:.3}s{note}\n");
        }
        let mut text = String::new();
        if outcome.was_killed {
            text.push_str(&timed_out(self.timeout(), &outcome.output));
        }
        if self.is_local || self.arguments.bench.is_some() || outcome.output.is_empty() {
            text.push_str(&format!("exit status {}\n", outcome.status.code().unwrap_or(2)));
        }
        text.push_str(&format!("FAIL\t{path}\t{seconds:.3}s\n"));
        text
    }

    fn timeout(&self) -> Duration {
        self.arguments.timeout.unwrap_or(TIMEOUT)
    }

    /// Runs the program with both outputs in one stream, which `sink` sees as it comes.
    fn execute(
        &self,
        root: &TestRoot,
        bundle: &Bundle,
        sink: &mut dyn FnMut(&[u8]) -> Result<(), String>,
    ) -> Result<Outcome, String> {
        let name = root.path.rsplit('/').next().unwrap_or("main");
        let goroot = find_goroot(&self.options.config.environment, &Disk)?;
        let (mut command, folder) = engine::prepare(
            self.arguments.engine,
            &format!("{name}.test"),
            bundle,
            goroot.as_deref(),
            &self.program_arguments(),
        )?;
        let start = Instant::now();
        let (reader, writer) = std::io::pipe().map_err(|error| error.to_string())?;
        let other = writer.try_clone().map_err(|error| error.to_string())?;
        command
            .current_dir(&root.dir)
            .env("PWD", &root.dir)
            .stdin(std::process::Stdio::null())
            .stdout(writer)
            .stderr(other);
        let mut child = command
            .spawn()
            .map_err(|error| format!("cannot start the tests of {}: {error}", root.path))?;
        // Our ends of the pipe have to close for the reader to see its end.
        drop(command);
        let limit = self.timeout();
        let deadline = (!limit.is_zero()).then(|| start + limit + GRACE);
        let (output, was_killed) = follow(reader, &mut child, deadline, sink)?;
        let status = child.wait().map_err(|error| error.to_string())?;
        // The program has been read; leaving it behind is no reason to fail.
        let _ = folder.close();
        Ok(Outcome {
            status,
            output,
            was_killed,
            seconds: start.elapsed().as_secs_f64(),
        })
    }

    /// The flags as package testing takes them.
    fn program_arguments(&self) -> Vec<OsString> {
        let arguments = self.arguments;
        let mut words = vec!["-test.paniconexit0".to_string()];
        let limit = self.timeout();
        words.push(format!("-test.timeout={}ms", limit.as_millis()));
        let switches = [
            ("v", arguments.verbose && !arguments.json),
            ("short", arguments.short),
            ("failfast", arguments.failfast),
            ("benchmem", arguments.benchmem),
            ("fullpath", arguments.fullpath),
        ];
        let set = switches.iter().filter(|(_, is_set)| *is_set);
        words.extend(set.map(|(name, _)| format!("-test.{name}=true")));
        if arguments.json {
            words.push("-test.v=test2json".into());
        }
        let values = [
            ("run", &arguments.run),
            ("skip", &arguments.skip),
            ("count", &arguments.count),
            ("bench", &arguments.bench),
            ("benchtime", &arguments.benchtime),
            ("parallel", &arguments.parallel),
            ("list", &arguments.list),
            ("cpu", &arguments.cpu),
            ("shuffle", &arguments.shuffle),
        ];
        let given = values
            .iter()
            .filter_map(|(name, value)| Some((name, value.as_ref()?)));
        words.extend(given.map(|(name, value)| format!("-test.{name}={value}")));
        words
            .into_iter()
            .map(OsString::from)
            .chain(arguments.rest.iter().cloned())
            .collect()
    }
}

/// What package testing says when time is over, for a program that let it say nothing. Which tests were running is known
/// where the output tells about all of them.
fn timed_out(limit: Duration, output: &[u8]) -> String {
    let mut running = BTreeSet::new();
    for line in String::from_utf8_lossy(output).lines() {
        let mut words = line.split_whitespace();
        match (words.next(), words.next(), words.next()) {
            (Some("==="), Some("RUN" | "CONT"), Some(test)) => {
                running.insert(test.to_string());
            }
            (Some("==="), Some("PAUSE"), Some(test))
            | (Some("---"), Some("PASS:" | "FAIL:" | "SKIP:"), Some(test)) => {
                running.remove(test);
            }
            _ => {}
        }
    }
    let mut text = format!("panic: test timed out after {}\n", go_duration(limit));
    if !running.is_empty() {
        text.push_str("\trunning tests:\n");
    }
    for test in running {
        text.push_str(&format!("\t\t{test}\n"));
    }
    text + "\n"
}

/// A duration as Go shows it: `10m0s`, `1.5s`, `20ms`.
fn go_duration(duration: Duration) -> String {
    let milliseconds = duration.as_millis();
    if milliseconds < 1000 {
        return format!("{milliseconds}ms");
    }
    let (minutes, rest) = (milliseconds / 60_000, milliseconds % 60_000);
    let mut text = match (minutes / 60, minutes % 60) {
        (0, 0) => String::new(),
        (0, minutes) => format!("{minutes}m"),
        (hours, minutes) => format!("{hours}h{minutes}m"),
    };
    text.push_str(&(rest / 1000).to_string());
    if rest % 1000 > 0 {
        text.push_str(format!(".{:03}", rest % 1000).trim_end_matches('0'));
    }
    text + "s"
}

/// Hands on what comes until the program ends, or kills it when its time is over.
fn follow(
    mut reader: PipeReader,
    child: &mut Child,
    deadline: Option<Instant>,
    sink: &mut dyn FnMut(&[u8]) -> Result<(), String>,
) -> Result<(Vec<u8>, bool), String> {
    let (sender, receiver) = mpsc::channel::<Vec<u8>>();
    std::thread::spawn(move || {
        let mut buffer = vec![0; 1 << 16];
        while let Ok(count @ 1..) = reader.read(&mut buffer) {
            if sender.send(buffer[..count].to_vec()).is_err() {
                break;
            }
        }
    });
    let mut output = Vec::new();
    let mut was_killed = false;
    loop {
        let left = deadline
            .filter(|_| !was_killed)
            .map(|deadline| deadline.saturating_duration_since(Instant::now()));
        let next = match left {
            Some(left) => receiver.recv_timeout(left),
            None => receiver.recv().map_err(mpsc::RecvTimeoutError::from),
        };
        match next {
            Ok(bytes) => {
                sink(&bytes)?;
                output.extend(bytes);
            }
            Err(mpsc::RecvTimeoutError::Disconnected) => return Ok((output, was_killed)),
            Err(mpsc::RecvTimeoutError::Timeout) => {
                was_killed = true;
                // It may have ended just now.
                let _ = child.kill();
            }
        }
    }
}

fn write_all(bytes: &[u8]) -> Result<(), String> {
    let mut stdout = std::io::stdout();
    stdout
        .write_all(bytes)
        .and_then(|()| stdout.flush())
        .map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_timeouts() {
        let output = b"=== RUN   TestA\n--- PASS: TestA (0.00s)\n=== RUN   TestB\n=== RUN   TestB/c\n=== PAUSE TestB/c\n";
        assert_eq!(
            timed_out(Duration::from_secs(90), output),
            "panic: test timed out after 1m30s\n\trunning tests:\n\t\tTestB\n\n"
        );
        assert_eq!(
            timed_out(Duration::from_millis(2500), b""),
            "panic: test timed out after 2.5s\n\n"
        );
        assert_eq!(go_duration(Duration::from_secs(600)), "10m0s");
        assert_eq!(go_duration(Duration::from_secs(3605)), "1h0m5s");
        assert_eq!(go_duration(Duration::from_millis(20)), "20ms");
    }
}

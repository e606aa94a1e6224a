//! The events of `goes test -json`, as `go tool test2json` makes them of a test's output.

use serde_json::{Map, Value};
use std::time::{SystemTime, UNIX_EPOCH};

/// Package testing puts it before the lines that are its own.
const MARK: u8 = 0x16;

/// One event as a line of JSON.
pub fn event(action: &str, package: &str, details: &[(&str, Value)]) -> String {
    let mut object = Map::new();
    object.insert("Time".into(), now().into());
    object.insert("Action".into(), action.into());
    object.insert("Package".into(), package.into());
    for (name, value) in details {
        object.insert((*name).into(), value.clone());
    }
    let mut line = Value::Object(object).to_string();
    line.push('\n');
    line
}

/// A result that has been read, but whose further output may still come.
struct Report {
    action: &'static str,
    test: String,
    seconds: Option<f64>,
}

/// Turns the output of one package's tests into events.
pub struct Converter {
    package: String,
    /// What has come of a line that has not ended.
    partial: Vec<u8>,
    /// Whose output the next line is.
    test: String,
    /// One per level of nesting.
    reports: Vec<Report>,
}

impl Converter {
    pub fn new(package: &str) -> Converter {
        Converter {
            package: package.into(),
            partial: Vec::new(),
            test: String::new(),
            reports: Vec::new(),
        }
    }

    /// The events that further output makes.
    pub fn convert(&mut self, bytes: &[u8]) -> String {
        let mut events = String::new();
        for &byte in bytes {
            // A mark begins a line even where the test's own output has not ended the one before.
            if byte == MARK && !self.partial.is_empty() {
                let text = std::mem::take(&mut self.partial);
                self.output(&String::from_utf8_lossy(&text), &mut events);
            }
            self.partial.push(byte);
            if byte == b'\n' {
                let line = std::mem::take(&mut self.partial);
                self.line(&line, &mut events);
            }
        }
        events
    }

    /// The events of what is left, of the lines that tell the verdict, and of the verdict itself.
    pub fn finish(mut self, verdict: &str, is_passed: bool, seconds: f64) -> String {
        let mut events = String::new();
        if !self.partial.is_empty() {
            let line = std::mem::take(&mut self.partial);
            self.line(&line, &mut events);
        }
        // A test that died has no result of its own.
        let died = std::mem::take(&mut self.test);
        let is_open = !died.is_empty() && !self.reports.iter().any(|report| report.test == died);
        self.flush(0, &mut events);
        if is_open && !is_passed {
            let details = [("Test", died.into()), ("Elapsed", 0.into())];
            events.push_str(&event("fail", &self.package, &details));
        }
        self.test.clear();
        for line in verdict.split_inclusive('\n') {
            self.output(line, &mut events);
        }
        let action = if is_passed { "pass" } else { "fail" };
        let seconds = (seconds * 1000.0).round() / 1000.0;
        events.push_str(&event(action, &self.package, &[("Elapsed", seconds.into())]));
        events
    }

    fn line(&mut self, line: &[u8], events: &mut String) {
        let line = line.strip_prefix(&[MARK]).unwrap_or(line);
        let text = String::from_utf8_lossy(line).into_owned();
        if matches!(text.trim_end(), "PASS" | "FAIL") {
            self.flush(0, events);
            return self.output(&text, events);
        }
        let unindented = text.trim_start_matches("    ");
        let level = (text.len() - unindented.len()) / 4;
        if let Some((action, name)) = result(unindented) {
            return self.result(action, name, level, &text, events);
        }
        match update(&text) {
            Some(("name", name)) => {
                self.flush(0, events);
                self.test = name.into();
            }
            Some((action, name)) => {
                self.flush(0, events);
                self.test = name.into();
                let started = event(action, &self.package, &[("Test", name.into())]);
                // A test that pauses has said so before.
                if action == "pause" {
                    self.output(&text, events);
                    events.push_str(&started);
                } else {
                    events.push_str(&started);
                    self.output(&text, events);
                }
            }
            None => {
                if let Some(report) = level.checked_sub(1).and_then(|level| self.reports.get(level)) {
                    self.test.clone_from(&report.test);
                }
                self.output(&text, events);
            }
        }
    }

    fn result(&mut self, action: &'static str, name: &str, level: usize, text: &str, events: &mut String) {
        if self.reports.len() < level {
            return self.output(text, events);
        }
        self.flush(level, events);
        let (test, seconds) = match name.split_once(" (") {
            Some((test, time)) => (test, time.strip_suffix("s)").and_then(|time| time.parse().ok())),
            None => (name, None),
        };
        self.test = test.into();
        self.reports.push(Report {
            action,
            test: test.into(),
            seconds,
        });
        self.output(text, events);
    }

    fn flush(&mut self, level: usize, events: &mut String) {
        self.test.clear();
        while self.reports.len() > level {
            let Some(report) = self.reports.pop() else { return };
            let mut details = vec![("Test", report.test.into())];
            details.extend(report.seconds.map(|seconds| ("Elapsed", number(seconds))));
            events.push_str(&event(report.action, &self.package, &details));
        }
    }

    fn output(&self, text: &str, events: &mut String) {
        let mut details = Vec::new();
        if !self.test.is_empty() {
            details.push(("Test", self.test.as_str().into()));
        }
        details.push(("Output", text.into()));
        events.push_str(&event("output", &self.package, &details));
    }
}

/// Whole seconds as Go writes them, without a fraction.
fn number(seconds: f64) -> Value {
    if seconds.fract() == 0.0 {
        (seconds as u64).into()
    } else {
        seconds.into()
    }
}

fn result(line: &str) -> Option<(&'static str, &str)> {
    let rest = line.strip_prefix("--- ")?;
    let kinds = [
        ("PASS: ", "pass"),
        ("FAIL: ", "fail"),
        ("SKIP: ", "skip"),
        ("BENCH: ", "bench"),
    ];
    kinds
        .into_iter()
        .find_map(|(prefix, action)| Some((action, rest.strip_prefix(prefix)?.trim_end())))
}

fn update(line: &str) -> Option<(&'static str, &str)> {
    let rest = line.strip_prefix("=== ")?;
    let kinds = [
        ("RUN ", "run"),
        ("PAUSE ", "pause"),
        ("CONT ", "cont"),
        ("NAME ", "name"),
    ];
    kinds
        .into_iter()
        .find_map(|(prefix, action)| Some((action, rest.strip_prefix(prefix)?.trim())))
}

/// The time as RFC 3339 has it.
fn now() -> String {
    let elapsed = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let seconds = elapsed.as_secs();
    let (year, month, day) = date(seconds / 86_400);
    format!(
        "{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}.{:09}Z",
        seconds / 3600 % 24,
        seconds / 60 % 60,
        seconds % 60,
        elapsed.subsec_nanos()
    )
}

/// The date of a number of days after 1970-01-01. Years are counted from March, so that the leap day comes last.
fn date(days: u64) -> (u64, u64, u64) {
    let days = days + 719_468;
    let era = days / 146_097;
    let day_of_era = days % 146_097;
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year_of_era + era * 400 + u64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates() {
        assert_eq!(date(0), (1970, 1, 1));
        assert_eq!(date(11_016), (2000, 2, 29));
        assert_eq!(date(20_779), (2026, 11, 22));
    }

    #[test]
    fn events_of_nested_tests() {
        let mut converter = Converter::new("p");
        let mut text = converter.convert(
            b"\x16=== RUN   TestA\n\x16=== RUN   TestA/b\nout\x16--- FAIL: TestA/b (0.01s)\n\x16--- FAIL: TestA (0.02s)\nFAIL\n",
        );
        text.push_str(&converter.finish("FAIL\tp\t0.1s\n", false, 0.1));
        let seen: Vec<String> = text
            .lines()
            .map(|line| {
                let value: Value = serde_json::from_str(line).expect("it is JSON");
                let part = |name: &str| {
                    value
                        .get(name)
                        .and_then(Value::as_str)
                        .unwrap_or("")
                        .trim_end()
                        .to_string()
                };
                format!("{}|{}|{}", part("Action"), part("Test"), part("Output"))
            })
            .collect();
        assert_eq!(
            seen,
            [
                "run|TestA|",
                "output|TestA|=== RUN   TestA",
                "run|TestA/b|",
                "output|TestA/b|=== RUN   TestA/b",
                "output|TestA/b|out",
                "output|TestA/b|--- FAIL: TestA/b (0.01s)",
                "fail|TestA/b|",
                "output|TestA|--- FAIL: TestA (0.02s)",
                "fail|TestA|",
                "output||FAIL",
                "output||FAIL\tp\t0.1s",
                "fail||",
            ]
        );
    }
}

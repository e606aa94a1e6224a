//! Diagnostics for people (codespan-reporting), for editors (`file:line:col: message`) and as JSON.

use crate::{Diagnostic, FileId, Files, Severity, Span};
use codespan_reporting::diagnostic as codespan;
use codespan_reporting::files::Error;
use codespan_reporting::term::{Config, emit_to_string, emit_to_write_style, termcolor};
use rustc_hash::FxHashSet;
use serde::Serialize;
use std::ops::Range;
use std::path::Path;

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Format {
    /// With the source text.
    Pretty { color: bool },
    /// `file:line:col: message`, as gc and go vet have it; whatever else there is to say follows on lines
    /// that begin with a tab.
    Short,
    /// One object a line: see [`json`].
    Json,
}

/// Shows diagnostics in the order of their places, each once.
pub fn render(diagnostics: &[Diagnostic], files: &Files, format: Format) -> String {
    match format {
        Format::Pretty { color } => pretty(files, diagnostics, color),
        Format::Short => short(files, diagnostics),
        Format::Json => json(files, diagnostics),
    }
}

/// With the source text, in colour if wanted.
pub fn pretty(files: &Files, diagnostics: &[Diagnostic], color: bool) -> String {
    let config = Config::default();
    let mut plain = String::new();
    let mut colored = termcolor::Ansi::new(Vec::new());
    for diagnostic in ordered(diagnostics) {
        let sources = Sources::new(files, diagnostic);
        let shown = sources.diagnostic(diagnostic);
        let result = match color {
            true => emit_to_write_style(&mut colored, &config, &sources, &shown),
            false => emit_to_string(&mut plain, &config, &sources, &shown),
        };
        // A place outside of the files is our mistake; the message counts all the same.
        if result.is_err() {
            plain.push_str(&format!("{}\n", diagnostic.message));
        }
    }
    String::from_utf8_lossy(&colored.into_inner()).into_owned() + &plain
}

/// `file:line:col: message`; a place without a column has none, one without a file neither.
pub fn short(files: &Files, diagnostics: &[Diagnostic]) -> String {
    let mut out = String::new();
    for diagnostic in ordered(diagnostics) {
        if let Some(place) = place(files, diagnostic.span) {
            out.push_str(&format!("{place}: "));
        }
        if diagnostic.severity == Severity::Warning {
            out.push_str("warning: ");
        }
        out.push_str(&diagnostic.message.replace('\n', "\n\t").replace("\n\t\t", "\n\t"));
        out.push('\n');
        for label in diagnostic.labels.iter().filter(|label| !label.text.is_empty()) {
            let place = place(files, label.span).map_or(String::new(), |place| format!("{place}: "));
            out.push_str(&format!("\t{place}{}\n", label.text.replace('\n', "\n\t")));
        }
        for note in &diagnostic.notes {
            out.push_str(&format!("\t{}\n", note.replace('\n', "\n\t")));
        }
    }
    out
}

/// One JSON object a line: `severity`, `code`, `message`, then, for a finding that has a place, `file`,
/// `line`, `column`, `endLine` and `endColumn` (from 1, columns count bytes), then `labels` (objects with
/// `message` and a place) and `notes` (strings).
pub fn json(files: &Files, diagnostics: &[Diagnostic]) -> String {
    let mut out = String::new();
    for diagnostic in ordered(diagnostics) {
        let object = JsonDiagnostic {
            severity: match diagnostic.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
            },
            code: diagnostic.code,
            message: &diagnostic.message,
            place: JsonPlace::new(files, diagnostic.span),
            labels: diagnostic
                .labels
                .iter()
                .map(|label| JsonLabel {
                    message: &label.text,
                    place: JsonPlace::new(files, label.span),
                })
                .collect(),
            notes: &diagnostic.notes,
        };
        let line = serde_json::to_string(&object).expect("strings and numbers can be written as JSON");
        out.push_str(&line);
        out.push('\n');
    }
    out
}

/// In the order of files and positions, and last what has none, none twice.
fn ordered(diagnostics: &[Diagnostic]) -> Vec<&Diagnostic> {
    let mut ordered: Vec<_> = diagnostics.iter().collect();
    // Position 0 is nowhere.
    ordered.sort_by_key(|diagnostic| diagnostic.span.lo.wrapping_sub(1));
    let mut seen = FxHashSet::default();
    ordered.retain(|diagnostic| seen.insert((diagnostic.span.lo, diagnostic.message.as_str())));
    ordered
}

/// `file:line:column`; positions of a `//line` directive without a column have none.
fn place(files: &Files, span: Span) -> Option<String> {
    let position = files.position(span)?;
    let file = position.file.display();
    Some(match position.column {
        0 => format!("{file}:{}", position.line),
        column => format!("{file}:{}:{column}", position.line),
    })
}

#[derive(Serialize)]
struct JsonDiagnostic<'a> {
    severity: &'static str,
    code: &'static str,
    message: &'a str,
    #[serde(flatten)]
    place: Option<JsonPlace<'a>>,
    labels: Vec<JsonLabel<'a>>,
    notes: &'a [String],
}

#[derive(Serialize)]
struct JsonLabel<'a> {
    message: &'a str,
    #[serde(flatten)]
    place: Option<JsonPlace<'a>>,
}

/// The physical place, for tools that want to change the text there.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct JsonPlace<'a> {
    file: std::borrow::Cow<'a, str>,
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
}

impl<'a> JsonPlace<'a> {
    fn new(files: &'a Files, span: Span) -> Option<JsonPlace<'a>> {
        let file = files.get(files.lookup(span.lo)?);
        let (line, column) = file.line_column(span.lo - file.base);
        let (end_line, end_column) = file.line_column(span.hi.clamp(span.lo, file.end()) - file.base);
        Some(JsonPlace {
            file: file.path().to_string_lossy(),
            line,
            column,
            end_line,
            end_column,
        })
    }
}

/// Of a line that is longer than this, only what surrounds the place is shown.
const MAX_LINE: usize = 400;

/// The files of a build, as codespan-reporting wants to see them for one diagnostic.
struct Sources<'a> {
    files: &'a Files,
    /// The primary place, then those of the labels that are shown.
    places: Vec<(FileId, Range<usize>, &'a str)>,
}

impl<'a> Sources<'a> {
    fn new(files: &'a Files, diagnostic: &'a Diagnostic) -> Sources<'a> {
        let mut sources = Sources {
            files,
            places: Vec::new(),
        };
        let labels = diagnostic.labels.iter().map(|label| (label.span, &*label.text));
        for (span, text) in std::iter::once((diagnostic.span, "")).chain(labels) {
            if let Some((file, range)) = sources.range(span)
                && !sources.is_far(file, &range)
            {
                sources.places.push((file, range, text));
            }
        }
        sources
    }

    /// Whether a place lies on a long line of which another part is shown already.
    fn is_far(&self, file: FileId, range: &Range<usize>) -> bool {
        let line = self.line(file, range.start);
        line.len() > MAX_LINE
            && self.places.iter().any(|(other, shown, _)| {
                *other == file && line.contains(&shown.start) && shown.start.abs_diff(range.start) > MAX_LINE
            })
    }

    /// The bytes of the line that an offset lies on.
    fn line(&self, file: FileId, offset: usize) -> Range<usize> {
        let file = self.files.get(file);
        let (line, _) = file.line_column(offset as u32);
        file.line_range(line as usize - 1)
            .expect("every offset lies on a line")
    }

    fn diagnostic(&self, diagnostic: &Diagnostic) -> codespan::Diagnostic<FileId> {
        let severity = match diagnostic.severity {
            Severity::Error => codespan::Severity::Error,
            Severity::Warning => codespan::Severity::Warning,
        };
        let has_place = self.range(diagnostic.span).is_some();
        let labels = self
            .places
            .iter()
            .enumerate()
            .map(|(index, (file, range, text))| match index == 0 && has_place {
                true => codespan::Label::primary(*file, range.clone()),
                false => codespan::Label::secondary(*file, range.clone()).with_message(*text),
            });
        codespan::Diagnostic::new(severity)
            .with_code(diagnostic.code)
            .with_message(&diagnostic.message)
            .with_labels(labels.collect())
            .with_notes(diagnostic.notes.clone())
    }

    /// The part of a span on its first line: what spans a whole function is not shown as a whole.
    fn range(&self, span: Span) -> Option<(FileId, Range<usize>)> {
        let id = self.files.lookup(span.lo)?;
        let file = self.files.get(id);
        let start = ((span.lo - file.base) as usize).min(file.text.len());
        let line_end = file
            .text
            .get(start..)
            .and_then(|rest| rest.find('\n'))
            .map_or(file.text.len(), |len| start + len);
        let end = (span.hi.saturating_sub(file.base) as usize).clamp(start, line_end);
        let end = char_boundary(&file.text, end.min(start + MAX_LINE));
        Some((id, start..end))
    }
}

/// The last place up to an offset where a character starts.
fn char_boundary(text: &str, offset: usize) -> usize {
    let is_boundary = |&at: &usize| text.is_char_boundary(at);
    (0..=offset).rev().find(is_boundary).unwrap_or(0)
}

impl<'a> codespan_reporting::files::Files<'a> for Sources<'_> {
    type FileId = FileId;
    type Name = std::path::Display<'a>;
    type Source = &'a str;

    fn name(&'a self, id: FileId) -> Result<Self::Name, Error> {
        Ok(Path::display(self.files.get(id).path()))
    }

    fn source(&'a self, id: FileId) -> Result<&'a str, Error> {
        Ok(&self.files.get(id).text)
    }

    fn line_index(&'a self, id: FileId, offset: usize) -> Result<usize, Error> {
        let file = self.files.get(id);
        let offset = offset.min(file.text.len());
        Ok(file.line_column(offset as u32).0 as usize - 1)
    }

    /// Columns count bytes, as Go's do.
    fn column_number(&'a self, id: FileId, line: usize, offset: usize) -> Result<usize, Error> {
        let line = self.files.get(id).line_range(line);
        Ok(offset.saturating_sub(line.map_or(0, |line| line.start)) + 1)
    }

    fn line_range(&'a self, id: FileId, line: usize) -> Result<Range<usize>, Error> {
        let file = self.files.get(id);
        let range = file.line_range(line).ok_or(Error::LineTooLarge {
            given: line,
            max: file.line_count(),
        })?;
        if range.len() <= MAX_LINE {
            return Ok(range);
        }
        let is_here = |place: &&(FileId, Range<usize>, &str)| place.0 == id && range.contains(&place.1.start);
        let places = self.places.iter().filter(is_here).map(|(_, place, _)| place);
        let first = places
            .clone()
            .map(|place| place.start)
            .min()
            .unwrap_or(range.start);
        let last = places.map(|place| place.end).max().unwrap_or(range.start);
        let start = first.saturating_sub(MAX_LINE / 4).max(range.start);
        let end = (last + MAX_LINE / 4).min(range.end);
        Ok(char_boundary(&file.text, start)..char_boundary(&file.text, end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::LineDirective;
    use std::path::PathBuf;

    fn sample() -> (Files, Vec<Diagnostic>) {
        let mut files = Files::new();
        let a = files.add("dir/a.go", "package a\n\nvar x int = \"s\"\n");
        let b = files.add("b.go", "package b\n");
        let (a, b) = (files.get(a).base, files.get(b).base);
        let declared = Span::new(a + 15, a + 16);
        let mismatch = Diagnostic::error(
            "IncompatibleAssign",
            Span::new(a + 23, a + 26),
            "cannot use \"s\"",
        )
        .label(declared, "x is an int")
        .note("a note");
        let diagnostics = vec![
            Diagnostic::warning("Odd", Span::new(b, b + 7), "odd\nindeed"),
            mismatch.clone(),
            mismatch,
            Diagnostic::error("NoFiles", Span::default(), "no Go files"),
        ];
        (files, diagnostics)
    }

    #[test]
    fn long_lines_are_shown_in_part() {
        let mut files = Files::new();
        let line = "é, ".repeat(100_000);
        let file = files.add("a.go", format!("package a\n\n{line}\n"));
        let at = files.get(file).base + 11 + 200_000;
        let diagnostic = Diagnostic::error("Odd", Span::new(at, at + 90_000), "odd")
            .label(Span::new(at + 8, at + 10), "near")
            .label(Span::new(at + 50_000, at + 50_002), "far");
        let text = render(&[diagnostic], &files, Format::Pretty { color: false });
        assert!(text.len() < 4_000 && text.contains("a.go:3:200001") && text.contains("near"));
        assert!(!text.contains("far"));
    }

    #[test]
    fn short_is_one_line_each_and_tabs_for_the_rest() {
        let (files, diagnostics) = sample();
        assert_eq!(
            render(&diagnostics, &files, Format::Short),
            "dir/a.go:3:13: cannot use \"s\"\n\tdir/a.go:3:5: x is an int\n\ta note\n\
             b.go:1:1: warning: odd\n\tindeed\n\
             no Go files\n"
        );
    }

    #[test]
    fn line_directives_count_in_short_form() {
        let (mut files, diagnostics) = sample();
        let directive = LineDirective {
            written: PathBuf::new(),
            offset: 11,
            name: "y.y".into(),
            line: 70,
            column: None,
        };
        files.set_line_directives(FileId(0), vec![directive]);
        let text = short(&files, &diagnostics[1..2]);
        assert_eq!(text.lines().next(), Some("dir/y.y:70: cannot use \"s\""));
    }

    #[test]
    fn pretty_shows_the_source() {
        let (files, diagnostics) = sample();
        let text = render(&diagnostics[1..2], &files, Format::Pretty { color: false });
        assert!(
            text.starts_with("error[IncompatibleAssign]: cannot use \"s\"\n"),
            "{text}"
        );
        assert!(
            text.contains("dir/a.go:3:13") && text.contains("var x int = \"s\""),
            "{text}"
        );
        let colored = render(&diagnostics, &files, Format::Pretty { color: true });
        assert!(colored.contains("\x1b["));
    }

    #[test]
    fn spans_may_be_odd() {
        let (files, _) = sample();
        for (lo, hi) in [(1, 4), (10, 10), (12, 60), (0, 0), (28, 28), (99, 99), (20, 5)] {
            let found = [Diagnostic::error("X", Span::new(lo, hi), "somewhere")];
            assert!(pretty(&files, &found, false).contains("somewhere"));
        }
    }

    #[test]
    fn json_is_one_object_a_line() {
        let (files, diagnostics) = sample();
        let text = render(&diagnostics, &files, Format::Json);
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(lines.len(), 3);
        assert_eq!(
            lines[2],
            r#"{"severity":"error","code":"NoFiles","message":"no Go files","labels":[],"notes":[]}"#
        );
        assert!(
            lines[0].contains(r#""file":"dir/a.go","line":3,"column":13,"endLine":3,"endColumn":16"#),
            "{text}"
        );
    }
}

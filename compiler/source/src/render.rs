//! Diagnostics for people (codespan-reporting), for editors (`file:line:col: message`) and as JSON.

use crate::{Diagnostic, FileId, Files, Severity, Span};
use codespan_reporting::diagnostic::{Diagnostic as Shown, Label as ShownLabel};
use codespan_reporting::files::{Error, Files as ShownFiles};
use codespan_reporting::term::termcolor::{Ansi, NoColor, WriteColor};
use codespan_reporting::term::{Config, emit_to_write_style};
use std::fmt::Write;
use std::ops::Range;

/// With the source around what is wrong.
pub fn pretty(files: &Files, diagnostics: &[Diagnostic], has_color: bool) -> String {
    let bytes = if has_color {
        let mut out = Ansi::new(Vec::new());
        write_pretty(&mut out, files, diagnostics);
        out.into_inner()
    } else {
        let mut out = NoColor::new(Vec::new());
        write_pretty(&mut out, files, diagnostics);
        out.into_inner()
    };
    String::from_utf8_lossy(&bytes).into_owned()
}

fn write_pretty(out: &mut dyn WriteColor, files: &Files, diagnostics: &[Diagnostic]) {
    let config = Config { tab_width: 4, ..Config::default() };
    for diagnostic in diagnostics {
        // Writing to memory does not fail, and each file that a label names exists.
        let _ = emit_to_write_style(out, &config, &Source(files), &shown(files, diagnostic));
    }
}

fn shown(files: &Files, diagnostic: &Diagnostic) -> Shown<FileId> {
    let shown = match diagnostic.severity {
        Severity::Error => Shown::error(),
        Severity::Warning => Shown::warning(),
    };
    let mut labels = Vec::new();
    labels.extend(place(files, diagnostic.span).map(|(file, range)| ShownLabel::primary(file, range)));
    labels.extend(diagnostic.labels.iter().filter_map(|label| {
        let (file, range) = place(files, label.span)?;
        Some(ShownLabel::secondary(file, range).with_message(&label.text))
    }));
    shown
        .with_code(diagnostic.code)
        .with_message(&diagnostic.message)
        .with_labels(labels)
        .with_notes(diagnostic.notes.clone())
}

/// The part of a span on its first line: what spans a whole function is not shown as a whole.
fn place(files: &Files, span: Span) -> Option<(FileId, Range<usize>)> {
    let id = files.lookup(span.lo)?;
    let file = files.get(id);
    let start = ((span.lo - file.base) as usize).min(file.text.len());
    let line = file.text[start..].find('\n').map_or(file.text.len(), |len| start + len);
    let end = (span.hi.saturating_sub(file.base) as usize).clamp(start, line.max(start));
    Some((id, start..end))
}

/// The files as codespan-reporting asks for them. Columns count bytes, as Go's do.
struct Source<'a>(&'a Files);

impl<'a> ShownFiles<'a> for Source<'a> {
    type FileId = FileId;
    type Name = std::path::Display<'a>;
    type Source = &'a str;

    fn name(&'a self, id: FileId) -> Result<Self::Name, Error> {
        Ok(self.0.get(id).name.display())
    }

    fn source(&'a self, id: FileId) -> Result<&'a str, Error> {
        Ok(&self.0.get(id).text)
    }

    fn line_index(&'a self, id: FileId, offset: usize) -> Result<usize, Error> {
        Ok(self.0.get(id).line_column(offset as u32).0 as usize - 1)
    }

    fn line_range(&'a self, id: FileId, line: usize) -> Result<Range<usize>, Error> {
        let file = self.0.get(id);
        file.line_range(line).ok_or(Error::LineTooLarge { given: line, max: file.line_count() })
    }

    fn column_number(&'a self, id: FileId, _line: usize, offset: usize) -> Result<usize, Error> {
        Ok(self.0.get(id).line_column(offset as u32).1 as usize)
    }
}

/// `file:line:column: message`; what belongs to it follows, indented, as gc has it.
pub fn short(files: &Files, diagnostics: &[Diagnostic]) -> String {
    let mut text = String::new();
    for diagnostic in diagnostics {
        let place = short_place(files, diagnostic.span);
        let warning = if diagnostic.is_error() { "" } else { "warning: " };
        writeln!(text, "{place}{warning}{}", diagnostic.message).expect("a String grows");
        for label in &diagnostic.labels {
            writeln!(text, "\t{}{}", short_place(files, label.span), label.text).expect("a String grows");
        }
        for note in &diagnostic.notes {
            writeln!(text, "\t{note}").expect("a String grows");
        }
    }
    text
}

fn short_place(files: &Files, span: Span) -> String {
    match files.position(span) {
        Some(at) if at.column == 0 => format!("{}:{}: ", at.file.display(), at.line),
        Some(at) => format!("{}:{}:{}: ", at.file.display(), at.line, at.column),
        None => String::new(),
    }
}

/// One object per line.
pub fn json(files: &Files, diagnostics: &[Diagnostic]) -> String {
    let place = |span: Span| {
        files.position(span).map(|at| {
            serde_json::json!({
                "file": at.file, "line": at.line, "column": at.column, "length": span.hi.saturating_sub(span.lo),
            })
        })
    };
    let mut text = String::new();
    for diagnostic in diagnostics {
        let labels = diagnostic.labels.iter();
        let labels: Vec<_> =
            labels.map(|label| serde_json::json!({ "at": place(label.span), "text": label.text })).collect();
        let object = serde_json::json!({
            "severity": if diagnostic.is_error() { "error" } else { "warning" },
            "code": diagnostic.code,
            "message": diagnostic.message,
            "at": place(diagnostic.span),
            "labels": labels,
            "notes": diagnostic.notes,
        });
        writeln!(text, "{object}").expect("a String grows");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example() -> (Files, Vec<Diagnostic>) {
        let mut files = Files::new();
        files.add("other.go", "package p\n");
        let id = files.add("a.go", "package p\n\nvar x int = \"é\" + y\nvar x bool\n");
        let base = files.get(id).base;
        let found = Diagnostic::error("MismatchedTypes", Span::new(base + 23, base + 27), "mismatched types")
            .label(Span::new(base + 15, base + 16), "declared here")
            .note("convert one of them");
        (files, vec![found, Diagnostic::warning("NoMatch", Span::default(), "nothing")])
    }

    #[test]
    fn forms() {
        let (files, found) = example();
        assert_eq!(
            short(&files, &found),
            "a.go:3:13: mismatched types\n\ta.go:3:5: declared here\n\tconvert one of them\nwarning: nothing\n"
        );
        let text = pretty(&files, &found, false);
        assert!(text.contains("error[MismatchedTypes]: mismatched types") && text.contains("a.go:3:13"), "{text}");
        assert!(text.contains("declared here") && text.contains("= convert one of them"), "{text}");
        assert_eq!(json(&files, &found).lines().count(), 2);
        assert!(pretty(&files, &found, true).contains('\u{1b}'));
    }

    #[test]
    fn wide_and_empty_spans() {
        let (files, _) = example();
        for (lo, hi) in [(1, 4), (10, 10), (12, 60), (0, 0), (54, 54)] {
            let found = [Diagnostic::error("X", Span::new(lo, hi), "somewhere")];
            assert!(pretty(&files, &found, false).contains("somewhere"));
        }
    }
}

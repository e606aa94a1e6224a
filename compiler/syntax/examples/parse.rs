//! Parses Go files and says of each whether it is well-formed: `cargo run --example parse -- paths…`
//!
//! A folder stands for all Go files in it, at any depth. For comparing with other parsers, and for timing.
//! With `--errors` as the first argument, it lists all errors of the files named on standard input; with
//! `--first`, the line of the first one, or 0.

use goes_source::{Files, Span};
use std::path::{Path, PathBuf};
use std::time::Instant;

/// As `goes` itself has it: allocation dominates parsing.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let judge: fn(&str) = match std::env::args().nth(1).as_deref() {
        Some("--errors") => list_errors,
        Some("--first") => first_error,
        _ => return time_all(),
    };
    let paths = std::io::stdin().lines().map_while(Result::ok);
    paths.for_each(|path| judge(&path));
}

fn time_all() {
    let mut files = Vec::new();
    for path in std::env::args().skip(1) {
        collect(Path::new(&path), &mut files);
    }
    let texts: Vec<_> = files
        .iter()
        .filter_map(|path| Some((path, std::fs::read(path).ok()?)))
        .collect();
    let start = Instant::now();
    let mut size = 0;
    for (path, bytes) in &texts {
        size += bytes.len();
        println!("{} {}", path.display(), verdict(bytes));
    }
    let seconds = start.elapsed().as_secs_f64();
    eprintln!(
        "{} files, {size} bytes, {:.1} MB/s",
        texts.len(),
        size as f64 / seconds / 1e6
    );
}

fn verdict(bytes: &[u8]) -> String {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return "bad: not UTF-8".to_string();
    };
    let parsed = goes_syntax::parse_file(text, 1, 0);
    let line = |at: u32| text[..(at as usize - 1)].matches('\n').count() + 1;
    match parsed.diagnostics.first() {
        None => "ok".to_string(),
        Some(first) => format!("bad: {}: {}", line(first.span.lo), first.message),
    }
}

/// The line of the first error that go/parser would report, as `//line` comments have it; what is only
/// wrong to the compiler is not looked at.
fn first_error(path: &str) {
    let Ok(bytes) = std::fs::read(path) else { return };
    let line = match goes_syntax::check_utf8(&bytes) {
        Err(at) => bytes[..at].iter().filter(|&&byte| byte == b'\n').count() as u32 + 1,
        Ok(text) => first_line(path, text),
    };
    println!("{path}\t{line}");
}

fn first_line(path: &str, text: &str) -> u32 {
    let parsed = goes_syntax::parse_file(text, 1, 0);
    let errors = parsed
        .diagnostics
        .iter()
        .filter(|error| error.code == "SyntaxError");
    let spans: Vec<Span> = errors.map(|error| error.span).chain(parsed.deferred).collect();
    let mut files = Files::new();
    let file = files.add(path, text);
    files.set_line_directives(file, parsed.line_directives);
    // To go/token the end of a file belongs to its last line, even if that is ended.
    let end = text.strip_suffix('\n').map_or(text.len(), str::len) as u32 + 1;
    let place = |span: Span| files.position(Span::new(span.lo.min(end), span.hi));
    let places = spans.into_iter().filter_map(place);
    // go/parser sorts by file and line.
    let first = places.min_by_key(|place| (place.file.clone(), place.line));
    first.map_or(0, |place| place.line)
}

fn list_errors(path: &str) {
    let Ok(text) = std::fs::read_to_string(path) else {
        return;
    };
    for diagnostic in goes_syntax::parse_file(&text, 1, 0).diagnostics {
        let before = &text[..(diagnostic.span.lo as usize - 1).min(text.len())];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line = before.matches('\n').count() + 1;
        println!(
            "{path}\t{line}:{}\t{}",
            before.len() - line_start + 1,
            diagnostic.message
        );
    }
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) {
    if !path.is_dir() {
        return files.push(path.to_path_buf());
    }
    let Ok(entries) = std::fs::read_dir(path) else {
        return;
    };
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() || path.extension().is_some_and(|extension| extension == "go") {
            collect(&path, files);
        }
    }
}

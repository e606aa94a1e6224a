//! Findings on the terminal.

use crate::arguments::Format;
use goes_driver::InternalError;
use goes_source::{Diagnostic, Files, render};
use std::io::{IsTerminal, Write};
use std::process::ExitCode;
use std::sync::Mutex;

/// Where the last panic was, for the report about it.
static PANIC: Mutex<Option<String>> = Mutex::new(None);

/// Keeps quiet about panics: whoever catches one reports it.
pub fn catch_panics() {
    std::panic::set_hook(Box::new(|info| {
        let place = info
            .location()
            .map(|at| format!("{}:{}:{}", at.file(), at.line(), at.column()));
        if let Ok(mut panic) = PANIC.lock() {
            *panic = place;
        }
        if std::env::var_os("RUST_BACKTRACE").is_some() {
            eprintln!("{info}\n{}", std::backtrace::Backtrace::force_capture());
        }
    }));
}

/// We are wrong.
pub fn internal_error(error: &InternalError) -> ExitCode {
    let place = PANIC
        .lock()
        .ok()
        .and_then(|mut panic| panic.take())
        .unwrap_or_default();
    eprintln!("internal compiler error: {} ({place})", error.message);
    eprintln!(
        "This is a bug in goes {}, not in your program. Please report it with the Go source.",
        env!("CARGO_PKG_VERSION")
    );
    ExitCode::from(1)
}

/// The world is wrong.
pub fn failure(message: &str) -> ExitCode {
    eprintln!("goes: {message}");
    ExitCode::from(1)
}

/// Shows what was found.
pub fn diagnostics(files: &Files, found: &[Diagnostic], format: Format) {
    if found.is_empty() {
        return;
    }
    let text = match format {
        Format::Pretty => render::pretty(files, found, has_color()),
        Format::Short => render::short(files, found),
        Format::Json => render::json(files, found),
    };
    // Nobody is left to tell when the terminal is gone.
    let _ = match format {
        Format::Json => std::io::stdout().write_all(text.as_bytes()),
        Format::Pretty | Format::Short => std::io::stderr().write_all(text.as_bytes()),
    };
}

/// See no-color.org.
fn has_color() -> bool {
    std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

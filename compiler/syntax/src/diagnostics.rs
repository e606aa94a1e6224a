//! What is reported about a file, as gc would: in order, one error per line.

use goes_source::Diagnostic;

/// After this many, the rest is most likely noise.
const MAX_ERRORS: usize = 100;

/// Sorts, and keeps the first error of each line.
pub(crate) fn tidy(text: &str, base: u32, mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    if diagnostics.len() < 2 {
        return diagnostics;
    }
    // Stable: of two at one place, the first reported stays first.
    diagnostics.sort_by_key(|diagnostic| diagnostic.span.lo);
    let mut kept: Vec<Diagnostic> = Vec::new();
    let mut previous = None;
    for diagnostic in diagnostics {
        let offset = ((diagnostic.span.lo - base) as usize).min(text.len());
        let is_same_line = previous
            .replace(offset)
            .is_some_and(|previous| !text.as_bytes()[previous..offset].contains(&b'\n'));
        if kept.len() == MAX_ERRORS {
            break;
        }
        if !is_same_line {
            kept.push(diagnostic);
        }
    }
    kept
}

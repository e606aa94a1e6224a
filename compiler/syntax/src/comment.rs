//! What comments say: documentation, directives and `//line`.

use crate::ast::{Directive, Doc};
use goes_source::files::LineDirective;
use goes_source::{Diagnostic, Span};
use std::path::PathBuf;

/// A comment, and where the token after it begins.
#[derive(Copy, Clone, Debug)]
pub(crate) struct Comment {
    pub lo: u32,
    pub hi: u32,
    /// An inserted semicolon counts: the comment at the end of a statement's line is not that of the next.
    pub next: u32,
}

/// The run of comments that ends on the line before `position`, where a declaration starts.
pub(crate) fn doc_before(text: &str, base: u32, comments: &[Comment], position: u32) -> Option<Doc> {
    let offset = |position: u32| (position - base) as usize;
    let end = comments.partition_point(|comment| comment.lo < position);
    let hi = comments[..end].last()?.hi;
    let mut lo = position;
    for comment in comments[..end].iter().rev() {
        let gap = &text[offset(comment.hi)..offset(lo)];
        // Nothing but one newline may lie between; a block comment may stand on the declaration's own line.
        if comment.next != position || gap.bytes().filter(|&byte| byte == b'\n').count() > 1 {
            break;
        }
        let before = text[..offset(comment.lo)].trim_end_matches([' ', '\t', '\r', '\u{feff}']);
        if !(before.is_empty() || before.ends_with('\n')) {
            break;
        }
        lo = comment.lo;
    }
    (lo != position).then_some(Doc {
        span: Span::new(lo, hi),
    })
}

/// Splits `//tool:name args`, as in `//go:noinline`, and the two that predate that form: `//export name`
/// and `//line`, of which the latter is not a directive here.
pub(crate) fn directive(text: &str, span: Span) -> Option<Directive> {
    let body = text.strip_prefix("//")?;
    let end = body.find([' ', '\t', '\r']).unwrap_or(body.len());
    let (name, args) = body.split_at(end);
    let is_word = |word: &str| {
        !word.is_empty()
            && word
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    let is_directive = match name.split_once(':') {
        Some((tool, rest)) => {
            is_word(tool) && rest.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit())
        }
        None => name == "export" && !args.trim().is_empty(),
    };
    is_directive.then(|| Directive {
        span,
        name: name.to_string(),
        args: args.trim().to_string(),
    })
}

/// Reads `//line name:line[:column]` (at the start of a line) and `/*line name:line[:column]*/`.
///
/// `previous` is the file name in force: `//line :line:column` keeps it.
pub(crate) fn line_directive(
    text: &str,
    base: u32,
    comment: Comment,
    previous: Option<&LineDirective>,
) -> Option<Result<LineDirective, Diagnostic>> {
    let (lo, hi) = ((comment.lo - base) as usize, (comment.hi - base) as usize);
    let (body, offset) = match text[lo..hi].strip_prefix("//line ") {
        Some(_) if lo > 0 && !text[..lo].ends_with('\n') => return None,
        Some(body) => (body.trim_end_matches('\r'), hi + 1),
        None => (text[lo..hi].strip_prefix("/*line ")?.strip_suffix("*/")?, hi),
    };
    // Without a colon it is an ordinary comment that happens to start with that word.
    let (name, last) = body.rsplit_once(':')?;
    let at = |part: &str| {
        let start = comment.lo + (part.as_ptr() as usize - text[lo..hi].as_ptr() as usize) as u32;
        Span::new(start, start + part.len() as u32)
    };
    let invalid = |what: &str, part: &str| {
        Some(Err(Diagnostic::error(
            "SyntaxError",
            at(part),
            format!("invalid {what} number: {part}"),
        )))
    };
    let Some(last_number) = number(last) else {
        return invalid("line", last);
    };
    let (name, line, column) = match name
        .rsplit_once(':')
        .map(|(name, line)| (name, line, number(line)))
    {
        Some((name, _, Some(line))) => {
            if last_number == 0 {
                return invalid("column", last);
            }
            (name, line, Some(last_number))
        }
        _ => (name, last_number, None),
    };
    if line == 0 {
        return invalid("line", &body[name.len() + 1..]);
    }
    let name = match (name, column) {
        ("", Some(_)) => previous.map(|previous| previous.name.clone()).unwrap_or_default(),
        _ => PathBuf::from(name),
    };
    Some(Ok(LineDirective {
        offset: offset as u32,
        written: name.clone(),
        name,
        line,
        column,
    }))
}

/// gc's limit for lines and columns.
fn number(text: &str) -> Option<u32> {
    text.parse()
        .ok()
        .filter(|&number| number < 1 << 30 && text.bytes().all(|byte| byte.is_ascii_digit()))
}

//! Build constraints: `//go:build` expressions and the older `// +build` lines.

use crate::target::Target;
use goes_source::Span;

/// Deeper nesting than any person writes; keeps hostile input off the stack.
const MAX_DEPTH: usize = 200;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Constraint {
    Tag(String),
    Not(Box<Constraint>),
    And(Vec<Constraint>),
    Or(Vec<Constraint>),
}

/// What the lines before the package clause demand.
#[derive(Clone, Debug, Default)]
pub(crate) struct FileConstraint {
    pub constraint: Option<Constraint>,
    /// A `//go:build` line that is none, and what is wrong with it.
    pub error: Option<(Span, String)>,
}

impl Constraint {
    pub(crate) fn holds(&self, target: &Target) -> bool {
        match self {
            Constraint::Tag(tag) => target.has_tag(tag),
            Constraint::Not(inner) => !inner.holds(target),
            Constraint::And(all) => all.iter().all(|part| part.holds(target)),
            Constraint::Or(any) => any.iter().any(|part| part.holds(target)),
        }
    }
}

/// Reads the comments before a file's package clause. Spans are offsets in `text`.
pub(crate) fn file_constraint(text: &str) -> FileConstraint {
    let mut found = FileConstraint::default();
    let mut build_lines: Vec<(Span, &str)> = Vec::new();
    // `+build` lines count only when a blank line follows before the package clause.
    let mut plus_lines: Vec<&str> = Vec::new();
    let mut pending: Vec<&str> = Vec::new();
    let mut in_comment = false;
    let mut offset = 0;
    for whole in text.split_inclusive('\n') {
        let start = offset;
        offset += whole.len();
        let line = whole.trim();
        if in_comment {
            let Some((_, rest)) = line.split_once("*/") else {
                continue;
            };
            in_comment = false;
            if !rest.trim().is_empty() && !only_comments(rest.trim(), &mut in_comment) {
                break;
            }
        } else if line.is_empty() {
            plus_lines.append(&mut pending);
        } else if let Some(comment) = line.strip_prefix("//") {
            if is_build_comment(line) {
                let lo = start + (whole.len() - whole.trim_start().len());
                build_lines.push((
                    Span::new(lo as u32, (lo + line.len()) as u32),
                    &line["//go:build".len()..],
                ));
            } else if let Some(rest) = comment.trim_start().strip_prefix("+build")
                && (rest.is_empty() || rest.starts_with([' ', '\t']))
            {
                pending.push(rest);
            }
        } else if !only_comments(line, &mut in_comment) {
            break;
        }
    }
    match build_lines[..] {
        [] if plus_lines.is_empty() => {}
        [] => found.constraint = Some(Constraint::And(plus_lines.into_iter().map(plus_line).collect())),
        [(span, line)] => match parse(line) {
            Ok(constraint) => found.constraint = Some(constraint),
            Err(error) => found.error = Some((span, format!("parsing //go:build line: {error}"))),
        },
        [_, (span, _), ..] => found.error = Some((span, "multiple //go:build comments".into())),
    }
    found
}

fn is_build_comment(line: &str) -> bool {
    line.strip_prefix("//go:build")
        .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']))
}

/// Whether a line holds nothing but `/* … */` comments and the start of one; `in_comment` tells of the latter.
fn only_comments(mut line: &str, in_comment: &mut bool) -> bool {
    loop {
        line = line.trim_start().trim_start_matches('\u{feff}');
        if line.is_empty() || line.starts_with("//") {
            return true;
        }
        let Some(rest) = line.strip_prefix("/*") else {
            return false;
        };
        match rest.split_once("*/") {
            Some((_, after)) => line = after,
            None => {
                *in_comment = true;
                return true;
            }
        }
    }
}

/// `+build a,!b c`: commas are "and", spaces are "or".
fn plus_line(line: &str) -> Constraint {
    let term = |term: &str| match term.strip_prefix('!') {
        Some(tag) => Constraint::Not(Box::new(Constraint::Tag(tag.into()))),
        None => Constraint::Tag(term.into()),
    };
    Constraint::Or(
        line.split_whitespace()
            .map(|all| Constraint::And(all.split(',').map(term).collect()))
            .collect(),
    )
}

/// Parses what follows `//go:build`.
pub(crate) fn parse(text: &str) -> Result<Constraint, String> {
    let mut parser = Parser { text, at: 0 };
    let constraint = parser.or(0)?;
    match parser.peek() {
        "" => Ok(constraint),
        token => Err(format!("unexpected token {token}")),
    }
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Parser<'a> {
    /// The next token, "" at the end. A character that begins no token is returned alone.
    fn peek(&mut self) -> &'a str {
        let rest = self.text[self.at..].trim_start_matches([' ', '\t']);
        self.at = self.text.len() - rest.len();
        if rest.starts_with("&&") || rest.starts_with("||") {
            return &rest[..2];
        }
        let tag = rest.find(|c: char| !is_tag_char(c)).unwrap_or(rest.len());
        let first = rest.chars().next().map_or(0, char::len_utf8);
        &rest[..tag.max(first)]
    }

    fn eat(&mut self, token: &str) -> bool {
        let found = self.peek() == token;
        if found {
            self.at += token.len();
        }
        found
    }

    fn or(&mut self, depth: usize) -> Result<Constraint, String> {
        let mut parts = vec![self.and(depth)?];
        while self.eat("||") {
            parts.push(self.and(depth)?);
        }
        Ok(if parts.len() == 1 {
            parts.remove(0)
        } else {
            Constraint::Or(parts)
        })
    }

    fn and(&mut self, depth: usize) -> Result<Constraint, String> {
        let mut parts = vec![self.not(depth)?];
        while self.eat("&&") {
            parts.push(self.not(depth)?);
        }
        Ok(if parts.len() == 1 {
            parts.remove(0)
        } else {
            Constraint::And(parts)
        })
    }

    fn not(&mut self, depth: usize) -> Result<Constraint, String> {
        if !self.eat("!") {
            return self.atom(depth);
        }
        if self.peek() == "!" {
            return Err("double negation not allowed".into());
        }
        Ok(Constraint::Not(Box::new(self.atom(depth)?)))
    }

    fn atom(&mut self, depth: usize) -> Result<Constraint, String> {
        if depth > MAX_DEPTH {
            return Err("expression nests too deeply".into());
        }
        match self.peek() {
            "" => Err("unexpected end of expression".into()),
            "(" => {
                self.at += 1;
                let inner = self.or(depth + 1)?;
                if self.eat(")") {
                    Ok(inner)
                } else {
                    Err("missing close paren".into())
                }
            }
            token @ (")" | "&&" | "||" | "!") => Err(format!("unexpected token {token}")),
            token if token.starts_with(is_tag_char) => {
                self.at += token.len();
                Ok(Constraint::Tag(token.into()))
            }
            token => Err(format!("invalid syntax at {token}")),
        }
    }
}

fn is_tag_char(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '.'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(line: &str) -> bool {
        parse(line).expect(line).holds(&Target {
            go_version: (1, 26),
            ..Target::default()
        })
    }

    #[test]
    fn expressions() {
        assert!(holds(" js && wasm"));
        assert!(holds("linux || (js && !cgo)"));
        assert!(!holds("!js"));
        assert!(!holds("js && (windows || darwin)"));
        assert!(holds("go1.18 && !go1.27"));
    }

    #[test]
    fn errors() {
        for (line, error) in [
            ("", "unexpected end of expression"),
            ("!!a", "double negation not allowed"),
            ("(a", "missing close paren"),
            ("a b", "unexpected token b"),
            ("a & b", "unexpected token &"),
            ("a &&", "unexpected end of expression"),
        ] {
            assert_eq!(parse(line), Err(error.to_string()), "{line}");
        }
        assert!(parse(&"(".repeat(100_000)).is_err());
    }

    #[test]
    fn files() {
        let holds = |text: &str| {
            file_constraint(text)
                .constraint
                .is_none_or(|constraint| constraint.holds(&Target::default()))
        };
        assert!(!holds("// Copyright\n\n//go:build ignore\n\npackage p\n"));
        assert!(!holds("/* x\n */\n//go:build ignore\npackage p\n"));
        assert!(holds("/*\n//go:build ignore\n*/\npackage p\n"));
        assert!(holds("package p\n//go:build ignore\n"));
        assert!(!holds("// +build ignore\n\npackage p\n"));
        assert!(holds("// +build ignore\npackage p\n"));
        assert!(holds("//go:build js\n// +build ignore\n\npackage p\n"));
        assert!(!holds("// +build js\n// +build windows\n\npackage p\n"));
        assert!(holds("// +build windows js,!cgo\n\npackage p\n"));
        assert!(
            file_constraint("//go:build a\n//go:build b\npackage p")
                .error
                .is_some()
        );
    }
}

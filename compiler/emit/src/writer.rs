//! A writer that lays the printer's tokens out as people do: a space around the head of a loop, arrays on
//! one line while they fit, doc comments on lines of their own, in the indentation of their place.

use swc_common::{BytePos, Span};
use swc_ecma_codegen::Result;
use swc_ecma_codegen::text_writer::WriteJs;

/// Arrays are broken after this column.
const WIDTH: usize = 100;

#[derive(Copy, Clone, PartialEq, Eq)]
enum Last {
    Other,
    LineStart,
    /// `for`, `while`, `switch`
    HeadKeyword,
    /// What is followed by a space: the parenthesis that closes their head, `=>`, `finally`.
    HeadEnd,
    Parenthesis,
    Comma,
}

pub(crate) struct Tidy<W> {
    inner: W,
    indent: usize,
    last: Last,
    /// Open brackets; for a parenthesis whether it opens a head.
    brackets: Vec<(u8, bool)>,
    column: usize,
    /// In a comment that began a line.
    in_doc: bool,
    skips_space: bool,
}

impl<W: WriteJs> Tidy<W> {
    pub(crate) fn new(inner: W) -> Tidy<W> {
        Tidy {
            inner,
            indent: 0,
            last: Last::LineStart,
            brackets: Vec::new(),
            column: 0,
            in_doc: false,
            skips_space: false,
        }
    }

    pub(crate) fn inner(&mut self) -> &mut W {
        &mut self.inner
    }

    fn token(&mut self, text: &str) -> Result {
        self.skips_space = false;
        if (self.last == Last::HeadEnd && text != ";") || (self.last == Last::Parenthesis && text == "{") {
            self.inner.write_space()?;
        }
        if self.last == Last::LineStart {
            self.column = self.indent * 2;
        }
        self.column += text.len();
        self.last = if text == "," { Last::Comma } else { Last::Other };
        Ok(())
    }

    fn in_array(&self) -> bool {
        self.brackets.last().is_some_and(|&(open, _)| open == b'[')
    }
}

impl<W: WriteJs> WriteJs for Tidy<W> {
    fn increase_indent(&mut self) -> Result {
        self.indent += 1;
        self.inner.increase_indent()
    }

    fn decrease_indent(&mut self) -> Result {
        self.indent -= 1;
        self.inner.decrease_indent()
    }

    fn write_semi(&mut self, span: Option<Span>) -> Result {
        self.token(";")?;
        self.inner.write_semi(span)
    }

    fn write_space(&mut self) -> Result {
        if std::mem::take(&mut self.skips_space) {
            return Ok(());
        }
        self.column += 1;
        match self.last {
            // What follows brings the space.
            Last::HeadKeyword | Last::HeadEnd => return Ok(()),
            Last::LineStart => {}
            _ => self.last = Last::Other,
        }
        self.inner.write_space()
    }

    fn write_keyword(&mut self, span: Option<Span>, s: &'static str) -> Result {
        self.token(s)?;
        if matches!(s, "for" | "while" | "switch") {
            self.last = Last::HeadKeyword;
        }
        if s == "finally" {
            self.last = Last::HeadEnd;
        }
        self.inner.write_keyword(span, s)
    }

    fn write_operator(&mut self, span: Option<Span>, s: &str) -> Result {
        self.token(s)?;
        self.inner.write_operator(span, s)
    }

    fn write_param(&mut self, s: &str) -> Result {
        self.token(s)?;
        self.inner.write_param(s)
    }

    fn write_property(&mut self, s: &str) -> Result {
        self.token(s)?;
        self.inner.write_property(s)
    }

    fn write_line(&mut self) -> Result {
        if self.in_array() {
            if self.last == Last::Comma {
                if self.column < WIDTH {
                    self.last = Last::Other;
                    self.column += 1;
                    return self.inner.write_space();
                }
            } else {
                return Ok(());
            }
        }
        self.last = Last::LineStart;
        self.inner.write_line()
    }

    fn write_lit(&mut self, span: Span, s: &str) -> Result {
        self.token(s)?;
        self.inner.write_lit(span, s)
    }

    fn write_comment(&mut self, s: &str) -> Result {
        if s == "/*" {
            self.in_doc = self.last == Last::LineStart;
        }
        if s == "*/" && std::mem::take(&mut self.in_doc) {
            self.inner.write_comment(s)?;
            self.inner.write_line()?;
            self.last = Last::LineStart;
            self.skips_space = true;
            return Ok(());
        }
        if self.in_doc && s.contains('\n') && self.indent > 0 {
            let margin = format!("\n{}", "  ".repeat(self.indent));
            let lines: Vec<&str> = s.split('\n').collect();
            return self.inner.write_comment(&lines.join(&margin));
        }
        self.inner.write_comment(s)
    }

    fn write_str_lit(&mut self, span: Span, s: &str) -> Result {
        // Its text may look like a token.
        self.token("")?;
        self.column += s.len();
        self.inner.write_str_lit(span, s)
    }

    fn write_str(&mut self, s: &str) -> Result {
        self.token(s)?;
        self.inner.write_str(s)
    }

    fn write_symbol(&mut self, span: Span, s: &str) -> Result {
        self.token(s)?;
        self.inner.write_symbol(span, s)
    }

    fn write_punct(&mut self, span: Option<Span>, s: &'static str, commit_pending_semi: bool) -> Result {
        let is_head = self.last == Last::HeadKeyword && s == "(";
        let is_arrow = s == "=>" && !matches!(self.last, Last::LineStart | Last::HeadEnd);
        if is_head || is_arrow {
            self.inner.write_space()?;
        }
        self.token(s)?;
        match s {
            "(" | "[" | "{" | "${" => self.brackets.push((s.as_bytes()[s.len() - 1], is_head)),
            ")" | "]" | "}" => {
                self.last = if s == ")" { Last::Parenthesis } else { Last::Other };
                if let Some((_, true)) = self.brackets.pop() {
                    self.last = Last::HeadEnd;
                }
            }
            "=>" => self.last = Last::HeadEnd,
            _ => {}
        }
        self.inner.write_punct(span, s, commit_pending_semi)
    }

    fn care_about_srcmap(&self) -> bool {
        self.inner.care_about_srcmap()
    }

    fn add_srcmap(&mut self, pos: BytePos) -> Result {
        self.inner.add_srcmap(pos)
    }

    fn commit_pending_semi(&mut self) -> Result {
        self.inner.commit_pending_semi()
    }
}

//! The package clause and the imports of a file, without parsing the rest.
//!
//! spec: "Each source file consists of a package clause [...], followed by a possibly empty set of import
//! declarations". Whatever is wrong here is reported when the whole file is parsed.

use goes_source::Span;

#[derive(Clone, Debug, Default)]
pub(crate) struct Header {
    /// Empty where there is no package clause.
    pub package: String,
    pub package_span: Span,
    pub imports: Vec<Import>,
}

#[derive(Clone, Debug)]
pub(crate) struct Import {
    /// The local name, where given.
    pub name: Option<String>,
    /// The literal's value; `None` where it is not a valid string.
    pub path: Option<String>,
    /// The literal, in offsets of the file.
    pub span: Span,
}

/// Reads the header of a file's text.
pub(crate) fn header(text: &str) -> Header {
    let mut scanner = Scanner { text, at: if text.starts_with('\u{feff}') { 3 } else { 0 }, ends_line: false };
    let mut header = Header::default();
    if scanner.next() != Some(Token::Word("package")) {
        return header;
    }
    let Some(Token::Word(name)) = scanner.next() else { return header };
    header.package = name.to_string();
    header.package_span = Span::new((scanner.at - name.len()) as u32, scanner.at as u32);
    if scanner.next() != Some(Token::Punct(b';')) {
        return header;
    }
    while scanner.next() == Some(Token::Word("import")) {
        if import_decl(&mut scanner, &mut header.imports).is_none() {
            break;
        }
    }
    header
}

/// What follows `import`, up to its semicolon; `None` at a mistake.
fn import_decl(scanner: &mut Scanner<'_>, imports: &mut Vec<Import>) -> Option<()> {
    let mut token = scanner.next()?;
    if token != Token::Punct(b'(') {
        imports.push(import_spec(scanner, token)?);
        return (scanner.next()? == Token::Punct(b';')).then_some(());
    }
    loop {
        token = scanner.next()?;
        if token == Token::Punct(b')') {
            break;
        }
        imports.push(import_spec(scanner, token)?);
        match scanner.next()? {
            Token::Punct(b';') => {}
            Token::Punct(b')') => break,
            _ => return None,
        }
    }
    (scanner.next()? == Token::Punct(b';')).then_some(())
}

fn import_spec(scanner: &mut Scanner<'_>, first: Token<'_>) -> Option<Import> {
    let (name, literal) = match first {
        Token::Word(name) => (Some(name.to_string()), scanner.next()?),
        Token::Punct(b'.') => (Some(".".to_string()), scanner.next()?),
        token => (None, token),
    };
    let Token::Literal(text) = literal else { return None };
    let span = Span::new((scanner.at - text.len()) as u32, scanner.at as u32);
    Some(Import { name, path: unquote(text), span })
}

/// The value of a string literal. Escapes are rare in import paths: only those of one byte are read.
pub(crate) fn unquote(text: &str) -> Option<String> {
    let inner = text.get(1..text.len().checked_sub(1)?)?;
    if text.starts_with('`') {
        return Some(inner.replace('\r', ""));
    }
    if !inner.contains('\\') {
        return Some(inner.to_string());
    }
    let mut value = String::new();
    let mut rest = inner;
    while let Some((before, after)) = rest.split_once('\\') {
        value.push_str(before);
        let (digits, radix, len) = match after.chars().next()? {
            'x' => (after.get(1..3)?, 16, 3),
            'u' => (after.get(1..5)?, 16, 5),
            'U' => (after.get(1..9)?, 16, 9),
            '0'..='7' => (after.get(..3)?, 8, 3),
            c @ ('"' | '\\') => {
                value.push(c);
                rest = &after[1..];
                continue;
            }
            _ => return None,
        };
        value.push(char::from_u32(u32::from_str_radix(digits, radix).ok()?)?);
        rest = &after[len..];
    }
    value.push_str(rest);
    Some(value)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Token<'a> {
    Word(&'a str),
    /// A string, quotes and all.
    Literal(&'a str),
    /// A byte of punctuation; `;` also where a line's end stands for one.
    Punct(u8),
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
    /// The previous token is one after which a newline becomes a semicolon.
    ends_line: bool,
}

impl<'a> Scanner<'a> {
    fn next(&mut self) -> Option<Token<'a>> {
        if self.skip_blanks() {
            self.ends_line = false;
            return Some(Token::Punct(b';'));
        }
        let rest = &self.text[self.at..];
        let first = *rest.as_bytes().first()?;
        let (token, len) = match first {
            b'"' | b'`' => {
                let len = literal_len(rest)?;
                (Token::Literal(&rest[..len]), len)
            }
            _ => match rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len()) {
                0 => (Token::Punct(first), 1),
                len => (Token::Word(&rest[..len]), len),
            },
        };
        self.at += if rest.is_char_boundary(len) { len } else { return None };
        self.ends_line = !matches!(token, Token::Word("package" | "import") | Token::Punct(b'(' | b'.' | b';'));
        Some(token)
    }

    /// Skips spaces and comments; true where a semicolon is to be inserted.
    fn skip_blanks(&mut self) -> bool {
        loop {
            let rest = &self.text[self.at..];
            if rest.starts_with("//") {
                self.at += rest.find('\n').unwrap_or(rest.len());
            } else if rest.starts_with("/*") {
                let len = rest[2..].find("*/").map_or(rest.len(), |end| end + 4);
                self.at += len;
                if self.ends_line && rest[..len].contains('\n') {
                    return true;
                }
            } else {
                match rest.as_bytes().first() {
                    Some(b'\n') => {
                        self.at += 1;
                        if self.ends_line {
                            return true;
                        }
                    }
                    Some(b' ' | b'\t' | b'\r') => self.at += 1,
                    None => return self.ends_line,
                    Some(_) => return false,
                }
            }
        }
    }
}

fn literal_len(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let mut at = 1;
    loop {
        match *bytes.get(at)? {
            b'\\' if bytes[0] == b'"' => at += 1,
            b'\n' if bytes[0] == b'"' => return None,
            byte if byte == bytes[0] => return Some(at + 1),
            _ => {}
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn imports(text: &str) -> Vec<String> {
        let text_of = |import: Import| format!("{}:{}", import.name.unwrap_or_default(), import.path.unwrap_or_default());
        header(text).imports.into_iter().map(text_of).collect()
    }

    #[test]
    fn reads() {
        let text = "// doc\n/* x */ package p // here\n\nimport \"a\"; import b \"c\"\nimport (\n\t. \"d\" // why\n\t_ `e`\n\n\t\"f\")\nvar x int\n";
        assert_eq!(header(text).package, "p");
        assert_eq!(imports(text), [":a", "b:c", ".:d", "_:e", ":f"]);
        let span = header(text).imports[1].span;
        assert_eq!(&text[span.lo as usize..span.hi as usize], "\"c\"");
    }

    #[test]
    fn survives_mistakes() {
        assert_eq!(header("").package, "");
        assert_eq!(header("packge p").package, "");
        assert_eq!(imports("package p\nimport fmt\nimport \"a\"\n"), Vec::<String>::new());
        assert_eq!(imports("package p; import (\"a\"; \"b"), [":a"]);
        assert_eq!(imports("package p\nimport \"\\x61\""), [":a"]);
        assert_eq!(header("package é\u{feff}").package, "é");
    }
}

//! Format strings: `%[flags][width][.precision][[index]]verb`.

/// One `%…` of a format string.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Operation<'t> {
    pub text: &'t str,
    /// Where it starts in the format.
    pub offset: usize,
    pub flags: &'t str,
    pub verb: char,
    /// Numbers of the arguments that a `*` for width or precision takes, counted from 0.
    pub stars: Vec<usize>,
    /// The number of the argument that the verb takes.
    pub argument: usize,
    /// Some argument is picked by `[n]`.
    pub is_indexed: bool,
}

/// The operations of a format, or what is wrong with it, worded so as to follow the function's name.
pub(crate) fn parse(format: &str) -> Result<Vec<Operation<'_>>, String> {
    let mut operations = Vec::new();
    let mut next = 0;
    let mut at = 0;
    while let Some(found) = format[at..].find('%') {
        let offset = at + found;
        let mut scan = Scan {
            text: &format[offset..],
            at: 1,
            next,
            is_pending: false,
            is_indexed: false,
        };
        let operation = scan.operation(offset)?;
        at = offset + operation.text.len();
        if operation.verb != '%' {
            next = operation.argument + 1;
        }
        operations.push(operation);
    }
    Ok(operations)
}

struct Scan<'t> {
    text: &'t str,
    at: usize,
    /// The argument that is taken next.
    next: usize,
    /// An index has been read that nothing has used yet.
    is_pending: bool,
    is_indexed: bool,
}

impl<'t> Scan<'t> {
    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn skip(&mut self, is_part: impl Fn(char) -> bool) -> &'t str {
        let rest = self.rest();
        let end = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }

    fn operation(&mut self, offset: usize) -> Result<Operation<'t>, String> {
        let flags = self.skip(|c| "#0+- ".contains(c));
        let mut stars = Vec::new();
        self.index()?;
        stars.extend(self.size());
        if self.rest().starts_with('.') {
            self.at += 1;
            self.index()?;
            stars.extend(self.size());
        }
        if !self.is_pending {
            self.index()?;
        }
        let Some(verb) = self.rest().chars().next() else {
            return Err(format!("format {} is missing verb at end of string", self.text));
        };
        self.at += verb.len_utf8();
        Ok(Operation {
            text: &self.text[..self.at],
            offset,
            flags,
            verb,
            stars,
            argument: self.next,
            is_indexed: self.is_indexed,
        })
    }

    /// `*`, or digits that do not matter here.
    fn size(&mut self) -> Option<usize> {
        if !self.rest().starts_with('*') {
            self.skip(|c| c.is_ascii_digit());
            return None;
        }
        self.at += 1;
        self.is_pending = false;
        self.next += 1;
        Some(self.next - 1)
    }

    /// `[n]`
    fn index(&mut self) -> Result<(), String> {
        let Some(rest) = self.rest().strip_prefix('[') else {
            return Ok(());
        };
        let Some(end) = rest.find(']') else {
            return Err(format!("format {} is missing closing ]", self.text));
        };
        let number = &rest[..end];
        let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
        match number.parse::<i32>() {
            Ok(index) if is_number && index > 0 => self.next = index as usize - 1,
            _ => return Err(format!("format has invalid argument index [{number}]")),
        }
        self.at += end + 2;
        self.is_pending = true;
        self.is_indexed = true;
        Ok(())
    }
}

/// What looks like an operation in a text that is printed as it is: the first, URLs' `%20` aside.
pub(crate) fn directive(text: &str) -> Option<&str> {
    // A last % can start none.
    let text = text.strip_suffix('%').unwrap_or(text);
    let starts = text.match_indices('%').map(|(at, _)| &text[at..]);
    starts.filter_map(directive_at).find(|found| {
        let mut digits = found.bytes().skip(1).take(2);
        found.len() < 3 || !digits.all(|byte| byte.is_ascii_hexdigit())
    })
}

fn directive_at(text: &str) -> Option<&str> {
    let digits = |c: char| c.is_ascii_digit();
    let mut rest = text[1..].trim_start_matches(['+', '-', '#']);
    for is_precision in [false, true] {
        if is_precision {
            rest = rest.strip_prefix('.').unwrap_or(rest);
        }
        let indexed = skip_index(rest).unwrap_or(rest);
        rest = match indexed.strip_prefix('*') {
            Some(rest) => rest,
            None => rest.trim_start_matches(digits),
        };
    }
    rest = skip_index(rest).unwrap_or(rest);
    let verb = rest
        .chars()
        .next()
        .filter(|&c| "bcdefgopqstvxEFGTUX".contains(c))?;
    Some(&text[..text.len() - rest.len() + verb.len_utf8()])
}

fn skip_index(text: &str) -> Option<&str> {
    let rest = text.strip_prefix('[')?;
    let after = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    (after.len() < rest.len()).then(|| after.strip_prefix(']'))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operations() {
        let texts = |format| {
            let found = parse(format).unwrap_or_default();
            found
                .iter()
                .map(|o| (o.text.to_string(), o.argument))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            texts("a%db%%c%-5.2fd"),
            [
                ("%d".to_string(), 0),
                ("%%".to_string(), 1),
                ("%-5.2f".to_string(), 1),
            ]
        );
        assert_eq!(texts("%[2]*.[1]*f"), [("%[2]*.[1]*f".to_string(), 1)]);
        assert_eq!(
            parse("%"),
            Err("format % is missing verb at end of string".to_string())
        );
        assert_eq!(
            parse("%[x]d"),
            Err("format has invalid argument index [x]".to_string())
        );
        assert_eq!(parse("%[1d"), Err("format %[1d is missing closing ]".to_string()));
    }

    #[test]
    fn directives() {
        assert_eq!(directive("100% sure"), None);
        assert_eq!(directive("a %d b"), Some("%d"));
        assert_eq!(directive("http://x/%2fpath"), None);
        assert_eq!(directive("50%"), None);
        assert_eq!(directive("%-8.3f|"), Some("%-8.3f"));
    }
}

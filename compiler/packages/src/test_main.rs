//! The program that runs a package's tests: what the files declare for `go test`, and the main package
//! that hands it to package testing.

use goes_syntax::ast::{self, Decl, DeclKind, Expr, ExprKind, FuncDecl};
use std::fmt::Write;

/// Which of a package's test files something is in.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// Of the package itself.
    Inside,
    /// Of the package whose name ends in `_test`.
    Outside,
}

impl Side {
    /// The name under which the main package imports it.
    fn import_name(self) -> &'static str {
        match self {
            Side::Inside => "_test",
            Side::Outside => "_xtest",
        }
    }
}

#[derive(Debug)]
struct Example {
    name: String,
    side: Side,
    output: String,
    is_unordered: bool,
}

/// What `go test` runs.
#[derive(Debug, Default)]
pub(crate) struct TestFunctions {
    tests: Vec<(String, Side)>,
    benchmarks: Vec<(String, Side)>,
    fuzz_targets: Vec<(String, Side)>,
    examples: Vec<Example>,
    main: Option<Side>,
}

impl TestFunctions {
    /// Adds those of a test file whose first byte is at position 0.
    pub(crate) fn add(&mut self, file: &ast::File, text: &str, side: Side) {
        for decl in &file.decls {
            let DeclKind::Func(func) = &decl.kind else {
                continue;
            };
            if func.receiver.is_some() || !func.signature.type_params.is_empty() {
                continue;
            }
            let name = func.name.name.as_str();
            let entry = || (name.to_string(), side);
            if name == "TestMain" && takes(func, "M") {
                self.main = Some(side);
            } else if is_named(name, "Test") && takes(func, "T") {
                self.tests.push(entry());
            } else if is_named(name, "Benchmark") && takes(func, "B") {
                self.benchmarks.push(entry());
            } else if is_named(name, "Fuzz") && takes(func, "F") {
                self.fuzz_targets.push(entry());
            } else if is_named(name, "Example")
                && func.signature.params.is_empty()
                && let Some((output, is_unordered)) = expected_output(decl, file, text)
            {
                self.examples.push(Example {
                    name: name.to_string(),
                    side,
                    output,
                    is_unordered,
                });
            }
        }
    }

    fn uses(&self, side: Side) -> bool {
        let lists = [&self.tests, &self.benchmarks, &self.fuzz_targets];
        self.main == Some(side)
            || lists.into_iter().flatten().any(|entry| entry.1 == side)
            || self.examples.iter().any(|example| example.side == side)
    }

    /// The text of the main package for the tests of the package at `path`.
    pub(crate) fn main_package(&self, path: &str, imports: &[(Side, String)]) -> String {
        let mut text = String::from("package main\n\nimport (\n\t\"os\"\n");
        if self.main.is_some() {
            text.push_str("\t\"reflect\"\n");
        }
        text.push_str("\t\"testing\"\n\t\"testing/internal/testdeps\"\n");
        for (side, import) in imports {
            let name = if self.uses(*side) { side.import_name() } else { "_" };
            text.push_str(&format!("\t{name} {}\n", quote(import)));
        }
        text.push_str(")\n\n");
        for (variable, ty, entries) in [
            ("tests", "Test", &self.tests),
            ("benchmarks", "Benchmark", &self.benchmarks),
            ("fuzzTargets", "FuzzTarget", &self.fuzz_targets),
        ] {
            text.push_str(&format!("var {variable} = []testing.Internal{ty}{{\n"));
            for (name, side) in entries {
                text.push_str(&format!("\t{{\"{name}\", {}.{name}}},\n", side.import_name()));
            }
            text.push_str("}\n\n");
        }
        text.push_str("var examples = []testing.InternalExample{\n");
        for example in &self.examples {
            let (name, package) = (&example.name, example.side.import_name());
            text.push_str(&format!(
                "\t{{\"{name}\", {package}.{name}, {}, {}}},\n",
                quote(&example.output),
                example.is_unordered
            ));
        }
        text.push_str("}\n\nfunc main() {\n");
        text.push_str(&format!("\ttestdeps.ImportPath = {}\n", quote(path)));
        text.push_str(
            "\tm := testing.MainStart(testdeps.TestDeps{}, tests, benchmarks, fuzzTargets, examples)\n",
        );
        match self.main {
            // "TestMain [...] can call os.Exit"; if it does not, the result of m.Run is what counts.
            Some(side) => text.push_str(&format!(
                "\t{}.TestMain(m)\n\tos.Exit(int(reflect.ValueOf(m).Elem().FieldByName(\"exitCode\").Int()))\n",
                side.import_name()
            )),
            None => text.push_str("\tos.Exit(m.Run())\n"),
        }
        text.push_str("}\n");
        text
    }
}

/// "TestXxx where Xxx does not start with a lowercase letter."
fn is_named(name: &str, prefix: &str) -> bool {
    name.strip_prefix(prefix)
        .is_some_and(|rest| !rest.starts_with(char::is_lowercase))
}

/// Whether the function's one parameter is a `*testing.T`, for the letter given.
fn takes(func: &FuncDecl, letter: &str) -> bool {
    let [param] = &func.signature.params[..] else {
        return false;
    };
    let is_letter = |ty: &Expr| match &ty.kind {
        ExprKind::Ident(name) => name.as_str() == letter,
        ExprKind::Selector(_, name) => name.name.as_str() == letter,
        _ => false,
    };
    func.signature.results.is_empty()
        && param
            .ty
            .as_ref()
            .is_some_and(|ty| matches!(&ty.kind, ExprKind::Star(inner) if is_letter(inner)))
}

/// "The comment must be the last in the function's body and begin with "Output:" or "Unordered output:"."
/// Examples without one are compiled, but not run.
fn expected_output(decl: &Decl, file: &ast::File, text: &str) -> Option<(String, bool)> {
    let DeclKind::Func(func) = &decl.kind else {
        return None;
    };
    let body = func.body.as_ref()?.span;
    let inside: Vec<&str> = last_group(file, text, body.lo, body.hi);
    let comment = comment_text(&inside);
    let trimmed = comment.trim_start();
    let after = |prefix: &str| {
        let head = trimmed.get(..prefix.len())?;
        head.eq_ignore_ascii_case(prefix)
            .then(|| &trimmed[prefix.len()..])
    };
    let (rest, is_unordered) = match after("unordered output:") {
        Some(rest) => (rest, true),
        None => (after("output:")?, false),
    };
    let rest = rest.trim_start_matches(' ');
    Some((rest.strip_prefix('\n').unwrap_or(rest).to_string(), is_unordered))
}

/// The last run of comments within `lo..hi` with nothing but single line ends between them. A comment behind code
/// does not go on in the next line.
fn last_group<'t>(file: &ast::File, text: &'t str, lo: u32, hi: u32) -> Vec<&'t str> {
    let within: Vec<_> = file
        .comments
        .iter()
        .filter(|comment| lo < comment.lo && comment.hi <= hi)
        .collect();
    let mut first = within.len().saturating_sub(1);
    while first > 0 {
        let before = within[first - 1];
        let gap = &text[before.hi as usize..within[first].lo as usize];
        let line = text[..before.lo as usize].rsplit('\n').next().unwrap_or_default();
        let allowed_lines = usize::from(line.trim().is_empty());
        if !gap.trim().is_empty() || gap.matches('\n').count() > allowed_lines {
            break;
        }
        first -= 1;
    }
    within[first.min(within.len())..]
        .iter()
        .map(|comment| &text[comment.lo as usize..comment.hi as usize])
        .collect()
}

/// What comments say: without their markers, directives and blanks at the ends of lines, at most one blank
/// line in a row.
fn comment_text(comments: &[&str]) -> String {
    let mut lines: Vec<&str> = Vec::new();
    for comment in comments {
        if let Some(line) = comment.strip_prefix("//") {
            match line.strip_prefix(' ') {
                Some(line) => lines.push(line),
                None if is_directive(line) => {}
                None => lines.push(line),
            }
        } else {
            let block = comment.strip_prefix("/*").unwrap_or(comment);
            lines.extend(block.strip_suffix("*/").unwrap_or(block).split('\n'));
        }
    }
    let mut text = String::new();
    let mut was_blank = true;
    for line in lines.iter().map(|line| line.trim_end()) {
        if !line.is_empty() || !was_blank {
            text.push_str(line);
            text.push('\n');
        }
        was_blank = line.is_empty();
    }
    let end = text.trim_end_matches('\n').len();
    text.truncate(end);
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

/// `go:generate …` after `//`.
fn is_directive(line: &str) -> bool {
    let word = |text: &str| {
        !text.is_empty()
            && text
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    line.split_once(':').is_some_and(|(tool, rest)| {
        word(tool) && rest.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit())
    })
}

/// A Go string literal.
pub(crate) fn quote(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            '\u{feff}' | '\u{80}'..='\u{9f}' => {
                write!(quoted, "\\u{:04x}", u32::from(c)).expect("a String grows");
            }
            c if c.is_ascii_control() => write!(quoted, "\\x{:02x}", u32::from(c)).expect("a String grows"),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn functions(text: &str) -> TestFunctions {
        let mut functions = TestFunctions::default();
        functions.add(&goes_syntax::parse_file(text, 0, 0).file, text, Side::Inside);
        functions
    }

    #[test]
    fn names_and_parameters() {
        let found = functions(
            "package p\nfunc Test(t *testing.T) {}\nfunc Testing(t *testing.T) {}\nfunc TestA(t *T) {}\n\
             func TestMain(m *testing.M) {}\nfunc TestB(n int) {}\nfunc BenchmarkÄ(b *testing.B) {}\n\
             func FuzzX(f *testing.F) {}\nfunc (s S) TestC(t *testing.T) {}\n",
        );
        let names = |list: &[(String, Side)]| list.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
        assert_eq!(names(&found.tests), ["Test", "TestA"]);
        assert_eq!(names(&found.benchmarks), ["BenchmarkÄ"]);
        assert_eq!(names(&found.fuzz_targets), ["FuzzX"]);
        assert_eq!(found.main, Some(Side::Inside));
    }

    #[test]
    fn outputs() {
        let found = functions(
            "package p\nfunc Example() {\n\tf()\n\t// Output:\n\t// a  \n\t//\n\t//   b\n}\n\
             func Example_one() { // Output: x\n}\nfunc Example_two() {\n\t// Unordered output: y\n\t// z\n}\n\
             func Example_none() {\n\t// nothing\n}\n\
             func Example_early() {\n\t// Output: no\n\n\t// later\n}\n\
             func Example_behind() {\n\tf() // why\n\t// Output: z\n}\n",
        );
        let outputs: Vec<(&str, &str, bool)> = found
            .examples
            .iter()
            .map(|example| {
                (
                    example.name.as_str(),
                    example.output.as_str(),
                    example.is_unordered,
                )
            })
            .collect();
        assert_eq!(
            outputs,
            [
                ("Example", "a\n\n  b\n", false),
                ("Example_one", "x\n", false),
                ("Example_two", "y\nz\n", true),
                ("Example_behind", "z\n", false)
            ]
        );
    }
}

//! What stack traces tell beyond a source map: Go's names of functions, and `//line` directives.
//!
//! It stands in the map as `x_goes`, so that programs do not carry it.

use crate::sourcemap::utf16_column;
use crate::walk;
use goes_lower::ir::{Closure, PackageId, Program};
use goes_source::files::File;
use goes_source::{FileId, Files, Span};
use indexmap::IndexMap;
use serde_json::{Value, json};

/// The functions of a program by file.
#[derive(Default)]
pub(crate) struct Trace {
    files: IndexMap<FileId, InFile>,
}

#[derive(Default)]
struct InFile {
    /// What the initialiser of a package variable belongs to: `main.init`.
    init: String,
    functions: Vec<Function>,
}

struct Function {
    span: Span,
    /// `main.(*Point).Scale`, `main.main.func1`
    name: String,
    has_params: bool,
}

impl Trace {
    pub(crate) fn of(program: &Program, files: &Files) -> Trace {
        let mut trace = Trace::default();
        for global in &program.globals {
            trace.file(files, program, global.package, global.span);
        }
        for function in &program.functions {
            let code = &function.code;
            let mut add = |name: &str, code: &Closure| {
                if let Some(file) = trace.file(files, program, function.package, code.span) {
                    file.add(name, code);
                }
            };
            add(&function.go_name, code);
            walk::closures(&code.body, &mut |closure| add(&closure.go_name, closure));
        }
        trace
    }

    fn file(
        &mut self,
        files: &Files,
        program: &Program,
        package: PackageId,
        span: Span,
    ) -> Option<&mut InFile> {
        let file = self.files.entry(files.lookup(span.lo)?).or_default();
        if file.init.is_empty()
            && let Some(init) = program.packages[package.0 as usize].initializers
        {
            file.init.clone_from(&program.functions[init.0 as usize].go_name);
        }
        Some(file)
    }

    /// For the sources of a map, in its order.
    pub(crate) fn to_json(&self, files: &Files, sources: impl Iterator<Item = FileId>) -> Value {
        let none = InFile::default();
        sources
            .map(|id| {
                let (file, known) = (files.get(id), self.files.get(&id).unwrap_or(&none));
                let functions: Vec<Value> = known
                    .functions
                    .iter()
                    .map(|function| {
                        let (start, end) = (function.span.lo - file.base, function.span.hi - file.base);
                        let [start, end] = [start, end].map(|offset| place(file, offset));
                        json!([start.0, start.1, end.0, end.1, function.name, function.has_params])
                    })
                    .collect();
                json!({
                    "base": file.base,
                    "init": known.init,
                    "functions": functions,
                    "lines": directives(file),
                })
            })
            .collect()
    }
}

impl InFile {
    /// Instances of a generic function share their place; a deferred call lies in its function, whose name
    /// it bears.
    fn add(&mut self, name: &str, code: &Closure) {
        let span = code.span;
        let is_known = self
            .functions
            .iter()
            .any(|known| known.span.lo <= span.lo && span.hi <= known.span.hi && known.name == name);
        if !is_known {
            self.functions.push(Function {
                span,
                name: name.to_string(),
                has_params: !code.params.is_empty(),
            });
        }
    }
}

/// Line and column as source maps count them, from 0.
fn place(file: &File, offset: u32) -> (u32, i64) {
    let (line, _) = file.line_column(offset);
    (line - 1, utf16_column(&file.text, offset as usize))
}

/// Where the directive's text begins, the name it gives and the line that it begins with.
fn directives(file: &File) -> Vec<Value> {
    file.directives()
        .iter()
        .map(|directive| {
            let offset = directive.offset.min(file.text.len() as u32);
            let (line, column) = place(file, offset);
            let name = directive.written.display().to_string();
            let name = if name.is_empty() { "??" } else { &name };
            json!([line, column, name, directive.line])
        })
        .collect()
}

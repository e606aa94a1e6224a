//! `Ir` in, ES modules out: text, source maps, `.d.ts`, package.json.
//!
//! **Invariant:** no analysis; the only crate that names swc. One node in, one node out; what a node needs
//! at run time (classes, descriptors, declarations of the runtime) is written because something asked for it.

mod assign;
mod border;
mod call;
mod code;
mod compact;
mod compare;
mod control;
mod cx;
mod defer;
mod descriptor;
mod dts;
mod effects;
mod expr;
mod function;
mod goroutine;
mod guard;
mod hooks;
mod int;
mod interface;
mod js;
mod library;
mod link;
mod loops;
mod map;
mod names;
mod narrow;
mod package;
mod pointer;
mod print;
mod program;
mod scope;
mod slice;
mod sourcemap;
mod stmt;
mod string;
mod structs;
mod trace;
mod types;
mod walk;
mod words;
mod writer;

use goes_lower::ir;
use goes_source::{Diagnostic, Files};

mod embedded {
    include!(concat!(env!("OUT_DIR"), "/runtime.rs"));
}

/// The runtime's source files: name and text.
#[derive(Clone, Debug)]
pub struct RuntimeSources {
    pub files: Vec<(String, String)>,
}

impl RuntimeSources {
    /// Those that were built into the compiler.
    pub fn embedded() -> RuntimeSources {
        let files = embedded::RUNTIME
            .iter()
            .map(|&(name, text)| (name.to_string(), text.to_string()))
            .collect();
        RuntimeSources { files }
    }
}

impl Default for RuntimeSources {
    fn default() -> RuntimeSources {
        RuntimeSources::embedded()
    }
}

#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Short names, no white space, no comments.
    pub minify: bool,
    pub source_map: bool,
    pub library: Option<LibraryOptions>,
}

/// What package.json says of a library.
#[derive(Clone, Debug, Default)]
pub struct LibraryOptions {
    pub name: String,
    pub version: String,
    pub description: Option<String>,
    /// An SPDX identifier.
    pub license: Option<String>,
    /// The author's own package.json, which says more and knows better.
    pub manifest: Option<String>,
    /// What the command line says knows best.
    pub forced_name: Option<String>,
    pub forced_version: Option<String>,
}

#[derive(Clone, Debug, Default)]
pub struct Output {
    /// The bundle of a program.
    pub code: String,
    /// Its source map, without a reference to it in the code.
    pub map: Option<String>,
    /// The files of a library: path and text.
    pub modules: Vec<(String, String)>,
    /// What could not be translated. The output is only meaningful without errors.
    pub diagnostics: Vec<Diagnostic>,
}

/// Translates a whole program.
pub fn emit(program: &ir::Program, files: &Files, runtime: &RuntimeSources, options: &Options) -> Output {
    program::emit(program, files, runtime, options)
}

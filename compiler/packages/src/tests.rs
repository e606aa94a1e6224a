//! Whole graphs, from files in memory.

use crate::downloads::ModMode;
use crate::{Config, Environment, Graph, MemoryFileSystem, load};
use goes_syntax::ast::DeclKind;
use std::path::PathBuf;

/// Files as `-- name --` sections, below `/w`; absolute names stay so.
fn file_system(text: &str) -> MemoryFileSystem {
    let mut fs = MemoryFileSystem::new();
    fs.add("/go/VERSION", "go1.26.8\n")
        .add(
            "/go/src/fmt/fmt.go",
            "package fmt\nimport \"internal/x\"\nimport \"golang.org/x/net\"\nfunc Print() {}\n",
        )
        .add("/go/src/internal/x/x.go", "package x\n")
        .add("/go/src/vendor/golang.org/x/net/n.go", "package net\n")
        .add("/go/src/embed/embed.go", "package embed\n");
    for section in text.split("-- ").skip(1) {
        let (name, body) = section.split_once(" --\n").expect("a section has a name");
        fs.add(PathBuf::from("/w").join(name), body);
    }
    fs
}

fn load_with(text: &str, configure: impl FnOnce(&mut Config)) -> Graph {
    let environment = Environment {
        cwd: "/w".into(),
        goroot: Some("/go".into()),
        module_cache: Some("/cache".into()),
        shims: Some("/shims".into()),
        ..Environment::default()
    };
    let mut config = Config {
        environment,
        ..Config::default()
    };
    configure(&mut config);
    load(&config, &file_system(text))
}

fn load_patterns(text: &str, patterns: &[&str]) -> Graph {
    load_with(text, |config| {
        config.patterns = patterns.iter().map(|pattern| pattern.to_string()).collect()
    })
}

fn messages(graph: &Graph) -> Vec<String> {
    let message = |diagnostic: &goes_source::Diagnostic| match graph.files.position(diagnostic.span) {
        Some(at) => format!(
            "{}:{}:{}: {}",
            at.file.display(),
            at.line,
            at.column,
            diagnostic.message
        ),
        None => diagnostic.message.clone(),
    };
    graph.diagnostics.iter().map(message).collect()
}

fn paths(graph: &Graph) -> Vec<&str> {
    graph
        .packages
        .iter()
        .map(|package| package.path.as_str())
        .collect()
}

#[test]
fn std_with_its_vendored_modules() {
    let graph = load_patterns(
        "-- a.go --\npackage main\nimport \"fmt\"\nimport \"unsafe\"\nfunc main() { fmt.Print() }\n",
        &["a.go"],
    );
    assert_eq!(messages(&graph), Vec::<String>::new());
    assert_eq!(
        paths(&graph),
        [
            "internal/x",
            "unsafe",
            "vendor/golang.org/x/net",
            "fmt",
            "command-line-arguments"
        ]
    );
    let main = graph.get(graph.roots[0]);
    assert!(main.is_main && main.is_user && !main.is_std);
    assert_eq!(main.go_version, (1, 27));
    assert_eq!(graph.get(main.imports["fmt"]).go_version, (1, 26));
}

#[test]
fn modules_and_versions() {
    let text = "-- go.mod --
module example.com/m
go 1.20
require a.com/B v1.0.0
require c.com/d v1.1.0
replace c.com/d => ./local
-- go.sum --
a.com/B v1.0.0 h1:b=
a.com/B v1.0.0/go.mod h1:bm=
e.com/f v1.5.0 h1:f=
e.com/f v1.5.0/go.mod h1:fm=
-- main.go --
package main
import \"a.com/B/x\"
import \"c.com/d\"
import \"example.com/m/p\"
-- new.go --
//go:build go1.22
package main
-- p/p.go --
package p
-- p/p_linux.go --
package p
-- p/ignored.go --
//go:build ignore
package main
-- local/go.mod --
module c.com/d
go 1.18
-- local/d.go --
package d
-- /cache/cache/download/a.com/!b/@v/v1.0.0.mod --
module a.com/B
go 1.17
require e.com/f v1.5.0
require g.com/h v1.0.0
-- /cache/a.com/!b@v1.0.0/x/x.go --
package x
import \"e.com/f\"
-- /cache/e.com/f@v1.5.0/f.go --
package f
-- /cache/e.com/f@v1.5.0/go.mod --
module e.com/f
";
    let graph = load_patterns(text, &[]);
    assert_eq!(messages(&graph), Vec::<String>::new());
    assert_eq!(
        paths(&graph),
        [
            "c.com/d",
            "e.com/f",
            "a.com/B/x",
            "example.com/m/p",
            "example.com/m"
        ]
    );
    assert_eq!(graph.packages[2].go_version, (1, 17));
    assert_eq!(graph.packages[0].go_version, (1, 18));
    assert_eq!(graph.packages[3].files.len(), 1);
    assert_eq!(graph.packages[4].file_versions, [(1, 20), (1, 22)]);
    let module = graph.packages[2].module.as_ref().expect("it is in a module");
    assert_eq!(
        (module.path.as_str(), module.version.as_deref()),
        ("a.com/B", Some("v1.0.0"))
    );
}

#[test]
fn errors_point_at_imports() {
    let text = "-- go.mod --
module example.com/m
go 1.20
require z.com/z v1.2.3
-- go.sum --
z.com/z v1.2.3 h1:x=
-- main.go --
package main
import \"foo\"
import \"z.com/z/y\"
import \"q.com/q\"
import \"example.com/m/prog\"
import \"example.com/m/two\"
import \"example.com/m/p/internal/k\"
import \"internal/x\"
import \"./rel\"
import \"\"
import \"a b\"
import \"x//y\"
import \"C\"
import \"example.com/m/tests\"
-- prog/p.go --
package main
-- two/a.go --
package a
-- two/b.go --
package b
-- p/internal/k/k.go --
package k
-- tests/k_test.go --
package tests
";
    let graph = load_patterns(text, &["main.go"]);
    let expected = [
        "main.go:2:8: could not import foo (package foo is not in std (/go/src/foo))",
        "main.go:3:8: package z.com/z/y: module z.com/z@v1.2.3 is not in the module cache",
        "main.go:4:8: no required module provides package q.com/q; to add it:\n\tgo get q.com/q",
        "main.go:5:8: import \"example.com/m/prog\" is a program, not an importable package",
        "main.go:6:8: found packages a (a.go) and b (b.go) in /w/two",
        "main.go:7:8: use of internal package example.com/m/p/internal/k not allowed",
        "main.go:8:8: use of internal package internal/x not allowed",
        "main.go:9:8: \"./rel\" is relative, but relative import paths are not supported in module mode",
        "main.go:10:8: invalid import path (empty string)",
        "main.go:11:8: invalid import path (invalid character U+0020 ' ')",
        "main.go:12:8: non-canonical import path \"x//y\" (should be \"x/y\")",
        "main.go:13:8: import \"C\" is not supported: there is no C here to call",
        "main.go:14:8: no non-test Go files in /w/tests",
    ];
    assert_eq!(messages(&graph), expected);
    let require = graph.diagnostics[1].labels[0].span;
    assert_eq!(graph.files.text(require), "require z.com/z v1.2.3");
}

#[test]
fn cycles() {
    let text = "-- go.mod --
module m
-- a/a.go --
package a
import \"m/b\"
-- b/b.go --
package b
import \"m/c\"
-- c/c.go --
package c
import \"m/a\"
";
    let graph = load_patterns(text, &["./..."]);
    assert_eq!(messages(&graph), ["c/c.go:2:8: import cycle not allowed"]);
    let notes = [
        "package m/a",
        "imports m/b from a.go",
        "imports m/c from b.go",
        "imports m/a from c.go",
    ];
    assert_eq!(graph.diagnostics[0].notes, notes);
    assert_eq!(paths(&graph), ["m/c", "m/b", "m/a"]);
}

#[test]
fn command_line() {
    let text = "-- a.go --
package main
-- b/b.go --
package b
-- ignored.go --
//go:build ignore
package main
-- x_windows.go --
package main
";
    for (patterns, message) in [
        (["none.go", "a.go"], "stat none.go: no such file or directory"),
        (
            ["a.go", "b/b.go"],
            "named files must all be in one directory; have . and b",
        ),
        (["a.go", "b"], "named files must be .go files: b"),
        (["./none", "."], "stat /w/none: directory not found"),
        (["strng", "."], "package strng is not in std (/go/src/strng)"),
    ] {
        assert_eq!(messages(&load_patterns(text, &patterns))[0], message);
    }
    let run = |pattern: &str| {
        load_with(text, |config| {
            config.patterns = vec![pattern.to_string()];
            config.requires_main = true;
        })
    };
    assert_eq!(
        messages(&run("b/b.go")),
        ["package command-line-arguments is not a main package"]
    );
    assert_eq!(messages(&run("fmt")), ["package fmt is not a main package"]);
    // Naming a file means it, whatever its constraints say.
    assert_eq!(messages(&run("ignored.go")), Vec::<String>::new());
    assert_eq!(messages(&run("x_windows.go")), Vec::<String>::new());
    assert_eq!(messages(&run(".")), Vec::<String>::new());
}

#[test]
fn workspaces_and_vendor() {
    let text = "-- go.work --
go 1.22
use ./a
use ./b
-- a/go.mod --
module a.com/a
go 1.21
-- a/a.go --
package main
import \"b.com/b\"
-- b/go.mod --
module b.com/b
-- b/b.go --
package b
-- v/go.mod --
module v
go 1.20
require x.com/y v1.0.0
-- v/v.go --
package v
import \"x.com/y/z\"
import \"x.com/y/none\"
-- v/vendor/modules.txt --
# x.com/y v1.0.0
## explicit; go 1.19
x.com/y/z
-- v/vendor/x.com/y/z/z.go --
package z
";
    let graph = load_patterns(text, &["./a"]);
    assert_eq!(messages(&graph), Vec::<String>::new());
    assert!(graph.packages.iter().all(|package| package.is_user));
    let graph = load_with(text, |config| {
        config.environment.cwd = "/w/v".into();
        config.environment.gowork = Some("off".into());
    });
    assert_eq!(
        messages(&graph),
        [
            "v.go:3:8: cannot find module providing package x.com/y/none: import lookup disabled by -mod=vendor"
        ]
    );
    assert_eq!(
        (graph.packages[0].path.as_str(), graph.packages[0].go_version),
        ("x.com/y/z", (1, 19))
    );
}

#[test]
fn cached_modules_need_lines_in_go_sum() {
    let text = "-- go.mod --
module example.com/m
go 1.20
require a.com/b v1.0.0
require c.com/d v1.0.0
require e.com/f v1.0.0
-- go.sum --
a.com/b v1.0.0 h1:b=
a.com/b v1.0.0/go.mod h1:bm=
c.com/d v1.0.0 h1:d=
-- main.go --
package main
import \"a.com/b\"
import \"c.com/d\"
import \"e.com/f\"
-- /cache/a.com/b@v1.0.0/b.go --
package b
-- /cache/c.com/d@v1.0.0/d.go --
package d
-- /cache/e.com/f@v1.0.0/f.go --
package f
";
    assert_eq!(
        messages(&load_patterns(text, &[])),
        [
            "main.go:3:8: c.com/d@v1.0.0: missing go.sum entry for go.mod file; to add it:\n\tgo mod download c.com/d",
            "main.go:4:8: missing go.sum entry for module providing package e.com/f; to add:\n\tgo mod download e.com/f",
        ]
    );
    let graph = load_with(text, |config| config.environment.mod_mode = ModMode::Mod);
    assert_eq!(messages(&graph), Vec::<String>::new());
}

/// A folder `vendor` counts by itself from go 1.14 on.
#[test]
fn vendor_of_old_modules() {
    let text = "-- go.mod --
module example.com/m
go 1.12
require a.com/b v1.0.0
-- go.sum --
a.com/b v1.0.0 h1:b=
a.com/b v1.0.0/go.mod h1:bm=
-- main.go --
package main
import \"a.com/b\"
-- vendor/modules.txt --
# a.com/b v1.0.0
a.com/b
-- /cache/a.com/b@v1.0.0/b.go --
package b
";
    assert_eq!(messages(&load_patterns(text, &[])), Vec::<String>::new());
    let newer = text.replace("go 1.12", "go 1.14");
    assert_ne!(messages(&load_patterns(&newer, &[])), Vec::<String>::new());
}

#[test]
fn shims_replace_and_overlay() {
    let text = "-- a.go --
package main
import \"fmt\"
import \"other\"
-- /shims/fmt/ours.go --
package fmt
import \"internal/x\"
func Ours() {}
-- /shims/fmt/ours.js --
export const ours = 1;
-- /shims/other/overlay.txt --
# why
-gone.go
-Dropped
=T.R formerR
-- /shims/other/mine.go --
package other
func F() {}
func (t *T) M() {}
func (t *T) R() { t.formerR() }
const B = 2
-- /go/src/other/o.go --
package other
import \"heavy\"
import \"internal/x\"
type T struct{}
func F() { heavy.Do() }
func (t T) M() {}
func (t T) N() { x.Y() }
func (t T) R() {}
func Dropped() {}
const (
	A = iota
	B
	C
)
-- /go/src/other/gone.go --
package other
import \"heavy\"
-- /go/src/heavy/h.go --
package heavy
";
    let graph = load_patterns(text, &["a.go"]);
    assert_eq!(messages(&graph), Vec::<String>::new());
    assert_eq!(
        paths(&graph),
        ["internal/x", "fmt", "other", "command-line-arguments"]
    );
    assert_eq!(
        graph.packages[1].natives,
        [("ours.js".to_string(), "export const ours = 1;\n".to_string())]
    );
    let other = &graph.packages[2];
    let texts: Vec<&str> = other.files[0]
        .decls
        .iter()
        .map(|decl| graph.files.text(decl.span))
        .collect();
    assert_eq!(texts.len(), 6, "{texts:?}");
    assert!(texts[0].contains("T struct") && texts[1].contains("N()"));
}

#[test]
fn embedded_shims_are_in_order() {
    assert!(crate::shim::EMBEDDED.is_sorted_by_key(|(name, _)| *name));
}

#[test]
fn string_values() {
    let text = "-- a.go --
package main
import \"other\"
var version string
var name, rest = \"old\", 1
var number = 1
-- /go/src/other/o.go --
package other
var version = \"old\"
";
    let graph = load_with(text, |config| {
        config.patterns = vec!["a.go".into()];
        for name in ["main.version", "main.name", "main.number", "other.version"] {
            config.string_values.push((name.into(), "new\n".into()));
        }
    });
    assert_eq!(messages(&graph), Vec::<String>::new());
    let values: Vec<String> = graph
        .packages
        .iter()
        .flat_map(|package| &package.files[0].decls)
        .filter_map(|decl| match &decl.kind {
            DeclKind::Var(var) => Some(format!("{:?}", var.values.first().map(|value| &value.kind))),
            _ => None,
        })
        .collect();
    assert_eq!(
        values,
        [
            r#"Some(BasicLit(String, "new\n"))"#,
            r#"Some(BasicLit(String, "new\n"))"#,
            r#"Some(BasicLit(String, "old"))"#,
            "Some(BasicLit(Int, 1))",
        ]
    );
}

#[test]
fn links_into_the_runtime() {
    let text = "-- a.go --
package main
import \"linker\"
-- /go/src/linker/l.go --
package linker
import \"below\"
//go:linkname now runtime.nanotime
func now() int64
-- /go/src/below/b.go --
package below
//go:linkname throw runtime.throw
func throw(string)
-- /go/src/runtime/r.go --
package runtime
import \"below\"
";
    let graph = load_patterns(text, &["a.go"]);
    assert_eq!(messages(&graph), Vec::<String>::new());
    assert_eq!(
        paths(&graph),
        ["below", "runtime", "linker", "command-line-arguments"]
    );
}

#[test]
fn embedded_files() {
    let text = "-- go.mod --
module m
-- main.go --
package main
import \"embed\"
//go:embed d/*.txt
//go:embed d/sub
var a string
var (
	//go:embed none*
	b string
	//go:embed ../x
	c string
	//go:embed other/f
	in_other string
	//go:embed it's
	apostrophe string
	//go:embed .
	itself embed.FS
)
//go:embed d
func main() {}
-- other/go.mod --
module other
-- other/f --
f
-- it's --
x
-- d/one.txt --
1
-- d/sub/two --
2
-- d/sub/.hidden --
3
-- p/p.go --
package p
//go:embed x
var x string
";
    let graph = load_patterns(text, &["./..."]);
    let expected = [
        "main.go:7:13: pattern none*: no matching files found",
        "main.go:9:13: pattern ../x: invalid pattern syntax",
        "main.go:11:13: pattern other/f: cannot embed file other/f: in different module",
        "main.go:13:13: pattern it's: cannot embed file it's: invalid name it's",
        "main.go:15:13: pattern .: invalid pattern syntax",
        "main.go:18:3: misplaced go:embed directive",
        "p/p.go:2:3: go:embed requires import \"embed\" (or import _ \"embed\", if package is not used)",
    ];
    let mut found = messages(&graph);
    found.sort();
    assert_eq!(found, {
        let mut expected = expected.to_vec();
        expected.sort();
        expected
    });
    let main = graph
        .packages
        .iter()
        .find(|package| package.path == "m")
        .expect("it was loaded");
    let files: Vec<&str> = main.embeds[0]
        .files
        .iter()
        .map(|file| file.path.as_str())
        .collect();
    assert_eq!(files, ["d/one.txt", "d/sub/two"]);
}

#[test]
fn module_file_errors() {
    let graph = load_patterns(
        "-- go.mod --\nmodule m\ngo 1.99\nwhat x\n-- a.go --\npackage a\n",
        &[],
    );
    assert_eq!(
        messages(&graph),
        [
            "go.mod:2:1: go.mod requires go >= 1.99 (goes understands Go up to 1.27)",
            "go.mod:3:1: unknown directive: what"
        ]
    );
    let graph = load_patterns("-- a/a.go --\npackage a\n", &["./..."]);
    assert_eq!(
        messages(&graph),
        ["pattern ./...: directory prefix . does not contain main module or its selected dependencies"]
    );
}

#[test]
fn text_that_is_none() {
    let mut fs = file_system("");
    fs.add("/w/a.go", b"package main\nvar s = \"\xff\"\n".to_vec());
    let environment = Environment {
        cwd: "/w".into(),
        goroot: Some("/go".into()),
        ..Environment::default()
    };
    let graph = load(
        &Config {
            patterns: vec!["a.go".into()],
            environment,
            ..Config::default()
        },
        &fs,
    );
    assert_eq!(messages(&graph), ["a.go:2:10: invalid UTF-8 encoding"]);
}

#[test]
fn without_a_go_tree() {
    let mut fs = MemoryFileSystem::new();
    fs.add("/w/a.go", "package main\nimport \"no/such\"\n");
    let environment = Environment {
        cwd: "/w".into(),
        ..Environment::default()
    };
    let config = Config {
        patterns: vec!["a.go".into()],
        environment,
        ..Config::default()
    };
    let graph = load(&config, &fs);
    assert_eq!(
        messages(&graph),
        ["a.go:2:8: could not import no/such (package no/such is not in std)"]
    );
    fs.add("/w/a.go", "package main\nimport \"go/types\"\n");
    let graph = load(&config, &fs);
    assert_eq!(
        messages(&graph),
        ["a.go:2:8: package go/types is compiled from Go's own source, which is not on this machine"]
    );
    assert!(graph.diagnostics[0].notes[0].contains("--goroot"));
}

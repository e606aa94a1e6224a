//! A random program as a tree, so that parts of it can be dropped.

use std::collections::HashSet;

/// A statement: blocks with their heads, and what closes the last one. A line is a tail without blocks.
#[derive(Clone, Debug)]
pub struct Node {
    pub blocks: Vec<(String, Vec<Node>)>,
    pub tail: String,
}

impl Node {
    pub(crate) fn line(text: impl Into<String>) -> Node {
        Node {
            blocks: Vec::new(),
            tail: text.into(),
        }
    }

    pub(crate) fn block(head: impl Into<String>, body: Vec<Node>, tail: impl Into<String>) -> Node {
        Node {
            blocks: vec![(head.into(), body)],
            tail: tail.into(),
        }
    }

    /// The text of statements within a function.
    pub(crate) fn text(nodes: &[Node]) -> String {
        let mut text = String::new();
        for node in nodes {
            node.print(1, &mut text);
        }
        text
    }

    fn print(&self, depth: usize, out: &mut String) {
        for (head, body) in &self.blocks {
            indented(head, depth, out);
            for node in body {
                node.print(depth + 1, out);
            }
        }
        indented(&self.tail, depth, out);
    }
}

fn indented(text: &str, depth: usize, out: &mut String) {
    for line in text.lines() {
        out.push_str(&"\t".repeat(depth));
        out.push_str(line);
        out.push('\n');
    }
}

/// A top-level declaration: the name that others use, and its text. Methods have their receiver's name.
#[derive(Clone, Debug)]
pub struct Decl {
    pub name: String,
    pub text: String,
}

/// An independent case: a function that prints what it computed.
#[derive(Clone, Debug)]
pub struct Case {
    pub id: usize,
    pub body: Vec<Node>,
}

#[derive(Clone, Debug)]
pub struct Program {
    pub decls: Vec<Decl>,
    pub cases: Vec<Case>,
}

/// The packages that a program may import, by the last part of their paths.
const PACKAGES: [&str; 13] = [
    "cmp", "context", "errors", "fmt", "iter", "maps", "math", "runtime", "slices", "sort", "strconv",
    "strings", "sync",
];

impl Program {
    /// The Go text: the cases, and the declarations that they reach.
    pub fn text(&self) -> String {
        let mut body = String::new();
        for case in &self.cases {
            body.push_str(&format!("\nfunc case{}() {{\n", case.id));
            for node in &case.body {
                node.print(1, &mut body);
            }
            body.push_str("}\n");
        }
        body.push_str("\nfunc main() {\n");
        for case in &self.cases {
            body.push_str(&format!("\ttry({0}, case{0})\n", case.id));
        }
        body.push_str("}\n");

        let mut declarations = String::new();
        for decl in self.reached(&body) {
            declarations.push('\n');
            declarations.push_str(&decl.text);
            declarations.push('\n');
        }
        let text = declarations + &body;
        let used: Vec<_> = PACKAGES
            .iter()
            .filter(|package| names(&text).any(|(name, next)| name == **package && next == Some('.')))
            .map(|package| format!("\t{package:?}\n"))
            .collect();
        format!("package main\n\nimport (\n{})\n{text}", used.concat())
    }

    /// The declarations whose names the text reaches, in their order.
    fn reached(&self, text: &str) -> Vec<&Decl> {
        let mut seen: HashSet<&str> = HashSet::new();
        let mut waiting = vec![text];
        while let Some(text) = waiting.pop() {
            for (name, _) in names(text) {
                let unseen = self.decls.iter().filter(|decl| decl.name == name);
                let texts: Vec<_> = unseen.map(|decl| decl.text.as_str()).collect();
                if !texts.is_empty() && seen.insert(name) {
                    waiting.extend(texts);
                }
            }
        }
        self.decls
            .iter()
            .filter(|decl| seen.contains(decl.name.as_str()))
            .collect()
    }
}

/// The identifiers of a text, each with the character after it.
fn names(text: &str) -> impl Iterator<Item = (&str, Option<char>)> {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    let mut rest = text;
    std::iter::from_fn(move || {
        let start = rest.find(is_part)?;
        let tail = &rest[start..];
        let end = tail.find(|c| !is_part(c)).unwrap_or(tail.len());
        rest = &tail[end..];
        Some((&tail[..end], rest.chars().next()))
    })
}

//! A shim on top of a package of Go's tree: what it declares takes the place of what the tree declares.

use crate::select::Source;
use goes_source::Symbol;
use goes_syntax::ast::{self, DeclKind, ExprKind};
use rustc_hash::{FxHashMap, FxHashSet};

/// What overlay.txt leaves out of Go's tree: `-name.go` and, as the shim's declarations do, `-F` and `-T.M`.
/// `=T.M N` and `=F N` keep what Go's tree declares under the name N, for the shim's declaration to call.
#[derive(Clone, Debug, Default)]
pub(crate) struct Replaced {
    pub files: FxHashSet<String>,
    names: FxHashSet<Symbol>,
    methods: FxHashSet<(Symbol, Symbol)>,
    renamed: FxHashMap<(Option<Symbol>, Symbol), Symbol>,
}

impl Replaced {
    pub(crate) fn read(overlay: &str) -> Replaced {
        let mut replaced = Replaced::default();
        for line in overlay.lines() {
            if let Some((key, name)) = line.strip_prefix('=').and_then(renaming) {
                replaced.renamed.insert(key, name);
            }
            let Some(name) = line.trim().strip_prefix('-') else {
                continue;
            };
            if name.ends_with(".go") {
                replaced.files.insert(name.to_string());
            } else if let Some((ty, method)) = name.split_once('.') {
                replaced.methods.insert((Symbol::new(ty), Symbol::new(method)));
            } else {
                replaced.names.insert(Symbol::new(name));
            }
        }
        replaced
    }

    pub(crate) fn leave_out(&mut self, name: &str) {
        self.names.insert(Symbol::new(name));
    }

    /// Adds what a file of the shim declares.
    pub(crate) fn add(&mut self, file: &ast::File) {
        for decl in &file.decls {
            match &decl.kind {
                DeclKind::Const(decl) => self.names.extend(decl.names.iter().map(|name| name.name)),
                DeclKind::Var(decl) => self.names.extend(decl.names.iter().map(|name| name.name)),
                DeclKind::Type(decl) => self.names.extend([decl.name.name]),
                DeclKind::Func(func) => match receiver_type(func) {
                    Some(ty) => self.methods.extend([(ty, func.name.name)]),
                    None => self.names.extend([func.name.name]),
                },
                DeclKind::Bad => {}
            }
        }
        // spec: "The blank identifier [...] does not introduce a new binding"; and any number of init
        // functions may stand side by side.
        self.names.remove(&Symbol::new("_"));
        self.names.remove(&Symbol::new("init"));
    }

    /// Takes what is replaced out of a file of Go's tree, and the imports that nothing uses any more.
    pub(crate) fn apply(&self, file: &mut ast::File, text: &str) {
        let is_replaced = |directive: &ast::Directive| {
            let local = directive.args.split_whitespace().next().unwrap_or_default();
            directive.name == "go:linkname" && self.names.contains(&Symbol::new(local))
        };
        file.directives.retain(|directive| !is_replaced(directive));
        let before = file.decls.len();
        file.decls.retain_mut(|decl| self.keeps(decl));
        if file.decls.len() < before {
            let base = file.base;
            let kept: Vec<&str> = file
                .decls
                .iter()
                .map(|decl| {
                    text.get((decl.span.lo - base) as usize..(decl.span.hi - base) as usize)
                        .unwrap_or("")
                })
                .collect();
            file.imports.retain(|import| is_used(import, &kept));
        }
    }

    fn keeps(&self, decl: &mut ast::Decl) -> bool {
        match &mut decl.kind {
            DeclKind::Func(func) => {
                let receiver = receiver_type(func);
                if let Some(name) = self.renamed.get(&(receiver, func.name.name)) {
                    func.name.name = *name;
                    return true;
                }
                match receiver {
                    Some(ty) => !self.methods.contains(&(ty, func.name.name)),
                    None => !self.names.contains(&func.name.name),
                }
            }
            DeclKind::Type(decl) => !self.names.contains(&decl.name.name),
            DeclKind::Var(decl) => {
                self.blank(&mut decl.names);
                decl.names.iter().any(|name| !name.name.is_blank()) || decl.names.is_empty()
            }
            // Later constants of the group may repeat its expression.
            DeclKind::Const(decl) => {
                self.blank(&mut decl.names);
                true
            }
            DeclKind::Bad => true,
        }
    }

    fn blank(&self, names: &mut [ast::Ident]) {
        for name in names.iter_mut().filter(|name| self.names.contains(&name.name)) {
            name.name = Symbol::new("_");
        }
    }

    /// Removes imports that only replaced declarations of Go's files use, before the packages are looked for.
    pub(crate) fn prune_imports(&self, source: &mut Source) {
        let mut file = goes_syntax::parse_file(&source.text, 0, 0).file;
        self.apply(&mut file, &source.text);
        let kept: FxHashSet<u32> = file.imports.iter().map(|import| import.path.span.lo).collect();
        source
            .header
            .imports
            .retain(|import| kept.contains(&import.span.lo));
    }
}

/// `T.M N` or `F N`.
fn renaming(line: &str) -> Option<((Option<Symbol>, Symbol), Symbol)> {
    let (old, new) = line.trim().split_once(' ')?;
    let (ty, name) = match old.split_once('.') {
        Some((ty, method)) => (Some(Symbol::new(ty)), method),
        None => (None, old),
    };
    Some(((ty, Symbol::new(name)), Symbol::new(new)))
}

/// `T` of `func (x *T[P]) …`.
fn receiver_type(func: &ast::FuncDecl) -> Option<Symbol> {
    let mut ty = func.receiver.as_ref()?.first()?.ty.as_ref()?;
    loop {
        ty = match &ty.kind {
            ExprKind::Paren(inner) | ExprKind::Star(inner) | ExprKind::Index(inner, _) => inner,
            ExprKind::Ident(name) => return Some(*name),
            _ => return None,
        };
    }
}

/// Whether the text mentions `name.`; names in comments keep an import needlessly, which does no harm.
fn is_used(import: &ast::ImportSpec, texts: &[&str]) -> bool {
    let literal = import.path.text.as_str();
    let name = match &import.name {
        Some(name) if name.name.is_blank() || name.name.as_str() == "." => return true,
        Some(name) => name.name.as_str(),
        None => package_name(literal.trim_matches(['"', '`'])),
    };
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80;
    texts.iter().any(|text| {
        text.match_indices(name).any(|(at, _)| {
            let before = at.checked_sub(1).map(|at| text.as_bytes()[at]);
            let after = text[at + name.len()..].trim_start();
            !before.is_some_and(|byte| is_word(byte) || byte == b'.') && after.starts_with('.')
        })
    })
}

/// The name that a package of std has by its path: `rand` for `math/rand/v2`.
fn package_name(path: &str) -> &str {
    let mut elements = path.rsplit('/');
    let last = elements.next().unwrap_or(path);
    let is_version = last
        .strip_prefix('v')
        .is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()));
    if is_version {
        elements.next().unwrap_or(last)
    } else {
        last
    }
}

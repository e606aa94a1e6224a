//! `//go:embed`: a variable that starts with the contents of files.

use crate::ir::{Const, Conversion, Expr, ExprKind, Field, IntKind, TypeId, TypeKind};
use crate::reach::Lowerer;
use goes_packages::{Embed, EmbedFile};
use goes_source::Span;
use goes_syntax::ast;
use goes_types::{ObjectId, PackageId};
use std::collections::BTreeSet;

/// What a variable below a directive can hold.
#[derive(Copy, Clone, PartialEq, Eq)]
enum Holder {
    String,
    Bytes,
    /// A tree of files: `embed.FS`.
    Tree,
}

impl Lowerer<'_, '_> {
    /// Reports the variables that cannot hold what their directives name, reached or not.
    pub fn check_embeds(&mut self) {
        let graph = self.graph;
        for (index, package) in graph.packages.iter().enumerate() {
            for embed in &package.embeds {
                let scope = self.checker.packages[index].scope;
                let Some(name) = variable(package, embed) else {
                    continue;
                };
                let names = &self.checker.scopes[scope.0 as usize].names;
                if let Some(&object) = names.get(&name.name) {
                    self.check_embed(object, embed, name.span);
                }
            }
        }
    }

    fn check_embed(&mut self, object: ObjectId, embed: &Embed, span: Span) {
        let checked = self.object(object).ty;
        let ty = self.ty(checked);
        let text = || self.program.types[ty.0 as usize].text.clone();
        let finding = match self.holder(ty) {
            None => crate::diag::embed_of_other_type(span, &text()),
            Some(holder) if holder != Holder::Tree && embed.files.len() != 1 => {
                crate::diag::embed_of_several_files(span, &text())
            }
            Some(_) => return,
        };
        self.report(finding);
    }

    /// Gives a variable without initialiser the files that a directive names.
    pub fn embed(&mut self, package: PackageId, object: ObjectId) {
        let source = &self.graph.packages[package.0 as usize];
        let declared = self.object(object).span;
        let is_declared_below =
            |embed: &&Embed| variable(source, embed).is_some_and(|name| name.span == declared);
        let Some(embed) = source.embeds.iter().find(is_declared_below) else {
            return;
        };
        let Some(&global) = self.globals.get(&object) else {
            return;
        };
        let ty = self.program.globals[global.0 as usize].ty;
        let init = match (self.holder(ty), &embed.files[..]) {
            (Some(Holder::Tree), files) => self.tree(files, ty, embed.span),
            (Some(_), [file]) => Some(self.contents(&file.data, ty, embed.span)),
            _ => None,
        };
        self.program.globals[global.0 as usize].init = init;
    }

    /// "It must be string, []byte or FS": defined types of the first two will do.
    fn holder(&self, ty: TypeId) -> Option<Holder> {
        let named = self.program.types[ty.0 as usize].named.as_ref();
        let package = named.and_then(|named| named.package);
        let is_from_embed =
            package.is_some_and(|package| self.program.packages[package.0 as usize].path == "embed");
        match self.program.types[ty.0 as usize].kind {
            TypeKind::String => Some(Holder::String),
            TypeKind::Slice(elem) => {
                let is_byte = self.program.types[elem.0 as usize].kind == TypeKind::Int(IntKind::Uint8);
                is_byte.then_some(Holder::Bytes)
            }
            TypeKind::Struct(_) if is_from_embed && named.is_some_and(|named| named.name == "FS") => {
                Some(Holder::Tree)
            }
            _ => None,
        }
    }

    /// A file's contents as a string or a slice of bytes.
    fn contents(&mut self, data: &[u8], ty: TypeId, span: Span) -> Expr {
        let text = self.string(data, span);
        match self.program.types[ty.0 as usize].kind {
            TypeKind::Slice(_) => Expr {
                kind: ExprKind::Convert {
                    op: Conversion::StringToBytes,
                    operand: Box::new(text),
                },
                ty,
                span,
            },
            _ => Expr { ty, ..text },
        }
    }

    fn string(&mut self, bytes: &[u8], span: Span) -> Expr {
        let ty = self.ty(goes_types::TypeId::basic(goes_types::BasicKind::String));
        Expr {
            kind: ExprKind::Const(Const::String(bytes.to_vec())),
            ty,
            span,
        }
    }

    /// `FS{files: &[]file{{name: "dir/elem", data: "…"}, …}}`
    fn tree(&mut self, files: &[EmbedFile], ty: TypeId, span: Span) -> Option<Expr> {
        let fields = self.struct_fields(ty)?;
        let pointer = fields.iter().find(|field| field.name == "files")?.ty;
        let TypeKind::Pointer(slice) = self.program.types[pointer.0 as usize].kind else {
            return None;
        };
        let TypeKind::Slice(file) = self.program.types[slice.0 as usize].kind else {
            return None;
        };
        let entries = entries(files);
        let len = entries.len() as u64;
        let elems = entries
            .into_iter()
            .map(|(name, data)| {
                let values = [
                    ("name", self.string(name.as_bytes(), span)),
                    ("data", self.string(data, span)),
                ];
                self.struct_of(file, values, span)
            })
            .enumerate()
            .map(|(index, value)| Some((index as u64, value?)))
            .collect::<Option<_>>()?;
        let slice = Expr {
            kind: ExprKind::ArrayLit { elems, len },
            ty: slice,
            span,
        };
        let pointer = Expr {
            kind: ExprKind::NewBox(Box::new(slice)),
            ty: pointer,
            span,
        };
        self.struct_of(ty, [("files", pointer)], span)
    }

    fn struct_fields(&self, ty: TypeId) -> Option<&[Field]> {
        match &self.program.types[ty.0 as usize].kind {
            TypeKind::Struct(fields) => Some(fields),
            _ => None,
        }
    }

    /// A struct with these fields; the others are zero.
    fn struct_of<const N: usize>(
        &self,
        ty: TypeId,
        mut named: [(&str, Expr); N],
        span: Span,
    ) -> Option<Expr> {
        let value = |field: &Field| {
            let zero = Expr {
                kind: ExprKind::Zero,
                ty: field.ty,
                span,
            };
            let given = named.iter_mut().find(|(name, _)| *name == field.name);
            given.map_or(zero.clone(), |(_, value)| std::mem::replace(value, zero))
        };
        let values = self.struct_fields(ty)?.iter().map(value).collect();
        Some(Expr {
            kind: ExprKind::StructLit(values),
            ty,
            span,
        })
    }
}

/// The name of the variable that a directive stands above.
fn variable<'p>(package: &'p goes_packages::Package, embed: &Embed) -> Option<&'p ast::Ident> {
    let file: &ast::File = package.files.get(embed.file)?;
    match &file.decls.get(embed.decl)?.kind {
        ast::DeclKind::Var(var) => var.names.first(),
        _ => None,
    }
}

/// Names and contents as `embed.FS` holds them: folders, too, their names ending in a slash; in the order of
/// the folders that they are in, then of their own names.
fn entries(files: &[EmbedFile]) -> Vec<(String, &[u8])> {
    let folders: BTreeSet<&str> = files
        .iter()
        .flat_map(|file| file.path.match_indices('/').map(|(at, _)| &file.path[..at]))
        .collect();
    let mut found: Vec<(&str, Option<&[u8]>)> = folders.into_iter().map(|folder| (folder, None)).collect();
    found.extend(files.iter().map(|file| (&*file.path, Some(&*file.data))));
    found.sort_by_key(|(path, _)| path.rsplit_once('/').unwrap_or((".", path)));
    found
        .into_iter()
        .map(|(path, data)| match data {
            Some(data) => (path.to_string(), data),
            None => (format!("{path}/"), &[][..]),
        })
        .collect()
}

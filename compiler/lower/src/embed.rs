//! `//go:embed`: a variable that starts with a file's contents.

use crate::ir::{Const, Conversion, Expr, ExprKind, TypeKind};
use crate::reach::Lowerer;
use goes_source::Span;
use goes_syntax::ast;
use goes_types::{ObjectId, PackageId};

impl Lowerer<'_, '_> {
    /// Gives a variable without initialiser the file that a directive names.
    pub fn embed(&mut self, package: PackageId, object: ObjectId) {
        let source = &self.graph.packages[package.0 as usize];
        if source.embeds.is_empty() {
            return;
        }
        let name = self.object(object).span;
        let found = source.embeds.iter().find(|embed| {
            let decl = source
                .files
                .get(embed.file)
                .and_then(|file| file.decls.get(embed.decl));
            match decl.map(|decl| &decl.kind) {
                Some(ast::DeclKind::Var(var)) => var.names.iter().any(|ident| ident.span == name),
                _ => false,
            }
        });
        let Some(embed) = found else { return };
        let data = match &embed.files[..] {
            [file] => Some(file.data.clone()),
            _ => None,
        };
        let span = embed.span;
        let Some(&global) = self.globals.get(&object) else {
            return;
        };
        let ty = self.program.globals[global.0 as usize].ty;
        let init = data.and_then(|data| self.embedded(&data, ty, span));
        if init.is_none() {
            self.report(crate::diag::unsupported_embed(span));
        }
        self.program.globals[global.0 as usize].init = init;
    }

    /// The file's contents as a string or a slice of bytes.
    fn embedded(&mut self, data: &[u8], ty: crate::ir::TypeId, span: Span) -> Option<Expr> {
        let string = self.ty(goes_types::TypeId::basic(goes_types::BasicKind::String));
        let text = ExprKind::Const(Const::String(data.to_vec()));
        match self.program.types[ty.0 as usize].kind {
            TypeKind::String => Some(Expr { kind: text, ty, span }),
            TypeKind::Slice(_) => {
                let operand = Box::new(Expr {
                    kind: text,
                    ty: string,
                    span,
                });
                Some(Expr {
                    kind: ExprKind::Convert {
                        op: Conversion::StringToBytes,
                        operand,
                    },
                    ty,
                    span,
                })
            }
            _ => None,
        }
    }
}

//! `-ldflags=-X`: values that a build gives to string variables, as Go's linker does.

use crate::Config;
use crate::test_main::quote;
use goes_source::Symbol;
use goes_syntax::ast::{DeclKind, ExprKind, ExprNode, File, LitKind, NodeId, VarDecl};

/// Package testing knows by it that a program is that of `go test`.
const TEST_PROGRAM: (&str, &str) = ("testing.testBinary", "1");

/// Sets those variables of a file that the build has values for. A package main goes by the name `main`, whatever
/// its path.
pub(crate) fn set(config: &Config, path: &str, file: &mut File) {
    let path = if file.package.name.as_str() == "main" {
        "main"
    } else {
        path
    };
    let given = config.string_values.iter();
    let given = given.map(|(name, value)| (name.as_str(), value.as_str()));
    for (name, value) in given.chain(config.makes_test.then_some(TEST_PROGRAM)) {
        if let Some((package, variable)) = name.rsplit_once('.')
            && package == path
        {
            set_variable(file, variable, value);
        }
    }
}

/// "This is only effective if the variable is declared in the source code either uninitialized or initialized to a
/// constant string expression."
fn set_variable(file: &mut File, name: &str, value: &str) {
    let next_id = &mut file.next_id;
    for decl in &mut file.decls {
        let span = decl.span;
        if let DeclKind::Var(var) = &mut decl.kind
            && var.names.len() == 1
            && var.names[0].name.as_str() == name
            && is_string(var)
        {
            let literal = ExprKind::BasicLit(LitKind::String, Symbol::new(&quote(value)));
            match var.values.first_mut() {
                Some(old) => old.kind = literal,
                None => {
                    let id = NodeId(*next_id);
                    *next_id += 1;
                    var.values.push(Box::new(ExprNode {
                        id,
                        span,
                        kind: literal,
                    }));
                }
            }
        }
    }
}

fn is_string(var: &VarDecl) -> bool {
    let is_declared = var
        .ty
        .as_ref()
        .map(|ty| matches!(&ty.kind, ExprKind::Ident(name) if name.as_str() == "string"));
    match &var.values[..] {
        [] => is_declared == Some(true),
        [value] => is_declared != Some(false) && matches!(value.kind, ExprKind::BasicLit(LitKind::String, _)),
        _ => false,
    }
}

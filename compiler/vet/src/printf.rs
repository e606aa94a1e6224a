//! Calls of functions that format or print: do the arguments suit the format?

use crate::format::{self, Operation};
use crate::pass::{Pass, unparen};
use crate::verbs::{self, Kinds};
use crate::wrappers::{Kind, kind, known_kind};
use goes_source::Span;
use goes_syntax::ast::{CallExpr, ExprKind, ExprNode, LitKind};
use goes_types::{Type, TypeId};

const CODE: &str = "printf";

pub(crate) fn call(pass: &mut Pass<'_, '_>, e: &ExprNode, call: &CallExpr) {
    let callee = pass.callee(call);
    let known = match callee {
        Some(callee) => kind(pass, callee).map(|kind| (kind, pass.full_name(callee))),
        None => pass
            .interface_method(call)
            .and_then(|name| Some((known_kind(&name)?, name))),
    };
    let Some((kind, name)) = known else { return };
    let Some(params) = variadic_params(pass, call) else {
        return;
    };
    let check = Check {
        span: e.span,
        call,
        kind,
        name,
        first: params.len() - 1,
    };
    match kind {
        Kind::Print => check.print(pass, &params),
        Kind::Printf | Kind::Errorf => check.printf(pass),
    }
}

/// The types of the parameters of a variadic function.
fn variadic_params(pass: &Pass<'_, '_>, call: &CallExpr) -> Option<Vec<TypeId>> {
    match pass.checker.types.get(pass.type_of(&call.func)?) {
        Type::Signature(signature) if signature.is_variadic => Some(signature.params.to_vec()),
        _ => None,
    }
}

struct Check<'t> {
    span: Span,
    call: &'t CallExpr,
    kind: Kind,
    name: String,
    /// The index of the first argument that is formatted.
    first: usize,
}

impl Check<'_> {
    fn args(&self) -> &[Box<ExprNode>] {
        self.call.args.get(self.first..).unwrap_or_default()
    }

    fn printf(&self, pass: &mut Pass<'_, '_>) {
        let Some(format_arg) = self
            .first
            .checked_sub(1)
            .and_then(|index| self.call.args.get(index))
        else {
            return;
        };
        let name = &self.name;
        let Some(format) = pass.string_constant(format_arg) else {
            if self.args().is_empty() && pass.version >= (1, 24) {
                let message = format!("non-constant format string in call to {name}");
                pass.report(CODE, format_arg.span, message);
            }
            return;
        };
        if !format.contains('%') {
            if let Some(arg) = self.args().first() {
                let message = format!("{name} call has arguments but no formatting directives");
                pass.report(CODE, arg.span, message);
            }
            return;
        }
        let operations = match format::parse(&format) {
            Ok(operations) => operations,
            Err(fault) => return pass.report(CODE, format_arg.span, format!("{name} {fault}")),
        };
        let mut used = 0;
        for operation in &operations {
            if let Err(fault) = self.operation(pass, operation, &mut used) {
                // One error per format is enough.
                if let Some(fault) = fault {
                    pass.report(
                        CODE,
                        operation_span(format_arg, operation),
                        format!("{name} {fault}"),
                    );
                }
                return;
            }
        }
        let given = self.args().len();
        let is_open = self.call.has_dots && used + 1 >= given;
        let is_indexed = operations.iter().any(|operation| operation.is_indexed);
        if !is_open && !is_indexed && used < given {
            let message = format!("{name} call needs {} but has {}", count(used), count(given));
            pass.report(CODE, self.span, message);
        }
    }

    /// Compares an operation with its arguments. `used`: how many arguments are taken so far. `Err(None)`
    /// where nothing more can be said.
    fn operation(
        &self,
        pass: &mut Pass<'_, '_>,
        operation: &Operation<'_>,
        used: &mut usize,
    ) -> Result<(), Option<String>> {
        let (text, verb) = (operation.text, operation.verb);
        let known = verbs::verb(verb, pass.version);
        let arg = self.args().get(operation.argument);
        let arg_type = arg.and_then(|arg| pass.type_of(arg));
        let is_formatter = known.is_none_or(|(_, kinds)| kinds != Kinds::ERROR)
            && arg_type.is_some_and(|ty| verbs::is_formatter(pass, ty));
        let (flags, kinds) = match known {
            Some(known) => known,
            None if is_formatter => ("", Kinds::ANY),
            None => return Err(Some(format!("format {text} has unknown verb {verb}"))),
        };
        let is_flag = |flag: char| flag == '0' || flags.contains(flag);
        if let Some(flag) = operation
            .flags
            .chars()
            .find(|&flag| !is_flag(flag))
            .filter(|_| !is_formatter)
        {
            return Err(Some(format!("format {text} has unrecognized flag {flag}")));
        }
        for &star in &operation.stars {
            let arg = self.argument(operation, star)?;
            if pass
                .type_of(arg)
                .is_some_and(|ty| verbs::suits(pass, Kinds::INT, ty).is_err())
            {
                let arg = pass.checker.expr_text(arg);
                return Err(Some(format!("format {text} uses non-int {arg} as argument of *")));
            }
            *used = (*used).max(star + 1);
        }
        if verb == '%' {
            return Ok(());
        }
        *used = (*used).max(operation.argument + 1);
        if !is_formatter {
            let arg = self.argument(operation, operation.argument)?;
            self.value(pass, operation, kinds, arg)?;
        }
        if verb == 'w' && self.kind != Kind::Errorf {
            return Err(Some("does not support error-wrapping directive %w".to_string()));
        }
        Ok(())
    }

    fn value(
        &self,
        pass: &mut Pass<'_, '_>,
        operation: &Operation<'_>,
        kinds: Kinds,
        arg: &ExprNode,
    ) -> Result<(), Option<String>> {
        let Some(ty) = pass.type_of(arg) else {
            return Ok(());
        };
        let (text, shown) = (operation.text, pass.checker.expr_text(arg));
        if is_func(pass, ty) && !matches!(operation.verb, 'p' | 'T') {
            return Err(Some(format!(
                "format {text} arg {shown} is a func value, not called"
            )));
        }
        if let Err(reason) = verbs::suits(pass, kinds, ty) {
            let ty = pass.checker.path_type_string(ty);
            let reason = reason.map(|reason| format!(" ({reason})")).unwrap_or_default();
            return Err(Some(format!(
                "format {text} has arg {shown} of wrong type {ty}{reason}"
            )));
        }
        // With # most verbs call no such method.
        let is_plain = !operation.flags.contains('#') || matches!(operation.verb, 'q' | 'x' | 'X');
        if kinds.has(Kinds::STRING)
            && operation.verb != 'T'
            && is_plain
            && let Some(method) = verbs::recursive_method(pass, arg)
        {
            return Err(Some(format!(
                "format {text} with arg {shown} causes recursive {method} method call"
            )));
        }
        Ok(())
    }

    fn argument(&self, operation: &Operation<'_>, index: usize) -> Result<&ExprNode, Option<String>> {
        let given = self.args().len();
        match self.args().get(index) {
            Some(_) if self.call.has_dots && index + 1 >= given => Err(None),
            Some(arg) => Ok(arg),
            None if self.call.has_dots => Err(None),
            None => Err(Some(format!(
                "format {} reads arg #{}, but call has {}",
                operation.text,
                index + 1,
                count(given)
            ))),
        }
    }

    fn print(&self, pass: &mut Pass<'_, '_>, params: &[TypeId]) {
        let name = &self.name;
        let is_any = |ty: &TypeId| match pass.checker.types.get(*ty) {
            Type::Slice(elem) => *elem == pass.checker.any_type,
            _ => false,
        };
        let (Some(first), Some(last)) = (self.args().first(), self.args().last()) else {
            return;
        };
        if !params.last().is_some_and(is_any) {
            return;
        }
        if self.first == 0 && is_standard_stream(first) {
            let shown = pass.checker.expr_text(first);
            let message = format!("{name} does not take io.Writer but has first arg {shown}");
            pass.report(CODE, self.span, message);
        }
        if let Some(text) = pass.string_constant(first)
            && let Some(directive) = format::directive(&text)
        {
            let message = format!("{name} call has possible Printf formatting directive {directive}");
            pass.report(CODE, self.span, message);
        }
        if name.ends_with("ln")
            && pass
                .string_constant(last)
                .is_some_and(|text| text.ends_with('\n'))
        {
            let message = format!("{name} arg list ends with redundant newline");
            pass.report(CODE, self.span, message);
        }
        for arg in self.args() {
            let shown = pass.checker.expr_text(arg);
            if pass.type_of(arg).is_some_and(|ty| is_func(pass, ty)) {
                let message = format!("{name} arg {shown} is a func value, not called");
                pass.report(CODE, self.span, message);
            } else if let Some(method) = verbs::recursive_method(pass, arg) {
                let message = format!("{name} arg {shown} causes recursive call to {method} method");
                pass.report(CODE, self.span, message);
            }
        }
    }
}

fn is_func(pass: &Pass<'_, '_>, ty: TypeId) -> bool {
    matches!(pass.checker.types.get(ty), Type::Signature(_))
}

/// `os.Stdout`, `os.Stderr`
fn is_standard_stream(arg: &ExprNode) -> bool {
    match &arg.kind {
        ExprKind::Selector(x, name) => {
            matches!(x.kind, ExprKind::Ident(x) if x.as_str() == "os")
                && name.name.as_str().starts_with("Std")
        }
        _ => false,
    }
}

fn count(args: usize) -> String {
    match args {
        1 => "1 arg".to_string(),
        _ => format!("{args} args"),
    }
}

/// Where an operation stands, if the format is a literal.
fn operation_span(format: &ExprNode, operation: &Operation<'_>) -> Span {
    let ExprKind::BasicLit(LitKind::String, text) = &unparen(format).kind else {
        return format.span;
    };
    let text = text.as_str();
    let offset = match text.starts_with('`') {
        true => Some(operation.offset + 1),
        false => source_offset(text, operation.offset),
    };
    match offset {
        Some(offset) => {
            let lo = format.span.lo + offset as u32;
            Span::new(lo, lo + operation.text.len() as u32)
        }
        None => format.span,
    }
}

/// Where byte `wanted` of an interpreted string comes from in its literal.
fn source_offset(literal: &str, wanted: usize) -> Option<usize> {
    let bytes = literal.as_bytes();
    let mut at = 1;
    let mut value = 0;
    while value < wanted {
        let length = match (bytes.get(at)?, bytes.get(at + 1)) {
            (b'\\', Some(b'x')) => 4,
            (b'\\', Some(b'u')) => 6,
            (b'\\', Some(b'U')) => 10,
            (b'\\', Some(b'0'..=b'7')) => 4,
            (b'\\', _) => 2,
            _ => 1,
        };
        let piece = format!("\"{}\"", literal.get(at..at + length)?);
        value += if length == 1 {
            1
        } else {
            goes_syntax::unquote_string(&piece)?.len()
        };
        at += length;
    }
    (value == wanted).then_some(at)
}

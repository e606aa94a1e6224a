//! Calls of package fmt whose operands have basic types are formatted where they stand.
//!
//! `fmt.Println("x =", x)` becomes `printed("x = " + intText(x) + "\n")`: nothing looks into interface values, so
//! that small programs need none of fmt's general part. Whatever is not plain (methods, `%v` of other types, a
//! format that is not constant or does not fit its operands) is left to that.

use crate::body::Body;
use crate::ir::{Call, Callee, Const, Conversion, Expr, ExprKind, FuncId, LocalId};
use crate::order::Effects;
use crate::reach::Lowerer;
use goes_source::{Span, Symbol};
use goes_syntax::ast::{self, CallExpr, ExprNode};
use goes_types::constant::Value;
use goes_types::types::{BasicKind, Type};
use goes_types::{ObjectId, PackageId, TypeId as Ty};

/// What a function of package fmt does with its text.
#[derive(Copy, Clone, PartialEq, Eq)]
enum Purpose {
    Print,
    Write,
    Give,
    Fail,
}

/// How a function of package fmt puts operands together.
#[derive(Copy, Clone, PartialEq, Eq)]
enum Style {
    /// By the directives of a format.
    Format,
    /// Spaces between operands of which neither is a string.
    Plain,
    /// Spaces between operands, a newline behind.
    Line,
}

fn known_function(name: &str) -> Option<(Purpose, Style)> {
    Some(match name {
        "Print" => (Purpose::Print, Style::Plain),
        "Println" => (Purpose::Print, Style::Line),
        "Printf" => (Purpose::Print, Style::Format),
        "Sprint" => (Purpose::Give, Style::Plain),
        "Sprintln" => (Purpose::Give, Style::Line),
        "Sprintf" => (Purpose::Give, Style::Format),
        "Fprint" => (Purpose::Write, Style::Plain),
        "Fprintln" => (Purpose::Write, Style::Line),
        "Fprintf" => (Purpose::Write, Style::Format),
        "Errorf" => (Purpose::Fail, Style::Format),
        _ => return None,
    })
}

/// A part of the text.
enum Piece {
    Text(Vec<u8>),
    /// The next operand, under a verb.
    Operand(Directive),
}

/// What stands between `%` and the end of a verb.
#[derive(Copy, Clone)]
struct Directive {
    verb: u8,
    /// The flags as bits in the order of `-+# 0`.
    flags: i32,
    /// −1 where there is none.
    width: i32,
    /// −1 where there is none.
    precision: i32,
}

const PLUS: i32 = 2;
const SHARP: i32 = 4;
/// What fmt takes as width or precision.
const LARGEST: i32 = 1_000_000;

impl Directive {
    const VALUE: Directive = Directive {
        verb: b'v',
        flags: 0,
        width: -1,
        precision: -1,
    };

    fn is_bare(self) -> bool {
        self.flags == 0 && self.width < 0 && self.precision < 0
    }

    /// `%+v` says something about fields only. `%#v` is Go syntax, which basic types have, too.
    fn simplified(mut self) -> Option<Directive> {
        if self.verb == b'v' {
            if self.flags & SHARP != 0 {
                return None;
            }
            self.flags &= !PLUS;
        }
        Some(self)
    }
}

/// The pieces of a format; `None` where it has argument indexes, stars, or is wrong.
fn parse(format: &[u8]) -> Option<Vec<Piece>> {
    let mut pieces = Vec::new();
    let mut text = Vec::new();
    let mut bytes = format.iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        if byte != b'%' {
            text.push(byte);
            continue;
        }
        let mut directive = Directive::VALUE;
        while let Some(bit) = bytes
            .peek()
            .and_then(|flag| b"-+# 0".iter().position(|known| known == flag))
        {
            directive.flags |= 1 << bit;
            bytes.next();
        }
        if bytes.peek().is_some_and(u8::is_ascii_digit) {
            directive.width = number(&mut bytes);
        }
        if bytes.next_if_eq(&b'.').is_some() {
            directive.precision = number(&mut bytes);
        }
        if directive.width > LARGEST || directive.precision > LARGEST {
            return None;
        }
        directive.verb = bytes.next()?;
        match directive.verb {
            b'%' => text.push(b'%'),
            verb if verb.is_ascii_alphabetic() => {
                pieces.push(Piece::Text(std::mem::take(&mut text)));
                pieces.push(Piece::Operand(directive.simplified()?));
            }
            _ => return None,
        }
    }
    pieces.push(Piece::Text(text));
    Some(pieces)
}

/// Reads digits; beyond what fmt takes, the value does not matter.
fn number(bytes: &mut std::iter::Peekable<impl Iterator<Item = u8>>) -> i32 {
    let mut value = 0;
    while let Some(digit) = bytes.next_if(u8::is_ascii_digit) {
        value = (value * 10 + i32::from(digit - b'0')).min(LARGEST + 1);
    }
    value
}

/// An operand that can be formatted where it stands.
struct Operand<'a> {
    expr: &'a ExprNode,
    ty: Ty,
    kind: BasicKind,
    constant: Option<Value>,
}

impl Operand<'_> {
    /// The text of a constant under `%v`, where it needs no helper.
    fn text(&self) -> Option<Vec<u8>> {
        match crate::expr::const_of(self.constant.as_ref()?, self.kind) {
            Const::Bool(value) => Some(value.to_string().into_bytes()),
            Const::Int(value) => Some(value.to_string().into_bytes()),
            Const::String(bytes) => Some(bytes),
            Const::Float(_) | Const::Complex(..) | Const::Nil => None,
        }
    }
}

/// How the value of an operand becomes text.
#[derive(Copy, Clone, PartialEq, Eq)]
enum Class {
    Bool,
    /// Also the unsigned ones that an int64 holds.
    Int,
    Uint,
    Uint64,
    Float(i32),
    Text,
}

fn class(kind: BasicKind) -> Option<Class> {
    use BasicKind as K;
    Some(match kind {
        K::Bool => Class::Bool,
        K::Int | K::Int8 | K::Int16 | K::Int32 | K::Int64 | K::Uint8 | K::Uint16 | K::Uint32 => Class::Int,
        K::Uint | K::Uintptr => Class::Uint,
        K::Uint64 => Class::Uint64,
        K::Float32 => Class::Float(32),
        K::Float64 => Class::Float(64),
        K::String => Class::Text,
        _ => return None,
    })
}

/// Whether values of a class have a verb, as far as it is known here.
fn has_verb(class: Class, verb: u8) -> bool {
    let verbs: &[u8] = match class {
        Class::Bool => b"vt",
        Class::Int => b"vdboOxXc",
        Class::Uint | Class::Uint64 => b"vdboOxX",
        Class::Float(_) => b"vbgGxXfFeE",
        Class::Text => b"vsxXq",
    };
    verbs.contains(&verb)
}

impl<'a> Body<'_, '_, 'a> {
    /// The value of a call that is formatted where it stands; `None` for any other.
    pub fn direct_format(&mut self, e: &'a ExprNode, call: &'a CallExpr) -> Option<Expr> {
        let (object, fmt) = self.fmt_function(&call.func)?;
        let (purpose, style) = known_function(self.cx.object(object).name.as_str())?;
        if call.has_dots {
            return None;
        }
        let (writer, args) = match purpose {
            Purpose::Write => call
                .args
                .split_first()
                .map(|(writer, args)| (Some(writer), args))?,
            _ => (None, &call.args[..]),
        };
        let (pieces, operands) = self.plan(style, args)?;
        let writer_ty = self
            .cx
            .signature(self.cx.object(object).ty)?
            .params
            .first()
            .copied();
        let writer = writer.zip(writer_ty).map(|(writer, ty)| self.value(writer, ty));
        let (writer, text, effects) = self.text_of(fmt, writer, &pieces, &operands, e.span)?;
        let ty = self.type_of(e);
        let value = match purpose {
            Purpose::Give => text,
            Purpose::Print => {
                let printed = self.cx.printed(fmt)?;
                self.helper_call(printed, vec![text], ty, e.span)
            }
            Purpose::Write => {
                let write = self.cx.helper(fmt, "write")?;
                self.helper_call(write, vec![writer?, text], ty, e.span)
            }
            Purpose::Fail => {
                let failed = self.cx.helper(fmt, "failed")?;
                self.helper_call(failed, vec![text], ty, e.span)
            }
        };
        Some(self.sequence(effects, value))
    }

    /// [`Body::direct_format`] for a call that prints or writes: the call, with what goes ahead of it and its type.
    pub fn direct_print(
        &mut self,
        e: &'a ExprNode,
        call: &'a CallExpr,
    ) -> Option<(Effects, Call, crate::ir::TypeId)> {
        let (object, _) = self.fmt_function(&call.func)?;
        let (purpose, _) = known_function(self.cx.object(object).name.as_str())?;
        if !matches!(purpose, Purpose::Print | Purpose::Write) {
            return None;
        }
        let value = self.direct_format(e, call)?;
        let ty = value.ty;
        match value.kind {
            ExprKind::Call(call) => Some((Effects::new(), call, ty)),
            ExprKind::Sequence { effects, value } => match value.kind {
                ExprKind::Call(call) => Some((effects, call, ty)),
                _ => None,
            },
            _ => None,
        }
    }

    /// A function of the shim of package fmt that is called from outside, and its package.
    fn fmt_function(&mut self, func: &'a ExprNode) -> Option<(ObjectId, PackageId)> {
        let id = match &func.kind {
            ast::ExprKind::Ident(_) => func.id,
            ast::ExprKind::Selector(_, sel) if self.selection(func).is_none() => sel.id,
            _ => return None,
        };
        let object = self.object_of(id)?;
        let package = self.cx.object(object).package?;
        let is_fmt = self.cx.checker.packages[package.0 as usize].path == "fmt" && package != self.package;
        (is_fmt && self.cx.find_helper(package, "printed").is_some()).then_some((object, package))
    }

    /// What the text consists of; `None` where an operand is not plain.
    fn plan(&mut self, style: Style, args: &'a [ast::Expr]) -> Option<(Vec<Piece>, Vec<Operand<'a>>)> {
        let (format, args) = match style {
            Style::Format => {
                let (format, args) = args.split_first()?;
                let value = self.const_value(format)?;
                (Some(value.as_bytes()?.to_vec()), args)
            }
            Style::Plain | Style::Line => (None, args),
        };
        let operands: Vec<Operand<'a>> = args
            .iter()
            .map(|arg| self.plain_operand(arg))
            .collect::<Option<_>>()?;
        let pieces = match format {
            Some(format) => parse(&format)?,
            None => spaced(style, &operands),
        };
        let mut rest = operands.iter();
        for piece in &pieces {
            if let Piece::Operand(directive) = piece {
                let operand = rest.next()?;
                if !has_verb(class(operand.kind)?, directive.verb) {
                    return None;
                }
            }
        }
        rest.next().is_none().then_some((pieces, operands))
    }

    /// An operand of a basic type, or of a type that is defined as one and has no methods that fmt would call.
    fn plain_operand(&mut self, expr: &'a ExprNode) -> Option<Operand<'a>> {
        let constant = self.const_value(expr);
        let mut ty = self.type_of(expr);
        if self.cx.is_interface(ty)
            || matches!(&*self.cx.shared(ty), Type::Basic(kind) if class(*kind).is_none())
        {
            ty = Ty::basic(match constant.as_ref()? {
                Value::Bool(_) => BasicKind::Bool,
                Value::String(_) => BasicKind::String,
                Value::Int(_) => BasicKind::Int,
                Value::Float(_) => BasicKind::Float64,
                _ => return None,
            });
        }
        let Type::Basic(kind) = *self.cx.under(ty) else {
            return None;
        };
        let is_special = |name: Symbol| matches!(name.as_str(), "Error" | "Format" | "GoString" | "String");
        let has_methods = self
            .cx
            .method_set(ty)
            .iter()
            .any(|method| is_special(method.name));
        class(kind).filter(|_| !has_methods)?;
        Some(Operand {
            expr,
            ty,
            kind,
            constant,
        })
    }

    /// Lowers writer and operands, in their order, and puts the text together.
    fn text_of(
        &mut self,
        fmt: PackageId,
        writer: Option<Expr>,
        pieces: &[Piece],
        operands: &[Operand<'a>],
        span: Span,
    ) -> Option<(Option<Expr>, Expr, Effects)> {
        let mut values: Vec<Expr> = operands
            .iter()
            .map(|operand| self.value(operand.expr, operand.ty))
            .collect();
        let mut writer = writer;
        let effects = self.operand_effects(&mut writer, &mut values);
        let mut values = values.into_iter().zip(operands);
        let mut texts: Vec<Expr> = Vec::new();
        let mut waiting: Vec<u8> = Vec::new();
        for piece in pieces {
            match piece {
                Piece::Text(bytes) => waiting.extend_from_slice(bytes),
                Piece::Operand(directive) => {
                    let (value, operand) = values.next()?;
                    if directive.precision < 0
                        && directive.width < 0
                        && matches!(directive.verb, b'v' | b'd' | b's' | b't')
                        && directive.flags == 0
                        && let Some(text) = operand.text()
                    {
                        waiting.extend(text);
                        continue;
                    }
                    if !waiting.is_empty() {
                        texts.push(self.string_const(std::mem::take(&mut waiting), span));
                    }
                    texts.push(self.operand_text(fmt, value, operand, *directive)?);
                }
            }
        }
        if !waiting.is_empty() || texts.is_empty() {
            texts.push(self.string_const(waiting, span));
        }
        let text = if texts.len() == 1 {
            texts.pop()?
        } else {
            let ty = self.basic(BasicKind::String);
            self.node(ExprKind::Concat(texts), ty, span)
        };
        Some((writer, text, effects))
    }

    /// Evaluates calls in the order that they would have where each operand became an interface value.
    fn operand_effects(&mut self, writer: &mut Option<Expr>, values: &mut [Expr]) -> Effects {
        for value in values.iter_mut() {
            let (ty, span) = (value.ty, value.span);
            let inner = std::mem::replace(value, self.node(ExprKind::Zero, ty, span));
            value.kind = ExprKind::MakeInterface(Box::new(inner));
        }
        let mut all: Vec<&mut Expr> = writer.iter_mut().chain(values.iter_mut()).collect();
        let mut effects = self.calls_first(&mut all);
        for value in values {
            match std::mem::replace(&mut value.kind, ExprKind::Zero) {
                ExprKind::MakeInterface(inner) => *value = *inner,
                moved => {
                    if let ExprKind::Local(local) = moved {
                        unwrap_effect(&mut effects, local);
                    }
                    value.kind = moved;
                }
            }
        }
        effects
    }

    fn string_const(&mut self, bytes: Vec<u8>, span: Span) -> Expr {
        let ty = self.basic(BasicKind::String);
        self.node(ExprKind::Const(Const::String(bytes)), ty, span)
    }

    fn basic(&mut self, kind: BasicKind) -> crate::ir::TypeId {
        self.cx.ty(Ty::basic(kind))
    }

    /// One operand as text.
    fn operand_text(
        &mut self,
        fmt: PackageId,
        value: Expr,
        operand: &Operand<'a>,
        directive: Directive,
    ) -> Option<Expr> {
        let class = class(operand.kind)?;
        let to = match class {
            Class::Bool => BasicKind::Bool,
            Class::Int => BasicKind::Int64,
            Class::Uint => BasicKind::Uint,
            Class::Uint64 if directive.is_bare() && matches!(directive.verb, b'v' | b'd') => {
                BasicKind::Uint64
            }
            Class::Uint64 => BasicKind::Uint,
            Class::Float(_) => BasicKind::Float64,
            Class::Text => BasicKind::String,
        };
        let span = value.span;
        let value = self.convert(value, operand.ty, Ty::basic(to), span);
        if directive.is_bare()
            && let Some(text) = self.bare_text(fmt, class, &value, directive.verb)
        {
            return text;
        }
        let number = |body: &mut Self, value: i32| body.int_const(value.into(), span);
        let verb = number(self, i32::from(directive.verb));
        let options =
            [directive.flags, directive.width, directive.precision].map(|value| number(self, value));
        let [flags, width, precision] = options;
        let (name, args) = match (class, directive.verb) {
            (Class::Int, b'c') => {
                let ty = self.basic(BasicKind::String);
                let text = self.conversion_of(value, Conversion::RuneToString, ty);
                ("formatPadded", vec![text, flags, width])
            }
            (Class::Int, _) => ("formatInt", vec![value, verb, flags, width, precision]),
            (Class::Uint | Class::Uint64, _) => ("formatUint", vec![value, verb, flags, width, precision]),
            (Class::Float(size), _) => {
                let size = number(self, size);
                ("formatFloat", vec![value, size, verb, flags, width, precision])
            }
            (Class::Bool, _) => {
                let text = self.helper_text(fmt, "boolText", vec![value])?;
                ("formatPadded", vec![text, flags, width])
            }
            (Class::Text, b'q') => ("formatQuoted", vec![value, flags, width, precision]),
            (Class::Text, b'x' | b'X') => {
                let ty = self.basic(BasicKind::Bool);
                let is_upper = self.node(ExprKind::Const(Const::Bool(directive.verb == b'X')), ty, span);
                ("formatHex", vec![value, is_upper, flags, width, precision])
            }
            (Class::Text, _) => ("formatText", vec![value, flags, width, precision]),
        };
        self.helper_text(fmt, name, args)
    }

    /// The text of an operand without flags, width and precision. The outer `None` says that the verb needs more.
    fn bare_text(&mut self, fmt: PackageId, class: Class, value: &Expr, verb: u8) -> Option<Option<Expr>> {
        let name = match (class, verb) {
            (Class::Text, b's' | b'v') => return Some(Some(value.clone())),
            (Class::Text, b'q') => "quotedText",
            (Class::Int, b'c') => {
                let ty = self.basic(BasicKind::String);
                return Some(Some(self.conversion_of(
                    value.clone(),
                    Conversion::RuneToString,
                    ty,
                )));
            }
            (Class::Int, b'd' | b'v') => "intText",
            (Class::Uint, b'd' | b'v') => "uintText",
            (Class::Uint64, b'd' | b'v') => "uint64Text",
            (Class::Bool, _) => "boolText",
            (Class::Float(size), b'g' | b'v') => {
                let size = self.int_const(size.into(), value.span);
                return Some(self.helper_text(fmt, "floatText", vec![value.clone(), size]));
            }
            _ => return None,
        };
        Some(self.helper_text(fmt, name, vec![value.clone()]))
    }

    fn conversion_of(&self, operand: Expr, op: Conversion, ty: crate::ir::TypeId) -> Expr {
        let span = operand.span;
        let operand = Box::new(operand);
        self.node(ExprKind::Convert { op, operand }, ty, span)
    }

    fn helper_text(&mut self, fmt: PackageId, name: &str, args: Vec<Expr>) -> Option<Expr> {
        let helper = self.cx.helper(fmt, name)?;
        let span = args.first()?.span;
        Some(self.helper_call(helper, args, Ty::basic(BasicKind::String), span))
    }

    fn helper_call(&mut self, func: FuncId, args: Vec<Expr>, ty: Ty, span: Span) -> Expr {
        let call = Call {
            callee: Callee::Func(func),
            args,
            may_park: false,
        };
        let ty = self.cx.ty(ty);
        self.node(ExprKind::Call(call), ty, span)
    }
}

/// What was moved ahead as an interface value is moved as the value in it.
fn unwrap_effect(effects: &mut Effects, local: LocalId) {
    for (moved, effect) in effects {
        if *moved == local
            && let ExprKind::MakeInterface(inner) = &mut effect.kind
        {
            let inner = std::mem::replace(&mut inner.kind, ExprKind::Zero);
            effect.kind = inner;
        }
    }
}

/// The pieces of a text without format.
fn spaced(style: Style, operands: &[Operand]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut was_text = true;
    for (index, operand) in operands.iter().enumerate() {
        let is_text = operand.kind == BasicKind::String;
        if index > 0 && (style == Style::Line || !is_text && !was_text) {
            pieces.push(Piece::Text(b" ".to_vec()));
        }
        was_text = is_text;
        pieces.push(Piece::Operand(Directive::VALUE));
    }
    if style == Style::Line {
        pieces.push(Piece::Text(b"\n".to_vec()));
    }
    pieces
}

impl Lowerer<'_, '_> {
    /// A package-level function by its name.
    fn find_helper(&self, package: PackageId, name: &str) -> Option<ObjectId> {
        let scope = self.checker.packages[package.0 as usize].scope;
        let names = &self.checker.scopes[scope.0 as usize].names;
        names.get(&Symbol::new(name)).copied()
    }

    fn helper(&mut self, package: PackageId, name: &str) -> Option<FuncId> {
        let object = self.find_helper(package, name)?;
        Some(self.function(object, &[]))
    }

    /// The function that writes what is printed. Which one it is will be known when all is reached.
    fn printed(&mut self, fmt: PackageId) -> Option<FuncId> {
        if let Some((_, id)) = self.printed {
            return Some(id);
        }
        let object = self.find_helper(fmt, "printed")?;
        let names = self.func_names(object, &[]);
        let span = self.object(object).span;
        let id = self.new_function(crate::ir::PackageId(fmt.0), names, span);
        self.printed = Some((fmt, id));
        Some(id)
    }

    /// Chooses the function that writes what is printed: without an `os.Stdout` of which the program knows, it goes
    /// straight to the host. Tells whether there was something to choose.
    pub fn choose_printed(&mut self) -> bool {
        let Some((fmt, id)) = self.printed.filter(|_| !self.is_printed_chosen) else {
            return false;
        };
        self.is_printed_chosen = true;
        let os = self
            .checker
            .packages
            .iter()
            .position(|package| package.path == "os");
        let stdout = os.and_then(|os| self.find_helper(PackageId(os as u32), "Stdout"));
        let is_known = stdout.is_some_and(|stdout| self.globals.contains_key(&stdout));
        let name = if is_known { "printed" } else { "printedAlone" };
        if let Some(object) = self.find_helper(fmt, name) {
            self.checker.resolve(object);
            self.queue.push_back(crate::reach::Job::Declared {
                id,
                object,
                args: Vec::new(),
            });
        }
        true
    }
}

//! The Ir as text, for `--emit=ir` and for snapshots: stable, one statement a line.

use crate::ir::{
    Bounds, Call, Callee, Closure, Const, Entry, Expr, ExprKind, Function, LabelId, LocalId, Overflow, Place,
    Program, SelectOp, Stmt, StmtKind, Storage, TypeId,
};
use std::fmt::Write;

/// The program as readable text.
pub fn dump(program: &Program) -> String {
    let mut out = String::new();
    for (index, global) in program.globals.iter().enumerate() {
        let mut dumper = Dumper {
            program,
            function: None,
            out: String::new(),
            depth: 0,
        };
        let package = &program.packages[global.package.0 as usize].path;
        let ty = dumper.ty(global.ty).to_string();
        let _ = write!(dumper.out, "var g{index} {package}.{} {ty}", global.name);
        if global.storage == Storage::Boxed {
            dumper.out.push_str(" boxed");
        }
        if let Some(init) = &global.init {
            dumper.out.push_str(" = ");
            dumper.expr(init);
        }
        out.push_str(&dumper.out);
        out.push('\n');
    }
    for ty in &program.types {
        if !ty.methods.is_empty() {
            let methods: Vec<String> = ty
                .methods
                .iter()
                .map(|method| {
                    let func = &program.functions[method.func.0 as usize].name;
                    format!("{} = {func}", program.method_keys[method.key.0 as usize])
                })
                .collect();
            let _ = writeln!(out, "methods {}: {}", ty.text, methods.join(", "));
        }
    }
    for (index, function) in program.functions.iter().enumerate() {
        let mut dumper = Dumper {
            program,
            function: Some(function),
            out: String::new(),
            depth: 0,
        };
        let _ = write!(dumper.out, "func f{index} {} ", function.name);
        dumper.closure(&function.code);
        if let Some(native) = &function.native {
            let _ = write!(dumper.out, " native {}:{}", native.file, native.symbol);
        }
        out.push_str(&dumper.out);
        out.push('\n');
    }
    if let Entry::Main(main) = &program.entry {
        let _ = writeln!(out, "main f{}", main.0);
    }
    out
}

struct Dumper<'p> {
    program: &'p Program,
    function: Option<&'p Function>,
    out: String,
    depth: usize,
}

impl Dumper<'_> {
    fn ty(&self, ty: TypeId) -> &str {
        self.program.types.get(ty.0 as usize).map_or("?", |ty| &ty.text)
    }

    fn name(&self, local: LocalId) -> String {
        let name = self
            .function
            .and_then(|function| function.locals.get(local.0 as usize))
            .map_or("?", |local| &local.name);
        format!("{name}.{}", local.0)
    }

    fn local(&mut self, local: LocalId) {
        let name = self.name(local);
        self.out.push_str(&name);
    }

    fn line(&mut self) {
        self.out.push('\n');
        for _ in 0..self.depth {
            self.out.push_str("  ");
        }
    }

    fn closure(&mut self, closure: &Closure) {
        self.out.push('(');
        for (index, &param) in closure.params.iter().enumerate() {
            if index > 0 {
                self.out.push_str(", ");
            }
            self.local(param);
            let ty = self
                .function
                .and_then(|function| function.locals.get(param.0 as usize))
                .map(|local| local.ty);
            if let Some(ty) = ty {
                let _ = write!(self.out, " {}", self.program.types[ty.0 as usize].text);
            }
        }
        self.out.push(')');
        for (flag, text) in [
            (closure.may_park, " parks"),
            (closure.has_defer, " defers"),
            (closure.has_recover, " recovers"),
        ] {
            if flag {
                self.out.push_str(text);
            }
        }
        self.out.push(' ');
        self.block(&closure.body);
    }

    fn block(&mut self, stmts: &[Stmt]) {
        self.out.push('{');
        self.depth += 1;
        for stmt in stmts {
            self.line();
            self.stmt(stmt);
        }
        self.depth -= 1;
        self.line();
        self.out.push('}');
    }

    fn label(&mut self, label: Option<LabelId>) {
        if let Some(label) = label {
            let _ = write!(self.out, "L{}: ", label.0);
        }
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Expr(expr) => self.expr(expr),
            StmtKind::Let { local, init } => self.let_stmt(*local, init.as_ref()),
            StmtKind::LetTuple { locals, init } => {
                let names: Vec<String> = locals
                    .iter()
                    .map(|local| local.map_or("_".to_string(), |local| self.name(local)))
                    .collect();
                let _ = write!(self.out, "let {} = ", names.join(", "));
                self.expr(init);
            }
            StmtKind::Assign {
                place,
                value,
                in_place,
            } => {
                self.place(place);
                self.out.push_str(if *in_place { " := " } else { " = " });
                self.expr(value);
            }
            StmtKind::AssignOp {
                place,
                op,
                value,
                overflow,
            } => {
                self.place(place);
                let _ = write!(self.out, " {op:?}{}= ", mark(*overflow));
                self.expr(value);
            }
            StmtKind::AssignTuple { places, value } => {
                for (index, place) in places.iter().enumerate() {
                    if index > 0 {
                        self.out.push_str(", ");
                    }
                    match place {
                        Some(place) => self.place(place),
                        None => self.out.push('_'),
                    }
                }
                self.out.push_str(" = ");
                self.expr(value);
            }
            StmtKind::If { cond, then, els } => {
                self.out.push_str("if ");
                self.expr(cond);
                self.out.push(' ');
                self.block(then);
                if !els.is_empty() {
                    self.out.push_str(" else ");
                    self.block(els);
                }
            }
            StmtKind::Break(label) => {
                let _ = write!(self.out, "break L{}", label.0);
            }
            StmtKind::Continue(label) => {
                let _ = write!(self.out, "continue L{}", label.0);
            }
            StmtKind::Return(values) => {
                self.out.push_str("return ");
                self.list(values);
            }
            StmtKind::Go(call) => {
                self.out.push_str("go ");
                self.call(call);
            }
            StmtKind::Defer { call, recovers } => {
                let _ = write!(self.out, "defer {recovers:?} ");
                self.closure(call);
            }
            StmtKind::Send { chan, value } => {
                self.expr(chan);
                self.out.push_str(" <- ");
                self.expr(value);
            }
            _ => self.compound(stmt),
        }
    }

    fn let_stmt(&mut self, local: LocalId, init: Option<&Expr>) {
        self.out.push_str("let ");
        self.local(local);
        if self
            .function
            .is_some_and(|function| function.locals[local.0 as usize].storage == Storage::Boxed)
        {
            self.out.push_str(" boxed");
        }
        if let Some(init) = init {
            self.out.push_str(" = ");
            self.expr(init);
        }
    }

    fn compound(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::For {
                label,
                init,
                cond,
                post,
                body,
                per_iteration,
            } => {
                self.label(*label);
                self.out
                    .push_str(if *per_iteration { "for each " } else { "for " });
                if !init.is_empty() || !post.is_empty() {
                    self.block(init);
                    self.out.push(' ');
                }
                if let Some(cond) = cond {
                    self.expr(cond);
                    self.out.push(' ');
                }
                if !post.is_empty() {
                    self.block(post);
                    self.out.push(' ');
                }
                self.block(body);
            }
            StmtKind::RangeMap {
                label,
                map,
                key,
                value,
                body,
            } => self.range("map", *label, map, *key, *value, body),
            StmtKind::RangeString {
                label,
                string,
                index,
                rune,
                body,
            } => {
                self.range("string", *label, string, *index, *rune, body);
            }
            StmtKind::Switch { label, tag, cases } => {
                self.label(*label);
                self.out.push_str("switch ");
                self.expr(tag);
                for case in cases {
                    self.line();
                    self.out.push_str("case ");
                    self.list(&case.values);
                    self.out.push(' ');
                    self.block(&case.body);
                    if case.falls_through {
                        self.out.push_str(" fallthrough");
                    }
                }
            }
            StmtKind::Block { label, body } => {
                self.label(*label);
                self.block(body);
            }
            StmtKind::Select(select) => {
                self.label(select.label);
                self.out.push_str("select");
                for case in &select.cases {
                    self.line();
                    self.select_op(&case.op);
                    self.block(&case.body);
                }
                if let Some(default) = &select.default {
                    self.line();
                    self.out.push_str("default ");
                    self.block(default);
                }
            }
            _ => {}
        }
    }

    fn select_op(&mut self, op: &SelectOp) {
        match op {
            SelectOp::Send { chan, value } => {
                self.out.push_str("case ");
                self.expr(chan);
                self.out.push_str(" <- ");
                self.expr(value);
            }
            SelectOp::Receive { chan, value, ok } => {
                self.out.push_str("case ");
                for local in [value, ok].into_iter().flatten() {
                    self.local(*local);
                    self.out.push(' ');
                }
                self.out.push_str("<- ");
                self.expr(chan);
            }
        }
        self.out.push(' ');
    }

    fn range(
        &mut self,
        what: &str,
        label: Option<LabelId>,
        operand: &Expr,
        key: Option<LocalId>,
        value: Option<LocalId>,
        body: &[Stmt],
    ) {
        self.label(label);
        let _ = write!(self.out, "range {what} ");
        for local in [key, value] {
            match local {
                Some(local) => self.local(local),
                None => self.out.push('_'),
            }
            self.out.push(' ');
        }
        self.expr(operand);
        self.out.push(' ');
        self.block(body);
    }

    fn place(&mut self, place: &Place) {
        match place {
            Place::Local(local) => self.local(*local),
            Place::Global(global) => {
                let _ = write!(self.out, "g{}", global.0);
            }
            Place::Blank => self.out.push('_'),
            Place::Field { base, field } => self.field(base, *field),
            Place::Index { base, index, bounds } => self.index(base, index, *bounds),
            Place::MapIndex { map, key } => {
                self.expr(map);
                self.out.push('{');
                self.expr(key);
                self.out.push('}');
            }
            Place::Deref(pointer) => {
                self.out.push('*');
                self.expr(pointer);
            }
        }
    }

    fn field(&mut self, base: &Expr, field: u32) {
        self.expr(base);
        let _ = write!(self.out, ".{field}");
    }

    fn index(&mut self, base: &Expr, index: &Expr, bounds: Bounds) {
        self.expr(base);
        self.out.push_str(match bounds {
            Bounds::Checked => "[",
            Bounds::NonNegative => "[+",
            Bounds::Proven => "[!",
        });
        self.expr(index);
        self.out.push(']');
    }

    fn list(&mut self, list: &[Expr]) {
        for (index, expr) in list.iter().enumerate() {
            if index > 0 {
                self.out.push_str(", ");
            }
            self.expr(expr);
        }
    }

    fn call(&mut self, call: &Call) {
        match &call.callee {
            Callee::Func(func) => {
                let name = &self.program.functions[func.0 as usize].name;
                let _ = write!(self.out, "{name}#{}", func.0);
            }
            Callee::Value(callee) => self.expr(callee),
            Callee::Interface { key } => {
                let _ = write!(self.out, ".{}", self.program.method_keys[key.0 as usize]);
            }
        }
        self.out.push_str(if call.may_park { "?(" } else { "(" });
        self.list(&call.args);
        self.out.push(')');
    }

    /// `op(a, b)`
    fn node(&mut self, op: &str, args: &[&Expr]) {
        self.out.push_str(op);
        self.out.push('(');
        for (index, arg) in args.iter().enumerate() {
            if index > 0 {
                self.out.push_str(", ");
            }
            self.expr(arg);
        }
        self.out.push(')');
    }

    fn typed(&mut self, op: &str, ty: TypeId, args: &[&Expr]) {
        let op = format!("{op}<{}>", self.ty(ty));
        self.node(&op, args);
    }

    fn expr(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Const(value) => self.constant(value),
            ExprKind::Zero => self.typed("zero", expr.ty, &[]),
            ExprKind::Local(local) => self.local(*local),
            ExprKind::Global(global) => {
                let _ = write!(self.out, "g{}", global.0);
            }
            ExprKind::Func(func) => {
                let _ = write!(self.out, "f{}", func.0);
            }
            ExprKind::FuncLit(closure) => {
                self.out.push_str("func");
                self.closure(closure);
            }
            ExprKind::Copy(inner) => self.node("copy", &[inner]),
            ExprKind::Arith {
                op,
                left,
                right,
                overflow,
            } => {
                self.node(&format!("{op:?}{}", mark(*overflow)), &[left, right]);
            }
            ExprKind::Shift { op, left, count, .. } => self.node(&format!("{op:?}"), &[left, count]),
            ExprKind::Negate { operand, .. } => self.node("neg", &[operand]),
            ExprKind::Complement(operand) => self.node("not", &[operand]),
            ExprKind::Not(operand) => self.node("!", &[operand]),
            ExprKind::And(left, right) => self.node("and", &[left, right]),
            ExprKind::Or(left, right) => self.node("or", &[left, right]),
            ExprKind::Compare { op, left, right } => self.node(&format!("{op:?}"), &[left, right]),
            ExprKind::IsNil(operand) => self.node("isnil", &[operand]),
            ExprKind::Convert { op, operand } => self.typed(&format!("{op:?}"), expr.ty, &[operand]),
            ExprKind::Field { base, field } => self.field(base, *field),
            ExprKind::Index { base, index, bounds } => self.index(base, index, *bounds),
            ExprKind::Deref(pointer) => self.node("*", &[pointer]),
            ExprKind::Address(place) => {
                self.out.push('&');
                self.place(place);
            }
            ExprKind::NewBox(value) => self.node("new", &[value]),
            ExprKind::Call(call) => self.call(call),
            ExprKind::MakeInterface(operand) => self.typed("box", operand.ty, &[operand]),
            ExprKind::TypeAssert { operand, target, .. } => self.typed("assert", *target, &[operand]),
            ExprKind::TypeTest { operand, target } => self.typed("is", *target, &[operand]),
            ExprKind::Unwrap(operand) => self.typed("unwrap", expr.ty, &[operand]),
            ExprKind::TupleElement { tuple, index } => {
                self.expr(tuple);
                let _ = write!(self.out, "#{index}");
            }
            ExprKind::Receive { chan, .. } => self.node("<-", &[chan]),
            ExprKind::Cond { cond, then, els } => self.node("cond", &[cond, then, els]),
            ExprKind::TypeDescriptor(ty) => self.typed("descriptor", *ty, &[]),
            _ => self.list_expr(expr),
        }
    }

    /// Expressions with lists of operands.
    fn list_expr(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::StructLit(fields) => {
                let text = self.ty(expr.ty).to_string();
                let _ = write!(self.out, "{text}{{");
                self.list(fields);
                self.out.push('}');
            }
            ExprKind::ArrayLit { elems, len } => {
                let text = self.ty(expr.ty).to_string();
                let _ = write!(self.out, "{text}/{len}{{");
                for (position, (index, elem)) in elems.iter().enumerate() {
                    if position > 0 {
                        self.out.push_str(", ");
                    }
                    if *index != position as u64 {
                        let _ = write!(self.out, "{index}: ");
                    }
                    self.expr(elem);
                }
                self.out.push('}');
            }
            ExprKind::MapLit(entries) => {
                let text = self.ty(expr.ty).to_string();
                let _ = write!(self.out, "{text}{{");
                for (key, value) in entries {
                    self.expr(key);
                    self.out.push_str(": ");
                    self.expr(value);
                    self.out.push_str(", ");
                }
                self.out.push('}');
            }
            ExprKind::Concat(parts) => {
                self.out.push_str("concat(");
                self.list(parts);
                self.out.push(')');
            }
            ExprKind::MapIndex { map, key, comma_ok } => {
                self.expr(map);
                self.out.push_str(if *comma_ok { "?{" } else { "{" });
                self.expr(key);
                self.out.push('}');
            }
            ExprKind::Slice { base, low, high, max } => {
                self.expr(base);
                self.out.push('[');
                for (index, bound) in [low, high, max].into_iter().enumerate() {
                    if index > 0 {
                        self.out.push(':');
                    }
                    if let Some(bound) = bound {
                        self.expr(bound);
                    }
                }
                self.out.push(']');
            }
            ExprKind::Tuple(parts) => {
                self.out.push_str("tuple(");
                self.list(parts);
                self.out.push(')');
            }
            ExprKind::Builtin(op, args) => {
                let text = self.ty(expr.ty).to_string();
                let _ = write!(self.out, "{op:?}<{text}>(");
                self.list(args);
                self.out.push(')');
            }
            ExprKind::Sequence { effects, value } => {
                self.out.push('(');
                for (local, effect) in effects {
                    self.local(*local);
                    self.out.push_str(" = ");
                    self.expr(effect);
                    self.out.push_str(", ");
                }
                self.expr(value);
                self.out.push(')');
            }
            _ => {}
        }
    }

    fn constant(&mut self, value: &Const) {
        let _ = match value {
            Const::Bool(value) => write!(self.out, "{value}"),
            Const::Int(value) => write!(self.out, "{value}"),
            Const::Float(value) => write!(self.out, "{value:?}"),
            Const::Complex(re, im) => write!(self.out, "({re:?}+{im:?}i)"),
            Const::String(bytes) => write!(self.out, "{:?}", String::from_utf8_lossy(bytes)),
            Const::Nil => write!(self.out, "nil"),
        };
    }
}

/// Arithmetic that cannot leave the safe integers is marked.
fn mark(overflow: Overflow) -> &'static str {
    if overflow.is_proven() { "!" } else { "" }
}

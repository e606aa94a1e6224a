//! What can only be said once everything reachable is known.

use crate::body::{BodyState, Frame, LocalFacts};
use crate::ir::{
    Callee, Closure, Expr, ExprKind, Local, LocalId, MethodKey, Place, Program, Recovers, SelectOp, Stmt,
    StmtKind, Storage, TypeId, TypeKind,
};
use crate::reach::Lowerer;
use crate::visit::{self, VisitorMut};
use rustc_hash::FxHashSet;

/// Completes a function's statements when all uses of its locals are known: assignments to structs and
/// arrays that somebody else knows happen in place.
pub(crate) fn fix_assignments(stmts: &mut Vec<Stmt>, state: &BodyState<'_>) {
    struct Fix<'s> {
        locals: &'s [Local],
        facts: &'s [LocalFacts],
    }
    impl VisitorMut for Fix<'_> {
        fn stmt(&mut self, stmt: &mut Stmt) {
            if let StmtKind::Assign {
                place,
                value,
                in_place,
            } = &mut stmt.kind
            {
                if let Place::Local(local) = place {
                    let is_known = self.facts[local.0 as usize].is_address_taken
                        || self.locals[local.0 as usize].is_captured;
                    *in_place |= is_known && is_copyable(value);
                }
                // `$assign` copies field by field.
                if *in_place && let ExprKind::Copy(inner) = &mut value.kind {
                    let placeholder = Expr {
                        kind: ExprKind::Zero,
                        ty: value.ty,
                        span: value.span,
                    };
                    *value = std::mem::replace(&mut **inner, placeholder);
                }
            }
            visit::walk_stmt_mut(self, stmt);
        }
    }
    /// Values of structs and arrays only; the others have no identity. Told by their nodes: whoever puts a
    /// struct into a variable copies it or makes it.
    fn is_copyable(value: &Expr) -> bool {
        !matches!(value.kind, ExprKind::Const(_))
    }
    Fix {
        locals: &state.locals,
        facts: &state.facts,
    }
    .stmts(stmts);
}

/// The results of a function whose variables deferred calls may change. Of one that defers nothing they are variables
/// like others, and not declared where nothing uses them.
pub(crate) fn named_results(frame: &Frame<'_>, body: &mut Vec<Stmt>) -> Vec<LocalId> {
    #[derive(Default)]
    struct Used(FxHashSet<LocalId>);
    impl visit::Visitor for Used {
        fn expr(&mut self, expr: &Expr) {
            if let ExprKind::Local(local) = expr.kind {
                self.0.insert(local);
            }
            visit::walk_expr(self, expr);
        }
        fn place(&mut self, place: &Place) {
            if let Place::Local(local) = place {
                self.0.insert(*local);
            }
            visit::walk_place(self, place);
        }
    }
    if frame.has_defer || frame.named.is_empty() {
        return frame.named.clone();
    }
    let mut used = Used::default();
    visit::walk_stmts(&mut used, body);
    body.retain(|stmt| match stmt.kind {
        StmtKind::Let { local, .. } => !frame.named.contains(&local) || used.0.contains(&local),
        _ => true,
    });
    Vec::new()
}

/// Completes the program.
pub(crate) fn run(cx: &mut Lowerer<'_, '_>) {
    let recovering = Recovering::of(&cx.program);
    let aggregates: Vec<bool> = cx
        .program
        .types
        .iter()
        .map(|ty| matches!(ty.kind, TypeKind::Struct(_) | TypeKind::Array { .. }))
        .collect();
    let kinds: Vec<TypeKind> = cx.program.types.iter().map(|ty| ty.kind.clone()).collect();
    for index in 0..cx.program.functions.len() {
        let function = &mut cx.program.functions[index];
        let mut complete = Complete {
            recovering: &recovering,
            aggregates: &aggregates,
            kinds: &kinds,
            locals: &mut function.locals,
        };
        complete.closure(&mut function.code);
    }
    for global in &mut cx.program.globals {
        let holder = cx.program.packages[global.package.0 as usize].initializers;
        if let (Some(init), Some(holder)) = (&mut global.init, holder) {
            let locals = &mut cx.program.functions[holder.0 as usize].locals;
            Complete {
                recovering: &recovering,
                aggregates: &aggregates,
                kinds: &kinds,
                locals,
            }
            .expr(init);
        }
    }
    uses(&mut cx.program);
}

struct Complete<'p> {
    recovering: &'p Recovering,
    aggregates: &'p [bool],
    kinds: &'p [TypeKind],
    locals: &'p mut Vec<Local>,
}

impl Complete<'_> {
    /// Gives a boxed local that is not declared by `Let` a plain one to take its value from.
    fn unbox(&mut self, local: &mut LocalId, body: &mut Vec<Stmt>) {
        let facts = self.locals[local.0 as usize].clone();
        if facts.storage == Storage::Plain {
            return;
        }
        let plain = LocalId(self.locals.len() as u32);
        let (ty, span, boxed) = (facts.ty, facts.span, *local);
        self.locals.push(Local {
            name: format!("${}", facts.name),
            storage: Storage::Plain,
            is_reassigned: false,
            is_captured: false,
            ..facts
        });
        *local = plain;
        let value = Expr {
            kind: ExprKind::Local(plain),
            ty,
            span,
        };
        body.insert(
            0,
            Stmt {
                kind: StmtKind::Let {
                    local: boxed,
                    init: Some(value),
                },
                span,
            },
        );
    }
}

impl VisitorMut for Complete<'_> {
    fn closure(&mut self, closure: &mut Closure) {
        self.stmts(&mut closure.body);
        for index in (0..closure.params.len()).rev() {
            let mut param = closure.params[index];
            self.unbox(&mut param, &mut closure.body);
            closure.params[index] = param;
        }
    }

    fn stmts(&mut self, stmts: &mut Vec<Stmt>) {
        let mut index = 0;
        while index < stmts.len() {
            self.stmt(&mut stmts[index]);
            let mut after = Vec::new();
            if let StmtKind::LetTuple { locals, .. } = &mut stmts[index].kind {
                for local in locals.iter_mut().flatten() {
                    self.unbox(local, &mut after);
                }
            }
            index += 1;
            for stmt in after {
                stmts.insert(index, stmt);
                index += 1;
            }
        }
    }

    fn stmt(&mut self, stmt: &mut Stmt) {
        match &mut stmt.kind {
            StmtKind::RangeMap {
                key: first,
                value: second,
                body,
                ..
            }
            | StmtKind::RangeString {
                index: first,
                rune: second,
                body,
                ..
            } => {
                for local in [first, second].into_iter().flatten() {
                    self.unbox(local, body);
                }
            }
            StmtKind::Select(select) => {
                for case in &mut select.cases {
                    if let SelectOp::Receive { value, ok, .. } = &mut case.op {
                        for local in [value, ok].into_iter().flatten() {
                            self.unbox(local, &mut case.body);
                        }
                    }
                }
            }
            StmtKind::Assign { value, in_place, .. } => *in_place &= self.aggregates[value.ty.0 as usize],
            StmtKind::Defer { call, recovers } => {
                if let Some(known) = self.deferred(call, *recovers) {
                    *recovers = known;
                }
            }
            _ => {}
        }
        visit::walk_stmt_mut(self, stmt);
    }
}

impl Complete<'_> {
    /// Whether a deferred closure that lowering made for a call recovers: whether what it calls may.
    fn deferred(&self, closure: &Closure, assumed: Recovers) -> Option<Recovers> {
        if assumed == Recovers::No || closure.has_recover {
            return None;
        }
        let [
            Stmt {
                kind:
                    StmtKind::Expr(Expr {
                        kind: ExprKind::Call(call),
                        ..
                    }),
                ..
            },
        ] = &closure.body[..]
        else {
            return None;
        };
        let recovers = match &call.callee {
            Callee::Func(id) => self.recovering.functions[id.0 as usize],
            Callee::Interface { key } => self.recovering.keys.contains(key),
            Callee::Value(callee) => match &callee.kind {
                ExprKind::FuncLit(closure) => closure.has_recover,
                _ => self
                    .recovering
                    .signatures
                    .contains(&self.kinds[callee.ty.0 as usize]),
            },
        };
        Some(if recovers { Recovers::Yes } else { Recovers::No })
    }
}

/// Who calls `recover`: functions, methods by key, function values by signature.
#[derive(Default)]
struct Recovering {
    functions: Vec<bool>,
    keys: FxHashSet<MethodKey>,
    signatures: FxHashSet<TypeKind>,
}

impl Recovering {
    fn of(program: &Program) -> Recovering {
        struct Values<'p> {
            program: &'p Program,
            found: Recovering,
        }
        impl visit::Visitor for Values<'_> {
            fn expr(&mut self, expr: &Expr) {
                let recovers = match &expr.kind {
                    ExprKind::Func(id) => self.found.functions[id.0 as usize],
                    ExprKind::FuncLit(closure) => closure.has_recover || self.found.forwards(closure),
                    _ => false,
                };
                if recovers {
                    self.found
                        .signatures
                        .insert(self.program.types[expr.ty.0 as usize].kind.clone());
                }
                visit::walk_expr(self, expr);
            }
        }
        let functions = program
            .functions
            .iter()
            .map(|function| function.code.has_recover)
            .collect();
        let mut values = Values {
            program,
            found: Recovering {
                functions,
                ..Recovering::default()
            },
        };
        values.found.adapters(program);
        values.found.reflected(program);
        for function in &program.functions {
            visit::Visitor::closure(&mut values, &function.code);
        }
        for init in program.globals.iter().filter_map(|global| global.init.as_ref()) {
            visit::Visitor::expr(&mut values, init);
        }
        values.found
    }

    /// Adds functions of the compiler that adapt a receiver: what they call recovers as if it were called in
    /// their place.
    fn adapters(&mut self, program: &Program) {
        loop {
            let mut is_grown = false;
            for method in program.types.iter().flat_map(|ty| &ty.methods) {
                is_grown |= self.functions[method.func.0 as usize] && self.keys.insert(method.key);
            }
            for (index, function) in program.functions.iter().enumerate() {
                if !self.functions[index] && self.forwards(&function.code) {
                    self.functions[index] = true;
                    is_grown = true;
                }
            }
            if !is_grown {
                return;
            }
        }
    }

    /// Adds the signatures of methods that reflection may make function values of.
    fn reflected(&mut self, program: &Program) {
        for (index, ty) in program.types.iter().enumerate() {
            for method in &ty.methods {
                let (true, Some(signature)) = (self.functions[method.func.0 as usize], method.signature)
                else {
                    continue;
                };
                let kind = program.types[signature.0 as usize].kind.clone();
                if let TypeKind::Func {
                    params,
                    results,
                    is_variadic,
                } = &kind
                {
                    let receiver = crate::ir::TypeId(index as u32);
                    self.signatures.insert(TypeKind::Func {
                        params: std::iter::once(receiver).chain(params.iter().copied()).collect(),
                        results: results.clone(),
                        is_variadic: *is_variadic,
                    });
                }
                self.signatures.insert(kind);
            }
        }
    }

    /// Whether a function that the compiler has made calls one that recovers.
    fn forwards(&self, code: &Closure) -> bool {
        code.end.is_nowhere()
            && code.body.last().is_some_and(|last| {
                let value = match &last.kind {
                    StmtKind::Expr(value) => Some(value),
                    StmtKind::Return(values) => values.first(),
                    _ => None,
                };
                match value.map(|value| &value.kind) {
                    Some(ExprKind::Call(call)) => match &call.callee {
                        Callee::Func(id) => self.functions[id.0 as usize],
                        Callee::Interface { key } => self.keys.contains(key),
                        Callee::Value(_) => false,
                    },
                    _ => false,
                }
            })
    }
}

/// Notes on each type which support code the program needs, parts of types included.
pub fn uses(program: &mut Program) {
    let mut uses = Uses::default();
    for function in &program.functions {
        visit::Visitor::closure(&mut uses, &function.code);
    }
    for global in &program.globals {
        if let Some(init) = &global.init {
            visit::Visitor::expr(&mut uses, init);
        }
    }
    for ty in 0..program.types.len() {
        if program.types[ty].uses.in_interface {
            uses.described.push(TypeId(ty as u32));
        }
        if let TypeKind::Map { key, .. } = program.types[ty].kind {
            uses.described.push(key);
        }
    }
    for pointer in &uses.addresses {
        if let TypeKind::Pointer(elem) = program.types[pointer.0 as usize].kind {
            uses.addressed.insert(elem);
        }
    }
    for &slice in &uses.slices {
        if let TypeKind::Slice(elem) = program.types[slice.0 as usize].kind {
            uses.clone.push(elem);
            // Values are put where somebody may know the element that is there.
            if uses.addressed.contains(&elem) {
                uses.assign.push(elem);
            }
        }
    }
    mark(program, uses.clone, |uses| &mut uses.clone, false);
    mark(program, uses.assign, |uses| &mut uses.assign, false);
    mark(program, uses.equal, |uses| &mut uses.equal, false);
    mark(program, uses.described, |uses| &mut uses.descriptor, true);
}

/// Sets a flag for types and for those of their parts that it concerns.
fn mark(
    program: &mut Program,
    mut stack: Vec<TypeId>,
    flag: fn(&mut crate::ir::TypeUses) -> &mut bool,
    all: bool,
) {
    let mut seen = FxHashSet::default();
    while let Some(ty) = stack.pop() {
        if !seen.insert(ty) {
            continue;
        }
        let entry = &mut program.types[ty.0 as usize];
        *flag(&mut entry.uses) = true;
        if all {
            // Reflection leads from methods to what they take and give.
            stack.extend(entry.methods.iter().filter_map(|method| method.signature));
        }
        match &entry.kind {
            TypeKind::Struct(fields) => stack.extend(fields.iter().map(|field| field.ty)),
            TypeKind::Array { elem, .. } => stack.push(*elem),
            TypeKind::Slice(elem) | TypeKind::Pointer(elem) | TypeKind::Chan { elem, .. } if all => {
                stack.push(*elem)
            }
            TypeKind::Map { key, elem } if all => stack.extend([*key, *elem]),
            TypeKind::Func { params, results, .. } if all => stack.extend(params.iter().chain(results)),
            _ => {}
        }
    }
}

#[derive(Default)]
struct Uses {
    clone: Vec<TypeId>,
    slices: Vec<TypeId>,
    /// Types of pointers to elements.
    addresses: Vec<TypeId>,
    /// Types of elements that somebody may know by their addresses.
    addressed: FxHashSet<TypeId>,
    assign: Vec<TypeId>,
    equal: Vec<TypeId>,
    described: Vec<TypeId>,
}

impl Uses {
    /// Notes the element whose part has its address taken.
    fn element_around(&mut self, mut part: &Expr) {
        while let ExprKind::Field { base, .. } = &part.kind {
            part = base;
        }
        if let ExprKind::Index { .. } = part.kind {
            self.addressed.insert(part.ty);
        }
    }
}

impl visit::Visitor for Uses {
    fn expr(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Copy(_) => self.clone.push(expr.ty),
            ExprKind::Compare { left, .. } => self.equal.push(left.ty),
            ExprKind::MakeInterface(operand) => self.described.push(operand.ty),
            ExprKind::TypeAssert { target, .. } | ExprKind::TypeTest { target, .. } => {
                self.described.push(*target)
            }
            ExprKind::TypeDescriptor(ty) => self.described.push(*ty),
            ExprKind::Address(Place::Index { .. }) => self.addresses.push(expr.ty),
            ExprKind::Address(Place::Field { base, .. }) => self.element_around(base),
            ExprKind::Builtin(op, args) => {
                use crate::ir::Builtin as B;
                if matches!(op, B::Copy | B::AppendSlice | B::Append | B::ClearSlice)
                    && let Some(slice) = args.first()
                {
                    // Elements that are structs are copied one by one.
                    self.slices.push(slice.ty);
                }
            }
            _ => {}
        }
        visit::walk_expr(self, expr);
    }

    fn stmt(&mut self, stmt: &Stmt) {
        if let StmtKind::Assign {
            value,
            in_place: true,
            ..
        } = &stmt.kind
        {
            self.assign.push(value.ty);
        }
        visit::walk_stmt(self, stmt);
    }
}

//! Which small functions and function literals run often: those that loops call, and what these call. Where a
//! function value or a method of an interface is called, all those of that type or name may be; of these only
//! the program's own count, as no more than that is known.

use crate::ir::{Call, Callee, Closure, Expr, ExprKind, FuncId, MethodKey, Program, Stmt, TypeId, TypeKind};
use crate::visit::{self, Visitor, VisitorMut};
use rustc_hash::{FxHashMap, FxHashSet};

/// Functions with more nodes are not worth the text of checks written out.
const SMALL: usize = 120;
/// Nor are function literals.
const SMALL_LITERAL: usize = 60;

pub fn run(program: &mut Program) {
    let graph = Graph::of(program);
    let hot = graph.hot();
    let types = (0..program.types.len() as u32).map(TypeId);
    let types: FxHashSet<TypeId> = types
        .filter(|ty| hot.contains(&Target::Value(&program.types[ty.0 as usize].kind)))
        .collect();
    let funcs: Vec<FuncId> = (0..program.functions.len() as u32).map(FuncId).collect();
    let funcs: Vec<FuncId> = funcs
        .into_iter()
        .filter(|&func| hot.contains(&Target::Func(func)) && graph.bodies[func.0 as usize].size <= SMALL)
        .collect();
    for func in funcs {
        program.functions[func.0 as usize].code.is_hot = true;
    }
    let is_std = |package: crate::ir::PackageId| program.packages[package.0 as usize].is_std;
    let mut mark = Mark { types };
    for function in program
        .functions
        .iter_mut()
        .filter(|function| !is_std(function.package))
    {
        mark.stmts(&mut function.code.body);
    }
    for global in program
        .globals
        .iter_mut()
        .filter(|global| !is_std(global.package))
    {
        global.init.iter_mut().for_each(|init| mark.expr(init));
    }
}

/// The functions that loops call, and what these call, however large they are.
pub(super) fn often(program: &Program) -> FxHashSet<FuncId> {
    let mut graph = Graph::of(program);
    graph.bodies.iter_mut().for_each(|body| body.size = 0);
    let targets = graph.hot().into_iter();
    targets
        .filter_map(|target| match target {
            Target::Func(func) => Some(func),
            _ => None,
        })
        .collect()
}

/// What a call may run: a function, function values of a type, methods for dynamic dispatch.
#[derive(Copy, Clone, PartialEq, Eq, Hash)]
enum Target<'p> {
    Func(FuncId),
    Value(&'p TypeKind),
    Method(MethodKey),
}

struct Graph<'p> {
    bodies: Vec<Body<'p>>,
    /// What function values and methods for dynamic dispatch are, or call.
    dynamic: FxHashMap<Target<'p>, Vec<Target<'p>>>,
}

/// What is called in a function, and how large it is.
#[derive(Default)]
struct Body<'p> {
    calls: Vec<Target<'p>>,
    in_loops: Vec<Target<'p>>,
    size: usize,
}

impl<'p> Graph<'p> {
    fn of(program: &'p Program) -> Graph<'p> {
        let mut dynamic = FxHashMap::default();
        let mut bodies = Vec::new();
        let is_own = |func: FuncId| {
            let package = program.functions[func.0 as usize].package;
            !program.packages[package.0 as usize].is_std
        };
        for function in &program.functions {
            let mut reader = Reader {
                program,
                dynamic: &mut dynamic,
                is_own: &is_own,
                body: Body::default(),
                loops: 0,
            };
            visit::walk_stmts(&mut reader, &function.code.body);
            bodies.push(reader.body);
        }
        for method in program.types.iter().flat_map(|ty| &ty.methods) {
            if is_own(method.func) {
                let methods: &mut Vec<Target> = dynamic.entry(Target::Method(method.key)).or_default();
                methods.push(Target::Func(method.func));
            }
        }
        Graph { bodies, dynamic }
    }

    /// All that runs often.
    fn hot(&self) -> FxHashSet<Target<'p>> {
        let mut hot = FxHashSet::default();
        let in_loops = self.bodies.iter().flat_map(|body| &body.in_loops);
        let mut work: Vec<Target> = in_loops.copied().collect();
        while let Some(target) = work.pop() {
            if !hot.insert(target) {
                continue;
            }
            match target {
                Target::Func(func) => {
                    let body = &self.bodies[func.0 as usize];
                    work.extend(body.calls.iter().filter(|_| body.size <= SMALL));
                }
                _ => work.extend(self.dynamic.get(&target).into_iter().flatten()),
            }
        }
        hot
    }
}

struct Reader<'r, 'p> {
    program: &'p Program,
    dynamic: &'r mut FxHashMap<Target<'p>, Vec<Target<'p>>>,
    is_own: &'r dyn Fn(FuncId) -> bool,
    body: Body<'p>,
    loops: u32,
}

impl<'p> Reader<'_, 'p> {
    fn kind(&self, ty: TypeId) -> &'p TypeKind {
        &self.program.types[ty.0 as usize].kind
    }

    fn call(&mut self, call: &Call) {
        let target = match &call.callee {
            Callee::Func(func) => Target::Func(*func),
            Callee::Value(callee) => Target::Value(self.kind(callee.ty)),
            Callee::Interface { key } => Target::Method(*key),
        };
        self.called(target);
        // A native function that calls those that it is given does so in a loop.
        if let Callee::Func(func) = call.callee
            && let Some(native) = &self.program.functions[func.0 as usize].native
            && native.calls
        {
            for arg in &call.args {
                if let kind @ TypeKind::Func { .. } = self.kind(arg.ty) {
                    self.body.in_loops.push(Target::Value(kind));
                }
            }
        }
    }

    fn called(&mut self, target: Target<'p>) {
        self.body.calls.push(target);
        if self.loops > 0 {
            self.body.in_loops.push(target);
        }
    }
}

impl Visitor for Reader<'_, '_> {
    fn expr(&mut self, expr: &Expr) {
        self.body.size += 1;
        match &expr.kind {
            ExprKind::Call(call) => self.call(call),
            ExprKind::Func(func) if (self.is_own)(*func) => {
                let values = self.dynamic.entry(Target::Value(self.kind(expr.ty)));
                values.or_default().push(Target::Func(*func));
            }
            ExprKind::FuncLit(closure) => {
                let (size, calls) = (self.body.size, self.body.calls.len());
                visit::walk_stmts(self, &closure.body);
                if self.body.size - size <= SMALL_LITERAL {
                    let calls = self.body.calls[calls..].to_vec();
                    let values = self.dynamic.entry(Target::Value(self.kind(expr.ty)));
                    values.or_default().extend(calls);
                }
                return;
            }
            _ => {}
        }
        visit::walk_expr(self, expr);
    }

    fn stmt(&mut self, stmt: &Stmt) {
        self.body.size += 1;
        let is_loop = super::fixed::is_loop(stmt);
        self.loops += u32::from(is_loop);
        visit::walk_stmt(self, stmt);
        self.loops -= u32::from(is_loop);
    }
}

/// Marks the small function literals of some types.
struct Mark {
    types: FxHashSet<TypeId>,
}

impl VisitorMut for Mark {
    fn expr(&mut self, expr: &mut Expr) {
        if let ExprKind::FuncLit(closure) = &mut expr.kind
            && self.types.contains(&expr.ty)
        {
            closure.is_hot = size(closure) <= SMALL_LITERAL;
        }
        visit::walk_expr_mut(self, expr);
    }
}

fn size(closure: &Closure) -> usize {
    struct Size(usize);
    impl Visitor for Size {
        fn expr(&mut self, expr: &Expr) {
            self.0 += 1;
            visit::walk_expr(self, expr);
        }
        fn stmt(&mut self, stmt: &Stmt) {
            self.0 += 1;
            visit::walk_stmt(self, stmt);
        }
    }
    let mut size = Size(0);
    visit::walk_stmts(&mut size, &closure.body);
    size.0
}

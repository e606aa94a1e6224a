//! Random Go programs: valid, terminating, and with an output that the language fixes, so that what `goes` prints
//! can be compared with what real Go prints.
//!
//! In: a seed. Out: a [`Program`] of independent cases. The same seed gives the same program.
//! **Invariant:** knows nothing of the compiler; it only writes Go text and runs commands.
//!
//! What the spec leaves open is not generated: the order of a call and a variable read in one expression, which of two
//! panics of one expression comes first, the order of map iteration, conversions of floats that do not fit.

mod compare;
mod constant;
mod control;
mod expr;
mod func;
mod library;
mod literal;
mod path;
mod pool;
mod prelude;
mod program;
mod routine;
mod shape;
mod shapes;
mod shrink;
mod stmt;
mod table;
mod ty;
mod weave;

pub use compare::{Difference, Runner};
pub use program::{Case, Decl, Node, Program};
pub use shrink::shrink;

use ty::{Declared, Method, Type};

/// A variable that is in scope.
#[derive(Clone)]
pub(crate) struct Variable {
    pub(crate) name: String,
    pub(crate) ty: Type,
    /// Counters of loops are not assigned, so that loops end.
    pub(crate) is_assignable: bool,
}

/// A declared function that computes its result from its arguments alone.
pub(crate) struct Function {
    pub(crate) name: String,
    pub(crate) params: Vec<Type>,
    pub(crate) result: Type,
    /// What the type parameter's arguments must be able to do.
    pub(crate) constraint: Option<ty::Constraint>,
}

/// What a `return` within the function around a statement says.
#[derive(Clone)]
pub(crate) enum Returns {
    /// There is to be none but the last statement.
    Not,
    Nothing,
    Value(Type),
}

/// What is known while a program is written.
pub(crate) struct Generator {
    pub(crate) rng: fastrand::Rng,
    pub(crate) declared: Vec<Declared>,
    /// The methods that declared types choose from: one signature per name.
    pub(crate) signatures: Vec<Method>,
    pub(crate) functions: Vec<Function>,
    /// Functions of a small number and a value of a type, which call themselves.
    pub(crate) recursives: Vec<(String, Type)>,
    pub(crate) decls: Vec<Decl>,
    pub(crate) scope: Vec<Variable>,
    /// Variables before this one are only read: an expression must not change what is around it.
    pub(crate) barrier: usize,
    /// Whether memory behind slices, maps and pointers may be changed.
    pub(crate) is_pure: bool,
    /// Whether the statement may contain one operation that panics.
    pub(crate) may_panic: bool,
    /// How many loops are around the statement.
    pub(crate) loops: usize,
    pub(crate) returns: Returns,
    /// How many interface values are around the literal that is written.
    pub(crate) boxes: usize,
    names: usize,
}

/// The program of a seed.
pub fn program(seed: u64, cases: usize) -> Program {
    let mut cx = Generator {
        rng: fastrand::Rng::with_seed(seed),
        declared: Vec::new(),
        signatures: Vec::new(),
        functions: Vec::new(),
        recursives: Vec::new(),
        decls: prelude::decls(),
        scope: Vec::new(),
        barrier: 0,
        is_pure: false,
        may_panic: false,
        loops: 0,
        returns: Returns::Not,
        boxes: 0,
        names: 0,
    };
    cx.pool();
    let cases = (1..=cases).map(|id| Case { id, body: cx.case() }).collect();
    Program {
        decls: cx.decls,
        cases,
    }
}

impl Generator {
    /// True once in `n` times.
    pub(crate) fn once_in(&mut self, n: usize) -> bool {
        self.rng.usize(..n) == 0
    }

    pub(crate) fn choose<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.rng.usize(..from.len())]
    }

    /// A name that no other local of the program has.
    pub(crate) fn fresh(&mut self, stem: &str) -> String {
        self.names += 1;
        format!("{stem}{}", self.names)
    }

    pub(crate) fn declare(&mut self, name: &str, ty: &Type) {
        self.scope.push(Variable {
            name: name.to_string(),
            ty: ty.clone(),
            is_assignable: true,
        });
    }

    pub(crate) fn declare_fixed(&mut self, name: &str, ty: &Type) {
        self.declare(name, ty);
        if let Some(variable) = self.scope.last_mut() {
            variable.is_assignable = false;
        }
    }
}

//! Structs and small arrays in local variables are taken apart: one variable per field or element, and no object.
//!
//! `p := ps[i]; p.Vel = p.Vel.Add(a); ps[i] = p` becomes
//! `let p$Vel$X = e.Vel.X …; p$Vel$X += a.X …; to.Vel.X = p$Vel$X …`, where what runs often needs no memory for it.
//! First, calls of small functions over structs that do nothing but calculate are replaced by what they calculate
//! (`inline`): they cannot panic, so that no trace has them. Then `choose` finds the variables that gain by it, and
//! `replace` writes their fields as variables.
//!
//! spec: "the value of the operand is copied to the variable": all of a value is read before any of it is assigned.

mod choose;
mod class;
mod inline;
mod leaves;
mod replace;
mod template;
mod tidy;

use crate::ir::{FuncId, Program};
use template::Templates;

pub(super) fn run(program: &mut Program) {
    let often = super::hot::often(program);
    let mut functions = std::mem::take(&mut program.functions);
    let templates = Templates::of(program, &functions);
    for (index, function) in functions.iter_mut().enumerate() {
        let is_std = program.packages[function.package.0 as usize].is_std;
        if is_std || function.native.is_some() {
            continue;
        }
        let is_hot = often.contains(&FuncId(index as u32));
        let count = function.locals.len();
        inline::run(program, &templates, function, is_hot);
        let chosen = choose::of(program, &templates, function, is_hot);
        replace::run(program, &templates, function, chosen, is_hot);
        tidy::run(program, &templates, function, count);
    }
    program.functions = functions;
}

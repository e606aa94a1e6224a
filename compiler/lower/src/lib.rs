//! Go with nothing left implicit: typed trees in, monomorphic [`ir`] out, then passes over it.
//!
//! **Invariant:** the last room that knows Go's types. Whatever the emitter needs to know stands in the
//! `Ir`: conversions, copies, zero values, evaluation order, boxing, checks, parking.

pub mod ir;

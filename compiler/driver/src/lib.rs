//! One build: the order of phases.
//!
//! **Invariant:** never prints, never exits, never touches the machine: files come through
//! [`goes_packages::FileSystem`], results are returned.

mod borrow;
mod dump;
mod pipeline;
mod run_deep;
mod test;
mod witness;

pub use goes_packages::{
    Config, DirEntry, Environment, FileSystem, GoVersion, NEWEST, Target, TestRoot, find_goroot,
};
pub use pipeline::{Artifact, Built, Bundle, Findings, Options, Root, Stage, build, check, vet};
pub use run_deep::{InternalError, run_deep};
pub use test::{TestListing, build_test, list_tests};
pub use witness::{Testimony, Witness, digest};

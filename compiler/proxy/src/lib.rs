//! Modules and Go trees from `$GOPROXY`, verified and unpacked into the caches of this machine.
//!
//! **Invariant:** nothing that was fetched is unpacked, or seen by anybody, before its hash was compared.
//! **Invariant:** a cache holds whole folders only: they are unpacked beside their place and renamed.

mod cache;
mod fetch;
mod hash;
mod settings;
mod tree;
mod unpack;

pub use cache::Downloader;
pub use settings::Settings;
pub use tree::{TREE_VERSION, tree_folder};

//! What a program can tell of its own build, as `runtime/debug.BuildInfo` prints it.

use crate::graph::{Graph, ModuleInfo, Package, PackageIndex};
use std::collections::BTreeMap;
use std::fmt::Write;

/// The version of a module that is built from a folder.
const DEVELOPMENT: &str = "(devel)";

impl Graph {
    /// The lines `path`, `mod` and `dep` of the build of one root: "the module providing the main package" and
    /// "the module dependencies, both direct and indirect, that contributed packages to the build".
    pub fn build_info(&self, root: PackageIndex) -> String {
        let package = self.get(root);
        let mut modules: BTreeMap<&str, &ModuleInfo> = BTreeMap::new();
        for index in self.reached_from(root) {
            if let Some(module) = &self.get(index).module {
                modules.insert(&module.path, module);
            }
        }
        // The package that runs tests is of no module; the tested one is the user's.
        let main = match is_of_files(package) {
            true => None,
            false => package.module.as_ref().or_else(|| {
                let is_main = |module: &&&ModuleInfo| module.is_main;
                modules.values().find(is_main).copied()
            }),
        };
        let path = package.path.strip_suffix(".test").unwrap_or(&package.path);
        let mut text = format!("path\t{path}\n");
        if let Some(main) = main {
            module_line(&mut text, "mod", main);
        }
        for module in modules.values().filter(|module| Some(**module) != main) {
            module_line(&mut text, "dep", module);
        }
        text
    }

    fn reached_from(&self, root: PackageIndex) -> Vec<PackageIndex> {
        let mut is_reached = vec![false; self.packages.len()];
        let mut reached = vec![root];
        let mut at = 0;
        is_reached[root.0 as usize] = true;
        while let Some(&index) = reached.get(at) {
            at += 1;
            for &import in self.get(index).imports.values() {
                if !std::mem::replace(&mut is_reached[import.0 as usize], true) {
                    reached.push(import);
                }
            }
        }
        reached
    }
}

/// Files named on the command line belong to no module.
fn is_of_files(package: &Package) -> bool {
    package.path == "command-line-arguments"
}

/// `dep path version sum`, or without a sum and what replaces the module in the next line.
fn module_line(text: &mut String, word: &str, module: &ModuleInfo) {
    let version = module.version.as_deref().unwrap_or(DEVELOPMENT);
    let sum = module.sum.as_deref().unwrap_or_default();
    let written = match &module.replacement {
        None => writeln!(text, "{word}\t{}\t{version}\t{sum}", module.path),
        Some((path, with)) => {
            let with = with.as_deref().unwrap_or(DEVELOPMENT);
            writeln!(
                text,
                "{word}\t{}\t{version}\n=>\t{path}\t{with}\t{sum}",
                module.path
            )
        }
    };
    written.expect("a string takes everything");
}

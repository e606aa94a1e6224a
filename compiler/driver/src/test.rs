//! Packages to the programs that run their tests.

use crate::borrow::borrowing;
use crate::pipeline::{Built, Findings, Options, compile, finish};
use goes_packages::{Config, FileSystem, TestRoot, load, test_roots};
use goes_source::Diagnostic;

/// Each round uncovers what the errors of the one before hid: a type that is missing hides its methods.
const ROUNDS: usize = 30;

/// The packages to test.
#[derive(Debug, Default)]
pub struct TestListing {
    pub roots: Vec<TestRoot>,
    pub findings: Findings,
}

/// Finds the packages that the patterns name.
pub fn list_tests(config: &Config, fs: &dyn FileSystem) -> TestListing {
    let config = Config {
        makes_test: true,
        ..config.clone()
    };
    let (roots, files, diagnostics) = test_roots(&config, fs);
    TestListing {
        roots,
        findings: Findings { files, diagnostics },
    }
}

/// Builds the program that runs the tests of one package; no bundle and no errors where there are no tests.
///
/// What does not compile in Go's own tests of std is left out: it may be about the insides of a package that
/// is ours here. A test that needs it fails when it runs.
pub fn build_test(options: &Options, root: &TestRoot, fs: &dyn FileSystem) -> Built {
    let mut options = options.clone();
    options.config.patterns.clone_from(&root.patterns);
    options.config.makes_test = true;
    let mut config = options.config.clone();
    let mut graph = load(&config, fs);
    for _ in 0..ROUNDS {
        let (built, diagnostics);
        (built, graph, diagnostics) = borrowing(&mut config, graph, fs, |graph, known| {
            compile(&options, graph, known, fs)
        });
        let errors: Vec<Diagnostic> = diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.is_error())
            .cloned()
            .collect();
        if errors.is_empty() || !graph.fail_tests(&errors) {
            return finish(built, graph, diagnostics);
        }
    }
    let (built, diagnostics) = compile(&options, &graph, Vec::new(), fs);
    finish(built, graph, diagnostics)
}

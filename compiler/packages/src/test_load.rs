//! Reading a package together with its tests, as a program that runs them.

use crate::diag::Failure;
use crate::file_system::FileSystem;
use crate::load::{ImportSite, Loader, RawPackage};
use crate::resolve::{Located, Origin};
use crate::select::{Folder, Selection, Source, has_test_files};
use crate::shim::Shim;
use crate::test_main::{Side, TestFunctions};
use crate::{Config, pattern};
use goes_source::{Diagnostic, Files, Span};
use indexmap::IndexMap;
use std::path::PathBuf;
use std::sync::Arc;

/// A package that `go test` was asked to test.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TestRoot {
    pub path: String,
    /// What names this package alone, for [`Config::patterns`].
    pub patterns: Vec<String>,
    /// The working folder of its tests.
    pub dir: PathBuf,
    /// Some may still be excluded by build constraints.
    pub has_test_files: bool,
}

/// Finds the packages that the patterns name, without reading them.
pub fn test_roots(config: &Config, fs: &dyn FileSystem) -> (Vec<TestRoot>, Files, Vec<Diagnostic>) {
    let mut files = Files::new();
    let mut diagnostics = Vec::new();
    let loader = Loader::new(config, fs, &mut files, &mut diagnostics);
    let roots = pattern::roots(&loader, &mut diagnostics)
        .into_iter()
        .map(|located| {
            let dir = loader.test_dir(&located);
            let (patterns, has_test_files) = match &located.origin {
                Origin::AdHoc {
                    files: Some(files), ..
                } => {
                    let names: Vec<String> = files
                        .iter()
                        .map(|file| file.to_string_lossy().into_owned())
                        .collect();
                    let has_tests = names.iter().any(|name| name.ends_with("_test.go"));
                    (names, has_tests)
                }
                Origin::AdHoc { .. } | Origin::Module { .. } => {
                    (vec![dir.to_string_lossy().into_owned()], has_test_files(&dir, fs))
                }
                Origin::Unsafe | Origin::Shim(_) | Origin::Std { .. } | Origin::Test { .. } => {
                    (vec![located.path.clone()], has_test_files(&dir, fs))
                }
            };
            TestRoot {
                path: located.path.clone(),
                patterns,
                dir,
                has_test_files,
            }
        })
        .collect();
    (roots, files, diagnostics)
}

impl Loader<'_> {
    /// Reads the package with its tests, those from outside, a main package that runs them, and all that they
    /// import. Nothing where there are no tests.
    pub(crate) fn read_test(
        &self,
        roots: &[Arc<Located>],
        diagnostics: &mut Vec<Diagnostic>,
    ) -> (IndexMap<String, RawPackage>, Vec<Arc<Located>>) {
        let [located] = roots else {
            return (IndexMap::new(), Vec::new());
        };
        let inside = self.read_package(located.clone(), true);
        let outside = self.read_outside_tests(located);
        let mut functions = TestFunctions::default();
        let mut has_tests = false;
        for (package, side) in [(Some(&inside), Side::Inside), (outside.as_ref(), Side::Outside)] {
            for source in package.iter().flat_map(|package| &package.sources) {
                if source.name.ends_with("_test.go") {
                    has_tests = true;
                    let parsed = goes_syntax::parse_file(&source.text, 0, 0);
                    functions.add(&parsed.file, &source.text, side);
                }
            }
        }
        // A package may consist of nothing but tests from outside.
        let is_empty = inside.sources.is_empty() && inside.problems.is_empty();
        if let Some(failure) = inside.failure.clone().filter(|_| !is_empty || outside.is_none()) {
            diagnostics.push(failure.at(Span::default()));
            return (IndexMap::new(), Vec::new());
        }
        if !has_tests {
            return (IndexMap::new(), Vec::new());
        }
        let inside = (!is_empty).then_some(inside);
        let main = self.main_package(located, inside.as_ref(), outside.as_ref(), &functions);
        let root = main.located.clone();
        let packages = [inside, outside, Some(main)].into_iter().flatten().collect();
        (self.read_closure(packages), vec![root])
    }

    /// Where the tests of a package are: those of ours are Go's.
    pub(crate) fn test_dir(&self, located: &Located) -> PathBuf {
        match (&located.origin, self.resolver.goroot()) {
            (Origin::Shim(_), Some(goroot)) => goroot.dir.join("src").join(&located.path),
            _ => located.dir(),
        }
    }

    /// Adds Go's tests of a package that is ours. A test file of ours takes the place of Go's of the same name:
    /// it gives the tests what they need of the package's insides.
    pub(crate) fn add_shim_tests(&self, located: &Located, shim: &Shim, selection: &mut Selection) {
        for (name, text) in &shim.tests {
            let display = self.resolver.shims.display(&located.path, name);
            selection.offer_text(name, display, text.clone(), &self.target, false);
        }
        let tests = self.select(&self.test_dir(located), Folder::InsideTests);
        let ours = |source: &Source| shim.tests.iter().any(|(name, _)| *name == source.name);
        selection
            .sources
            .extend(tests.sources.into_iter().filter(|source| !ours(source)));
        // What the shim replaces are declarations of the package, not of its tests.
        let tests = selection.sources.iter_mut();
        tests
            .filter(|source| source.name.ends_with("_test.go"))
            .for_each(|source| source.is_overlay = true);
    }

    fn read_outside_tests(&self, of: &Arc<Located>) -> Option<RawPackage> {
        let dir = self.test_dir(of);
        let selection = match &of.origin {
            Origin::AdHoc {
                files: Some(files), ..
            } => {
                let mut selection = self.select_files(files);
                selection.sources.retain(Source::is_outside_test);
                selection
            }
            _ => self.select(&dir, Folder::OutsideTests),
        };
        if selection.sources.is_empty() {
            return None;
        }
        let located = Arc::new(Located {
            path: format!("{}_test", of.path),
            origin: Origin::Test { of: of.clone(), dir },
        });
        Some(self.finish_package(located, selection, Vec::new(), None))
    }

    fn main_package(
        &self,
        of: &Arc<Located>,
        inside: Option<&RawPackage>,
        outside: Option<&RawPackage>,
        functions: &TestFunctions,
    ) -> RawPackage {
        let tested: Vec<(Side, Arc<Located>)> = [(Side::Inside, inside), (Side::Outside, outside)]
            .into_iter()
            .filter_map(|(side, package)| Some((side, package?.located.clone())))
            .collect();
        let imports: Vec<(Side, String)> = tested
            .iter()
            .map(|(side, located)| (*side, located.path.clone()))
            .collect();
        let text = functions.main_package(&of.path, &imports);
        let located = Arc::new(Located {
            path: format!("{}.test", of.path),
            origin: Origin::Test {
                of: of.clone(),
                dir: self.test_dir(of),
            },
        });
        let mut selection = Selection::default();
        selection.offer_text(
            "_testmain.go",
            PathBuf::from("_testmain.go"),
            text.into(),
            &self.target,
            true,
        );
        let mut package = RawPackage::new(located, "main".into(), selection, self.go_version(of));
        for import in &package.sources[0].header.imports {
            let tested = tested.iter().find(|(_, located)| located.path == import.path);
            let target = match tested {
                Some((_, located)) => Ok(located.clone()),
                None => self.resolver.named(&import.path),
            };
            let failure = target.as_ref().err().cloned();
            let at = (0, import.span);
            package
                .imports
                .insert(import.path.clone(), ImportSite::new(at, target.ok()));
            if let Some(failure) = failure {
                package.problems.push(crate::diag::Problem {
                    at: Some(at),
                    failure: Failure { ..failure },
                });
            }
        }
        package
    }
}

//! What fails because a module has parts for other systems alone is tried again with these parts.

use goes_packages::{Config, FileSystem, Graph, load};
use goes_source::Diagnostic;

/// Each round uncovers what the errors of the one before hid.
const ROUNDS: usize = 40;

/// Tries something with a graph. Where a package lacks what it declares for other systems, that is borrowed, and the
/// graph loaded again; the config then says for which packages.
///
/// `attempt` gets what is known to be wrong with the graph and says what is wrong after all.
pub(crate) fn borrowing<T>(
    config: &mut Config,
    mut graph: Graph,
    fs: &dyn FileSystem,
    mut attempt: impl FnMut(&mut Graph, Vec<Diagnostic>) -> (T, Vec<Diagnostic>),
) -> (T, Graph, Vec<Diagnostic>) {
    for _ in 0..ROUNDS {
        let known = std::mem::take(&mut graph.diagnostics);
        let (result, diagnostics) = attempt(&mut graph, known);
        let errors: Vec<Diagnostic> = diagnostics
            .iter()
            .filter(|found| found.is_error())
            .cloned()
            .collect();
        let borrowers = config.borrowers.len();
        config.borrowers.extend(graph.lacking(&errors));
        if config.borrowers.len() > borrowers {
            graph = load(config, fs);
            graph.refuse_system_calls();
            continue;
        }
        if errors.is_empty() || borrowers == 0 {
            return (result, graph, diagnostics);
        }
        let remaining = graph.mend_borrowed(&errors);
        if !remaining.is_empty() {
            return (result, graph, remaining);
        }
    }
    let (result, diagnostics) = attempt(&mut graph, Vec::new());
    (result, graph, diagnostics)
}

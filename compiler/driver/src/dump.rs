//! What `--emit` shows of the phases between source and JavaScript.

use goes_lower::ir::Program;
use goes_packages::Graph;
use goes_types::Checker;
use std::fmt::Write;

/// The tokens of the named packages' files.
pub(crate) fn tokens(graph: &Graph) -> String {
    let files = graph.roots.iter().flat_map(|&root| &graph.get(root).file_ids);
    files
        .map(|id| goes_syntax::dump_tokens(&graph.files.get(*id).text))
        .collect()
}

/// The trees of the named packages' files.
pub(crate) fn ast(graph: &Graph) -> String {
    let files = graph.roots.iter().flat_map(|&root| &graph.get(root).files);
    files.map(goes_syntax::dump_ast).collect()
}

/// What the named packages declare, with the type of each object.
pub(crate) fn types(graph: &Graph, checker: &Checker<'_>) -> String {
    let mut text = String::new();
    for root in &graph.roots {
        let package = checker.package(goes_types::PackageId(root.0));
        for &id in &package.objects {
            let object = checker.object(id);
            let place = graph
                .files
                .position(object.span)
                .map(|at| format!("{}:{}", at.line, at.column));
            let ty = checker.types.get(object.ty);
            writeln!(text, "{} {} {ty:?}", place.unwrap_or_default(), object.name).expect("a String grows");
        }
    }
    text
}

/// What is left when nothing is implicit.
pub(crate) fn ir(program: &Program) -> String {
    goes_lower::dump::dump(program)
}

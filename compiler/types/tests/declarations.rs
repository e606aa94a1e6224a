//! What the checker finds out about declarations, beyond the messages that `tests/errors` pins.

use goes_packages::{Config, Environment, Graph, MemoryFileSystem, load};
use goes_types::{Checker, ObjectId, PackageId};

/// Loads one file of package main.
fn graph(text: &str) -> Graph {
    let mut fs = MemoryFileSystem::new();
    fs.add("/w/a.go", text);
    let environment = Environment {
        cwd: "/w".into(),
        ..Environment::default()
    };
    let config = Config {
        patterns: vec!["a.go".into()],
        environment,
        ..Config::default()
    };
    let graph = load(&config, &fs);
    assert!(!graph.has_errors(), "{:?}", graph.diagnostics);
    graph
}

fn check(graph: &Graph) -> Checker<'_> {
    let mut checker = Checker::new();
    checker.add_graph(graph);
    checker.check_all();
    checker
}

/// The package of the file, which comes last.
fn main_package(graph: &Graph) -> PackageId {
    PackageId(graph.packages.len() as u32 - 1)
}

fn object(checker: &Checker<'_>, graph: &Graph, name: &str) -> ObjectId {
    checker
        .package_object(main_package(graph), name)
        .expect("the name is declared")
}

fn messages(text: &str) -> Vec<String> {
    let graph = graph(text);
    let mut checker = check(&graph);
    checker
        .take_diagnostics()
        .into_iter()
        .map(|diagnostic| diagnostic.message)
        .collect()
}

/// The names of variables in the order of their initialisation.
fn init_order(text: &str) -> Vec<String> {
    let graph = graph(text);
    let checker = check(&graph);
    let package = checker.package(main_package(&graph));
    let names = |initializer: &goes_types::checker::Initializer<'_>| {
        let names = initializer
            .lhs
            .iter()
            .map(|id| id.map_or("_".to_owned(), |id| checker.object(id).name.to_string()));
        names.collect::<Vec<_>>().join(",")
    };
    package.init_order.iter().map(names).collect()
}

#[test]
fn variables_wait_for_what_they_refer_to() {
    // The example of the spec: "the initialization order is d, b, c, a".
    let order = init_order(
        "package main
        var ( a = c + b; b = f(); c = f(); d = 3 )
        func f() int { d++; return d }
        func main() {}",
    );
    assert_eq!(order, ["d", "b", "c", "a"]);
}

#[test]
fn references_through_methods_and_literals_count() {
    let order = init_order(
        "package main
        var x = T{}.m()
        var y = func() int { return z }()
        var _ = g
        var z, w = two()
        type T struct{}
        func (T) m() int { return y }
        func g() int { return x }
        func two() (int, int) { return 1, 2 }
        func main() {}",
    );
    assert_eq!(order, ["z,w", "y", "x", "_"]);
}

#[test]
fn cycles_are_reported_once() {
    let source = "package main
        type A B; type B A
        type S struct { t [2]T }; type T struct { s S }
        var x = f(); func f() int { return x }
        const c = c
        func main() {}";
    let found = messages(source);
    let expected = [
        "invalid recursive type A",
        "invalid recursive type S",
        "initialization cycle for x",
        "initialization cycle: c refers to itself",
    ];
    assert_eq!(found, expected);
}

#[test]
fn recursion_through_pointers_interfaces_and_instances_is_fine() {
    let source = "package main
        type A = struct { b *B }
        type B struct { a A; next I[B] }
        type I[T any] interface { m() interface { I[T] } }
        type L[T any] struct { head *L[T]; item T }
        type E interface { E2 }; type E2 interface { n() E }
        type F func(F) [2]F
        var _ A; var _ E; var _ F
        func main() { var i I[int]; if i != nil { i = i.m() } }";
    assert_eq!(messages(source), Vec::<String>::new());
}

#[test]
fn instances_that_never_end_are_rejected() {
    let source = "package main
        func f[T any](x T) { f(&x) }
        func main() { f(1) }";
    assert_eq!(messages(source), ["instantiation cycle"]);
}

#[test]
fn interfaces_written_differently_are_one_type() {
    let graph = graph(
        "package main
        type R interface { Read() int }
        type W interface { Write(int) }
        var a interface { R; W }
        var c interface { W; interface { R } }
        var b interface { Write(int); Read() int }
        func main() {}",
    );
    let mut checker = check(&graph);
    let types = ["a", "b", "c"].map(|name| checker.object(object(&checker, &graph, name)).ty);
    assert!(checker.identical(types[0], types[1]) && checker.identical(types[1], types[2]));
    assert_eq!(
        checker.type_string(types[0], main_package(&graph)),
        "interface{Read() int; Write(int)}"
    );
}

#[test]
fn sizes_are_those_of_a_64_bit_machine() {
    let graph = graph(
        "package main
        type S struct { a bool; b int32; c string; d struct{} }
        type G[T any] struct { x byte; y T }
        var g G[complex128]
        func main() {}",
    );
    let mut checker = check(&graph);
    let strukt = checker.object(object(&checker, &graph, "S")).ty;
    let generic = checker.object(object(&checker, &graph, "g")).ty;
    assert_eq!((checker.sizeof(strukt), checker.alignof(strukt)), (Some(32), 8));
    assert_eq!(
        (0..4).map(|at| checker.offsetof(strukt, at)).collect::<Vec<_>>(),
        [0, 4, 8, 24].map(Some)
    );
    assert_eq!(checker.sizeof(generic), Some(24));
}

#[test]
fn method_sets_contain_promoted_methods() {
    let graph = graph(
        "package main
        type Base[T any] struct { v T }
        func (b Base[T]) Get() T { return b.v }
        func (b *Base[T]) Set(v T) { b.v = v }
        type Named interface { Name() string }
        type D struct { Base[int]; Named; *Other }
        type Other struct{}
        func (*Other) hidden() {}
        func main() {}",
    );
    let mut checker = check(&graph);
    let ty = checker.object(object(&checker, &graph, "D")).ty;
    let found: Vec<(String, bool, String)> = checker
        .method_set(ty)
        .into_iter()
        .map(|method| {
            (
                method.name.to_string(),
                method.needs_pointer,
                checker.type_string(method.signature, main_package(&graph)),
            )
        })
        .collect();
    let expected = [
        ("Get", false, "func() int"),
        ("Name", false, "func() string"),
        ("Set", true, "func(v int)"),
        ("hidden", false, "func()"),
    ];
    let expected = expected.map(|(name, needs_pointer, ty)| (name.to_owned(), needs_pointer, ty.to_owned()));
    assert_eq!(found, expected);
}

#[test]
fn type_arguments_are_inferred() {
    let source = "package main
        type Named []string
        type Setter[T any] interface { *T; Set(string) }
        type V struct{}
        func (*V) Set(string) {}
        func apply[S ~[]E, E, R any](s S, f func(E) R) (S, []R) { return s, nil }
        func parse[T any, P Setter[T]](s string) T { var t T; P(&t).Set(s); return t }
        func largest[T int | float64](xs ...T) T { return xs[0] }
        func id[T any](x T) T { return x }
        func main() {
            var n Named
            var _, _ = apply(n, func(s string) int { return len(s) })
            n, _ = apply(n, id[string])
            var _ V = parse[V](\"\")
            var _ float64 = largest(1, 2.5)
            var g func(int) int = id
            _, _ = apply([]int{g(1)}, id)
        }";
    assert_eq!(messages(source), Vec::<String>::new());
}

//! Parsing, as the other rooms see it.

use goes_source::Span;
use goes_syntax::ast::{DeclKind, ExprKind, File, StmtKind};
use goes_syntax::{dump_ast, dump_tokens, on_deep_stack, parse_file, parse_header};

/// Parses text that must be well-formed.
fn parse(text: &str) -> File {
    let parsed = parse_file(text, 1, 0);
    assert!(parsed.diagnostics.is_empty(), "{:?}", parsed.diagnostics);
    parsed.file
}

/// `line: message` of each error.
fn errors(text: &str) -> Vec<String> {
    let line = |span: Span| {
        text[..(span.lo as usize - 1).min(text.len())]
            .matches('\n')
            .count()
            + 1
    };
    let diagnostics = parse_file(text, 1, 0).diagnostics;
    diagnostics
        .iter()
        .map(|diagnostic| format!("{}: {}", line(diagnostic.span), diagnostic.message))
        .collect()
}

/// The error of one statement.
fn stmt_error(stmt: &str) -> String {
    errors(&format!("package p\nfunc f() {{\n{stmt}\n}}\n")).join("; ")
}

fn source(text: &str, span: Span) -> &str {
    &text[span.lo as usize - 1..span.hi as usize - 1]
}

#[test]
fn tree_has_the_shape_of_the_text() {
    let file = parse("package p\n\nfunc f(a, b int) { x := a + b*2 }\n");
    let expected = "\
(file p
  (func f
    (params
      (param a)
      (param b
        int))
    (block
      (:=
        (left
          x)
        (right
          (Add
            a
            (Mul
              b
              2)))))))
";
    assert_eq!(dump_ast(&file), expected);
}

#[test]
fn tokens_show_inserted_semicolons() {
    assert_eq!(
        dump_tokens("package p\nvar x"),
        "1:1 package\n1:9 p\n1:10 ; (newline)\n2:1 var\n2:5 x\n2:6 ; (newline)\n2:6 (end)\n"
    );
}

#[test]
fn positions_and_numbers_go_on_from_the_previous_file() {
    let parsed = parse_file("package p\nvar x = y\n", 101, 7);
    assert_eq!(parsed.file.span, Span::new(101, 121));
    let DeclKind::Var(var) = &parsed.file.decls[0].kind else {
        panic!()
    };
    assert_eq!(var.names[0].span, Span::new(115, 116));
    assert!(var.names[0].id.0 >= 7 && var.values[0].id.0 < parsed.file.next_id);
}

#[test]
fn braces_of_headers_are_told_from_those_of_literals() {
    parse("package p\nfunc f() { for _, x := range []T{{1}} { if x == (T{2}) { g(T{3}) } } }");
    parse("package p\nfunc f() { for range func() []int { return nil }() { } }");
    parse("package p\nfunc f() { switch x := y.(type) { case []int, func(): } }");
}

#[test]
fn type_parameters_are_told_from_array_lengths() {
    let is_generic = |text: &str| match &parse(text).decls[0].kind {
        DeclKind::Type(decl) => !decl.type_params.is_empty(),
        _ => false,
    };
    assert!(is_generic("package p; type T[P any] int"));
    assert!(is_generic("package p; type T[P *C,] int"));
    assert!(is_generic("package p; type T[P *struct{}] int"));
    assert!(is_generic("package p; type T[P ~int | ~string] = int"));
    assert!(!is_generic("package p; type T[N] int"));
    assert!(!is_generic("package p; type T[N * 2] int"));
    assert!(!is_generic("package p; type T[]int"));
}

#[test]
fn methods_may_be_generic() {
    let file = parse("package p; func (r T[K]) M[P any, Q ~int](p P) (q Q, err error) { return }");
    let DeclKind::Func(func) = &file.decls[0].kind else {
        panic!()
    };
    assert_eq!(func.signature.type_params.len(), 2);
    assert_eq!(func.signature.results.len(), 2);
}

#[test]
fn an_arrow_belongs_to_the_leftmost_chan() {
    let file = parse("package p; var x = make(<-chan<- chan int)");
    let dump = dump_ast(&file);
    assert!(
        dump.contains("(chan Receive\n          (chan Receive\n            int"),
        "{dump}"
    );
}

#[test]
fn comments_that_precede_a_declaration_document_it() {
    let text = "package p\n\n// Not this.\n\n// Says what.\n// And why.\nfunc f() {}\n\nconst (\n\ta = 1 // trailing\n\tb = 2\n)\n";
    let file = parse(text);
    let docs: Vec<_> = file
        .decls
        .iter()
        .map(|decl| decl.doc.map(|doc| source(text, doc.span)))
        .collect();
    assert_eq!(docs, [Some("// Says what.\n// And why."), None, None]);
}

#[test]
fn directives_are_collected_in_order() {
    let file = parse(
        "//go:build linux && go1.21\n\npackage p\n\n//go:embed a b\n//js:import \"x\"\n//export f\n// go:not\nvar x int\n",
    );
    let names: Vec<_> = file
        .directives
        .iter()
        .map(|directive| (&*directive.name, &*directive.args))
        .collect();
    assert_eq!(
        names,
        [
            ("go:build", "linux && go1.21"),
            ("go:embed", "a b"),
            ("js:import", "\"x\""),
            ("export", "f")
        ]
    );
    assert_eq!(file.go_version, Some((1, 21)));
}

#[test]
fn line_directives_renumber_what_follows() {
    let parsed = parse_file(
        "package p\n//line a.go:10\nvar x int /*line :20:3*/\nvar y int\n//line b.go:0\n",
        1,
        0,
    );
    let found: Vec<_> = parsed
        .line_directives
        .iter()
        .map(|d| (d.name.to_str(), d.line, d.column, d.offset))
        .collect();
    assert_eq!(
        found,
        [(Some("a.go"), 10, None, 25), (Some("a.go"), 20, Some(3), 49)]
    );
    assert_eq!(parsed.diagnostics[0].message, "invalid line number: 0");
}

#[test]
fn a_header_is_the_package_clause_and_the_imports() {
    let header = parse_header(
        "//go:build !js\n\npackage p\nimport (\n\t\"fmt\"\n\t. \"a/b\"\n)\nfunc broken( {\n",
        1,
    );
    assert_eq!(header.package.map(|(name, _)| name.as_str()), Some("p"));
    let imports: Vec<_> = header
        .imports
        .iter()
        .map(|import| (import.name.map(|name| name.as_str()), &*import.path))
        .collect();
    assert_eq!(imports, [(None, "fmt"), (Some("."), "a/b")]);
    assert_eq!(
        header.build_constraint.map(|(text, _)| text).as_deref(),
        Some("!js")
    );
    assert!(header.diagnostics.is_empty());
    assert_eq!(
        parse_header("import \"fmt\"\n", 1).diagnostics[0].message,
        "syntax error: package statement must be first"
    );
}

#[test]
fn errors_are_worded_as_by_gc() {
    assert_eq!(
        stmt_error("x := f(a b)"),
        "3: syntax error: unexpected name b in argument list; possibly missing comma or )"
    );
    assert_eq!(
        stmt_error("x := []int{1\n}"),
        "3: syntax error: unexpected newline in composite literal; possibly missing comma or }"
    );
    assert_eq!(
        stmt_error("if x = 1 {\n}"),
        "3: syntax error: cannot use assignment x = 1 as value"
    );
    assert_eq!(
        stmt_error("if x {\n}\nelse {\n}"),
        "5: syntax error: unexpected keyword else, expected }"
    );
    assert_eq!(
        stmt_error("if x {\n} else x()"),
        "4: syntax error: else must be followed by if or statement block"
    );
    assert_eq!(
        stmt_error("for i := 0; i < 10 {\n}"),
        "3: syntax error: unexpected {, expected semicolon or newline"
    );
    assert_eq!(
        stmt_error("x = = y"),
        "3: syntax error: unexpected =, expected expression"
    );
    assert_eq!(
        stmt_error("f() {\n}"),
        "3: syntax error: unexpected { at end of statement"
    );
    assert_eq!(
        stmt_error("x := a[1:2:]"),
        "3: final index required in 3-index slice"
    );
    assert_eq!(
        stmt_error("go (f())"),
        "3: expression in go must not be parenthesized"
    );
    assert_eq!(stmt_error("s := \"abc"), "3: newline in string");
    assert_eq!(stmt_error("x := 0b12"), "3: invalid digit '2' in binary literal");
    assert_eq!(stmt_error("x := 1__0"), "3: '_' must separate successive digits");
    assert_eq!(
        stmt_error("x := 'ab'"),
        "3: more than one character in rune literal"
    );
    assert_eq!(
        stmt_error("x @ y"),
        "3: invalid character U+0040 '@'; 3: syntax error: unexpected name y at end of statement"
    );
}

#[test]
fn errors_of_several_declarations_are_found() {
    let found = errors(
        "package p\nfunc f() { x y }\nvar a = \ntype T struct { a b c }\nfoo()\nfunc g() {\n\tx y\n\ty = )\n}\n",
    );
    assert_eq!(
        found,
        [
            "2: syntax error: unexpected name y at end of statement",
            "4: syntax error: unexpected keyword type, expected expression",
            "7: syntax error: unexpected name y at end of statement",
            "8: syntax error: unexpected ), expected expression",
        ]
    );
}

#[test]
fn what_may_stand_nowhere_is_reported() {
    assert_eq!(errors("\u{feff}package p\n"), [""; 0]);
    assert_eq!(
        errors("package p\n// \u{feff}\nvar x\0 int\n"),
        [
            "2: invalid BOM in the middle of the file",
            "3: invalid NUL character"
        ]
    );
    assert_eq!(
        errors("package p\nvar x€ int\n"),
        ["2: invalid character U+20AC '€' in identifier"]
    );
    assert_eq!(errors("package p /*"), ["1: comment not terminated"]);
}

#[test]
fn nesting_is_bounded() {
    let nested = |before: &str, open: &str, middle: &str, close: &str| {
        let depth = 100_000;
        errors(&format!(
            "package p\n{before}{}{middle}{}\n",
            open.repeat(depth),
            close.repeat(depth)
        ))
    };
    let too_deep = ["2: syntax error: nesting too deep"];
    assert_eq!(nested("var x = ", "(", "1", ")"), too_deep);
    assert_eq!(nested("var x = ", "-", "1", ""), too_deep);
    assert_eq!(nested("var x = ", "f(", "1", ")"), too_deep);
    assert_eq!(nested("func f() ", "{", "", "}"), too_deep);
    assert_eq!(nested("func f() { ", "if x {", "", "}"), too_deep);
    assert_eq!(nested("var x ", "[]", "T", ""), too_deep);
    assert_eq!(nested("var x ", "*", "T", ""), too_deep);
    assert_eq!(nested("var x ", "map[T]", "T", ""), too_deep);
    assert_eq!(nested("var x ", "chan ", "T", ""), too_deep);
    assert_eq!(nested("var x ", "func() ", "T", ""), too_deep);
    assert_eq!(nested("var x ", "struct { x ", "T", "}"), too_deep);
    assert_eq!(nested("var x = ", "T{", "1", "}"), too_deep);
}

#[test]
fn chains_may_be_long() {
    let length = 50_000;
    let links = ["+ a", ".b", "[0]", "(c)"];
    for link in links
        .into_iter()
        .map(|link| link.repeat(if link.starts_with('.') { length / 2 } else { 900 }))
    {
        drop(parse(&format!("package p\nvar x = a{link}\n")));
    }
    drop(parse(&format!("package p\nvar x = a{}\n", " + a".repeat(length))));
    drop(parse(&format!(
        "package p\nfunc f() {{ if a {{ }}{} }}\n",
        " else if (a) { }".repeat(length / 4)
    )));
    let file = parse(&format!("package p\nvar x = a{}\n", " + a".repeat(length)));
    assert!(on_deep_stack(|| dump_ast(&file).len()) > length);
}

#[test]
fn a_statement_that_is_wrong_leaves_the_others() {
    let parsed = parse_file("package p\nfunc f() {\n\ta()\n\tb c\n\td()\n}\n", 1, 0);
    assert_eq!(parsed.diagnostics.len(), 1);
    let file = parse("package p\nfunc f() { a(); ; L: }\n");
    let DeclKind::Func(func) = &file.decls[0].kind else {
        panic!()
    };
    let stmts = &func.body.as_ref().expect("a body").stmts;
    assert!(matches!(&stmts[0].kind, StmtKind::Expr(x) if matches!(x.kind, ExprKind::Call(_))));
    assert!(matches!(&stmts[1].kind, StmtKind::Labeled(..)));
}

//! Programs without imports, and what the checker says about them.

mod support;

use goes_syntax::parse_file;
use support::check_file;

/// The messages for the statements of a function body, each with its line (from 1).
fn check_body(body: &str) -> Vec<String> {
    check(&format!("package p; func _() {{{body}\n}}"))
}

/// The messages for a file, by place.
fn check(text: &str) -> Vec<String> {
    let parsed = parse_file(text, 1, 0);
    assert!(parsed.diagnostics.is_empty(), "{:?}", parsed.diagnostics);
    let diagnostics = check_file(parsed.file);
    let line = |position: u32| text[..position as usize - 1].matches('\n').count() + 1;
    diagnostics
        .iter()
        .map(|found| format!("{}: {}", line(found.span.lo), found.message))
        .collect()
}

fn assert_messages(found: Vec<String>, wanted: &[&str]) {
    assert_eq!(found, wanted.iter().map(ToString::to_string).collect::<Vec<_>>());
}

#[test]
fn accepts_valid_statements() {
    let found = check_body(
        "
        type point struct{ x, y int }
        points := map[string]*point{\"a\": {1, 2}}
        if p, ok := points[\"a\"]; ok && p.x < 1<<p.y {
            p.x++
        }
        var shift uint = 3
        var wide int64 = 1 << shift
        for i := range 10 {
            wide += int64(i)
        }
        results := make(chan int, 1)
        select {
        case results <- len(points):
        default:
        }
        switch v := any(wide).(type) {
        case int64, nil:
            _ = v
        case func(yield func(int) bool):
            for n := range v {
                println(n)
            }
        }
        defer func() { recover() }()
    outer:
        for {
            break outer
        }
        goto end
    end:
        ",
    );
    assert_messages(found, &[]);
}

#[test]
fn reports_assignments() {
    let found = check_body(
        "
        var a int = \"x\"
        var b uint8 = 300
        a, c := 1, nil
        a, b = 1
        _ = nil
        5 = a
        map[int]struct{ f int }{}[0].f = 1
        unused := 1",
    );
    assert_messages(
        found,
        &[
            "2: cannot use \"x\" (untyped string constant) as int value in variable declaration",
            "3: declared and not used: b",
            "3: cannot use 300 (untyped int constant) as uint8 value in variable declaration (overflows)",
            "4: declared and not used: c",
            "4: use of untyped nil in assignment",
            "5: assignment mismatch: 2 variables but 1 value",
            "6: use of untyped nil in assignment to _ identifier",
            "7: cannot assign to 5 (neither addressable nor a map index expression)",
            "8: cannot assign to struct field map[int]struct{f int}{}[0].f in map",
            "9: declared and not used: unused",
        ],
    );
}

#[test]
fn reports_operators() {
    let found = check_body(
        "
        x, s, f := 1, \"\", 1.5
        _ = x + s
        _ = x == f
        _ = s - s
        _ = !x
        _ = x / 0
        _ = f << 1
        _ = 1.0 << x + f
        _ = nil == nil
        _ = []int{} == []int{}
        const big = 1 << 600",
    );
    assert_messages(
        found,
        &[
            "3: invalid operation: x + s (mismatched types int and string)",
            "4: invalid operation: x == f (mismatched types int and float64)",
            "5: invalid operation: operator - not defined on s (variable of type string)",
            "6: invalid operation: operator ! not defined on x (variable of type int)",
            "7: invalid operation: division by zero",
            "8: invalid operation: shifted operand f (variable of type float64) must be integer",
            "9: invalid operation: shifted operand 1.0 (type float64) must be integer",
            "10: invalid operation: nil == nil (operator == not defined on untyped nil)",
            "11: invalid operation: []int{} == []int{} (slice can only be compared to nil)",
            "12: constant shift overflow",
        ],
    );
}

#[test]
fn reports_calls_and_generics() {
    let found = check(
        "package p
        type number interface{ ~int | ~float64 }
        func sum[T number](xs ...T) (total T) { for _, x := range xs { total += x }; return }
        func apply[A, B any](a A, f func(A) B) B { return f(a) }
        func _() {
            _ = sum(1, 2.5) + apply(1, func(i int) float64 { return float64(i) })
            sum(\"a\")
            sum(true, 1)
            apply(1)
            var f func(...int) int = sum
            f(1)()
            len(5)
        }",
    );
    assert_messages(
        found,
        &[
            "7: string does not satisfy number (string missing in ~int | ~float64)",
            "8: in call to sum, mismatched types untyped bool and untyped int (cannot infer T)",
            "9: not enough arguments in call to apply\n\thave (number)\n\twant (A, func(A) B)",
            "11: invalid operation: cannot call f(1) (value of type int): int is not a function",
            "12: invalid argument: 5 (untyped int constant) for built-in len",
        ],
    );
}

#[test]
fn reports_control_flow() {
    let found = check(
        "package p
        func a() int { for { break } }
        func b() (int, string) { return 1 }
        func c() { return 1 }
        func d(x any) {
            break
            switch x { case 1: fallthrough }
            switch y := x.(type) { case int, int: }
            goto over
            v := 1
            _ = v
        over:
        unused:
            for i, v := range 10 { _, _ = i, v }
            go func() {}
            x
        }",
    );
    assert_messages(
        found,
        &[
            "2: missing return",
            "3: not enough return values\n\thave (number)\n\twant (int, string)",
            "4: too many return values\n\thave (number)\n\twant ()",
            "6: break is not in a loop, switch, or select",
            "7: cannot fallthrough final case in switch",
            "8: y declared and not used",
            "8: duplicate case int in type switch",
            "9: goto over jumps over variable declaration",
            "13: label unused declared and not used",
            "14: range over 10 (untyped int constant) permits only one iteration variable",
            "15: expression in go must be function call",
            "16: x (variable of interface type any) is not used",
        ],
    );
}

#[test]
fn long_chains_need_no_stack() {
    let sum = "1".to_owned() + &" + 1".repeat(50_000);
    let text = "\"a\"".to_owned() + &" + \"b\"".repeat(50_000);
    let chain = "if false {} else ".repeat(1_000);
    let source = format!("package p; const n = {sum}; var s = {text}; func _() {{ {chain} {{}} }}");
    let found = std::thread::Builder::new()
        .stack_size(64 << 20)
        .spawn(move || check(&source))
        .expect("a thread can be started")
        .join()
        .expect("the checker does not panic");
    assert_messages(found, &[]);
}

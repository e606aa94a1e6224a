//! Programs built by hand, emitted, and run by Node where there is one.

use goes_emit::{Options, RuntimeSources, emit};
use goes_lower::ir::*;
use goes_source::{Files, Span};
use std::io::Write as _;
use std::process::{Command, Stdio};

const INT: TypeId = TypeId(0);
const STRING: TypeId = TypeId(1);
const UNIT: TypeId = TypeId(2);
const INTS: TypeId = TypeId(3);
const CHAN: TypeId = TypeId(4);
const BOOL: TypeId = TypeId(5);

fn ty(text: &str, kind: TypeKind) -> Type {
    Type {
        text: text.into(),
        kind,
        named: None,
        methods: Vec::new(),
        uses: TypeUses::default(),
    }
}

fn types() -> Vec<Type> {
    vec![
        ty("int", TypeKind::Int(IntKind::Int)),
        ty("string", TypeKind::String),
        ty("", TypeKind::Unit),
        ty("[]int", TypeKind::Slice(INT)),
        ty(
            "chan int",
            TypeKind::Chan {
                dir: ChanDir::Both,
                elem: INT,
            },
        ),
        ty("bool", TypeKind::Bool),
    ]
}

fn at(ty: TypeId, kind: ExprKind) -> Expr {
    Expr {
        kind,
        ty,
        span: Span::default(),
    }
}

fn int(value: i64) -> Expr {
    at(INT, ExprKind::Const(Const::Int(value.into())))
}

fn text(value: &str) -> Expr {
    at(STRING, ExprKind::Const(Const::String(value.as_bytes().to_vec())))
}

fn local(index: u32, ty: TypeId) -> Expr {
    at(ty, ExprKind::Local(LocalId(index)))
}

fn stmt(kind: StmtKind) -> Stmt {
    Stmt {
        kind,
        span: Span::default(),
    }
}

fn println(args: Vec<Expr>) -> Stmt {
    stmt(StmtKind::Expr(at(
        UNIT,
        ExprKind::Builtin(Builtin::Println, args),
    )))
}

fn declare(index: u32, init: Expr) -> Stmt {
    stmt(StmtKind::Let {
        local: LocalId(index),
        init: Some(init),
    })
}

fn variable(name: &str, ty: TypeId) -> Local {
    Local {
        is_reassigned: true,
        ..Local::new(name, ty, Span::default())
    }
}

fn function(name: &str, locals: Vec<Local>, code: Closure) -> Function {
    Function {
        package: PackageId(0),
        name: name.into(),
        go_name: format!("main.{name}"),
        locals,
        labels: Vec::new(),
        code,
        method: None,
        native: None,
        doc: None,
        is_variadic: false,
        returns_words: false,
    }
}

fn program(functions: Vec<Function>) -> Program {
    Program {
        types: types(),
        functions,
        packages: vec![Package {
            path: "main".into(),
            name: "main".into(),
            is_std: false,
            addresses_strings: false,
            initializers: None,
            init: None,
            natives: Vec::new(),
            doc: None,
        }],
        entry: Entry::Main(FuncId(0)),
        ..Program::default()
    }
}

/// The text, and what the program writes; `None` where there is no Node.
fn run(program: &Program, minify: bool) -> (String, Option<String>) {
    let options = Options {
        minify,
        ..Options::default()
    };
    let output = emit(program, &Files::new(), &RuntimeSources::embedded(), &options);
    assert!(output.diagnostics.is_empty(), "{:?}", output.diagnostics);
    let node = Command::new("node")
        .args(["--input-type=module", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let Ok(mut node) = node else {
        return (output.code, None);
    };
    node.stdin
        .take()
        .expect("piped")
        .write_all(output.code.as_bytes())
        .expect("node reads");
    let result = node.wait_with_output().expect("node ends");
    let all = [result.stdout, result.stderr].concat();
    (output.code, Some(String::from_utf8_lossy(&all).into_owned()))
}

#[test]
fn hello_is_small() {
    let code = Closure {
        body: vec![println(vec![text("hello"), int(42)])],
        ..Closure::default()
    };
    let (code, out) = run(&program(vec![function("main", Vec::new(), code)]), true);
    if let Some(out) = out {
        assert_eq!(out, "hello 42\n", "{code}");
    }
    println!("{} bytes: {code}", code.len());
}

#[test]
fn arithmetic_and_slices() {
    let sum = at(
        INT,
        ExprKind::Arith {
            op: ArithOp::Add,
            left: Box::new(local(0, INT)),
            right: Box::new(at(
                INT,
                ExprKind::Arith {
                    op: ArithOp::Mul,
                    left: Box::new(int(i64::MAX)),
                    right: Box::new(int(2)),
                    overflow: Overflow::Checked,
                },
            )),
            overflow: Overflow::Checked,
        },
    );
    let slice = at(
        INTS,
        ExprKind::ArrayLit {
            elems: vec![(0, int(1)), (1, int(2))],
            len: 2,
        },
    );
    let appended = at(
        INTS,
        ExprKind::Builtin(Builtin::Append, vec![local(1, INTS), int(3)]),
    );
    let element = at(
        INT,
        ExprKind::Index {
            base: Box::new(local(1, INTS)),
            index: Box::new(int(2)),
            bounds: Bounds::Checked,
        },
    );
    let body = vec![
        declare(0, int(5)),
        declare(1, slice),
        stmt(StmtKind::Assign {
            place: Place::Local(LocalId(1)),
            value: appended,
            in_place: false,
        }),
        println(vec![sum, element, text("héllo")]),
    ];
    let locals = vec![variable("x", INT), variable("new", INTS)];
    let (code, out) = run(
        &program(vec![function(
            "main",
            locals,
            Closure {
                body,
                ..Closure::default()
            },
        )]),
        false,
    );
    println!("{code}");
    if let Some(out) = out {
        assert_eq!(out, "3 3 héllo\n", "{code}");
    }
}

#[test]
fn goroutines_and_defers() {
    let send = Closure {
        params: vec![LocalId(0)],
        body: vec![stmt(StmtKind::Send {
            chan: local(0, CHAN),
            value: int(7),
        })],
        may_park: true,
        ..Closure::default()
    };
    let call = |func, args, may_park| Call {
        callee: Callee::Func(FuncId(func)),
        args,
        may_park,
    };
    let receive = at(
        INT,
        ExprKind::Receive {
            chan: Box::new(local(0, CHAN)),
            comma_ok: false,
        },
    );
    let deferred = Closure {
        body: vec![println(vec![text("deferred")])],
        ..Closure::default()
    };
    let main = Closure {
        body: vec![
            stmt(StmtKind::Defer {
                call: Box::new(deferred),
                recovers: Recovers::No,
            }),
            declare(0, at(CHAN, ExprKind::Builtin(Builtin::MakeChan, Vec::new()))),
            stmt(StmtKind::Go(call(1, vec![local(0, CHAN)], true))),
            declare(1, receive),
            println(vec![local(1, INT)]),
        ],
        may_park: true,
        has_defer: true,
        ..Closure::default()
    };
    let functions = vec![
        function("main", vec![variable("ch", CHAN), variable("v", INT)], main),
        function("worker", vec![variable("ch", CHAN)], send),
    ];
    for minify in [false, true] {
        let (code, out) = run(&program(functions.clone()), minify);
        println!("{} bytes", code.len());
        if let Some(out) = out {
            assert_eq!(out, "7\ndeferred\n", "{code}");
        }
    }
    let _ = BOOL;
}

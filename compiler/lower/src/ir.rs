//! The intermediate representation: a monomorphic, explicit tree.
//!
//! A node is emitted as what it says and nothing else. Conversions, value copies, zero values, implicit
//! dereferences and addresses, promoted fields, method values, interface boxing, captured variables and
//! evaluation order have been spelled out. What a pass proves, it writes into the node that profits:
//! [`Overflow`], [`Bounds`], [`Storage`], `may_park`, [`MethodForm`].

use goes_source::{Span, Symbol};
use num_bigint::BigInt;

mod types;

pub(crate) use types::structs_in;
pub use types::{
    ChanDir, Field, IntKind, IntRepr, InterfaceMethod, MethodEntry, NamedInfo, Type, TypeKind, TypeUses,
};

/// Declares an index type for one of the tables.
macro_rules! index {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);
    )*};
}

index! {
    /// Index into [`Program::types`]. Equal ids are identical types.
    TypeId;
    /// Index into [`Program::functions`].
    FuncId;
    /// Index into [`Program::globals`].
    GlobalId;
    /// Index into [`Program::packages`].
    PackageId;
    /// Index into [`Function::locals`]; closures share the table of the function around them.
    LocalId;
    /// A label of a block, loop or switch, unique within a function.
    LabelId;
    /// Index into [`Program::method_keys`]: a method name as dynamic dispatch sees it.
    MethodKey;
}

/// A whole build: everything in it is reachable.
#[derive(Clone, Debug, Default)]
pub struct Program {
    pub types: Vec<Type>,
    pub functions: Vec<Function>,
    pub globals: Vec<Global>,
    /// In the order of initialisation: imported packages first.
    pub packages: Vec<Package>,
    /// The JavaScript property of each method key. A name has one property for each distinct signature
    /// (and package, where it is not exported): the first has the plain name. Thus an object implements
    /// an interface exactly if it has its keys as properties.
    pub method_keys: Vec<String>,
    /// Reflection shows methods with their types.
    pub shows_methods: bool,
    /// Functions' code can be told apart, and by name: outside std something asks reflection for addresses.
    pub shows_code: bool,
    /// `panic(nil)` panics with nil, as it did before Go 1.21, unless the environment says otherwise.
    pub panics_with_nil: bool,
    pub entry: Entry,
}

impl Program {
    /// The type of that kind that has no name of its own, if the program has it.
    pub fn predeclared(&self, kind: &TypeKind) -> Option<TypeId> {
        let mut types = self.types.iter();
        let found = types.position(|ty| ty.kind == *kind && ty.named.is_none());
        found.map(|index| TypeId(index as u32))
    }
}

#[derive(Clone, Debug, Default)]
pub enum Entry {
    #[default]
    None,
    /// A program: `$init` of each package in order, then `main.main`.
    Main(FuncId),
    /// A library: exported functions, variables, constants and types of the root packages.
    Library(Vec<Export>),
}

#[derive(Clone, Debug)]
pub struct Export {
    pub package: PackageId,
    /// The Go name.
    pub name: String,
    pub doc: Option<String>,
    pub item: ExportItem,
}

#[derive(Clone, Debug)]
pub enum ExportItem {
    Func(FuncId),
    Var(GlobalId),
    Const(Expr),
    Type(TypeId),
}

#[derive(Clone, Debug)]
pub struct Package {
    pub path: String,
    pub name: String,
    pub is_std: bool,
    /// It makes integers of the addresses of strings: which string one is a slice of matters.
    pub addresses_strings: bool,
    /// Evaluates package variables in dependency order and calls `init` functions. `None` where there is
    /// nothing to do at run time: constant and pure initialisers stand in [`Global::init`].
    pub init: Option<FuncId>,
    /// The function whose locals those of function literals in [`Global::init`] are: `init`, or one that is never called.
    pub initializers: Option<FuncId>,
    /// Sibling JavaScript files that `//js:native` functions of this package are bound to: name, text.
    pub natives: Vec<(String, String)>,
    pub doc: Option<String>,
}

/// A package variable.
#[derive(Clone, Debug)]
pub struct Global {
    pub package: PackageId,
    pub name: String,
    pub ty: TypeId,
    /// `Boxed` where its address is taken and its type is not a struct or array.
    pub storage: Storage,
    /// A value that may be evaluated at import: constant or pure, referring to nothing that is
    /// initialised later. `None`: starts as its zero value.
    pub init: Option<Expr>,
    /// Assigned to after its declaration.
    pub is_reassigned: bool,
    /// As [`Local::is_number`].
    pub is_number: bool,
    /// As [`Local::begins_array`].
    pub begins_array: bool,
    pub span: Span,
    pub doc: Option<String>,
}

// ---- functions -----------------------------------------------------------------------------------

#[derive(Clone, Debug)]
pub struct Function {
    pub package: PackageId,
    /// The name wanted in JavaScript; the emitter makes it unique: `centre`, `Point$Scale`, `Map$string$int`.
    pub name: String,
    /// As Go's stack traces print it: `main.(*Point).Scale`, `main.main.func1`.
    pub go_name: String,
    pub locals: Vec<Local>,
    /// The Go names of labels that have one, by [`LabelId`].
    pub labels: Vec<Option<Symbol>>,
    pub code: Closure,
    /// Set where this is a declared method: the receiver is `code.params[0]`.
    pub method: Option<MethodInfo>,
    /// The implementation is the export `symbol` of the package's sibling JavaScript `file`; `code.body`
    /// is empty. Arguments and results are in our representation.
    pub native: Option<Native>,
    pub doc: Option<String>,
    /// The last parameter takes any number of arguments.
    pub is_variadic: bool,
    /// Its result, a 64-bit integer, is returned as two words: the lower one by `return`, the upper one in
    /// `$upperResult`. All that calls it is known.
    pub returns_words: bool,
}

#[derive(Clone, Debug)]
pub struct Native {
    /// As in [`Package::natives`].
    pub file: String,
    pub symbol: String,
    /// It may park its goroutine: follows the dynamic convention (a value, or `$parked`).
    pub may_park: bool,
    /// It parks until another goroutine does something.
    pub waits: bool,
    /// Go code may run later because of it, or a goroutine go on.
    pub starts: bool,
    /// It calls function values that it is given: it parks if those may.
    pub calls: bool,
    /// It gives functions of any type that call those that it is given, or methods by their names.
    pub makes: bool,
    /// It calls nothing of Go, makes no functions, and writes to no struct or array that Go code knows.
    pub only_reads: bool,
}

#[derive(Clone, Debug)]
pub struct MethodInfo {
    /// The receiver's base type (a named type).
    pub base: TypeId,
    pub name: String,
    pub is_pointer_receiver: bool,
    pub form: MethodForm,
}

/// How a method is written in JavaScript.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum MethodForm {
    /// `Point$Scale(p, k)`: always right.
    Function,
    /// `p.Scale(k)`, a method of the struct's class: the receiver is never nil where it matters.
    ClassMethod,
}

/// Parameters and body of a declared function or a function literal.
#[derive(Clone, Debug, Default)]
pub struct Closure {
    pub params: Vec<LocalId>,
    /// One type for each result.
    pub results: Vec<TypeId>,
    /// The locals of named results (or those that lowering made because a deferred call may change
    /// them): declared by the body like any local. Empty where results have no names.
    pub named_results: Vec<LocalId>,
    /// As [`Local::is_number`], for each result; empty where nothing is known.
    pub number_results: Vec<bool>,
    pub body: Vec<Stmt>,
    /// May park its goroutine: emitted as a generator.
    pub may_park: bool,
    /// Contains `defer`: the body runs within a `$Frame`.
    pub has_defer: bool,
    /// Calls `recover` directly: it takes the panic of the frame that called it deferred.
    pub has_recover: bool,
    /// Small, and called in loops.
    pub is_hot: bool,
    /// For function literals, as [`Function::go_name`].
    pub go_name: String,
    pub span: Span,
    /// Position of the closing brace.
    pub end: Span,
}

#[derive(Clone, Debug)]
pub struct Local {
    /// The Go name, or one made by the compiler, starting with `$`. The emitter makes it unique where two
    /// would clash.
    pub name: String,
    pub ty: TypeId,
    pub storage: Storage,
    /// Assigned to after its declaration (else `const`).
    pub is_reassigned: bool,
    pub is_captured: bool,
    pub span: Span,
    /// For integer kinds held as [`IntRepr::Mixed`]: proven to be a number (never a bigint).
    pub is_number: bool,
    /// For slices: proven to begin where its backing array does.
    pub begins_array: bool,
    /// For 64-bit kinds: held as two variables of 32 bits each.
    pub is_split: bool,
    /// For structs and arrays that a tuple or a loop gives: the object may stay that of the map or interface.
    pub is_borrowed: bool,
    /// For an element of a slice of slices that is read before a loop: that element. Where there is none, the
    /// local is nil, and an index that is out of its bounds must read the element again, for Go's panic.
    pub stands_for: Option<Box<Expr>>,
    /// For a slice that is only indexed and asked for its length, and never assigned to: what is held of it,
    /// in a variable each, in place of its header.
    pub view: Option<View>,
    /// A slice of slices, of which there are only the backing arrays of some elements: [`Builtin::RowArrays`].
    pub is_table: bool,
}

/// The backing array of a slice, the offset unless it begins there, and its length where that is asked for.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct View {
    pub has_offset: bool,
    pub has_length: bool,
}

impl Local {
    /// A variable of JavaScript that is assigned to only where it is declared.
    #[must_use]
    pub fn new(name: impl Into<String>, ty: TypeId, span: Span) -> Local {
        Local {
            name: name.into(),
            ty,
            storage: Storage::Plain,
            is_reassigned: false,
            is_captured: false,
            span,
            is_number: false,
            begins_array: false,
            is_split: false,
            is_borrowed: false,
            stands_for: None,
            view: None,
            is_table: false,
        }
    }
}

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Storage {
    /// A JavaScript variable.
    Plain,
    /// A box `{v}`, because its address is taken. Structs and arrays need none: their object has an identity.
    Boxed,
}

// ---- statements ----------------------------------------------------------------------------------

#[derive(Clone, Debug)]
pub struct Stmt {
    pub kind: StmtKind,
    pub span: Span,
}

#[derive(Clone, Debug)]
pub enum StmtKind {
    Expr(Expr),
    /// Declares a local. `None`: declared without a value because every path assigns one first.
    Let {
        local: LocalId,
        init: Option<Expr>,
    },
    /// `const [a, b] = f()`; `None` for results that are not used. The init's type is a tuple.
    LetTuple {
        locals: Vec<Option<LocalId>>,
        init: Expr,
    },
    /// `place = value`. Where the place holds a struct or array whose address may be known elsewhere,
    /// `in_place` asks for `$assign` instead of replacing the object. Where it owns the header of a slice,
    /// and the value is `append(place, v)`, `place[low:]` or `place[:high]`, the header is to be changed.
    Assign {
        place: Place,
        value: Expr,
        in_place: bool,
    },
    /// `place op= value`, the place's operands evaluated once. The arithmetic is that of `Arith`.
    AssignOp {
        place: Place,
        op: ArithOp,
        value: Expr,
        overflow: Overflow,
    },
    /// `[a, b] = tuple`, all places free of side effects.
    AssignTuple {
        places: Vec<Option<Place>>,
        value: Expr,
    },
    If {
        cond: Expr,
        then: Vec<Stmt>,
        els: Vec<Stmt>,
    },
    /// `for (init; cond; post) body`. Locals declared in `init` are new in each iteration where
    /// `per_iteration` (spec: "Each iteration has its own separate declared variable").
    For {
        label: Option<LabelId>,
        init: Vec<Stmt>,
        cond: Option<Expr>,
        post: Vec<Stmt>,
        body: Vec<Stmt>,
        per_iteration: bool,
    },
    /// Ranges over a map; entries removed meanwhile are not visited. Key and value are new locals.
    RangeMap {
        label: Option<LabelId>,
        map: Expr,
        key: Option<LocalId>,
        value: Option<LocalId>,
        body: Vec<Stmt>,
    },
    /// Ranges over the code points of a string. `index` is the byte index.
    RangeString {
        label: Option<LabelId>,
        string: Expr,
        index: Option<LocalId>,
        rune: Option<LocalId>,
        body: Vec<Stmt>,
    },
    /// A switch over constants that JavaScript compares by `===`; clauses do not fall through unless
    /// `falls_through`.
    Switch {
        label: Option<LabelId>,
        tag: Expr,
        cases: Vec<SwitchCase>,
    },
    /// `{ body }`, with a label as the target of `Break`.
    Block {
        label: Option<LabelId>,
        body: Vec<Stmt>,
    },
    Break(LabelId),
    Continue(LabelId),
    /// One expression per result, or a single one that is a tuple. Empty with named results: their values.
    Return(Vec<Expr>),
    /// Starts a goroutine. The call's callee and arguments are evaluated now.
    Go(Call),
    /// Defers a call. The callee and arguments are evaluated now (lowering has put what must be evaluated
    /// early into locals); `call` runs when the function ends. The function is the nearest closure around
    /// that `has_defer`: the body of a range over a function, a closure in the Ir, defers into the frame of
    /// the function in which the loop stands. In the same way `recover` in it is that of the nearest closure
    /// around that `has_recover`.
    Defer {
        call: Box<Closure>,
        recovers: Recovers,
    },
    Send {
        chan: Expr,
        value: Expr,
    },
    Select(Select),
}

/// Whether the deferred function itself calls `recover`.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Recovers {
    No,
    Yes,
}

#[derive(Clone, Debug)]
pub struct SwitchCase {
    /// Empty for `default`.
    pub values: Vec<Expr>,
    pub body: Vec<Stmt>,
    pub falls_through: bool,
}

#[derive(Clone, Debug)]
pub struct Select {
    pub label: Option<LabelId>,
    pub cases: Vec<SelectCase>,
    /// The body of `default`.
    pub default: Option<Vec<Stmt>>,
}

#[derive(Clone, Debug)]
pub struct SelectCase {
    pub op: SelectOp,
    pub body: Vec<Stmt>,
    pub span: Span,
}

#[derive(Clone, Debug)]
pub enum SelectOp {
    Send {
        chan: Expr,
        value: Expr,
    },
    /// The locals are declared for the body.
    Receive {
        chan: Expr,
        value: Option<LocalId>,
        ok: Option<LocalId>,
    },
}

/// What can be assigned to. Operands have been made free of side effects where order matters.
#[derive(Clone, Debug)]
pub enum Place {
    Local(LocalId),
    Global(GlobalId),
    /// The blank identifier: the value is evaluated and dropped.
    Blank,
    /// `base.f`: the base is a struct or a pointer to one.
    Field {
        base: Box<Expr>,
        field: u32,
    },
    /// Element of a slice, an array or a pointer to an array.
    Index {
        base: Box<Expr>,
        index: Box<Expr>,
        bounds: Bounds,
    },
    MapIndex {
        map: Box<Expr>,
        key: Box<Expr>,
    },
    /// `*p`
    Deref(Box<Expr>),
}

// ---- expressions ---------------------------------------------------------------------------------

#[derive(Clone, Debug)]
pub struct Expr {
    pub kind: ExprKind,
    pub ty: TypeId,
    pub span: Span,
}

impl Expr {
    /// The channel from which a spinning loop receives.
    pub fn is_spinning(&self) -> bool {
        matches!(self.kind, ExprKind::Builtin(Builtin::Spinning, _))
    }
}

#[derive(Clone, Debug)]
pub enum ExprKind {
    Const(Const),
    /// The zero value of the type; a fresh one for structs and arrays.
    Zero,
    Local(LocalId),
    Global(GlobalId),
    /// A declared function as a value: follows the dynamic convention, and is the same value each time.
    Func(FuncId),
    FuncLit(Box<Closure>),
    /// A new object equal to the operand, which is a struct or an array; of a slice, a new header.
    Copy(Box<Expr>),
    /// One value per field, in order.
    StructLit(Vec<Expr>),
    /// Elements by index, sorted; the others are zero. Also for slices, with their length.
    ArrayLit {
        elems: Vec<(u64, Expr)>,
        len: u64,
    },
    MapLit(Vec<(Expr, Expr)>),
    /// Integer, floating-point and complex arithmetic, by the type of the node. Shifts have their own node.
    Arith {
        op: ArithOp,
        left: Box<Expr>,
        right: Box<Expr>,
        overflow: Overflow,
    },
    /// The count is of any integer type; counts that are too large shift everything out, negative ones panic.
    Shift {
        op: ShiftOp,
        left: Box<Expr>,
        count: Box<Expr>,
        overflow: Overflow,
    },
    /// `-x` (numbers), `^x` (integers).
    Negate {
        operand: Box<Expr>,
        overflow: Overflow,
    },
    Complement(Box<Expr>),
    Not(Box<Expr>),
    And(Box<Expr>, Box<Expr>),
    Or(Box<Expr>, Box<Expr>),
    /// Operands of identical type, compared as that type asks.
    Compare {
        op: CompareOp,
        left: Box<Expr>,
        right: Box<Expr>,
    },
    /// `x == nil` for slices, maps, functions, channels, pointers and interfaces.
    IsNil(Box<Expr>),
    /// String concatenation.
    Concat(Vec<Expr>),
    Convert {
        op: Conversion,
        operand: Box<Expr>,
    },
    /// The base is a struct value or a pointer to a struct.
    Field {
        base: Box<Expr>,
        field: u32,
    },
    /// The base is a slice, an array, a pointer to an array, or a string.
    Index {
        base: Box<Expr>,
        index: Box<Expr>,
        bounds: Bounds,
    },
    /// The element, or the zero value. With `comma_ok`, a tuple of it and a bool.
    MapIndex {
        map: Box<Expr>,
        key: Box<Expr>,
        comma_ok: bool,
    },
    /// `base[low:high:max]`; the base is a slice, a string, or a *pointer* to an array.
    Slice {
        base: Box<Expr>,
        low: Option<Box<Expr>>,
        high: Option<Box<Expr>>,
        max: Option<Box<Expr>>,
    },
    /// `*p`. For a pointer to a struct or array: the object itself, after a nil check.
    Deref(Box<Expr>),
    /// `&place`: for a place that holds a struct or array the object itself, for a boxed local its box,
    /// else a pointer object that refers to the field or element.
    Address(Place),
    /// `new(T)` for what needs a box: a new box that holds the value. For structs and arrays the operand's
    /// own object (spell it as the operand alone).
    NewBox(Box<Expr>),
    Call(Call),
    /// Wraps a non-interface value as its type demands (see ARCHITECTURE.md, Interfaces).
    MakeInterface(Box<Expr>),
    /// `x.(T)`, T concrete or an interface. With `comma_ok`, a tuple of the value (or zero) and a bool.
    TypeAssert {
        operand: Box<Expr>,
        target: TypeId,
        comma_ok: bool,
    },
    /// Whether an interface value has that dynamic type, or implements that interface. For type switches.
    TypeTest {
        operand: Box<Expr>,
        target: TypeId,
    },
    /// The value inside an interface whose dynamic type is known to be the node's type.
    Unwrap(Box<Expr>),
    /// Several results.
    Tuple(Vec<Expr>),
    /// One of several results, which a compiler-made local of tuple type holds: `t[index]`.
    TupleElement {
        tuple: Box<Expr>,
        index: u32,
    },
    Builtin(Builtin, Vec<Expr>),
    /// `<-c`; with `comma_ok` a tuple.
    Receive {
        chan: Box<Expr>,
        comma_ok: bool,
    },
    Cond {
        cond: Box<Expr>,
        then: Box<Expr>,
        els: Box<Expr>,
    },
    /// Evaluates the statements' effects (assignments to compiler-made locals that are declared elsewhere),
    /// then the value. `(t = f(), g(t))`
    Sequence {
        effects: Vec<(LocalId, Expr)>,
        value: Box<Expr>,
    },
    /// A type's descriptor as an opaque value, for the reflection shims.
    TypeDescriptor(TypeId),
}

#[derive(Clone, Debug, PartialEq)]
pub enum Const {
    Bool(bool),
    /// Of an integer type; in its range.
    Int(BigInt),
    /// Of a floating-point type, rounded to it.
    Float(f64),
    Complex(f64, f64),
    /// Bytes.
    String(Vec<u8>),
    /// Of a pointer, function, slice, map, channel, interface or unsafe pointer type.
    Nil,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum ArithOp {
    Add,
    Sub,
    Mul,
    Div,
    Rem,
    And,
    Or,
    Xor,
    AndNot,
    /// Only in [`StmtKind::AssignOp`].
    Shl,
    Shr,
    Concat,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum ShiftOp {
    Left,
    Right,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum CompareOp {
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
}

/// Whether an operation on [`IntRepr::Mixed`] can leave the safe integers.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Overflow {
    Checked,
    /// Operands are numbers and so is the result: plain JavaScript arithmetic. (For division: the divisor
    /// is also known not to be zero.) A shift in another representation: the count is below the size.
    Proven,
    /// The same, and operands and result are in the range of int32.
    Int32,
}

impl Overflow {
    pub fn is_proven(self) -> bool {
        self != Overflow::Checked
    }
}

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Bounds {
    Checked,
    /// The index is a number that is not negative.
    NonNegative,
    Proven,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Conversion {
    /// Between integer, floating-point and complex types: by the operand's and the node's type.
    Numeric,
    /// Same representation, another type: no code.
    Retype,
    /// None: the operand, an element or what a pointer leads to, is an integer of mixed representation that is
    /// certainly a number.
    Number,
    /// Integer to string: spec: "yields a string containing the UTF-8 representation of the integer".
    RuneToString,
    BytesToString,
    StringToBytes,
    RunesToString,
    StringToRunes,
    /// A copy of the slice's elements; panics if it is too short.
    SliceToArray,
    /// The same elements; panics if it is too short.
    SliceToArrayPointer,
    /// Between interface types: no code (the method keys are the same for all).
    Interface,
    /// To and from `unsafe.Pointer`: no code.
    Unsafe,
}

#[derive(Clone, Debug)]
pub struct Call {
    pub callee: Callee,
    /// For a method with its receiver first.
    pub args: Vec<Expr>,
    /// The callee may park: the caller must be able to wait.
    pub may_park: bool,
}

#[derive(Clone, Debug)]
pub enum Callee {
    /// A known function or method.
    Func(FuncId),
    /// A function value.
    Value(Box<Expr>),
    /// A method of an interface value, which is `args[0]`.
    Interface { key: MethodKey },
}

/// Predeclared functions, by what their operands demand.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Builtin {
    /// Of a string, slice, array, map or channel.
    Len,
    Cap,
    /// `append(s, elems…)`
    Append,
    /// `append(s, t...)`; t is a slice.
    AppendSlice,
    /// `append([]byte, string...)`
    AppendString,
    /// `copy(dst, src)`; src is a slice.
    Copy,
    CopyString,
    /// `make([]T, len[, cap])`
    MakeSlice,
    /// `make(map[K]V[, hint])`
    MakeMap,
    MakeChan,
    Delete,
    ClearMap,
    ClearSlice,
    /// Numbers and strings; two or more operands.
    Min,
    Max,
    /// The operand is an interface value.
    Panic,
    /// Panics with a runtime error; the operand is its text, a string constant without "runtime error: ".
    PanicRuntime,
    /// Panics because a range over a function is in a state, the operand, in which it must not be.
    RangePanic,
    Recover,
    Print,
    Println,
    Close,
    /// Of the node's complex type.
    Complex,
    Real,
    Imag,
    /// `unsafe.String(ptr, len)` etc. on what can be represented.
    UnsafeString,
    UnsafeStringData,
    UnsafeSlice,
    UnsafeSliceData,
    /// `unsafe.Add(ptr, len)`
    UnsafeAdd,
    /// `(*T)(unsafe.Pointer(p))` of a pointer to another type: to see its memory as a T, as far as what the
    /// operand's and the node's type point to lets us.
    UnsafeView,
    /// The channel from which a spinning loop receives, which lets other goroutines run.
    Spinning,
    /// The pointer itself, which must not be nil.
    NotNil,
    /// Of a slice of slices, a count and how often columns of as many rows are walked down: the least length
    /// of as many elements, or 0 where there are fewer, [`Builtin::RowArrays`] would be wrong, or too few to
    /// be worth it.
    LeastLength,
    /// Of a slice of slices, a count and the least length of as many elements: their backing arrays, each of
    /// which starts where the element does; none if the length is 0. The local that holds it is a table.
    RowArrays,
    /// Panics because a method with a value receiver is called on a nil pointer; the operands are constants:
    /// the type's package and name, the method.
    PanicWrap,
}

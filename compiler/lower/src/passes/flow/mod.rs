//! Which functions dynamic calls may reach.
//!
//! Interface values and functions are followed through the whole program: from where they are made through variables,
//! parameters, results, fields, elements and the like to where they are called. What is told apart is places, not
//! objects: all fields of a name of a type are one, all elements of slices of a type, all that pointers of a type point
//! to. What natives get is known to all natives, and to reflection (`escape.rs`).

mod code;
mod escape;
mod solve;

use crate::ir::{Call, Closure, Entry, FuncId, LocalId, MethodKey, Program, TypeId, TypeKind};
use crate::visit::{self, Visitor};
use rustc_hash::{FxHashMap, FxHashSet};
use solve::{Arrival, Bits, Kind, Methods, Node, Nodes, Target};

/// Functions first, then the closures, then what natives make.
pub(super) type Code = usize;

/// What dynamic calls may reach.
#[derive(Default)]
pub(super) struct Flow {
    closures: FxHashMap<*const Closure, Code>,
    /// By call; calls of `sync.(*Once).Do` with a function value stand here for the call of that.
    callees: FxHashMap<*const Call, Vec<Code>>,
    /// What natives may call that call functions.
    pub reflected: Vec<Code>,
    /// Functions that natives make, and what these call.
    pub made: Vec<(Code, Vec<Code>)>,
    /// How many numbers of functions, closures and made functions there are.
    pub codes: usize,
}

impl Flow {
    /// Numbers the closures only: for programs in which nothing ever waits.
    pub fn without_calls(program: &Program) -> Flow {
        let (closures, codes) = number_closures(program);
        Flow {
            closures,
            codes,
            ..Flow::default()
        }
    }

    pub fn of(program: &Program) -> Flow {
        let mut builder = Builder::new(program);
        builder.read();
        builder.solve();
        builder.finish()
    }

    pub fn closure(&self, closure: &Closure) -> Code {
        self.closures[&std::ptr::from_ref(closure)]
    }

    pub fn callees(&self, call: &Call) -> &[Code] {
        self.callees
            .get(&std::ptr::from_ref(call))
            .map_or(&[], Vec::as_slice)
    }
}

fn number_closures(program: &Program) -> (FxHashMap<*const Closure, Code>, usize) {
    struct Number(FxHashMap<*const Closure, Code>, usize);
    impl Visitor for Number {
        fn closure(&mut self, closure: &Closure) {
            self.0.insert(std::ptr::from_ref(closure), self.1);
            self.1 += 1;
            visit::walk_stmts(self, &closure.body);
        }
    }
    let mut number = Number(FxHashMap::default(), program.functions.len());
    for function in &program.functions {
        visit::walk_stmts(&mut number, &function.code.body);
    }
    for init in program.globals.iter().filter_map(|global| global.init.as_ref()) {
        number.expr(init);
    }
    (number.0, number.1)
}

/// A place of the program.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
enum Slot {
    Local(usize, LocalId),
    /// One of the values of a local that holds several results.
    Part(usize, LocalId, u32),
    Global(u32),
    /// Of structs of a shape.
    Field(u32, u32),
    /// By the shape of the element.
    Elem(u32),
    Pointee(u32),
    Sent(u32),
    /// By the shape of the map.
    Key(u32),
    Value(u32),
    Result(Code, u32),
    /// Functions of a shape in interfaces.
    Content(u32),
    Panics,
    /// One function, one type.
    Func(u32, Code),
    Type(TypeId),
}

/// What is needed of a function or closure to call it.
#[derive(Clone, Debug)]
struct Known {
    /// Whose locals those of the closure are.
    function: usize,
    params: Vec<LocalId>,
    results: Vec<TypeId>,
}

/// A call of a known function: the callee, and the nodes of arguments and results.
type KnownCall = (Target, Vec<Option<Node>>, Vec<Option<Node>>);

/// A function that natives make.
struct Made {
    code: Code,
    /// What it calls.
    from: Kind,
}

struct Builder<'p> {
    program: &'p Program,
    nodes: Nodes,
    slots: FxHashMap<Slot, Node>,
    /// By type: a number for what it is without its name.
    shapes: Vec<u32>,
    /// By type: whether places of it hold what is followed.
    kinds: Vec<Option<Kind>>,
    /// By signature: one of its types.
    signatures: Vec<TypeId>,
    signature_numbers: FxHashMap<&'p TypeKind, u32>,
    methods: Methods,
    /// By type of pointers, what points to it.
    pointers: FxHashMap<TypeId, TypeId>,
    closures: FxHashMap<*const Closure, Code>,
    codes: Vec<Option<Known>>,
    sites: FxHashMap<*const Call, usize>,
    filters: FxHashMap<TypeId, u32>,
    once: Option<FuncId>,
    /// Types between which unsafe pointers lead.
    unsafe_from: Vec<TypeId>,
    unsafe_to: Vec<TypeId>,
    unified: FxHashSet<(TypeId, TypeId)>,
    made: Vec<Made>,
    /// Types that natives and reflection may reach.
    seen: Vec<bool>,
    called: FxHashSet<Code>,
    /// Reflection can call methods by their names, and reach fields that are not exported.
    binds_methods: bool,
    sees_private: bool,
    /// Calls of known functions, for when all functions are known.
    later: Vec<KnownCall>,
    /// The package, function and code that are being read.
    is_std: bool,
    function: usize,
    code: Code,
}

impl<'p> Builder<'p> {
    fn new(program: &'p Program) -> Builder<'p> {
        let (closures, count) = number_closures(program);
        let mut numbers: FxHashMap<&TypeKind, u32> = FxHashMap::default();
        let mut signature_numbers: FxHashMap<&TypeKind, u32> = FxHashMap::default();
        let mut signatures = Vec::new();
        let (mut shapes, mut kinds) = (Vec::new(), Vec::new());
        let mut pointers = FxHashMap::default();
        let mut methods = Methods::default();
        for (index, ty) in program.types.iter().enumerate() {
            let id = TypeId(index as u32);
            let next = numbers.len() as u32;
            let shape = *numbers.entry(&ty.kind).or_insert(next);
            shapes.push(shape);
            kinds.push(match &ty.kind {
                TypeKind::Interface(_) => Some(Kind::Interface),
                TypeKind::Func { .. } => Some(Kind::Func(*signature_numbers.entry(&ty.kind).or_insert_with(
                    || {
                        signatures.push(id);
                        signatures.len() as u32 - 1
                    },
                ))),
                _ => None,
            });
            if let (TypeKind::Pointer(elem), None) = (&ty.kind, &ty.named) {
                pointers.insert(*elem, id);
            }
            methods.extend(ty.methods.iter().map(|method| ((id, method.key), method.func)));
        }
        let is = |name| {
            let found = program
                .functions
                .iter()
                .position(|function| function.go_name == name);
            found.map(|index| FuncId(index as u32))
        };
        let natives = || {
            program
                .functions
                .iter()
                .filter_map(|function| function.native.as_ref())
        };
        let mut builder = Builder {
            program,
            nodes: Nodes::default(),
            slots: FxHashMap::default(),
            shapes,
            kinds,
            methods,
            pointers,
            closures,
            codes: vec![None; count],
            sites: FxHashMap::default(),
            filters: FxHashMap::default(),
            once: is("sync.(*Once).Do"),
            unsafe_from: Vec::new(),
            unsafe_to: Vec::new(),
            unified: FxHashSet::default(),
            made: Vec::new(),
            seen: vec![false; program.types.len()],
            called: FxHashSet::default(),
            binds_methods: program.shows_methods && natives().any(|native| native.makes),
            sees_private: is("reflect.NewAt").is_some(),
            later: Vec::new(),
            is_std: false,
            function: 0,
            code: 0,
            signatures: Vec::new(),
            signature_numbers,
        };
        builder.nodes.targets.resize(signatures.len(), Vec::new());
        builder.signatures = signatures;
        builder
    }

    fn shape(&self, ty: TypeId) -> u32 {
        self.shapes[ty.0 as usize]
    }

    fn kind(&self, ty: TypeId) -> Option<Kind> {
        self.kinds[ty.0 as usize]
    }

    fn type_kind(&self, ty: TypeId) -> &'p TypeKind {
        &self.program.types[ty.0 as usize].kind
    }

    fn node(&mut self, slot: Slot, kind: Kind) -> Node {
        if let Some(&node) = self.slots.get(&slot) {
            return node;
        }
        let node = self.nodes.add(kind);
        self.slots.insert(slot, node);
        node
    }

    /// The node of a place that holds values of a type; `None` where these are not followed.
    fn place(&mut self, slot: Slot, ty: TypeId) -> Option<Node> {
        let kind = self.kind(ty)?;
        Some(self.node(slot, kind))
    }

    fn local(&mut self, function: usize, local: LocalId) -> Option<Node> {
        let ty = self.program.functions[function].locals.get(local.0 as usize)?.ty;
        self.place(Slot::Local(function, local), ty)
    }

    fn result(&mut self, code: Code, index: usize, ty: TypeId) -> Option<Node> {
        self.place(Slot::Result(code, index as u32), ty)
    }

    /// What a pointer of a type leads to, or the type itself: the struct of a field selector.
    fn pointee(&self, ty: TypeId) -> TypeId {
        match self.type_kind(ty) {
            TypeKind::Pointer(elem) => *elem,
            _ => ty,
        }
    }

    fn func_value(&mut self, code: Code, ty: TypeId) -> Option<Node> {
        let Kind::Func(signature) = self.kind(ty)? else {
            return None;
        };
        let node = self.node(Slot::Func(signature, code), Kind::Func(signature));
        self.nodes.put_func(node, Target { code, skip: 0 });
        Some(node)
    }

    /// All of the program, except for what depends on what flows.
    fn read(&mut self) {
        for (index, function) in self.program.functions.iter().enumerate() {
            (self.function, self.code) = (index, index);
            self.is_std = self.program.packages[function.package.0 as usize].is_std;
            self.enter(index, &function.code);
            self.stmts(&function.code.body);
        }
        for (index, global) in self.program.globals.iter().enumerate() {
            let Some(init) = &global.init else { continue };
            let package = &self.program.packages[global.package.0 as usize];
            // Without a holder there are no function literals, and so no locals.
            self.function = package.initializers.map_or(0, |holder| holder.0 as usize);
            (self.code, self.is_std) = (self.function, package.is_std);
            let value = self.value(init);
            let place = self.place(Slot::Global(index as u32), global.ty);
            self.nodes.edges(value, place);
        }
        for (target, args, results) in std::mem::take(&mut self.later) {
            self.pass(target, &args, &results);
        }
        self.unify_unsafe();
        self.natives();
    }

    /// Notes what calls of a code need.
    fn enter(&mut self, code: Code, closure: &Closure) {
        self.codes[code] = Some(Known {
            function: self.function,
            params: closure.params.clone(),
            results: closure.results.clone(),
        });
        for (index, &local) in closure.named_results.iter().enumerate() {
            let from = self.local(self.function, local);
            let to = closure
                .results
                .get(index)
                .and_then(|&ty| self.result(code, index, ty));
            self.nodes.edges(from, to);
        }
    }

    fn solve(&mut self) {
        while let Some(arrivals) = self.nodes.next() {
            for arrival in arrivals {
                match arrival {
                    Arrival::Call { site, thing, kind } => self.arrive(site, thing, kind),
                    Arrival::Escaped { thing, kind } => self.escaped(thing, kind),
                }
            }
        }
    }

    /// A dynamic type or a function has come to a call.
    fn arrive(&mut self, site: usize, thing: u32, kind: Kind) {
        let key = self.nodes.sites[site].key;
        match (kind, key) {
            (Kind::Interface, Some(key)) => {
                let ty = TypeId(thing);
                let Some(&func) = self.methods.get(&(ty, key)) else {
                    return;
                };
                let target = Target {
                    code: func.0 as usize,
                    skip: 1,
                };
                self.receive(ty, func);
                self.link(site, target);
            }
            (Kind::Func(signature), None) => {
                let target = self.nodes.targets[signature as usize][thing as usize];
                self.link(site, target);
            }
            _ => {}
        }
    }

    /// A method whose receiver is a function takes it out of an interface.
    fn receive(&mut self, ty: TypeId, func: FuncId) {
        if let Some(kind) = self.kind(ty) {
            let content = self.node(Slot::Content(self.shape(ty)), kind);
            let function = func.0 as usize;
            let param = self.program.functions[function].code.params.first().copied();
            let param = param.and_then(|param| self.local(function, param));
            self.nodes.edges(Some(content), param);
        }
    }

    fn link(&mut self, site: usize, target: Target) {
        if !self.nodes.sites[site].callees.contains(&target.code) {
            self.nodes.sites[site].callees.push(target.code);
        }
        let (args, results) = {
            let site = &self.nodes.sites[site];
            (site.args.clone(), site.results.clone())
        };
        self.pass(target, &args, &results);
    }

    /// A call of a function.
    fn pass(&mut self, target: Target, args: &[Option<Node>], results: &[Option<Node>]) {
        let Some(known) = self.codes.get(target.code).cloned().flatten() else {
            return self.pass_out(args, results);
        };
        for (&arg, &param) in args.iter().zip(known.params.iter().skip(target.skip)) {
            let param = self.local(known.function, param);
            self.nodes.edges(arg, param);
        }
        for (index, (&result, &ty)) in results.iter().zip(&known.results).enumerate() {
            let from = self.result(target.code, index, ty);
            self.nodes.edges(from, result);
        }
    }

    /// The types that implement an interface, as a number of [`Nodes::implementers`].
    fn filter(&mut self, interface: TypeId) -> u32 {
        if let Some(&filter) = self.filters.get(&interface) {
            return filter;
        }
        let keys: Vec<MethodKey> = match self.type_kind(interface) {
            TypeKind::Interface(methods) => methods.iter().map(|method| method.key).collect(),
            _ => Vec::new(),
        };
        let mut bits = Bits::default();
        for index in 0..self.program.types.len() as u32 {
            if keys
                .iter()
                .all(|&key| self.methods.contains_key(&(TypeId(index), key)))
            {
                bits.insert(index);
            }
        }
        self.nodes.implementers.push(bits);
        let filter = self.nodes.implementers.len() as u32 - 1;
        self.filters.insert(interface, filter);
        filter
    }

    fn finish(mut self) -> Flow {
        if matches!(self.program.entry, Entry::Library(_)) {
            self.open();
        }
        let callees = self
            .sites
            .iter()
            .map(|(&call, &site)| (call, std::mem::take(&mut self.nodes.sites[site].callees)))
            .collect();
        let mut reflected: Vec<Code> = self.called.iter().copied().collect();
        reflected.sort_unstable();
        let targets_of = |nodes: &Nodes, kind| match kind {
            Kind::Func(signature) => nodes.targets[signature as usize]
                .iter()
                .map(|target| target.code)
                .collect(),
            Kind::Interface => Vec::new(),
        };
        let made: Vec<(Code, Vec<Code>)> = self
            .made
            .iter()
            .map(|made| (made.code, targets_of(&self.nodes, made.from)))
            .collect();
        Flow {
            closures: self.closures,
            callees,
            reflected,
            codes: self.codes.len() + made.len(),
            made,
        }
    }

    /// Who uses a library may give anything to anybody: calls reach all that have the method, or the signature.
    fn open(&mut self) {
        let mut by_key: FxHashMap<MethodKey, Vec<Code>> = FxHashMap::default();
        for method in self.program.types.iter().flat_map(|ty| &ty.methods) {
            by_key.entry(method.key).or_default().push(method.func.0 as usize);
        }
        for site in &mut self.nodes.sites {
            site.callees = match (site.key, site.kind) {
                (Some(key), _) => by_key.get(&key).cloned().unwrap_or_default(),
                (None, Some(Kind::Func(signature))) => self.nodes.targets[signature as usize]
                    .iter()
                    .map(|target| target.code)
                    .collect(),
                (None, _) => continue,
            };
        }
    }
}

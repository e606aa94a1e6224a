//! The graph of what flows where, and its solution.

use crate::ir::{FuncId, MethodKey, TypeId};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::VecDeque;

/// A place for values of one kind.
pub(super) type Node = u32;

/// What a node holds: dynamic types where it is of interface type, else functions of one signature.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Kind {
    Interface,
    /// By the number of the signature.
    Func(u32),
}

/// A function that is used as a value; the arguments of a call go to its parameters from `skip` on.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Target {
    pub code: usize,
    pub skip: usize,
}

/// A set of small numbers.
#[derive(Clone, Debug, Default)]
pub(super) struct Bits(Vec<u64>);

impl Bits {
    pub fn insert(&mut self, bit: u32) -> bool {
        let (word, mask) = (bit as usize / 64, 1u64 << (bit % 64));
        if word >= self.0.len() {
            self.0.resize(word + 1, 0);
        }
        let is_new = self.0[word] & mask == 0;
        self.0[word] |= mask;
        is_new
    }

    pub fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        self.0.iter().enumerate().flat_map(|(index, &word)| {
            (0..64)
                .filter(move |bit| word >> bit & 1 != 0)
                .map(move |bit| index as u32 * 64 + bit)
        })
    }
}

#[derive(Debug)]
struct Place {
    kind: Kind,
    /// What has arrived, and which of it has not been passed on.
    set: Bits,
    fresh: Bits,
    is_queued: bool,
    to: Vec<Node>,
    sites: Vec<usize>,
    /// Only what implements an interface gets in.
    filter: Option<u32>,
}

/// Where a dynamic call stands.
#[derive(Debug)]
pub(super) struct Site {
    /// Of a method; `None` where a function value is called.
    pub key: Option<MethodKey>,
    pub kind: Option<Kind>,
    pub args: Vec<Option<Node>>,
    pub results: Vec<Option<Node>>,
    pub callees: Vec<usize>,
}

/// Something has arrived that a caller of [`Nodes::next`] must act upon.
pub(super) enum Arrival {
    /// At a call.
    Call { site: usize, thing: u32, kind: Kind },
    /// Where natives and reflection see it.
    Escaped { thing: u32, kind: Kind },
}

/// All nodes, and what waits to be passed on.
#[derive(Default)]
pub(super) struct Nodes {
    places: Vec<Place>,
    queue: VecDeque<Node>,
    known_edges: FxHashSet<(Node, Node)>,
    /// The functions that are values, by signature.
    pub targets: Vec<Vec<Target>>,
    numbers: FxHashMap<(u32, Target), u32>,
    /// Of each interface that something is asserted to implement: the types that do.
    pub implementers: Vec<Bits>,
    pub sites: Vec<Site>,
    pub escaped: FxHashMap<Kind, Node>,
}

impl Nodes {
    pub fn add(&mut self, kind: Kind) -> Node {
        self.places.push(Place {
            kind,
            set: Bits::default(),
            fresh: Bits::default(),
            is_queued: false,
            to: Vec::new(),
            sites: Vec::new(),
            filter: None,
        });
        (self.places.len() - 1) as Node
    }

    /// A node for what of another one implements an interface.
    pub fn filtered(&mut self, from: Node, filter: u32) -> Node {
        let node = self.add(Kind::Interface);
        self.places[node as usize].filter = Some(filter);
        self.edge(from, node);
        node
    }

    pub fn kind(&self, node: Node) -> Kind {
        self.places[node as usize].kind
    }

    pub fn site(&mut self, node: Option<Node>, site: Site) -> usize {
        self.sites.push(site);
        let index = self.sites.len() - 1;
        if let Some(node) = node {
            self.places[node as usize].sites.push(index);
        }
        index
    }

    /// What one node holds the other may hold, too. Values of another kind get there through natives only.
    pub fn edge(&mut self, from: Node, to: Node) {
        if from == to {
            return;
        }
        let (kind, other) = (self.kind(from), self.kind(to));
        if kind != other {
            let out = self.escaped(kind);
            self.edge(from, out);
            let back = self.escaped(other);
            return self.edge(back, to);
        }
        if !self.known_edges.insert((from, to)) {
            return;
        }
        self.places[from as usize].to.push(to);
        let set = std::mem::take(&mut self.places[from as usize].set);
        self.offer(to, &set);
        self.places[from as usize].set = set;
    }

    pub fn edges(&mut self, from: Option<Node>, to: Option<Node>) {
        if let (Some(from), Some(to)) = (from, to) {
            self.edge(from, to);
        }
    }

    pub fn both(&mut self, a: Node, b: Node) {
        self.edge(a, b);
        self.edge(b, a);
    }

    /// The node of what natives and reflection know of a kind.
    pub fn escaped(&mut self, kind: Kind) -> Node {
        if let Some(&node) = self.escaped.get(&kind) {
            return node;
        }
        let node = self.add(kind);
        self.escaped.insert(kind, node);
        node
    }

    pub fn put_type(&mut self, node: Node, ty: TypeId) {
        self.put(node, ty.0);
    }

    pub fn put_func(&mut self, node: Node, target: Target) {
        let Kind::Func(signature) = self.kind(node) else {
            return;
        };
        let list = &mut self.targets[signature as usize];
        let number = *self.numbers.entry((signature, target)).or_insert_with(|| {
            list.push(target);
            list.len() as u32 - 1
        });
        self.put(node, number);
    }

    fn put(&mut self, node: Node, thing: u32) {
        let place = &mut self.places[node as usize];
        if place.set.insert(thing) {
            place.fresh.insert(thing);
            self.enqueue(node);
        }
    }

    fn offer(&mut self, node: Node, things: &Bits) {
        let place = &mut self.places[node as usize];
        let allowed = place.filter.map(|filter| &self.implementers[filter as usize].0);
        let Place { set, fresh, .. } = place;
        let mut is_grown = false;
        for (index, &word) in things.0.iter().enumerate() {
            if word == 0 {
                continue;
            }
            let allowed = allowed.map_or(u64::MAX, |words| words.get(index).copied().unwrap_or(0));
            let known = set.0.get(index).copied().unwrap_or(0);
            let new = word & allowed & !known;
            if new == 0 {
                continue;
            }
            for bits in [&mut *set, &mut *fresh] {
                if bits.0.len() <= index {
                    bits.0.resize(things.0.len(), 0);
                }
                bits.0[index] |= new;
            }
            is_grown = true;
        }
        if is_grown {
            self.enqueue(node);
        }
    }

    fn enqueue(&mut self, node: Node) {
        if !std::mem::replace(&mut self.places[node as usize].is_queued, true) {
            self.queue.push_back(node);
        }
    }

    /// Passes on what is new at one node; gives what has arrived at calls of it. `None` when all is done.
    pub fn next(&mut self) -> Option<Vec<Arrival>> {
        let node = self.queue.pop_front()?;
        let place = &mut self.places[node as usize];
        place.is_queued = false;
        let kind = place.kind;
        let fresh = std::mem::take(&mut place.fresh);
        let to = std::mem::take(&mut place.to);
        for &target in &to {
            self.offer(target, &fresh);
        }
        let place = &mut self.places[node as usize];
        place.to = to;
        let mut arrivals = Vec::new();
        let is_escaped = self.escaped.get(&kind) == Some(&node);
        if is_escaped || !place.sites.is_empty() {
            for thing in fresh.iter() {
                arrivals.extend(
                    place
                        .sites
                        .iter()
                        .map(|&site| Arrival::Call { site, thing, kind }),
                );
                if is_escaped {
                    arrivals.push(Arrival::Escaped { thing, kind });
                }
            }
        }
        Some(arrivals)
    }
}

/// The methods of dynamic types.
pub(super) type Methods = FxHashMap<(TypeId, MethodKey), FuncId>;

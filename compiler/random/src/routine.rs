//! Goroutines and channels, in patterns whose output does not depend on the scheduler.

use crate::program::Node;
use crate::ty::Type;
use crate::{Generator, Returns};

impl Generator {
    pub(crate) fn routine(&mut self) -> Vec<Node> {
        self.may_panic = false;
        let ty = self.ty(1);
        let text = match self.rng.usize(..9) {
            0 => return self.producer(&ty),
            1 => self.workers(&ty),
            2 => self.stages(&ty),
            3 => self.buffered(&ty),
            4 => self.selection(&ty),
            5 => self.misuse(&ty),
            6 => self.cancelled(&ty),
            7 => self.pulled(&ty),
            _ => self.locked(),
        };
        vec![Node::line(text)]
    }

    /// A goroutine that sends, and the loop that receives.
    fn producer(&mut self, ty: &Type) -> Vec<Node> {
        let (channel, x) = (self.fresh("ch"), self.fresh("x"));
        let sent: Vec<_> = (0..3)
            .map(|_| Node::line(format!("{channel} <- {}", self.expr(ty, 2))))
            .collect();
        let mut sender = vec![Node::line(format!("defer close({channel})"))];
        sender.extend(sent);
        let scope = self.scope.len();
        self.declare(&x, ty);
        let mut body = vec![self.print(&x, ty)];
        // The sender reads variables, so the receiver changes none but its own.
        let outer = (self.barrier, self.is_pure);
        (self.barrier, self.is_pure) = (scope, true);
        self.loops += 1;
        body.extend(self.within(Returns::Not, 1, 1));
        self.loops -= 1;
        (self.barrier, self.is_pure) = outer;
        self.scope.truncate(scope);
        let capacity = self.choose(&["", ", 1", ", 5"]).to_string();
        vec![
            Node::line(format!("{channel} := make(chan {}{capacity})", self.text(ty))),
            Node::block("go func() {", sender, "}()"),
            Node::block(format!("for {x} := range {channel} {{"), body, "}"),
        ]
    }

    /// Goroutines that each fill in one element.
    fn workers(&mut self, ty: &Type) -> String {
        let (results, group) = (self.fresh("rs"), self.fresh("wg"));
        let n = self.rng.u8(1..5);
        self.declare_fixed("w", &Type::Int("int"));
        let value = self.expr(ty, 3);
        self.scope.pop();
        let name = self.text(ty);
        let start = match self.rng.bool() {
            true => format!(
                "{group}.Add(1)\n\tgo func() {{\n\t\tdefer {group}.Done()\n\t\truntime.Gosched()\n\t\t{results}[w] = {value}\n\t}}()"
            ),
            false => format!("{group}.Go(func() {{ {results}[w] = {value} }})"),
        };
        let text = format!(
            "{results} := make([]{name}, {n})\nvar {group} sync.WaitGroup\nfor w := range {n} {{\n\t{start}\n}}\n{group}.Wait()"
        );
        self.declare(&results, &Type::slice(ty.clone()));
        text
    }

    /// A chain of goroutines, each of which changes what passes.
    fn stages(&mut self, ty: &Type) -> String {
        let (stage, channel) = (self.fresh("stage"), self.fresh("ch"));
        let name = self.text(ty);
        self.declare("x", ty);
        let value = self.operand(ty, 2);
        let print = self.print("x", ty).tail;
        self.scope.pop();
        let first = self.expr(ty, 1);
        format!(
            "{stage} := func(in <-chan {name}) <-chan {name} {{\n\tout := make(chan {name})\n\tgo func() {{\n\t\tdefer close(out)\n\t\tfor x := range in {{\n\t\t\tout <- {value}\n\t\t\t_ = x\n\t\t}}\n\t}}()\n\treturn out\n}}\n{channel} := make(chan {name}, 2)\n{channel} <- {first}\n{channel} <- {first}\nclose({channel})\nfor x := range {stage}({stage}({channel})) {{\n\t{print}\n}}"
        )
    }

    fn buffered(&mut self, ty: &Type) -> String {
        let (channel, x, ok) = (self.fresh("ch"), self.fresh("v"), self.fresh("ok"));
        let name = self.text(ty);
        let (a, b) = (self.expr(ty, 2), self.expr(ty, 2));
        let text = format!(
            "{channel} := make(chan {name}, 3)\n{channel} <- {a}\n{channel} <- {b}\nfmt.Println(len({channel}), cap({channel}))\n<-{channel}\nclose({channel})\n{x} := <-{channel}\n_, {ok} := <-{channel}\n_, _ = {x}, {ok}"
        );
        self.declare(&x, ty);
        self.declare(&ok, &Type::Bool);
        text
    }

    /// A select of which exactly one case is ready, again and again.
    fn selection(&mut self, ty: &Type) -> String {
        let (a, b, quit, none) = (
            self.fresh("ch"),
            self.fresh("ch"),
            self.fresh("quit"),
            self.fresh("none"),
        );
        let name = self.text(ty);
        let value = self.expr(ty, 2);
        let print = self.print("x", ty).tail;
        let n = self.rng.u8(1..4);
        format!(
            "{a}, {b}, {quit} := make(chan {name}), make(chan int), make(chan struct{{}})\ngo func() {{\n\tfor i := range {n} {{\n\t\tif i%2 == 0 {{\n\t\t\t{a} <- {value}\n\t\t}} else {{\n\t\t\t<-{b}\n\t\t}}\n\t}}\n\tclose({quit})\n}}()\nvar {none} chan {name}\nfor going := true; going; {{\n\tselect {{\n\tcase x := <-{a}:\n\t\t{print}\n\tcase {b} <- 5:\n\t\tfmt.Println(\"sent\")\n\tcase <-{quit}:\n\t\tgoing = false\n\tcase {none} <- *new({name}):\n\t\tfmt.Println(\"impossible\")\n\t}}\n}}\nselect {{\ncase _, open := <-{quit}:\n\tfmt.Println(open)\ndefault:\n\tfmt.Println(\"not ready\")\n}}"
        )
    }

    fn misuse(&mut self, ty: &Type) -> String {
        let channel = self.fresh("ch");
        let name = self.text(ty);
        let value = self.expr(ty, 1);
        let wrong = match self.rng.usize(..4) {
            0 => format!("close({channel})\n\t{channel} <- {value}"),
            1 => format!("close({channel})\n\tclose({channel})"),
            2 => format!("{channel} = nil\n\tclose({channel})"),
            _ => format!("close({channel})\n\tselect {{\n\tcase {channel} <- {value}:\n\tdefault:\n\t}}"),
        };
        format!("{channel} := make(chan {name}, 1)\nfunc() {{\n\tdefer tell()\n\t{wrong}\n}}()")
    }

    fn cancelled(&mut self, ty: &Type) -> String {
        let (cx, cancel, channel) = (self.fresh("ctx"), self.fresh("cancel"), self.fresh("ch"));
        let name = self.text(ty);
        let (value, print) = (self.expr(ty, 2), self.print("x", ty).tail);
        format!(
            "{cx}, {cancel} := context.WithCancel(context.Background())\n{channel} := make(chan {name})\ngo func() {{\n\tdefer close({channel})\n\tfor {{\n\t\tselect {{\n\t\tcase <-{cx}.Done():\n\t\t\treturn\n\t\tcase {channel} <- {value}:\n\t\t}}\n\t}}\n}}()\nfor range 2 {{\n\tx := <-{channel}\n\t{print}\n}}\n{cancel}()\nfmt.Println({cx}.Err(), context.Cause({cx}))"
        )
    }

    fn pulled(&mut self, ty: &Type) -> String {
        let (next, stop) = (self.fresh("next"), self.fresh("stop"));
        let list = self.arguments(&[ty.clone(), ty.clone()], 1);
        let print = self.print("x", ty).tail;
        let name = self.text(ty);
        format!(
            "{next}, {stop} := iter.Pull2(seq[{name}]({list}))\nfor range 3 {{\n\ti, x, ok := {next}()\n\tfmt.Print(i, \" \", ok, \" \")\n\t{print}\n}}\n{stop}()"
        )
    }

    /// A counter under a lock, and a condition that waits for it.
    fn locked(&mut self) -> String {
        let (mu, total, group) = (self.fresh("mu"), self.fresh("total"), self.fresh("wg"));
        let int = Type::Int(self.choose::<&'static str>(&["int", "uint8", "int64", "uint64", "int32"]));
        let value = self.expr(&int, 2);
        let name = self.text(&int);
        let n = self.rng.u8(1..6);
        let text = format!(
            "var {mu} sync.Mutex\nvar {group} sync.WaitGroup\nvar {total} {name}\nfor i := range {n} {{\n\t{group}.Go(func() {{\n\t\t{mu}.Lock()\n\t\tdefer {mu}.Unlock()\n\t\t{total} += {name}(i) + {value}\n\t}})\n}}\n{group}.Wait()"
        );
        self.declare(&total, &int);
        text
    }
}

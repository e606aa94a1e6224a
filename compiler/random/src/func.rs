//! Functions: declared ones, literals, and literals that are called at once under a deferred recover.

use crate::program::Node;
use crate::ty::Type;
use crate::{Generator, Returns};

impl Generator {
    /// A function literal that only reads what is around it.
    pub(crate) fn function_literal(&mut self, params: &[Type], result: &Type, depth: usize) -> String {
        let scope = self.scope.len();
        let list = self.parameters(params);
        let text = self.operand(result, depth.min(2));
        self.scope.truncate(scope);
        format!("func({list}) {} {{ return {text} }}", self.text(result))
    }

    /// Declares parameters; gives their list.
    fn parameters(&mut self, params: &[Type]) -> String {
        let mut list = Vec::new();
        for param in params {
            let name = self.fresh("a");
            list.push(format!("{name} {}", self.text(param)));
            self.declare(&name, param);
        }
        list.join(", ")
    }

    /// `head(a T) U { … }`: a declared function, which changes nothing but its locals unless told so.
    pub(crate) fn function_text(
        &mut self,
        head: &str,
        params: &[Type],
        result: &Type,
        mutates: bool,
    ) -> String {
        let scope = self.scope.len();
        self.barrier = if mutates { 0 } else { scope };
        self.is_pure = !mutates;
        self.may_panic = false;
        self.returns = Returns::Value(result.clone());
        let list = self.parameters(params);
        let n = self.rng.usize(..4);
        let mut body = self.statements(n, 2);
        let last = self.operand(result, 2);
        body.push(Node::line(format!("return {last}")));
        self.scope.truncate(scope);
        self.barrier = 0;
        self.is_pure = false;
        self.returns = Returns::Not;
        format!("{head}({list}) {} {{\n{}}}", self.text(result), Node::text(&body))
    }

    /// Statements under another `return`, whose variables go out of scope.
    pub(crate) fn within(&mut self, returns: Returns, n: usize, depth: usize) -> Vec<Node> {
        let scope = self.scope.len();
        let loops = self.loops;
        let outer = std::mem::replace(&mut self.returns, returns);
        let body = self.statements(n, depth);
        self.returns = outer;
        self.loops = loops;
        self.scope.truncate(scope);
        body
    }

    /// A closure that changes what is around it, and calls of it.
    pub(crate) fn closure(&mut self, depth: usize) -> Vec<Node> {
        let (name, result) = (self.fresh("fn"), self.ty(1));
        let params: Vec<_> = (0..self.rng.usize(..3)).map(|_| self.basic()).collect();
        let scope = self.scope.len();
        let list = self.parameters(&params);
        let n = 1 + self.rng.usize(..3);
        let mut body = self.within(Returns::Value(result.clone()), n, depth);
        body.push(Node::line(format!("return {}", self.operand(&result, 2))));
        self.scope.truncate(scope);
        let head = format!("{name} := func({list}) {} {{", self.text(&result));
        let mut nodes = vec![Node::block(head, body, "}")];
        for _ in 0..1 + self.rng.usize(..2) {
            let called = self.fresh("v");
            let arguments = self.arguments(&params, 2);
            nodes.push(Node::line(format!(
                "{called} := {name}({arguments})\n_ = {called}"
            )));
            self.declare(&called, &result);
        }
        nodes
    }

    /// Functions made by a loop, each with the variable of its iteration.
    pub(crate) fn closures_of_loop(&mut self, depth: usize) -> Vec<Node> {
        let (list, i, called) = (self.fresh("fs"), self.fresh("i"), self.fresh("f"));
        let int = Type::Int("int");
        let scope = self.scope.len();
        self.declare_fixed(&i, &int);
        let inner = self.within(Returns::Not, 1, depth);
        let step = self.rng.u8(1..5);
        let value = self.operand(&int, 2);
        self.scope.truncate(scope);
        let literal = Node::block(
            format!("{list} = append({list}, func() int {{"),
            vec![Node::line(format!("{i} += {step}\nreturn {i} + {value}"))],
            "})",
        );
        let mut body = inner;
        body.push(literal);
        if self.rng.bool() {
            body.push(Node::line(format!("{i}++")));
        }
        vec![
            Node::line(format!("var {list} []func() int")),
            Node::block(format!("for {i} := 0; {i} < 5; {i}++ {{"), body, "}"),
            Node::block(
                format!("for _, {called} := range {list} {{"),
                vec![Node::line(format!("fmt.Println({called}(), {called}())"))],
                "}",
            ),
        ]
    }

    /// A function called at once, with deferred calls, whose panics are recovered.
    pub(crate) fn guarded(&mut self, depth: usize) -> Vec<Node> {
        let mut body = Vec::new();
        if self.rng.bool() {
            body.push(Node::line("defer tell()"));
            body.extend(self.within(Returns::Nothing, 2, depth));
            if self.rng.bool() {
                let deferred = self.within(Returns::Nothing, 1, depth);
                body.push(Node::block("defer func() {", deferred, "}()"));
            }
            body.extend(self.within(Returns::Nothing, 2, depth));
            if self.once_in(3) {
                body.push(self.panic());
            }
            return vec![Node::block("func() {", body, "}()")];
        }
        let (ty, result, name) = (self.ty(1), self.fresh("r"), self.fresh("v"));
        let scope = self.scope.len();
        self.declare(&result, &ty);
        let changed = self.within(Returns::Nothing, 1, depth);
        let other = self.expr(&ty, 1);
        let mut recovering = vec![Node::line(format!(
            "if e := recover(); e != nil {{\n\tfmt.Println(\"recovered\", e)\n\t{result} = {other}\n}}"
        ))];
        recovering.extend(changed);
        body.push(Node::block("defer func() {", recovering, "}()"));
        body.extend(self.within(Returns::Value(ty.clone()), 3, depth));
        if self.once_in(3) {
            let condition = self.operand(&Type::Bool, 1);
            let panic = self.panic();
            body.push(Node::block(format!("if ({condition}) {{"), vec![panic], "}"));
        }
        let last = match self.once_in(3) {
            true => "return".to_string(),
            false => format!("return {}", self.operand(&ty, 2)),
        };
        body.push(Node::line(last));
        self.scope.truncate(scope);
        self.declare(&name, &ty);
        let head = format!("{name} := func() ({result} {}) {{", self.text(&ty));
        vec![Node::block(head, body, "}()"), Node::line(format!("_ = {name}"))]
    }

    fn panic(&mut self) -> Node {
        let ty = self.dynamic();
        let value = self.operand(&ty, 1);
        Node::line(match self.once_in(3) {
            true => format!("panic(fmt.Errorf(\"bad %v\", {value}))"),
            false => format!("panic({value})"),
        })
    }
}

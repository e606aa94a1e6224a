//! Methods: receivers, method values and expressions, and the functions that adapt receivers.

use crate::body::Body;
use crate::ir::{
    Builtin, Call, Callee, Const, Expr, ExprKind, FuncId, LocalId, PackageId as IrPackage, StmtKind,
};
use crate::reach::{FuncKey, Job, Lowerer, MethodName};
use goes_source::{Span, Symbol};
use goes_syntax::ast::{self, ExprNode};
use goes_types::types::{Signature, Type};
use goes_types::{BasicKind, ObjectId, PackageId, Selection, Substitution, TypeId as Ty};

/// A method as a selector names it.
#[derive(Clone, Debug)]
pub(crate) struct Method {
    /// The embedded fields that lead to its receiver.
    pub path: Box<[u32]>,
    pub object: Option<ObjectId>,
    pub is_interface: bool,
    pub called: MethodName,
}

/// A method together with its receiver.
pub(crate) struct BoundMethod {
    pub callee: Callee,
    pub receiver: Expr,
    pub receiver_ty: Ty,
    pub signature: Signature,
}

impl Lowerer<'_, '_> {
    /// The function by which interfaces call the method: it takes what the interface holds.
    pub fn dispatch_function(&mut self, ty: Ty, name: Symbol, package: Option<PackageId>) -> FuncId {
        // Interfaces have no generic methods.
        let method = MethodName {
            name,
            package,
            args: Vec::new(),
        };
        match self.direct_method(ty, &method) {
            // An interface's struct or array must not change: the wrapper hands over a copy.
            Some((object, args)) if !self.is_aggregate(ty) => self.function(object, &args),
            _ => self.wrapper(ty, &method),
        }
    }

    /// The declared method that takes a receiver of exactly that type, with its type arguments.
    fn direct_method(&mut self, ty: Ty, method: &MethodName) -> Option<(ObjectId, Vec<Ty>)> {
        let found = self.find_method(ty, method.package, method.name)?;
        let object = found
            .object
            .filter(|_| found.path.is_empty() && !found.is_interface)?;
        let (base, is_pointer) = match &*self.shared(ty) {
            Type::Pointer(base) => (*base, true),
            _ => (ty, false),
        };
        if self.has_pointer_receiver(object) != is_pointer {
            return None;
        }
        let mut args = self.named_args(base);
        args.extend(&method.args);
        Some((object, args))
    }

    /// The type arguments of a defined type.
    pub fn named_args(&self, ty: Ty) -> Vec<Ty> {
        match self.checker.types.get(ty) {
            Type::Named { args, .. } => args.to_vec(),
            _ => Vec::new(),
        }
    }

    /// The method as a function whose first parameter is of that type.
    fn wrapper(&mut self, receiver: Ty, method: &MethodName) -> FuncId {
        let key = FuncKey::Wrapper {
            receiver: self.ty(receiver),
            name: method.name,
            package: method.package,
            args: method.args.iter().map(|&arg| self.ty(arg)).collect(),
        };
        if let Some(&id) = self.functions.get(&key) {
            return id;
        }
        let id = self.adapter(receiver, method, "");
        self.functions.insert(key, id);
        self.queue.push_back(Job::Wrapper {
            id,
            receiver,
            method: method.clone(),
        });
        id
    }

    /// The function that binds a receiver of that type to the method.
    fn bound(&mut self, receiver: Ty, method: &MethodName) -> FuncId {
        let key = FuncKey::Bound {
            receiver: self.ty(receiver),
            name: method.name,
            package: method.package,
            args: method.args.iter().map(|&arg| self.ty(arg)).collect(),
        };
        if let Some(&id) = self.functions.get(&key) {
            return id;
        }
        let id = self.adapter(receiver, method, "-fm");
        self.functions.insert(key, id);
        self.queue.push_back(Job::Bound {
            id,
            receiver,
            method: method.clone(),
        });
        id
    }

    /// Reserves a function that belongs to a type.
    fn adapter(&mut self, receiver: Ty, method: &MethodName, suffix: &str) -> FuncId {
        let mut name = method.name.to_string();
        self.append_args(&mut name, &method.args);
        let (base, is_pointer) = match &*self.shared(receiver) {
            Type::Pointer(base) => (*base, true),
            _ => (receiver, false),
        };
        let mut package = IrPackage(self.program.packages.len().saturating_sub(1) as u32);
        let mut path = "main".to_string();
        if let Type::Named { decl, .. } = &*self.shared(base) {
            let object = self.checker.types.named_decl(*decl).object;
            if let Some(home) = self.object(object).package {
                package = IrPackage(home.0);
                path = self.trace_path(home);
            }
        }
        let piece = self.name_piece(base);
        let kind = match (suffix.is_empty(), is_pointer) {
            (true, true) => "$ptr",
            (true, false) => "$value",
            (false, _) => "$bound",
        };
        let js_name = format!("{piece}${name}{kind}");
        let go_name = if is_pointer {
            format!("{path}.(*{piece}).{name}{suffix}")
        } else {
            format!("{path}.{piece}.{name}{suffix}")
        };
        self.new_function(package, (js_name, go_name), Span::default())
    }

    pub fn lower_wrapper(&mut self, id: FuncId, receiver: Ty, method: &MethodName) {
        let go_name = self.program.functions[id.0 as usize].go_name.clone();
        let home = PackageId(self.program.functions[id.0 as usize].package.0);
        let body = Body::new(self, home, 0, Substitution::default(), go_name);
        body.wrapper_body(id, receiver, method);
    }

    pub fn lower_bound(&mut self, id: FuncId, receiver: Ty, method: &MethodName) {
        let go_name = self.program.functions[id.0 as usize].go_name.clone();
        let home = PackageId(self.program.functions[id.0 as usize].package.0);
        let body = Body::new(self, home, 0, Substitution::default(), go_name);
        body.bound_body(id, receiver, method);
    }
}

impl<'a> Body<'_, '_, 'a> {
    /// Finds the receiver that a method needs in `base`, and whom to call.
    ///
    /// spec: "As with selectors, a reference to a non-interface method with a value receiver using a pointer
    /// will automatically dereference that pointer" and "a reference to a method with a pointer receiver
    /// using an addressable value will automatically take the address of that value".
    pub fn bind(&mut self, base: Expr, base_ty: Ty, method: &Method, span: Span) -> Option<BoundMethod> {
        let (holder, holder_ty) = self.walk(base, base_ty, &method.path, span);
        if method.is_interface {
            let MethodName { name, package, .. } = method.called;
            let found = self.cx.find_method(holder_ty, package, name)?;
            let key = self.cx.method_key(name, package, found.signature);
            self.cx.use_key(key);
            let signature = self.cx.signature(found.signature)?;
            let callee = Callee::Interface { key };
            return Some(BoundMethod {
                callee,
                receiver: holder,
                receiver_ty: holder_ty,
                signature,
            });
        }
        let object = method.object?;
        let (base, is_pointer) = match &*self.cx.shared(holder_ty) {
            Type::Pointer(base) => (*base, true),
            _ => (holder_ty, false),
        };
        let mut args = self.cx.named_args(base);
        args.extend(&method.called.args);
        let func = self.cx.function(object, &args);
        let signature = self.cx.checker.method_signature(object, base);
        let signature = self.instantiated(signature, &method.called.args);
        let signature = self.cx.signature(signature)?;
        let wants_pointer = self.cx.has_pointer_receiver(object);
        let receiver = match (wants_pointer, is_pointer) {
            (true, false) => self.address_of(holder, holder_ty),
            (false, true) => {
                let ty = self.cx.ty(base);
                let value = self.node(ExprKind::Deref(Box::new(holder)), ty, span);
                self.own(value)
            }
            (false, false) => self.own(holder),
            (true, true) => holder,
        };
        let receiver_ty = if wants_pointer {
            self.cx.checker.types.pointer_to(base)
        } else {
            base
        };
        Some(BoundMethod {
            callee: Callee::Func(func),
            receiver,
            receiver_ty,
            signature,
        })
    }

    /// `x.m` as a value. spec: "The expression x is evaluated and copied during the evaluation of the
    /// method value; the copy is then used as the receiver in any calls".
    pub fn method_value(
        &mut self,
        e: &'a ExprNode,
        x: &'a ExprNode,
        sel: &'a ast::Ident,
        selection: &Selection,
    ) -> Expr {
        let Some(method) = self.resolve_method(e, sel, selection) else {
            return self.invalid(e.span);
        };
        let base = self.expr(x);
        let base_ty = self.concrete(selection.receiver);
        let Some(bound) = self.bind(base, base_ty, &method, e.span) else {
            return self.invalid(e.span);
        };
        let maker = self.cx.bound(bound.receiver_ty, &method.called);
        let ty = self.expr_ty(e);
        let call = Call {
            callee: Callee::Func(maker),
            args: vec![bound.receiver],
            may_park: false,
        };
        self.node(ExprKind::Call(call), ty, e.span)
    }

    /// `T.m`: a function with the receiver as its first parameter.
    pub fn method_expr(&mut self, e: &'a ExprNode, sel: &'a ast::Ident, selection: &Selection) -> Expr {
        let Some(func) = self.method_expr_func(e, sel, selection) else {
            return self.invalid(e.span);
        };
        let ty = self.expr_ty(e);
        self.node(ExprKind::Func(func), ty, e.span)
    }

    pub fn method_expr_func(
        &mut self,
        e: &ExprNode,
        sel: &ast::Ident,
        selection: &Selection,
    ) -> Option<FuncId> {
        let method = self.resolve_method(e, sel, selection)?;
        let receiver = self.concrete(selection.receiver);
        match self.cx.direct_method(receiver, &method.called) {
            Some((object, args)) => Some(self.cx.function(object, &args)),
            None => Some(self.cx.wrapper(receiver, &method.called)),
        }
    }

    fn found(&mut self, receiver: Ty, called: &MethodName) -> Option<Method> {
        let found = self.cx.find_method(receiver, called.package, called.name)?;
        Some(Method {
            path: found.path,
            object: found.object,
            is_interface: found.is_interface,
            called: called.clone(),
        })
    }

    fn signature_params(&mut self, signature: &Signature) -> Vec<LocalId> {
        let mut params = Vec::new();
        for (index, &param) in signature.params.iter().enumerate() {
            let ty = self.cx.ty(param);
            params.push(self.new_local(format!("$p{index}"), ty, Span::default()));
        }
        params
    }

    /// `return receiver.m(params…)`
    fn forward(&mut self, bound: BoundMethod, params: &[LocalId]) {
        let span = Span::default();
        let mut args = vec![bound.receiver];
        args.extend(params.iter().map(|&param| self.local(param, span)));
        let ty = self.cx.tuple(&bound.signature.results);
        let call = Call {
            callee: bound.callee,
            args,
            may_park: false,
        };
        let call = self.node(ExprKind::Call(call), ty, span);
        if bound.signature.results.is_empty() {
            self.push(StmtKind::Expr(call), span);
        } else {
            self.push(StmtKind::Return(vec![call]), span);
        }
    }

    /// `(receiver, params…) => receiver.m(params…)`
    fn wrapper_body(mut self, id: FuncId, receiver: Ty, called: &MethodName) {
        let span = Span::default();
        let Some(method) = self.found(receiver, called) else {
            return;
        };
        let ty = self.cx.ty(receiver);
        let this = self.new_local("$receiver".to_string(), ty, span);
        self.check_wrapped(this, receiver, &method);
        let base = self.local(this, span);
        let Some(bound) = self.bind(base, receiver, &method, span) else {
            return;
        };
        let mut params = self.signature_params(&bound.signature);
        self.frame().results = bound.signature.results.to_vec();
        self.cx.program.functions[id.0 as usize].is_variadic = bound.signature.is_variadic;
        let functions = &self.cx.program.functions;
        let place = match bound.callee {
            // In Go this is the method itself.
            Callee::Func(called)
                if functions[called.0 as usize].go_name == functions[id.0 as usize].go_name =>
            {
                functions[called.0 as usize].code.span
            }
            _ => span,
        };
        self.forward(bound, &params);
        params.insert(0, this);
        self.finish(id, params, place, span);
    }

    /// A method with a value receiver that is called on a nil pointer tells so.
    fn check_wrapped(&mut self, this: LocalId, receiver: Ty, method: &Method) {
        let span = Span::default();
        let Type::Pointer(base) = *self.cx.shared(receiver) else {
            return;
        };
        let Type::Named { decl, .. } = *self.cx.shared(base) else {
            return;
        };
        if !method.path.is_empty() || method.is_interface {
            return;
        }
        let object = self.cx.checker.types.named_decl(decl).object;
        let name = self.cx.object(object).name.to_string();
        let package = self.cx.object(object).package;
        let package = package.map_or_else(String::new, |package| self.cx.trace_path(package));
        let string = self.cx.ty(Ty::basic(BasicKind::String));
        let operands = [package, name, method.called.name.to_string()]
            .map(|text| self.node(ExprKind::Const(Const::String(text.into_bytes())), string, span));
        let unit = self.cx.unit();
        let panic = ExprKind::Builtin(Builtin::PanicWrap, operands.into());
        let panic = self.node(panic, unit, span);
        let value = self.local(this, span);
        let bool_ty = self.cx.ty(Ty::basic(BasicKind::Bool));
        let cond = self.node(ExprKind::IsNil(Box::new(value)), bool_ty, span);
        let then = self.collect(|body| body.push(StmtKind::Expr(panic), span));
        let els = Vec::new();
        self.push(StmtKind::If { cond, then, els }, span);
    }

    /// `(receiver) => (params…) => receiver.m(params…)`
    fn bound_body(mut self, id: FuncId, receiver: Ty, called: &MethodName) {
        let span = Span::default();
        let Some(method) = self.found(receiver, called) else {
            return;
        };
        let ty = self.cx.ty(receiver);
        let this = self.new_local("$receiver".to_string(), ty, span);
        if method.is_interface {
            // A method value of a nil interface panics when it is made, not when it is called.
            let value = self.local(this, span);
            self.check_nil(value, span);
        }
        let Some(found) = self.cx.find_method(receiver, called.package, called.name) else {
            return;
        };
        let found_ty = self.instantiated(found.signature, &called.args);
        let Some(signature) = self.cx.signature(found_ty) else {
            return;
        };
        let mut frame = crate::body::Frame {
            results: signature.results.to_vec(),
            ..Default::default()
        };
        frame.go_name = self.frame().go_name.clone();
        let (closure, _) = self.closure(frame, span, span, |body, params| {
            *params = body.signature_params(&signature);
            let base = body.local(this, span);
            if let Some(bound) = body.bind(base, receiver, &method, span) {
                body.forward(bound, params);
            }
        });
        let func_ty = self.cx.ty(found_ty);
        let literal = self.node(ExprKind::FuncLit(Box::new(closure)), func_ty, span);
        self.frame().results = vec![found_ty];
        self.push(StmtKind::Return(vec![literal]), span);
        self.finish(id, vec![this], span, span);
    }
}

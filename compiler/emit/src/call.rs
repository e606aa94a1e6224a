//! Functions as values, function literals, calls.
//!
//! A function that may park is a generator function; its dynamic form returns the value, or `$parked`
//! (ARCHITECTURE.md, Functions).

use crate::cx::{Cx, Emitter};
use crate::expr::{expr, exprs};
use crate::function;
use crate::js::{self, Expr};
use crate::words;
use goes_lower::ir::{Call, Callee, Closure, FuncId};
use goes_source::Span;

/// How a function is called.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) enum Convention {
    Plain,
    /// A generator function.
    Generator,
    /// Returns the value, or `$parked`.
    Dynamic,
}

impl Emitter<'_> {
    pub(crate) fn convention(&self, func: FuncId) -> Convention {
        let function = self.function(func);
        match &function.native {
            Some(native) if native.may_park => Convention::Dynamic,
            Some(_) => Convention::Plain,
            None if function.code.may_park => Convention::Generator,
            None => Convention::Plain,
        }
    }
}

/// A declared function as a value: in dynamic form, the same one each time.
pub(crate) fn function_value(cx: &mut Cx, func: FuncId) -> Expr {
    let needs_wrapper = cx.convention(func) == Convention::Generator || cx.is_class_method.contains(&func);
    if !needs_wrapper {
        return cx.name(cx.functions[func.0 as usize]);
    }
    if let Some(&id) = cx.values.get(&func) {
        return cx.name(id);
    }
    let wanted = format!("{}$value", cx.function(func).name);
    let id = cx.fresh(&wanted);
    cx.values.insert(func, id);
    cx.name(id)
}

/// The dynamic form of a function: `(a, b) => $call(f(a, b))`.
pub(crate) fn dynamic_form(cx: &mut Cx, func: FuncId) -> Expr {
    let count = cx.function(func).code.params.len();
    let params: Vec<u32> = (0..count).map(|index| cx.fresh(&letter(index))).collect();
    let args = params.iter().map(|&id| cx.name(id)).collect();
    let call = call_of(cx, func, args);
    let params = params.iter().map(|&id| js::pat(cx.ident(id))).collect();
    match crate::code::of_function(cx, func) {
        Some(directive) => js::arrow(params, vec![directive, js::return_(Some(call))]),
        None => js::arrow_value(params, call),
    }
}

pub(crate) fn letter(index: usize) -> String {
    match index {
        0..26 => char::from(b'a' + index as u8).to_string(),
        _ => format!("a{index}"),
    }
}

/// A call of a known function that gives its value, or `$parked` if it may park.
pub(crate) fn call_of(cx: &mut Cx, func: FuncId, mut args: Vec<Expr>) -> Expr {
    if cx.is_class_method.contains(&func) && !args.is_empty() {
        let name = method_name(cx, func);
        let receiver = args.remove(0);
        return js::method(receiver, &name, args);
    }
    let callee = cx.name(cx.functions[func.0 as usize]);
    let call = js::call(callee, args);
    if cx.convention(func) == Convention::Generator {
        cx.helper("call", vec![call])
    } else {
        call
    }
}

/// The property of a method that is written in its class.
pub(crate) fn method_name(cx: &Emitter, func: FuncId) -> String {
    let function = cx.function(func);
    crate::names::property(
        function
            .method
            .as_ref()
            .map_or(&function.name, |method| &method.name),
    )
}

pub(crate) fn function_literal(cx: &mut Cx, closure: &Closure) -> Expr {
    let (params, body) = function::closure(cx, closure);
    let literal = if closure.may_park {
        let generator = js::function_expr(js::function(params, body, true));
        let helper = if cx.program.shows_code {
            "parkingAs"
        } else {
            "parking"
        };
        cx.helper(helper, vec![generator])
    } else {
        js::arrow(params, body)
    };
    js::at(closure.span, literal)
}

/// A call as an expression: the value, for which the goroutine waits if it must.
pub(crate) fn call_expr(cx: &mut Cx, call: &Call, span: Span) -> Expr {
    let value = js::call_at(span, raw_call(cx, call));
    if may_wait(cx, call) {
        return wait(cx, value, span);
    }
    match &call.callee {
        // It has been found not to park here, while the same function does elsewhere.
        Callee::Func(func) if cx.convention(*func) != Convention::Plain => {
            cx.helper("mustNotPark", vec![value])
        }
        _ => value,
    }
}

/// Whether a call may give `$parked` where the caller can wait.
pub(crate) fn may_wait(cx: &mut Cx, call: &Call) -> bool {
    let parks = match &call.callee {
        Callee::Func(func) => cx.convention(*func) != Convention::Plain,
        Callee::Value(_) | Callee::Interface { .. } => call.may_park,
    };
    parks && cx.frame().is_generator
}

/// `(t = value) === $parked ? yield : t`
pub(crate) fn wait(cx: &mut Cx, value: Expr, span: Span) -> Expr {
    let temp = cx.parked_temp();
    let parked = cx.rt("parked");
    let test = js::equal(js::assign(temp.clone(), value), parked);
    js::conditional(test, pause(cx, span), temp)
}

/// `yield`; where there is a source map, with the place in Go at which the goroutine waits.
pub(crate) fn pause(cx: &Cx, span: Span) -> Expr {
    let is_told = cx.options.source_map && !span.is_nowhere();
    js::yield_(is_told.then(|| js::int(i64::from(span.lo))))
}

/// A call that gives the value, or `$parked`.
pub(crate) fn raw_call(cx: &mut Cx, call: &Call) -> Expr {
    match &call.callee {
        Callee::Func(func) => {
            let (effects, args) = words::args(cx, *func, &call.args);
            crate::effects::after(effects, call_of(cx, *func, args))
        }
        Callee::Value(callee) => {
            let callee = expr(cx, callee);
            let args = exprs(cx, &call.args);
            js::call(callee, args)
        }
        Callee::Interface { key } => {
            let key = cx.key(*key);
            let mut args = exprs(cx, &call.args);
            if args.is_empty() {
                return js::null();
            }
            let receiver = args.remove(0);
            js::method(receiver, key, args)
        }
    }
}

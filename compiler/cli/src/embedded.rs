//! The engine that goes carries, for machines without any other: QuickJS with a small host.
//!
//! The runtime finds the host as `globalThis.$goesHost`: `write(fd, bytes)`, `read(fd, n)` → bytes, `args`
//! (the program first), `env`, `cwd`, `source(extension)` (the program's text, with ".map" its map), `exit(code)`, `now()` (a clock that never goes back), `sleep(ms)`; times
//! are milliseconds.

use crate::engine::with_positions;
use goes_driver::Bundle;
use rquickjs::{Context, Ctx, Exception, Function, Module, Object, Runtime, TypedArray};
use std::ffi::OsString;
use std::io::{ErrorKind, Read, Write};
use std::mem::MaybeUninit;
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

const STACK_SIZE: usize = 1 << 28;
/// How far down the stack the runtime is made: it measures from there, see [`make_runtime`].
const DEPTH: usize = 1 << 27;
/// More than this counts as no limit at all.
const LARGEST_LIMIT: usize = 1 << 24;
/// Memory that is passed over in one step.
const STEP: usize = 1 << 16;

/// Runs a program to its end.
pub fn run(name: &str, bundle: &Bundle, goroot: Option<&Path>, arguments: &[OsString]) -> ExitCode {
    let program = match &bundle.map {
        Some(map) => Program {
            text: with_positions(&bundle.code, goroot),
            map: map.clone(),
        },
        None => Program {
            text: bundle.code.clone(),
            map: String::new(),
        },
    };
    program.run(name, arguments)
}

/// What the engine reads.
pub struct Program {
    pub text: String,
    /// Its source map; empty where there is none.
    pub map: String,
}

impl Program {
    /// Runs it to its end.
    pub fn run(&self, name: &str, arguments: &[OsString]) -> ExitCode {
        ExitCode::from(run_deep(name, self, arguments))
    }
}

fn run_deep(name: &str, program: &Program, arguments: &[OsString]) -> u8 {
    std::thread::scope(|scope| {
        let builder = std::thread::Builder::new().stack_size(STACK_SIZE);
        let work = || evaluate(name, program, arguments).unwrap_or_else(|error| fail(&error.to_string()));
        match builder.spawn_scoped(scope, work) {
            Ok(thread) => thread
                .join()
                .unwrap_or_else(|_| fail("the embedded engine failed")),
            Err(error) => fail(&format!("cannot start a thread: {error}")),
        }
    })
}

fn fail(message: &str) -> u8 {
    eprintln!("goes: {message}");
    2
}

fn evaluate(name: &str, program: &Program, arguments: &[OsString]) -> rquickjs::Result<u8> {
    let runtime = make_runtime(DEPTH / STEP)?;
    let context = Context::full(&runtime)?;
    let code = context.with(|cx| {
        install_host(&cx, name, program, arguments)?;
        let done = Module::evaluate(cx.clone(), format!("{name}.mjs"), program.text.as_str())
            .and_then(|promise| promise.finish::<()>());
        Ok::<_, rquickjs::Error>(done.err().map(|error| uncaught(&cx, &error)))
    })?;
    if let Some(code) = code {
        return Ok(code);
    }
    // What the module has left to be done: the scheduler's turns are promise jobs here.
    while runtime.is_job_pending() {
        if let Err(error) = runtime.execute_pending_job() {
            return Ok(error.0.with(|cx| uncaught(&cx, &rquickjs::Error::Exception)));
        }
    }
    Ok(0)
}

/// Makes the runtime `steps` steps further down the stack than it will be used. The largest limit that it
/// takes is small, but counts from where it was made: thus programs have the way down here as well.
fn make_runtime(steps: usize) -> rquickjs::Result<Runtime> {
    let mut space = MaybeUninit::<[u8; STEP]>::uninit();
    std::hint::black_box(&mut space);
    if steps > 0 {
        let runtime = make_runtime(steps - 1);
        std::hint::black_box(&mut space);
        return runtime;
    }
    let runtime = Runtime::new()?;
    runtime.set_max_stack_size(LARGEST_LIMIT);
    Ok(runtime)
}

/// Shows an exception that the program did not handle, as other engines do, and returns the exit code.
fn uncaught(cx: &Ctx<'_>, error: &rquickjs::Error) -> u8 {
    let thrown = cx.catch();
    let text = match thrown
        .as_object()
        .and_then(|object| Exception::from_object(object.clone()))
    {
        Some(exception) => exception.to_string(),
        None if thrown.is_undefined() => error.to_string(),
        None => format!("uncaught {thrown:?}"),
    };
    eprintln!("{text}");
    1
}

fn install_host(cx: &Ctx<'_>, name: &str, program: &Program, arguments: &[OsString]) -> rquickjs::Result<()> {
    let host = Object::new(cx.clone())?;
    let wrap: Function<'_> = cx.eval(WRITE)?;
    let write: Function<'_> = wrap.call((Function::new(cx.clone(), write)?,))?;
    host.set("write", write)?;
    host.set("read", Function::new(cx.clone(), read)?)?;
    let (text, map) = (program.text.clone(), program.map.clone());
    let source = move |extension: String| {
        if extension == ".map" {
            map.clone()
        } else {
            text.clone()
        }
    };
    host.set("source", Function::new(cx.clone(), source)?)?;
    host.set("exit", Function::new(cx.clone(), exit)?)?;
    host.set("sleep", Function::new(cx.clone(), sleep)?)?;
    let start = Instant::now();
    host.set(
        "now",
        Function::new(cx.clone(), move || start.elapsed().as_secs_f64() * 1000.0)?,
    )?;
    let mut args = vec![name.to_string()];
    args.extend(
        arguments
            .iter()
            .map(|argument| argument.to_string_lossy().into_owned()),
    );
    host.set("args", args)?;
    let env = Object::new(cx.clone())?;
    for (name, value) in std::env::vars_os() {
        env.set(
            name.to_string_lossy().into_owned(),
            value.to_string_lossy().into_owned(),
        )?;
    }
    host.set("env", env)?;
    let cwd = std::env::current_dir()
        .map(|cwd| cwd.to_string_lossy().into_owned())
        .unwrap_or_default();
    host.set("cwd", cwd)?;
    cx.globals().set("$goesHost", host)
}

/// Bytes come as a string of one char each: reading a typed array's memory in place would need `unsafe`.
const WRITE: &str = r#"(write) => (fd, bytes) => {
  for (let at = 0; at < bytes.length; at += 8192) {
    write(fd, String.fromCharCode.apply(null, bytes.subarray(at, at + 8192)));
  }
}"#;

/// Writes all bytes to stdout or stderr.
fn write(cx: Ctx<'_>, fd: u32, text: String) -> rquickjs::Result<()> {
    let bytes: Vec<u8> = text.chars().map(|c| c as u8).collect();
    let result = if fd == 2 {
        std::io::stderr().write_all(&bytes)
    } else {
        let mut out = std::io::stdout().lock();
        out.write_all(&bytes).and_then(|()| out.flush())
    };
    match result {
        Ok(()) => Ok(()),
        // Go's programs end by SIGPIPE here.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => std::process::exit(141),
        Err(error) => Err(Exception::throw_message(&cx, &error.to_string())),
    }
}

/// Up to `count` bytes of stdin; none at its end.
fn read(cx: Ctx<'_>, _fd: u32, count: usize) -> rquickjs::Result<TypedArray<'_, u8>> {
    let mut bytes = vec![0; count.min(1 << 20)];
    let len = loop {
        match std::io::stdin().lock().read(&mut bytes) {
            Ok(len) => break len,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(Exception::throw_message(&cx, &error.to_string())),
        }
    };
    bytes.truncate(len);
    TypedArray::new(cx, bytes)
}

fn exit(code: i32) {
    let _ = std::io::stdout().flush();
    std::process::exit(code);
}

fn sleep(milliseconds: f64) {
    std::thread::sleep(Duration::from_secs_f64((milliseconds / 1000.0).clamp(0.0, 1e9)));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run_text(text: &str, arguments: &[OsString]) -> u8 {
        let program = Program {
            text: text.into(),
            map: String::new(),
        };
        run_deep("test", &program, arguments)
    }

    #[test]
    fn runs_modules() {
        let text = "const value = await Promise.resolve(40); if ($goesHost.args[1] !== 'x' || value !== 40) throw new Error('no');";
        assert_eq!(run_text(text, &["x".into()]), 0);
        assert_eq!(run_text("throw new Error('wanted')", &[]), 1);
        let endless = "function f(n) { return f(n + 1) + 1; } let caught; try { f(0); } catch (e) { caught = e; } if (!/stack/.test(caught.message)) throw caught;";
        assert_eq!(run_text(endless, &[]), 0);
        let deep = "function f(n) { return n === 0 ? 0 : 1 + f(n - 1); } if (f(100000) !== 100000) throw 1;";
        assert_eq!(run_text(deep, &[]), 0);
    }
}

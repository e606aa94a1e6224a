//! What runs a program: Node, Deno or Bun if there is one, else the engine that goes carries.

use crate::arguments::Engine;
use crate::embedded;
use goes_driver::Bundle;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, ExitStatus};
use tempfile::TempDir;

/// Frames of a program live on the engine's stack. Go's own limit is 1 GB; half of that holds 5.8 million
/// small frames in Node (measured), and running into its end takes half a second.
const STACK_KB: u32 = 500_000;

/// Raises the limit of the stack as far as the system lets it, then becomes the engine, whose own limit has
/// to stay below: V8 checks against what it was told, not against what there is.
const WITH_STACK: &str = r#"
want=$1; shift
ulimit -s $((want + want / 8)) 2>/dev/null || ulimit -s "$(ulimit -Hs)" 2>/dev/null
have=$(ulimit -s)
[ "$have" = unlimited ] || [ $((have / 9 * 8)) -ge "$want" ] || want=$((have / 9 * 8 - 512))
engine=$1; shift
case $engine in
  node) program=$1; shift; exec "$program" --stack-size=$want "$@" ;;
  deno) program=$1; shift; exec "$program" run --quiet --allow-all --v8-flags=--stack-size=$want "$@" ;;
  *) program=$1; shift; BUN_JSC_maxPerThreadStackUsage=$((want * 1024)) exec "$program" run "$@" ;;
esac
"#;

/// Has the program write at once what it prints.
const FOLLOWED: &str = "globalThis.$goesFollowed = true;";

/// Finds the Go function and line of a stack frame in the source map; stands before the program, as one line.
const POSITIONS: &str = include_str!("positions.js");

/// The program with what tells Go's names and lines in traces, and with the Go tree it was built from, which gc's linker
/// leaves in a program, too. The map's files are relative to the folder in which it is built, which is the one in which
/// it is run.
pub(crate) fn with_positions(code: &str, goroot: Option<&Path>) -> String {
    let text = |path: &Path| serde_json::Value::from(path.display().to_string().replace('\\', "/"));
    let folder = text(&std::env::current_dir().unwrap_or_default());
    let goroot = goroot.map(|goroot| format!("globalThis.$goesRoot = {};", text(goroot)));
    let positions = POSITIONS
        .replace('\n', " ")
        .replace("$folder", &folder.to_string());
    format!("{}{positions}\n{code}", goroot.unwrap_or_default())
}

/// The engine to use and its program: the one that is asked for, or the first that is installed.
pub fn find(asked: Option<Engine>) -> Option<(Engine, PathBuf)> {
    let named = std::env::var("GOES_ENGINE").ok();
    let asked = asked.or_else(|| named.and_then(|name| clap::ValueEnum::from_str(&name, true).ok()));
    let candidates = match asked {
        Some(Engine::Embedded) => return None,
        Some(engine) => vec![engine],
        None => vec![Engine::Node, Engine::Deno, Engine::Bun],
    };
    candidates
        .into_iter()
        .find_map(|engine| Some((engine, installed(name(engine))?)))
}

fn name(engine: Engine) -> &'static str {
    match engine {
        Engine::Node => "node",
        Engine::Deno => "deno",
        Engine::Bun => "bun",
        Engine::Embedded => "embedded",
    }
}

fn installed(name: &str) -> Option<PathBuf> {
    let file = if cfg!(windows) {
        format!("{name}.exe")
    } else {
        name.to_string()
    };
    std::env::split_paths(&std::env::var_os("PATH")?)
        .map(|folder| folder.join(&file))
        .find(|path| path.is_file())
}

/// Runs a program; its exit code is ours.
pub fn run(
    asked: Option<Engine>,
    name: &str,
    bundle: &Bundle,
    goroot: Option<&Path>,
    arguments: &[OsString],
) -> Result<ExitCode, String> {
    let Some((engine, program)) = find(asked) else {
        return match asked {
            None | Some(Engine::Embedded) => Ok(embedded::run(name, bundle, goroot, arguments)),
            Some(engine) => Err(format!("{} is not installed", self::name(engine))),
        };
    };
    let (file, folder) = write_bundle(name, bundle, goroot, "")?;
    // An interrupt goes to the program, too; we stay to clean up and to tell its exit code.
    let _ = ctrlc::set_handler(|| {});
    let status = command(engine, &program, &file, arguments).status();
    // The program has been read; leaving it behind is no reason to fail.
    let _ = folder.close();
    status
        .map(exit_code)
        .map_err(|error| format!("cannot start {}: {error}", program.display()))
}

/// The command that runs a program, and the folder that has to stay until it ends.
pub fn prepare(
    asked: Option<Engine>,
    name: &str,
    bundle: &Bundle,
    goroot: Option<&Path>,
    arguments: &[OsString],
) -> Result<(Command, TempDir), String> {
    let (file, folder) = write_bundle(name, bundle, goroot, FOLLOWED)?;
    let command = match (find(asked), asked) {
        (Some((engine, program)), _) => command(engine, &program, &file, arguments),
        (None, None | Some(Engine::Embedded)) => {
            let program = std::env::current_exe().map_err(|error| error.to_string())?;
            let mut command = Command::new(program);
            command.arg("execute").arg(file).arg("--").args(arguments);
            command
        }
        (None, Some(engine)) => return Err(format!("{} is not installed", self::name(engine))),
    };
    Ok((command, folder))
}

/// Puts a program, with what its traces need, into a folder of its own.
fn write_bundle(
    name: &str,
    bundle: &Bundle,
    goroot: Option<&Path>,
    prelude: &str,
) -> Result<(PathBuf, TempDir), String> {
    let folder = tempfile::Builder::new()
        .prefix("goes-run-")
        .tempdir()
        .map_err(|error| error.to_string())?;
    let file = folder.path().join(format!("{name}.mjs"));
    let write = |file: &Path, text: &str| {
        std::fs::write(file, text).map_err(|error| format!("cannot write {}: {error}", file.display()))
    };
    match &bundle.map {
        Some(map) => {
            let code = with_positions(&bundle.code, goroot);
            write(&file, &format!("{prelude}{code}"))?;
            write(&folder.path().join(format!("{name}.mjs.map")), map)?;
        }
        None => write(&file, &format!("{prelude}\n{}", bundle.code))?,
    }
    Ok((file, folder))
}

fn command(engine: Engine, program: &Path, file: &Path, arguments: &[OsString]) -> Command {
    let mut command = if cfg!(unix) {
        let mut command = Command::new("/bin/sh");
        command
            .arg("-c")
            .arg(WITH_STACK)
            .arg("goes")
            .arg(STACK_KB.to_string())
            .arg(name(engine))
            .arg(program);
        command
    } else {
        let mut command = Command::new(program);
        if engine != Engine::Node {
            command.arg("run");
        }
        command
    };
    command.arg::<&OsStr>(file.as_ref()).args(arguments);
    command
}

fn exit_code(status: ExitStatus) -> ExitCode {
    #[cfg(unix)]
    if let Some(signal) = std::os::unix::process::ExitStatusExt::signal(&status) {
        return ExitCode::from(128u8.wrapping_add(signal as u8));
    }
    ExitCode::from(status.code().unwrap_or(1) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The output's exit code and text, as a program in `engine` would have them.
    fn output(engine: Engine, text: &str, arguments: &[&str]) -> Option<(Option<i32>, String)> {
        let program = installed(name(engine))?;
        let folder = tempfile::tempdir().expect("a temporary folder");
        let file = folder.path().join("main.mjs");
        std::fs::write(&file, text).expect("it is ours");
        let arguments: Vec<OsString> = arguments.iter().map(OsString::from).collect();
        let output = command(engine, &program, &file, &arguments)
            .output()
            .expect("it starts");
        Some((
            output.status.code(),
            String::from_utf8_lossy(&output.stdout).into_owned(),
        ))
    }

    #[test]
    fn arguments_and_exit_codes_pass_through() {
        let text = "console.log(process.argv.slice(2).join('|')); process.exit(3)";
        for engine in [Engine::Node, Engine::Deno, Engine::Bun] {
            if let Some(output) = output(engine, text, &["a b", "-x", "--"]) {
                assert_eq!(output, (Some(3), "a b|-x|--\n".to_string()), "{engine:?}");
            }
        }
    }

    #[test]
    fn recursion_has_room() {
        let text = "function f(n) { return n === 0 ? 0 : 1 + f(n - 1); } console.log(f(1000000))";
        if let Some(output) = output(Engine::Node, text, &[]) {
            assert_eq!(output, (Some(0), "1000000\n".to_string()));
        }
    }
}

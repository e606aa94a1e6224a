//! What the command line may say. As the go command's, long flags may have one dash.

use crate::test_flags;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::ffi::OsString;
use std::path::PathBuf;
use std::time::Duration;

/// Compiles Go to JavaScript modules.
#[derive(Debug, Parser)]
#[command(name = "goes", version, disable_help_subcommand = true)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Compile a program and run it: goes run [flags] FILES|PACKAGE [arguments of the program]
    Run(RunArguments),
    /// Compile packages; a program becomes NAME.mjs
    Build(BuildArguments),
    /// Report everything that is wrong with packages
    Check(CheckArguments),
    /// Report what is wrong with packages, or most likely a mistake
    Vet(CheckArguments),
    /// Run the tests of packages: goes test [flags] [PACKAGES] [-args ARGUMENTS]
    Test(Box<TestArguments>),
    /// Run a program that is compiled already, in the engine that goes carries
    #[command(hide = true)]
    Execute {
        file: PathBuf,
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<OsString>,
    },
    /// Print the version
    Version,
    /// The source of Go's standard library: where it is, and how to get it
    Std {
        #[command(subcommand)]
        command: StdCommand,
    },
    /// Print what builds here depend on
    Env {
        /// Only the values of these
        names: Vec<String>,
    },
}

#[derive(Copy, Clone, Debug, PartialEq, Eq, Subcommand)]
pub enum StdCommand {
    /// Download it unless there is a Go tree on this machine
    Fetch,
    /// Print its folder
    Where,
}

/// Flags of every command that reads packages.
#[derive(Args, Clone, Debug, Default)]
pub struct PackageFlags {
    /// Build tags that hold, separated by commas
    #[arg(long, value_delimiter = ',', value_name = "TAGS")]
    pub tags: Vec<String>,
    /// As the go command's: -X path.name=value sets a string variable; what else there is has no meaning here
    #[arg(long, value_name = "FLAGS", allow_hyphen_values = true)]
    pub ldflags: Option<String>,
    /// The Go tree whose standard library is compiled
    #[arg(long, value_name = "DIR")]
    pub goroot: Option<PathBuf>,
    /// The language version of the packages, e.g. go1.21
    #[arg(long, value_name = "VERSION")]
    pub lang: Option<String>,
    /// How errors are shown
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub diagnostics: Format,
    /// Change to this folder first
    #[arg(short = 'C', value_name = "DIR")]
    pub folder: Option<PathBuf>,
}

#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// With the source
    #[default]
    Pretty,
    /// file:line:column: message
    Short,
    /// One object per line
    Json,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq, ValueEnum)]
pub enum Engine {
    Node,
    Deno,
    Bun,
    /// The one that goes carries
    Embedded,
}

#[derive(Args, Debug)]
pub struct RunArguments {
    #[command(flatten)]
    pub packages: PackageFlags,
    /// What runs the program; by default the first that is installed
    #[arg(long, value_enum)]
    pub engine: Option<Engine>,
    /// .go files or one package, then the program's own arguments
    #[arg(
        trailing_var_arg = true,
        allow_hyphen_values = true,
        value_name = "FILES|PACKAGE [ARGUMENTS]"
    )]
    pub rest: Vec<OsString>,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq, ValueEnum)]
pub enum Emit {
    Tokens,
    Ast,
    Types,
    Ir,
    Js,
}

#[derive(Args, Debug)]
pub struct BuildArguments {
    #[command(flatten)]
    pub packages: PackageFlags,
    /// The file, or for --lib the folder, to write
    #[arg(short = 'o', value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Make it small
    #[arg(long)]
    pub minify: bool,
    /// Write a source map beside it
    #[arg(long)]
    pub sourcemap: bool,
    /// Print what a phase makes of it instead of writing files
    #[arg(long, value_enum)]
    pub emit: Option<Emit>,
    /// Make an npm package of the exported names
    #[arg(long)]
    pub lib: bool,
    /// The name of the npm package
    #[arg(long, value_name = "NAME", requires = "lib")]
    pub package_name: Option<String>,
    /// The version of the npm package
    #[arg(long, value_name = "VERSION", requires = "lib")]
    pub package_version: Option<String>,
    /// .go files or packages; by default the one in this folder
    pub patterns: Vec<String>,
}

#[derive(Args, Debug)]
pub struct CheckArguments {
    #[command(flatten)]
    pub packages: PackageFlags,
    /// Test files, too
    #[arg(long)]
    pub tests: bool,
    /// The operating system to check for
    #[arg(long, value_name = "NAME", default_value = "js")]
    pub goos: String,
    /// The machine to check for
    #[arg(long, value_name = "NAME", default_value = "wasm")]
    pub goarch: String,
    /// .go files or packages; by default the one in this folder
    pub patterns: Vec<String>,
}

#[derive(Args, Debug)]
pub struct TestArguments {
    #[command(flatten)]
    pub packages: PackageFlags,
    /// What runs the tests; by default the first that is installed
    #[arg(long, value_enum)]
    pub engine: Option<Engine>,
    /// Tell about all tests as they run
    #[arg(short = 'v')]
    pub verbose: bool,
    /// Only the tests whose names match
    #[arg(long, value_name = "REGEXP")]
    pub run: Option<String>,
    /// Not the tests whose names match
    #[arg(long, value_name = "REGEXP")]
    pub skip: Option<String>,
    /// Tell long tests to be short
    #[arg(long)]
    pub short: bool,
    /// Run each test this many times
    #[arg(long, value_name = "N")]
    pub count: Option<String>,
    /// Give up after this time, 0 for never
    #[arg(long, value_parser = duration, value_name = "DURATION")]
    pub timeout: Option<Duration>,
    /// Run the benchmarks whose names match
    #[arg(long, value_name = "REGEXP")]
    pub bench: Option<String>,
    /// How long, or with an x how often, a benchmark runs
    #[arg(long, value_name = "DURATION|Nx")]
    pub benchtime: Option<String>,
    /// Tell about the memory that benchmarks use
    #[arg(long)]
    pub benchmem: bool,
    /// One JSON object per event
    #[arg(long)]
    pub json: bool,
    /// Stop after the first failure
    #[arg(long)]
    pub failfast: bool,
    /// How many parallel tests may be under way
    #[arg(long, value_name = "N")]
    pub parallel: Option<String>,
    /// Only print the names that match
    #[arg(long, value_name = "REGEXP")]
    pub list: Option<String>,
    /// Values of GOMAXPROCS to run with
    #[arg(long, value_name = "LIST")]
    pub cpu: Option<String>,
    /// Mix the order of the tests: off, on or a seed
    #[arg(long, value_name = "SEED")]
    pub shuffle: Option<String>,
    /// Show full file names
    #[arg(long)]
    pub fullpath: bool,
    /// For the go command's sake; there is nothing to vet
    #[arg(long, hide = true)]
    pub vet: Option<String>,
    /// Write the program instead of running it
    #[arg(short = 'c')]
    pub compile_only: bool,
    /// The file to write
    #[arg(short = 'o', value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Packages or .go files; by default the package in this folder
    pub patterns: Vec<String>,
    /// What the tests find in os.Args, after -args
    #[arg(last = true, value_name = "ARGUMENTS")]
    pub rest: Vec<OsString>,
}

/// A duration as Go writes them: `1m30s`, `500ms`, `0`.
fn duration(text: &str) -> Result<Duration, String> {
    const UNITS: [(&str, f64); 7] = [
        ("ns", 1e-9),
        ("us", 1e-6),
        ("µs", 1e-6),
        ("ms", 1e-3),
        ("h", 3600.0),
        ("m", 60.0),
        ("s", 1.0),
    ];
    let invalid = || format!("invalid duration {text:?}");
    let mut seconds = 0.0;
    let mut rest = if text == "0" { "0s" } else { text };
    if rest.is_empty() {
        return Err(invalid());
    }
    while !rest.is_empty() {
        let end = rest
            .find(|c: char| !c.is_ascii_digit() && c != '.')
            .ok_or_else(invalid)?;
        let number: f64 = rest[..end].parse().map_err(|_| invalid())?;
        let (unit, scale) = UNITS
            .into_iter()
            .find(|(unit, _)| rest[end..].starts_with(unit))
            .ok_or_else(invalid)?;
        seconds += number * scale;
        rest = &rest[end + unit.len()..];
    }
    Ok(Duration::from_secs_f64(seconds))
}

/// Reads the arguments; wrong ones end the process with code 2, as clap does.
pub fn parse(arguments: impl Iterator<Item = OsString>) -> Arguments {
    let words: Vec<OsString> = arguments.collect();
    if words.get(1).is_none_or(|command| command != "test") {
        return Arguments::parse_from(with_two_dashes(words.into_iter()));
    }
    let (command, flags) = words.split_at(2);
    match test_flags::sort(flags.iter().cloned()) {
        Ok(sorted) => Arguments::parse_from(command.iter().chain(&sorted)),
        Err(error) => {
            eprintln!("{error}");
            std::process::exit(2)
        }
    }
}

/// Flags that stand alone.
const SWITCHES: &[&str] = &["minify", "sourcemap", "lib", "tests", "help", "version"];

/// Flags with a value.
const VALUES: &[&str] = &[
    "tags",
    "ldflags",
    "goroot",
    "lang",
    "diagnostics",
    "engine",
    "emit",
    "goarch",
    "goos",
    "package-name",
    "package-version",
];

/// Go's `-tags=x` as `--tags=x`, up to the first argument that is no flag: what follows `goes run x.go`
/// belongs to the program.
fn with_two_dashes(arguments: impl Iterator<Item = OsString>) -> Vec<OsString> {
    let mut is_program = false;
    let mut is_run = false;
    let mut takes_value = false;
    let mut result = Vec::new();
    for (index, argument) in arguments.enumerate() {
        let text = argument.to_string_lossy();
        let name = text.trim_start_matches('-').split('=').next().unwrap_or_default();
        if index == 1 {
            is_run = text == "run";
        } else if index > 1 && !std::mem::take(&mut takes_value) && !is_program {
            if !text.starts_with('-') || text == "--" {
                is_program = is_run || text == "--";
            } else {
                let has_value = text.contains('=');
                takes_value = !has_value && (VALUES.contains(&name) || name == "o" || name == "C");
                let is_long = SWITCHES.contains(&name) || VALUES.contains(&name);
                if let Some(switch) = text.strip_suffix("=true").filter(|_| SWITCHES.contains(&name)) {
                    result.push(format!("--{}", switch.trim_start_matches('-')).into());
                    continue;
                }
                if is_long && !text.starts_with("--") {
                    result.push(format!("-{text}").into());
                    continue;
                }
            }
        }
        result.push(argument);
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    fn normalized(line: &str) -> String {
        let words = with_two_dashes(line.split(' ').map(OsString::from));
        words
            .iter()
            .map(|word| word.to_string_lossy().into_owned())
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn single_dashes() {
        assert_eq!(
            normalized("goes build -tags a,b -o x -lib ./p"),
            "goes build --tags a,b -o x --lib ./p"
        );
        assert_eq!(
            normalized("goes check -lang=go1.17 x.go -tags=y"),
            "goes check --lang=go1.17 x.go --tags=y"
        );
        assert_eq!(
            normalized("goes run -tags x main.go -tags y"),
            "goes run --tags x main.go -tags y"
        );
        assert_eq!(normalized("goes run -- main.go -lib"), "goes run -- main.go -lib");
        assert_eq!(
            normalized("goes check -tests=true ./..."),
            "goes check --tests ./..."
        );
    }

    #[test]
    fn durations() {
        assert_eq!(duration("1m1.5s"), Ok(Duration::from_millis(61_500)));
        assert_eq!(duration("0"), Ok(Duration::ZERO));
        assert!(duration("5").is_err() && duration("").is_err() && duration("x").is_err());
    }

    #[test]
    fn programs_keep_their_arguments() {
        let arguments = parse(
            "goes run -engine=node a.go b.go -x --engine deno"
                .split(' ')
                .map(OsString::from),
        );
        let Command::Run(run) = arguments.command else {
            panic!("it is run")
        };
        assert_eq!(run.engine, Some(Engine::Node));
        assert_eq!(run.rest, ["a.go", "b.go", "-x", "--engine", "deno"]);
    }
}

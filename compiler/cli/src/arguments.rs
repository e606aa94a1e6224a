//! What the command line may say. As the go command's, long flags may have one dash.

use clap::{Args, Parser, Subcommand, ValueEnum};
use std::ffi::OsString;
use std::path::PathBuf;

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
    /// .go files or packages; by default the one in this folder
    pub patterns: Vec<String>,
}

/// Reads the arguments; wrong ones end the process with code 2, as clap does.
pub fn parse(arguments: impl Iterator<Item = OsString>) -> Arguments {
    Arguments::parse_from(with_two_dashes(arguments))
}

/// Go's `-tags=x` as `--tags=x`, up to the first argument that is no flag: what follows `goes run x.go`
/// belongs to the program.
fn with_two_dashes(arguments: impl Iterator<Item = OsString>) -> Vec<OsString> {
    const LONG: &[&str] = &[
        "tags",
        "goroot",
        "lang",
        "diagnostics",
        "engine",
        "minify",
        "sourcemap",
        "emit",
        "lib",
        "tests",
        "help",
        "version",
    ];
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
                let is_switch = matches!(
                    name,
                    "minify" | "sourcemap" | "lib" | "tests" | "help" | "version" | "h" | "V"
                );
                takes_value =
                    !has_value && !is_switch && (LONG.contains(&name) || name == "o" || name == "C");
                if !text.starts_with("--") && LONG.contains(&name) {
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

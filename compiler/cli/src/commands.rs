//! What each command does.

use crate::arguments::{
    Arguments, BuildArguments, CheckArguments, Command, Emit, PackageFlags, RunArguments, StdCommand,
};
use crate::disk::{self, Disk};
use crate::variables::Variables;
use crate::{build_cache, embedded, engine, report};
use goes_driver::{
    Built, Config, Environment, GoVersion, NEWEST, Options, Stage, Target, find_goroot, run_deep,
};
use goes_proxy::{Downloader, Settings};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

pub fn run(arguments: Arguments) -> ExitCode {
    let done = match arguments.command {
        Command::Run(arguments) => run_program(arguments),
        Command::Build(arguments) => build(&arguments),
        Command::Check(arguments) => check(&arguments, false),
        Command::Vet(arguments) => check(&arguments, true),
        Command::Test(arguments) => crate::test::run(&arguments),
        Command::Execute { file, arguments } => execute(&file, &arguments),
        Command::Version => {
            println!(
                "goes version {} (Go {}.{}, js/wasm)",
                env!("CARGO_PKG_VERSION"),
                NEWEST.0,
                NEWEST.1
            );
            Ok(ExitCode::SUCCESS)
        }
        Command::Env { names } => env(&names),
        Command::Std { command } => std_tree(command),
    };
    done.unwrap_or_else(|message| report::failure(&message))
}

/// The exit code, or what is wrong with the world.
pub type Done = Result<ExitCode, String>;

/// What the flags that all commands share say.
pub fn config(flags: &PackageFlags, patterns: Vec<String>) -> Result<Config, String> {
    let cwd = std::env::current_dir().map_err(|error| format!("cannot tell the working folder: {error}"))?;
    let cwd = flags
        .folder
        .as_ref()
        .map_or_else(|| cwd.clone(), |folder| cwd.join(folder));
    let variables = Variables::read();
    let mut environment = Environment::from_variables(cwd, |name| variables.get(name));
    let caches = dirs::cache_dir();
    environment.fetched_tree = caches.as_deref().map(goes_proxy::tree_folder);
    let settings = Settings::from_variables(environment.module_cache.clone(), caches, |name| {
        variables.get(name)
    });
    if let Some(goroot) = &flags.goroot {
        environment.goroot = Some(environment.cwd.join(goroot));
    }
    let lang = flags.lang.as_deref().map(language_version).transpose()?;
    let target = Target {
        tags: flags.tags.clone(),
        ..Target::default()
    };
    Ok(Config {
        patterns,
        environment,
        downloads: Some(Arc::new(Downloader::new(settings))),
        target,
        lang,
        string_values: string_values(flags.ldflags.as_deref().unwrap_or_default())?,
        ..Config::default()
    })
}

/// `$GOES_RUNTIME`, for work on the runtime itself.
pub fn runtime_folder() -> Option<PathBuf> {
    std::env::var_os("GOES_RUNTIME").map(PathBuf::from)
}

/// What `-ldflags` says with `-X path.name=value` and `-X=path.name=value`; words may stand in quotes.
fn string_values(flags: &str) -> Result<Vec<(String, String)>, String> {
    let mut values = Vec::new();
    let mut words = words(flags)?.into_iter();
    while let Some(word) = words.next() {
        let setting = match word.trim_start_matches('-') {
            "X" => words.next().unwrap_or_default(),
            flag => match flag.strip_prefix("X=") {
                Some(setting) => setting.to_string(),
                None => continue,
            },
        };
        match setting.split_once('=') {
            Some((name, value)) if name.contains('.') => values.push((name.to_string(), value.to_string())),
            _ => {
                return Err(format!(
                    "-X flag requires argument of the form importpath.name=value, not {setting:?}"
                ));
            }
        }
    }
    Ok(values)
}

/// The words of a flag's value: "[...] may be quoted with single or double quotes", as a whole.
fn words(text: &str) -> Result<Vec<String>, String> {
    let mut words = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let (word, after) = match first {
            '\'' | '"' => rest[1..]
                .split_once(first)
                .ok_or_else(|| format!("invalid value {text:?} for -ldflags: unterminated {first} string"))?,
            _ => rest.split_once(char::is_whitespace).unwrap_or((rest, "")),
        };
        words.push(word.to_string());
        rest = after.trim_start();
    }
    Ok(words)
}

fn language_version(text: &str) -> Result<GoVersion, String> {
    let version = text.strip_prefix("go").unwrap_or(text).split_once('.');
    let version = version.and_then(|(major, minor)| Some((major.parse().ok()?, minor.parse().ok()?)));
    let version = version
        .ok_or_else(|| format!("invalid value {text:?} for -lang: should be something like \"go1.12\""))?;
    if version > NEWEST {
        return Err(format!(
            "invalid value {text:?} for -lang: max known version is \"go{}.{}\"",
            NEWEST.0, NEWEST.1
        ));
    }
    Ok(version)
}

/// `vets`: warns of likely mistakes, too, and fails where there are any, as go vet does.
fn check(arguments: &CheckArguments, vets: bool) -> Done {
    let mut config = config(&arguments.packages, arguments.patterns.clone())?;
    config.include_tests = arguments.tests;
    config.target.goos.clone_from(&arguments.goos);
    config.target.goarch.clone_from(&arguments.goarch);
    let examine = if vets {
        goes_driver::vet
    } else {
        goes_driver::check
    };
    let findings = match run_deep(|| examine(&config, &Disk)) {
        Ok(findings) => findings,
        Err(error) => return Ok(report::internal_error(&error)),
    };
    report::diagnostics(
        &findings.files,
        &findings.diagnostics,
        arguments.packages.diagnostics,
    );
    Ok(ExitCode::from(u8::from(
        findings.has_errors() || vets && !findings.diagnostics.is_empty(),
    )))
}

/// Builds and reports; `Err` holds the exit code of a build that failed.
fn compile(options: &Options, flags: &PackageFlags) -> Result<Built, ExitCode> {
    let work = || build_cache::build(options, "", |fs| goes_driver::build(options, fs));
    let built = run_deep(work).map_err(|error| report::internal_error(&error))?;
    report::diagnostics(
        &built.findings.files,
        &built.findings.diagnostics,
        flags.diagnostics,
    );
    if built.findings.has_errors() {
        Err(ExitCode::from(1))
    } else {
        Ok(built)
    }
}

fn build(arguments: &BuildArguments) -> Done {
    let config = config(&arguments.packages, arguments.patterns.clone())?;
    let cwd = config.environment.cwd.clone();
    let stage = match arguments.emit {
        Some(Emit::Tokens) => Stage::Tokens,
        Some(Emit::Ast) => Stage::Ast,
        Some(Emit::Types) => Stage::Types,
        Some(Emit::Ir) => Stage::Ir,
        Some(Emit::Js) | None => Stage::Js,
    };
    let options = Options {
        config,
        stage,
        minify: arguments.minify,
        source_map: arguments.sourcemap,
        library: arguments.lib,
        package_name: arguments.package_name.clone(),
        package_version: arguments.package_version.clone(),
        runtime: runtime_folder(),
    };
    let built = match compile(&options, &arguments.packages) {
        Ok(built) => built,
        Err(code) => return Ok(code),
    };
    if arguments.emit.is_some() {
        print(&built.dump)?;
        built.bundles.iter().try_for_each(|bundle| print(&bundle.code))?;
        let mut modules = built.modules.iter().filter(|module| module.name.ends_with(".js"));
        modules.try_for_each(|module| print(&module.text))?;
        return Ok(ExitCode::SUCCESS);
    }
    write(arguments, &built, &cwd)?;
    Ok(ExitCode::SUCCESS)
}

pub fn print(text: &str) -> Result<(), String> {
    std::io::Write::write_all(&mut std::io::stdout(), text.as_bytes()).map_err(|error| error.to_string())
}

/// Writes what was built where the arguments say. Several packages, or one that is no program, leave
/// nothing behind unless they are asked for as a library.
fn write(arguments: &BuildArguments, built: &Built, cwd: &Path) -> Result<(), String> {
    let to = |path: &Path, text: &str| {
        disk::write(path, text.as_bytes())
            .map_err(|error| format!("cannot write {}: {error}", path.display()))
    };
    if arguments.lib {
        let folder = cwd.join(arguments.output.as_deref().unwrap_or(Path::new("dist")));
        return built
            .modules
            .iter()
            .try_for_each(|module| to(&folder.join(&module.name), &module.text));
    }
    let ([root], [bundle]) = (&built.roots[..], &built.bundles[..]) else {
        return match &arguments.output {
            Some(_) if built.roots.len() > 1 => {
                Err("-o names one file, but there are several packages".into())
            }
            Some(_) | None => Ok(()),
        };
    };
    let file = format!("{}.mjs", root.program_name);
    let program = match &arguments.output {
        Some(output) if cwd.join(output).is_dir() => cwd.join(output).join(file),
        Some(output) => cwd.join(output),
        None => cwd.join(file),
    };
    let Some(map) = &bundle.map else {
        return to(&program, &bundle.code);
    };
    let mut name = program.file_name().unwrap_or_default().to_os_string();
    name.push(".map");
    to(&program.with_file_name(&name), map)?;
    to(
        &program,
        &format!(
            "{}\n//# sourceMappingURL={}\n",
            bundle.code.trim_end(),
            name.to_string_lossy()
        ),
    )
}

fn run_program(arguments: RunArguments) -> Done {
    let (patterns, program_arguments) = split_program(arguments.rest);
    if patterns.is_empty() {
        eprintln!("goes run: no go files listed");
        return Ok(ExitCode::from(2));
    }
    let mut config = config(&arguments.packages, patterns)?;
    config.requires_main = true;
    let options = Options {
        config,
        runtime: runtime_folder(),
        // Traces lead back to Go.
        source_map: true,
        ..Options::default()
    };
    let built = match compile(&options, &arguments.packages) {
        Ok(built) => built,
        Err(code) => return Ok(code),
    };
    let name = built
        .roots
        .first()
        .map_or("main", |root| root.program_name.as_str());
    let Some(bundle) = built.bundles.first() else {
        return Ok(ExitCode::SUCCESS);
    };
    let goroot = find_goroot(&options.config.environment, &Disk)?;
    engine::run(
        arguments.engine,
        name,
        bundle,
        goroot.as_deref(),
        &program_arguments,
    )
}

fn execute(file: &Path, arguments: &[OsString]) -> Done {
    let text =
        std::fs::read_to_string(file).map_err(|error| format!("cannot read {}: {error}", file.display()))?;
    let mut map = file.as_os_str().to_os_string();
    map.push(".map");
    let program = embedded::Program {
        text,
        map: std::fs::read_to_string(map).unwrap_or_default(),
    };
    let name = file.file_stem().unwrap_or_default().to_string_lossy();
    Ok(program.run(&name, arguments))
}

/// "If the package is a list of .go files", all leading ones; then the program's own arguments.
fn split_program(rest: Vec<OsString>) -> (Vec<String>, Vec<OsString>) {
    let mut words = rest.into_iter().peekable();
    let mut patterns = Vec::new();
    words.next_if(|word| word == "--");
    while let Some(word) = words.next_if(|word| word.to_string_lossy().ends_with(".go")) {
        patterns.push(word.to_string_lossy().into_owned());
    }
    if patterns.is_empty() {
        patterns.extend(words.next().map(|word| word.to_string_lossy().into_owned()));
    }
    words.next_if(|word| word == "--");
    (patterns, words.collect())
}

fn std_tree(command: StdCommand) -> Done {
    let config = config(&PackageFlags::default(), Vec::new())?;
    let local = find_goroot(&config.environment, &Disk)?;
    let tree = match (local, command) {
        (Some(tree), _) => tree,
        (None, StdCommand::Where) => {
            return Err("there is no Go tree on this machine; to fetch one: goes std fetch".into());
        }
        (None, StdCommand::Fetch) => {
            let downloads = config.downloads.ok_or("nothing may be downloaded here")?;
            downloads.go_tree()?
        }
    };
    println!("{}", tree.display());
    Ok(ExitCode::SUCCESS)
}

fn env(names: &[String]) -> Done {
    let config = config(&PackageFlags::default(), Vec::new())?;
    let environment = &config.environment;
    let goroot = find_goroot(environment, &Disk)?;
    let show = |path: Option<&PathBuf>| path.map(|path| path.display().to_string()).unwrap_or_default();
    let engine = engine::find(None).map(|(_, program)| program.display().to_string());
    let values = [
        ("GOARCH", config.target.goarch.clone()),
        ("GOES_CACHE", show(build_cache::folder().as_ref())),
        ("GOES_ENGINE", engine.unwrap_or_else(|| "embedded".into())),
        ("GOES_SHIMS", show(environment.shims.as_ref())),
        ("GOES_VERSION", env!("CARGO_PKG_VERSION").into()),
        ("GOMODCACHE", show(environment.module_cache.as_ref())),
        ("GOPROXY", Variables::read().get("GOPROXY").unwrap_or_default()),
        ("GOOS", config.target.goos.clone()),
        ("GOROOT", show(goroot.as_ref())),
        ("GOVERSION", format!("go{}.{}", NEWEST.0, NEWEST.1)),
        ("GOWORK", environment.gowork.clone().unwrap_or_default()),
    ];
    if names.is_empty() {
        values
            .iter()
            .for_each(|(name, value)| println!("{name}='{value}'"));
    }
    for name in names {
        let value = values
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str());
        println!("{}", value.unwrap_or_default());
    }
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_string_variables() {
        let pair = |(name, value): (&str, &str)| (name.to_string(), value.to_string());
        let expected = [("main.a", "1"), ("x.y/z.b", "two words"), ("main.c", "=")].map(pair);
        assert_eq!(
            string_values(" -s -w -X main.a=1 -X 'x.y/z.b=two words' -X=main.c== "),
            Ok(expected.to_vec())
        );
        assert!(string_values("-X main").is_err());
        assert!(string_values("-X 'main.a=1").is_err());
    }
}

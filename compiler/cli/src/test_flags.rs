//! The words after `goes test`: flags of ours, of package testing, and of the tests themselves.

use crate::arguments::TestArguments;
use clap::Args;
use std::ffi::OsString;

/// What the go command takes and has no meaning here.
const IGNORED: &[&str] = &[
    "a",
    "asmflags",
    "buildvcs",
    "gccgoflags",
    "gcflags",
    "linkshared",
    "mod",
    "modcacherw",
    "p",
    "pkgdir",
    "race",
    "trimpath",
    "work",
    "x",
];

/// Those of them that stand alone.
const IGNORED_SWITCHES: &[&str] = &[
    "a",
    "buildvcs",
    "linkshared",
    "modcacherw",
    "race",
    "trimpath",
    "work",
    "x",
];

/// What the go command takes and we have not.
const REFUSED: &[&str] = &[
    "asan",
    "cover",
    "covermode",
    "coverpkg",
    "coverprofile",
    "exec",
    "fuzz",
    "modfile",
    "msan",
    "n",
    "overlay",
    "toolexec",
];

/// What package testing does by itself, with a value.
const TESTING: &[&str] = &[
    "blockprofile",
    "blockprofilerate",
    "cpuprofile",
    "fuzzminimizetime",
    "fuzztime",
    "memprofile",
    "memprofilerate",
    "mutexprofile",
    "mutexprofilefraction",
    "outputdir",
    "trace",
];

/// What is done with a flag.
enum Kind {
    /// Ours, with its name and whether it has a value.
    Ours {
        takes_value: bool,
    },
    Ignored {
        takes_value: bool,
    },
    Refused,
    Testing {
        takes_value: bool,
    },
    /// Of the tests themselves.
    Foreign,
}

fn kind(name: &str) -> Kind {
    let ours = TestArguments::augment_args(clap::Command::new("test"));
    let is_named = |argument: &&clap::Arg| {
        argument.get_long() == Some(name)
            || argument
                .get_short()
                .is_some_and(|short| name == short.to_string())
    };
    if let Some(argument) = ours.get_arguments().find(is_named) {
        let takes_value = argument.get_action().takes_values();
        return Kind::Ours { takes_value };
    }
    match name {
        "h" | "help" => Kind::Ours { takes_value: false },
        "artifacts" => Kind::Testing { takes_value: false },
        _ if TESTING.contains(&name) => Kind::Testing { takes_value: true },
        _ if REFUSED.contains(&name) => Kind::Refused,
        _ if IGNORED.contains(&name) => Kind::Ignored {
            takes_value: !IGNORED_SWITCHES.contains(&name),
        },
        _ => Kind::Foreign,
    }
}

/// A flag of ours for clap; none where it is a switch that is off.
fn spelt(name: &str, takes_value: bool, value: Option<String>) -> Option<OsString> {
    let dashes = if name.len() == 1 { "-" } else { "--" };
    match value {
        Some(value) if takes_value => Some(format!("{dashes}{name}={value}").into()),
        Some(value) if matches!(value.as_str(), "false" | "0" | "f" | "F") => None,
        _ => Some(format!("{dashes}{name}").into()),
    }
}

/// Where the words stand that name packages: all of them in one place.
#[derive(PartialEq)]
enum Packages {
    Ahead,
    Here,
    Past,
}

/// Sorts the words: first ours, as clap reads them, then `--` and what the program of the tests is given. As for the
/// go command, a flag that it does not know is for the tests, and what follows it names no packages; all that follows
/// another word that names none, or `-args`, is for the tests, too.
pub fn sort(words: impl Iterator<Item = OsString>) -> Result<Vec<OsString>, String> {
    let mut words = words.peekable();
    let (mut ours, mut program) = (Vec::new(), Vec::new());
    let (mut packages, mut has_artifacts) = (Packages::Ahead, false);
    while let Some(word) = words.next() {
        let text = word.to_string_lossy().into_owned();
        if matches!(text.as_str(), "-args" | "--args" | "--") {
            program.extend(words);
            break;
        }
        let flag = text.strip_prefix("--").or_else(|| text.strip_prefix('-'));
        let Some(flag) = flag.filter(|flag| !flag.is_empty()) else {
            if packages == Packages::Past {
                program.push(word);
                program.extend(words);
                break;
            }
            packages = Packages::Here;
            ours.push(word);
            continue;
        };
        if packages == Packages::Here {
            packages = Packages::Past;
        }
        let (name, value) = match flag.split_once('=') {
            Some((name, value)) => (name, Some(value.to_string())),
            None => (flag, None),
        };
        let name = name.strip_prefix("test.").unwrap_or(name);
        let mut valued = |value: Option<String>| {
            value.or_else(|| words.next().map(|word| word.to_string_lossy().into_owned()))
        };
        match kind(name) {
            Kind::Ours { takes_value } => {
                let value = if takes_value { valued(value) } else { value };
                ours.extend(spelt(name, takes_value, value));
            }
            Kind::Ignored { takes_value } => {
                if takes_value {
                    valued(value);
                }
                if name == "race" {
                    eprintln!("goes test: -race has no effect: goroutines take turns");
                }
            }
            Kind::Refused => return Err(format!("goes test: -{name} is not supported")),
            Kind::Testing { takes_value } => {
                has_artifacts |= !takes_value;
                let value = if takes_value { valued(value) } else { value };
                let value = value.unwrap_or_else(|| "true".into());
                program.push(format!("-test.{name}={value}").into());
            }
            Kind::Foreign => {
                packages = Packages::Past;
                program.push(word);
            }
        }
    }
    if has_artifacts {
        // Where the command stands, not in the package's folder, where its tests run; a given folder comes later.
        let folder = std::env::current_dir().unwrap_or_default();
        program.insert(0, format!("-test.outputdir={}", folder.display()).into());
    }
    ours.push("--".into());
    ours.extend(program);
    Ok(ours)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(line: &str) -> String {
        let words = sort(line.split(' ').map(OsString::from)).unwrap_or_else(|error| vec![error.into()]);
        let words = words.iter().map(|word| word.to_string_lossy().into_owned());
        words.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn flags_of_ours() {
        assert_eq!(
            sorted("-v -run A ./... -short=true -args -run B"),
            "-v --run=A ./... --short -- -run B"
        );
        assert_eq!(
            sorted("-test.v=true -json=false -o x -c . ./b --count 2"),
            "-v -o=x -c . ./b --count=2 --"
        );
    }

    #[test]
    fn flags_of_the_go_command() {
        assert_eq!(sorted("-p 1 -trimpath -mod=mod -x ./a"), "./a --");
        assert_eq!(sorted("-cover ./a"), "goes test: -cover is not supported");
    }

    #[test]
    fn flags_of_the_tests() {
        assert_eq!(sorted("./a -update -v b -run C"), "./a -v -- -update b -run C");
        assert_eq!(
            sorted("-cpuprofile x -update . -- -v"),
            "-- -test.cpuprofile=x -update . -- -v"
        );
    }
}

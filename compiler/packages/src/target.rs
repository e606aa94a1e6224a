//! The machine that is compiled for, as build constraints see it.

use crate::GoVersion;

/// The newest version of Go whose language and library are understood.
pub const NEWEST: GoVersion = (1, 27);

const KNOWN_OS: &[&str] = &[
    "aix",
    "android",
    "darwin",
    "dragonfly",
    "freebsd",
    "hurd",
    "illumos",
    "ios",
    "js",
    "linux",
    "nacl",
    "netbsd",
    "openbsd",
    "plan9",
    "solaris",
    "wasip1",
    "windows",
    "zos",
];

const KNOWN_ARCH: &[&str] = &[
    "386",
    "amd64",
    "amd64p32",
    "arm",
    "arm64",
    "arm64be",
    "armbe",
    "loong64",
    "mips",
    "mips64",
    "mips64le",
    "mips64p32",
    "mips64p32le",
    "mipsle",
    "ppc",
    "ppc64",
    "ppc64le",
    "riscv",
    "riscv64",
    "s390",
    "s390x",
    "sparc",
    "sparc64",
    "wasm",
];

const UNIX: &[&str] = &[
    "aix",
    "android",
    "darwin",
    "dragonfly",
    "freebsd",
    "hurd",
    "illumos",
    "ios",
    "linux",
    "netbsd",
    "openbsd",
    "solaris",
];

/// What modules call their code without assembly (`math_big_pure_go` in math/big) and without unsafe tricks on
/// the insides of Go's runtime (`safe` in gonum, spew, codec).
const PORTABLE: &[&str] = &["goes", "purego", "math_big_pure_go", "safe"];

/// Experiments that every Go release we read has switched on for js/wasm.
const EXPERIMENTS: &[&str] = &["dwarf5", "greenteagc", "randomizedheapbase64"];

/// Those that came with a later one.
const LATER_EXPERIMENTS: &[(&str, GoVersion)] = &[("jsonv2", (1, 27))];

/// Those of machines on which Go passes arguments in registers, whose assembly goes by it.
const REGISTER_EXPERIMENTS: &[&str] = &["regabiwrappers", "regabiargs"];

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    pub goos: String,
    pub goarch: String,
    /// What `-tags` names.
    pub tags: Vec<String>,
    /// Tags `go1.1` to `go1.N` hold; at most [`NEWEST`], less when the Go tree is older.
    pub go_version: GoVersion,
}

impl Default for Target {
    fn default() -> Target {
        Target {
            goos: "js".into(),
            goarch: "wasm".into(),
            tags: Vec::new(),
            go_version: NEWEST,
        }
    }
}

impl Target {
    /// Whether it is the one that JavaScript is made for; others can only be checked.
    pub fn is_compiled_for(&self) -> bool {
        self.goos == "js" && self.goarch == "wasm"
    }

    /// The system whose files are looked into for what a package does not declare for this one. Code without
    /// assembly is preferred there, too.
    pub(crate) fn lender(&self) -> Target {
        let mut tags = self.tags.clone();
        tags.extend(PORTABLE.iter().map(|tag| tag.to_string()));
        Target {
            goos: "linux".into(),
            goarch: "amd64".into(),
            tags,
            go_version: self.go_version,
        }
    }

    /// Whether a tag of a build constraint holds.
    pub fn has_tag(&self, tag: &str) -> bool {
        let implied_os = match self.goos.as_str() {
            "android" => Some("linux"),
            "illumos" => Some("solaris"),
            "ios" => Some("darwin"),
            _ => None,
        };
        if tag == self.goos || tag == self.goarch || implied_os == Some(tag) {
            return true;
        }
        if let Some(minor) = tag
            .strip_prefix("go1.")
            .and_then(|minor| minor.parse::<u32>().ok())
        {
            return (1..=self.go_version.1).contains(&minor);
        }
        if let Some(experiment) = tag.strip_prefix("goexperiment.") {
            let has_registers = matches!(
                self.goarch.as_str(),
                "amd64" | "arm64" | "loong64" | "ppc64" | "ppc64le" | "riscv64" | "s390x"
            );
            return EXPERIMENTS.contains(&experiment)
                || LATER_EXPERIMENTS
                    .iter()
                    .any(|&(name, since)| name == experiment && self.go_version >= since)
                || has_registers && REGISTER_EXPERIMENTS.contains(&experiment);
        }
        match tag {
            _ if self.is_compiled_for() && PORTABLE.contains(&tag) => true,
            "gc" => true,
            "amd64.v1" => self.goarch == "amd64",
            "unix" => UNIX.contains(&self.goos.as_str()),
            _ => self.tags.iter().any(|user| user == tag),
        }
    }

    /// Whether a file's name admits it: `*_GOOS`, `*_GOARCH` and `*_GOOS_GOARCH`, before `_test`.
    pub fn matches_name(&self, file: &str) -> bool {
        let stem = file.split('.').next().unwrap_or(file);
        // What precedes the first underscore is the file's name even if it is that of a system: `linux.go`.
        let Some((_, suffixes)) = stem.split_once('_') else {
            return true;
        };
        let mut words: Vec<&str> = suffixes.split('_').collect();
        if words.last() == Some(&"test") {
            words.pop();
        }
        match words[..] {
            [.., os, arch] if KNOWN_OS.contains(&os) && KNOWN_ARCH.contains(&arch) => {
                self.has_tag(os) && self.has_tag(arch)
            }
            [.., last] if KNOWN_OS.contains(&last) || KNOWN_ARCH.contains(&last) => self.has_tag(last),
            _ => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names() {
        let target = Target::default();
        for name in [
            "x.go",
            "linux.go",
            "x_js.go",
            "x_wasm.go",
            "x_js_wasm.go",
            "x_unix.go",
            "x_js_test.go",
            "a_b.go",
        ] {
            assert!(target.matches_name(name), "{name}");
        }
        for name in [
            "x_linux.go",
            "x_amd64.go",
            "x_linux_wasm.go",
            "x_js_amd64.go",
            "x_windows_test.go",
            "_linux.go",
        ] {
            assert!(!target.matches_name(name), "{name}");
        }
    }

    #[test]
    fn tags() {
        let target = Target {
            tags: vec!["mine".into()],
            go_version: (1, 26),
            ..Target::default()
        };
        for tag in [
            "js", "wasm", "goes", "purego", "safe", "gc", "go1.1", "go1.26", "mine",
        ] {
            assert!(target.has_tag(tag), "{tag}");
        }
        for tag in [
            "unix",
            "linux",
            "cgo",
            "go1.27",
            "go1.0",
            "goexperiment.jsonv2",
            "ignore",
        ] {
            assert!(!target.has_tag(tag), "{tag}");
        }
        assert!(Target::default().has_tag("goexperiment.jsonv2"));
    }
}

//! The settings that a program begins with, which the environment variable GODEBUG may change.
//!
//! Go's reference of GODEBUG: "When the go line in the work module's go.mod (or the workspace's go.work) says an older
//! version, the defaults are those of that version"; `godebug` lines of that file change them, and so do `//go:debug`
//! lines of the main package.

use crate::GoVersion;
use crate::graph::{Graph, PackageIndex};
use std::collections::BTreeMap;

/// What the file of the user's own modules says about the settings of programs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Defaults {
    pub go: Option<GoVersion>,
    /// The `godebug` lines.
    pub settings: Vec<(String, String)>,
}

/// Settings whose default has changed: since which minor version of Go 1, and what it was before.
const CHANGED: &[(&str, u32, &str)] = &[
    ("asynctimerchan", 23, "1"),
    ("cryptocustomrand", 26, "1"),
    ("gotypesalias", 23, "0"),
    ("httpcookiemaxnum", 24, "0"),
    ("httplaxcontentlength", 22, "1"),
    ("httpmuxgo121", 22, "1"),
    ("httpservecontentkeepheaders", 23, "1"),
    ("panicnil", 21, "1"),
    ("randseednop", 24, "0"),
    ("rsa1024min", 24, "0"),
    ("tls10server", 22, "1"),
    ("tls3des", 23, "1"),
    ("tlsmlkem", 24, "0"),
    ("tlsrsakex", 22, "1"),
    ("tlssecpmlkem", 26, "0"),
    ("tlssha1", 25, "1"),
    ("tlsunsafeekm", 22, "1"),
    ("urlmaxqueryparams", 24, "0"),
    ("urlstrictcolons", 26, "0"),
    ("x509keypairleaf", 23, "0"),
    ("x509negativeserial", 23, "1"),
    ("x509rsacrt", 24, "0"),
    ("x509sha256skid", 25, "0"),
    ("x509usepolicies", 24, "0"),
];

impl Graph {
    /// The settings of a program that are not those of the newest Go, as GODEBUG would have them: `a=1,b=0`.
    pub fn godebug(&self, root: PackageIndex) -> String {
        let package = self.get(root);
        let mut settings: BTreeMap<&str, &str> = BTreeMap::new();
        let said = self.defaults.settings.iter();
        let mut said: Vec<(&str, &str)> = said.map(|(key, value)| (key.as_str(), value.as_str())).collect();
        if package.name == "main" {
            said.extend(
                package
                    .file_ids
                    .iter()
                    .flat_map(|&file| directives(&self.files.get(file).text)),
            );
        }
        let go = said.iter().rev().find(|(key, _)| *key == "default");
        let go = match go {
            Some((_, version)) => version.strip_prefix("go").and_then(crate::version::go_version),
            None => self.defaults.go,
        };
        if let Some((1, minor)) = go {
            let older = CHANGED.iter().filter(|(_, since, _)| minor < *since);
            settings.extend(older.map(|(key, _, value)| (*key, *value)));
        }
        settings.extend(said.into_iter().filter(|(key, _)| *key != "default"));
        let pairs: Vec<_> = settings
            .iter()
            .map(|(key, value)| format!("{key}={value}"))
            .collect();
        pairs.join(",")
    }
}

/// The `//go:debug key=value` lines, which stand before the package clause.
fn directives(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let header = text.lines().take_while(|line| !line.starts_with("package "));
    header.filter_map(|line| line.strip_prefix("//go:debug ")?.trim().split_once('='))
}

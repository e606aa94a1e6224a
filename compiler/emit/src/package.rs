//! The files of an npm package: one module for a Go package; for several a module each, which share one.

use crate::cx::Emitter;
use crate::dts::{self, Declarations};
use crate::library::{self, Library};
use crate::walk;
use crate::{LibraryOptions, Output};
use goes_lower::ir::{self, PackageId};
use goes_source::{Diagnostic, Span};
use serde_json::{Map, Value, json};
use swc_ecma_ast::{Expr, ModuleItem};

/// What the modules of several packages share.
const SHARED: &str = "internal";

const GO_ERROR: &str = "\
/** A Go error. */
export class GoError extends Error {
  private constructor();
  /** Whether the error is another one or wraps it, as errors.Is has it. */
  is(target: Error): boolean;
}
";

/// The public module of a Go package.
struct Entry {
    package: PackageId,
    /// Without an extension: `index`, `text/slug`.
    file: String,
    /// Exported name, and its name in the shared module.
    exports: Vec<(String, String)>,
}

pub(crate) struct Package {
    entries: Vec<Entry>,
}

impl Package {
    /// The package of a library, and the item by which its module exports.
    pub(crate) fn new(emitter: &Emitter, library: &Library) -> (Package, ModuleItem) {
        let mut packages: Vec<PackageId> = Vec::new();
        if let ir::Entry::Library(exports) = &emitter.program.entry {
            for export in exports {
                if !packages.contains(&export.package) {
                    packages.push(export.package);
                }
            }
        }
        let mut entries: Vec<Entry> = packages
            .iter()
            .map(|&package| Entry {
                package,
                file: file_of(emitter, &packages, package),
                exports: Vec::new(),
            })
            .collect();
        let is_shared = entries.len() > 1;
        let mut names = Vec::new();
        for (local, name, package) in &library.exports {
            let Some(index) = entries.iter().position(|entry| entry.package == *package) else {
                continue;
            };
            let inner = if is_shared {
                format!("{name}${index}")
            } else {
                name.clone()
            };
            entries[index].exports.push((name.clone(), inner.clone()));
            names.push((local.clone(), inner));
        }
        if let Expr::Ident(error) = &library.error {
            names.push((error.clone(), "GoError".into()));
            for entry in &mut entries {
                entry.exports.push(("GoError".into(), "GoError".into()));
            }
        }
        let item = library::export_item(names);
        (Package { entries }, item)
    }

    /// All files but the bundle and its map.
    pub(crate) fn texts(
        &self,
        emitter: &mut Emitter,
        library: &Library,
        about: &LibraryOptions,
    ) -> Vec<(String, String)> {
        let mut files = vec![("package.json".to_string(), self.manifest(emitter, about))];
        for entry in &self.entries {
            files.push((
                format!("{}.d.ts", entry.file),
                self.declarations(emitter, library, entry),
            ));
            if self.entries.len() > 1 {
                files.push((format!("{}.js", entry.file), re_export(entry)));
            }
        }
        files
    }

    fn declarations(&self, emitter: &Emitter, library: &Library, entry: &Entry) -> String {
        let written = Declarations::new(emitter, &library.surface, entry.package);
        let up = up(&entry.file);
        let mut text = String::new();
        for &package in &written.foreign {
            if let Some(other) = self.entries.iter().find(|other| other.package == package) {
                let alias = dts::alias(emitter, package);
                text.push_str(&format!(
                    "import type * as {alias} from \"{up}{}.js\";\n",
                    other.file
                ));
            }
        }
        match self.entries.first() {
            Some(first) if first.package != entry.package => {
                text.push_str(&format!(
                    "import {{ GoError }} from \"{up}{0}.js\";\n\nexport {{ GoError }};\n",
                    first.file
                ));
            }
            _ => text.push_str(GO_ERROR),
        }
        text + &written.text
    }

    /// package.json: what the author's own says, and how the modules are found. The conditions of `exports` stand in
    /// the order in which they are tried, types first.
    fn manifest(&self, emitter: &mut Emitter, about: &LibraryOptions) -> String {
        let mut fields = Map::new();
        fields.insert("name".into(), json!(about.name));
        fields.insert("version".into(), json!(about.version));
        let told = [("description", &about.description), ("license", &about.license)];
        for (key, value) in told {
            if let Some(value) = value {
                fields.insert(key.into(), json!(value));
            }
        }
        match about
            .manifest
            .as_deref()
            .map(serde_json::from_str::<Map<String, Value>>)
        {
            Some(Ok(own)) => fields.extend(own),
            Some(Err(error)) => emitter.diagnostics.push(Diagnostic::warning(
                "BadManifest",
                Span::default(),
                format!("package.json of the package is not used: {error}"),
            )),
            None => {}
        }
        for (key, value) in [("name", &about.forced_name), ("version", &about.forced_version)] {
            if let Some(value) = value {
                fields.insert(key.into(), json!(value));
            }
        }
        let mut exports = Map::new();
        for entry in &self.entries {
            let key = match entry.file.as_str() {
                "index" => ".".to_string(),
                file => format!("./{file}"),
            };
            let [types, code] = ["d.ts", "js"].map(|extension| format!("./{}.{extension}", entry.file));
            exports.insert(key, json!({ "types": types, "default": code }));
        }
        exports.insert("./package.json".into(), json!("./package.json"));
        fields.insert("type".into(), json!("module"));
        fields.insert("exports".into(), Value::Object(exports));
        if self.entries.iter().any(|entry| entry.file == "index") {
            fields.insert("types".into(), json!("./index.d.ts"));
        }
        fields.insert("files".into(), json!(["**/*.js", "**/*.js.map", "**/*.d.ts"]));
        fields.insert("sideEffects".into(), json!(has_side_effects(emitter.program)));
        let engines = fields
            .entry("engines")
            .or_insert_with(|| json!({ "node": ">=20" }));
        if engines.is_null() {
            *engines = json!({ "node": ">=20" });
        }
        serde_json::to_string_pretty(&Value::Object(fields)).unwrap_or_default() + "\n"
    }

    /// The output with all files; the bundle is the only package's module, or what several share.
    pub(crate) fn complete(&self, output: Output, texts: Vec<(String, String)>) -> Output {
        let bundle = match self.entries.as_slice() {
            [only] => only.file.as_str(),
            [] => "index",
            _ => SHARED,
        };
        let mut modules = texts;
        let mut code = output.code;
        if let Some(map) = output.map {
            code.push_str(&format!("//# sourceMappingURL={bundle}.js.map\n"));
            modules.push((format!("{bundle}.js.map"), map));
        }
        modules.push((format!("{bundle}.js"), code));
        Output {
            modules,
            diagnostics: output.diagnostics,
            ..Output::default()
        }
    }
}

/// The only package is the index, and so is one below whose path all others lie; those are called by the rest of
/// their paths.
fn file_of(emitter: &Emitter, all: &[PackageId], package: PackageId) -> String {
    let path = |package: PackageId| emitter.program.packages[package.0 as usize].path.as_str();
    let own: Vec<&str> = path(package).split('/').collect();
    let common = all
        .iter()
        .map(|&other| {
            path(other)
                .split('/')
                .zip(&own)
                .take_while(|(a, b)| a == *b)
                .count()
        })
        .min()
        .unwrap_or(0);
    match &own[common.min(own.len())..] {
        [] => "index".into(),
        [name] if *name == "index" || *name == SHARED => format!("{name}_"),
        rest => rest.join("/"),
    }
}

/// Whether a package that is not of the standard library has an `init` function: variables that are initialised for
/// nobody need not be.
fn has_side_effects(program: &ir::Program) -> bool {
    let own = program.packages.iter().filter(|package| !package.is_std);
    own.filter_map(|package| package.init).any(|init| {
        let mut found = false;
        walk::calls(&program.functions[init.0 as usize].code.body, &mut |call| {
            found |= matches!(call.callee, ir::Callee::Func(func)
                if program.functions[func.0 as usize].go_name.contains(".init."));
        });
        found
    })
}

/// The way from a file to the folder of the package.
fn up(file: &str) -> String {
    match file.matches('/').count() {
        0 => "./".into(),
        depth => "../".repeat(depth),
    }
}

/// `export { Make$1 as Make } from "./internal.js";`
fn re_export(entry: &Entry) -> String {
    let names: Vec<String> = entry
        .exports
        .iter()
        .map(|(name, inner)| match name == inner {
            true => name.clone(),
            false => format!("{inner} as {name}"),
        })
        .collect();
    format!(
        "export {{ {} }} from \"{}{SHARED}.js\";\n",
        names.join(", "),
        up(&entry.file)
    )
}

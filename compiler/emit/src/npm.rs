//! The files of an npm package.

use crate::cx::Emitter;
use crate::dts;
use crate::library::{self, Library};
use crate::walk;
use crate::{LibraryOptions, Output};
use goes_lower::ir::{self, PackageId};
use serde_json::{Map, Value, json};
use swc_ecma_ast::ModuleItem;

/// A Go package's public module.
pub(crate) struct Entry {
    pub package: PackageId,
    /// Without an extension: `index`, `sub/text`.
    pub file: String,
    /// Exported name, and its name in the bundle.
    exports: Vec<(String, String)>,
}

pub(crate) struct Package<'o> {
    about: &'o LibraryOptions,
    pub entries: Vec<Entry>,
    /// What the bundle exports.
    names: Vec<(u32, String)>,
}

/// Everything but the bundle and its map.
pub(crate) struct Texts {
    /// The bundle's path.
    bundle: String,
    files: Vec<(String, String)>,
}

/// The bundle of a package with several public modules.
const INTERNAL: &str = "internal";

impl<'o> Package<'o> {
    pub(crate) fn new(emitter: &mut Emitter, library: &Library, about: &'o LibraryOptions) -> Package<'o> {
        let ir::Entry::Library(exports) = &emitter.program.entry else {
            return Package { about, entries: Vec::new(), names: Vec::new() };
        };
        let mut entries: Vec<Entry> = Vec::new();
        for export in exports {
            if !entries.iter().any(|entry| entry.package == export.package) {
                let file = file_of(emitter, &entries, export.package);
                entries.push(Entry { package: export.package, file, exports: Vec::new() });
            }
        }
        if entries.is_empty() {
            entries.push(Entry { package: PackageId(0), file: "index".into(), exports: Vec::new() });
        }
        let several = entries.len() > 1;
        let mut names = Vec::new();
        for (id, name, package) in &library.exports {
            let index = entries.iter().position(|entry| entry.package == *package).unwrap_or(0);
            let inner = if several { format!("{name}${index}") } else { name.clone() };
            entries[index].exports.push((name.clone(), inner.clone()));
            names.push((*id, inner));
        }
        if library.surface.has_errors
            && let Some(id) = emitter.linker.runtime("GoError", &mut emitter.names)
        {
            names.push((id, "GoError".into()));
            for entry in &mut entries {
                entry.exports.push(("GoError".into(), "GoError".into()));
            }
        }
        Package { about, entries, names }
    }

    pub(crate) fn exports(&self, emitter: &Emitter) -> ModuleItem {
        library::export_item(emitter, &self.names)
    }

    pub(crate) fn texts(&self, emitter: &Emitter, library: &Library) -> Texts {
        let mut files = vec![("package.json".to_string(), self.manifest(emitter))];
        for entry in &self.entries {
            let text = dts::write(emitter, &library.surface, &self.entries, entry);
            files.push((format!("{}.d.ts", entry.file), text));
            if self.entries.len() > 1 {
                files.push((format!("{}.js", entry.file), re_export(entry)));
            }
        }
        let bundle = if self.entries.len() > 1 { INTERNAL } else { "index" };
        Texts { bundle: format!("{bundle}.js"), files }
    }

    fn manifest(&self, emitter: &Emitter) -> String {
        let mut exports = Map::new();
        for entry in &self.entries {
            let key = if entry.file == "index" { ".".to_string() } else { format!("./{}", entry.file) };
            let targets = json!({ "types": format!("./{}.d.ts", entry.file), "default": format!("./{}.js", entry.file) });
            exports.insert(key, targets);
        }
        let mut manifest = Map::new();
        let mut put = |key: &str, value: Value| manifest.insert(key.to_string(), value);
        put("name", json!(self.about.name));
        put("version", json!(self.about.version));
        if let Some(description) = &self.about.description {
            put("description", json!(description));
        }
        put("type", json!("module"));
        put("types", json!("./index.d.ts"));
        put("exports", Value::Object(exports));
        put("files", json!(["**/*.js", "**/*.js.map", "**/*.d.ts"]));
        put("sideEffects", json!(has_side_effects(emitter.program)));
        put("engines", json!({ "node": ">=20" }));
        format!("{:#}\n", Value::Object(manifest))
    }
}

/// The first package is the index; others are called by their path below it, or by its last element.
fn file_of(emitter: &Emitter, entries: &[Entry], package: PackageId) -> String {
    let path = |package: PackageId| emitter.program.packages[package.0 as usize].path.as_str();
    let Some(first) = entries.first() else { return "index".into() };
    let own = path(package);
    let below = own.strip_prefix(path(first.package)).and_then(|rest| rest.strip_prefix('/'));
    let mut file = below.unwrap_or_else(|| own.rsplit('/').next().unwrap_or(own)).to_string();
    while file == "index" || file == INTERNAL || entries.iter().any(|entry| entry.file == file) {
        file.push('_');
    }
    file
}

/// Whether a package that is not of the standard library has an `init` function: variables that are
/// initialised for nobody need not be.
fn has_side_effects(program: &ir::Program) -> bool {
    program.packages.iter().filter(|package| !package.is_std).filter_map(|package| package.init).any(|init| {
        let mut found = false;
        walk::calls(&program.functions[init.0 as usize].code.body, &mut |func| {
            found |= program.functions[func.0 as usize].go_name.contains(".init.");
        });
        found
    })
}

/// `export { Make$1 as Make } from "./internal.js";`
fn re_export(entry: &Entry) -> String {
    let up = "../".repeat(entry.file.matches('/').count());
    let from = if up.is_empty() { "./" } else { &up };
    let names: Vec<String> = entry
        .exports
        .iter()
        .map(|(name, inner)| if name == inner { name.clone() } else { format!("{inner} as {name}") })
        .collect();
    format!("export {{ {} }} from \"{from}{INTERNAL}.js\";\n", names.join(", "))
}

/// Adds the bundle.
pub(crate) fn complete(mut output: Output, texts: Texts) -> Output {
    let mut code = std::mem::take(&mut output.code);
    output.modules = texts.files;
    if let Some(map) = output.map.take() {
        let name = format!("{}.map", texts.bundle);
        code = format!("{}\n//# sourceMappingURL={name}\n", code.trim_end());
        output.modules.push((name, map));
    }
    output.modules.push((texts.bundle, code));
    output
}

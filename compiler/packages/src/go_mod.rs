//! The files that describe modules: go.mod, go.work and vendor/modules.txt.

use crate::GoVersion;
use crate::version;
use goes_source::Span;

/// A go.mod, or a go.work: they share their syntax. Spans are offsets in the file.
#[derive(Clone, Debug, Default)]
pub(crate) struct ModFile {
    pub module: Option<String>,
    pub go: Option<GoVersion>,
    pub go_span: Span,
    pub requires: Vec<Require>,
    pub replaces: Vec<Replace>,
    pub excludes: Vec<(String, String)>,
    /// Folders of go.work's `use` lines.
    pub uses: Vec<(String, Span)>,
    pub godebug: Vec<(String, String)>,
    pub errors: Vec<(Span, String)>,
}

#[derive(Clone, Debug)]
pub(crate) struct Require {
    pub path: String,
    pub version: String,
    pub span: Span,
}

#[derive(Clone, Debug)]
pub(crate) struct Replace {
    pub path: String,
    /// `None` replaces every version.
    pub version: Option<String>,
    pub with: Replacement,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Replacement {
    Folder(String),
    Module(String, String),
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The user's own: every mistake is reported.
    Main,
    /// A dependency's: only what concerns it as such is read.
    Dependency,
    Work,
}

/// Parses a go.mod or go.work.
pub(crate) fn parse(text: &str, kind: Kind) -> ModFile {
    let mut file = ModFile::default();
    let mut block: Option<String> = None;
    let mut offset = 0;
    for whole in text.split_inclusive('\n') {
        let start = offset;
        offset += whole.len();
        let words = match words(whole) {
            Ok(words) => words,
            Err(error) => {
                file.errors.push((Span::new(start as u32, start as u32), error));
                continue;
            }
        };
        let Some(first) = words.first() else { continue };
        let last = words.last().expect("there is a first");
        let span = Span::new((start + first.at) as u32, (start + last.end) as u32);
        let texts: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
        match (&block, &texts[..]) {
            (Some(_), [")"]) => block = None,
            (None, [verb, "("]) => block = Some(verb.to_string()),
            (None, [_, "(", ")"]) => {}
            (Some(verb), args) => line(&mut file, kind, &verb.clone(), args, span),
            (None, [verb, args @ ..]) => line(&mut file, kind, verb, args, span),
            (None, []) => {}
        }
    }
    if block.is_some() {
        let end = text.len() as u32;
        file.errors.push((
            Span::new(end, end),
            "syntax error (unterminated block started earlier)".into(),
        ));
    }
    if kind == Kind::Dependency {
        file.errors.clear();
    }
    file
}

struct Word {
    text: String,
    at: usize,
    end: usize,
}

/// Splits a line into words and punctuation, dropping its comment.
fn words(line: &str) -> Result<Vec<Word>, String> {
    let mut words = Vec::new();
    let mut at = 0;
    while let Some(c) = line[at..].chars().next() {
        let rest = &line[at..];
        let (text, len) = if c.is_whitespace() {
            at += c.len_utf8();
            continue;
        } else if rest.starts_with("//") {
            break;
        } else if rest.starts_with("=>") {
            ("=>".to_string(), 2)
        } else if "()[],".contains(c) {
            (c.to_string(), 1)
        } else if c == '"' || c == '`' {
            let len = quoted_len(rest).ok_or("unterminated quoted string")?;
            (unquote(&rest[..len]).ok_or("invalid quoted string")?, len)
        } else {
            let len = word_len(rest);
            (rest[..len].to_string(), len)
        };
        words.push(Word {
            text,
            at,
            end: at + len,
        });
        at += len;
    }
    Ok(words)
}

fn word_len(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let ends = |at: usize| {
        let here = &bytes[at..];
        here[0].is_ascii_whitespace()
            || b"()[],".contains(&here[0])
            || here.starts_with(b"//")
            || here.starts_with(b"=>")
    };
    // `http://` is no comment, but nothing in these files contains one unquoted either.
    (1..bytes.len()).find(|&at| ends(at)).unwrap_or(bytes.len())
}

fn quoted_len(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let mut at = 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' if bytes[0] == b'"' => at += 1,
            byte if byte == bytes[0] => return Some(at + 1),
            _ => {}
        }
        at += 1;
    }
    None
}

/// The value of a quoted word. Escapes other than those of `"` and `\` do not occur in paths.
fn unquote(text: &str) -> Option<String> {
    let inner = text.get(1..text.len() - 1)?;
    if text.starts_with('`') || !inner.contains('\\') {
        return Some(inner.to_string());
    }
    let mut value = String::new();
    let mut chars = inner.chars();
    while let Some(c) = chars.next() {
        value.push(if c == '\\' {
            chars.next().filter(|c| "\"\\".contains(*c))?
        } else {
            c
        });
    }
    Some(value)
}

fn line(file: &mut ModFile, kind: Kind, verb: &str, args: &[&str], span: Span) {
    let mut error = |message: String| file.errors.push((span, message));
    match (verb, args) {
        ("go", [text]) => match version::go_version(text) {
            Some(go) => (file.go, file.go_span) = (Some(go), span),
            None => error(format!("invalid go version '{text}': must match format 1.23")),
        },
        ("go", _) => error("go directive expects exactly one argument".into()),
        ("module", [path]) if kind != Kind::Work => {
            if file.module.is_some() {
                return error("repeated module statement".into());
            }
            file.module = Some(path.to_string());
        }
        ("module", _) if kind != Kind::Work => error("usage: module module/path".into()),
        ("require", [path, version]) if kind != Kind::Work => {
            if !version::is_valid(version) && kind == Kind::Main {
                return error(format!("invalid module version {version:?}"));
            }
            file.requires.push(Require {
                path: path.to_string(),
                version: version.to_string(),
                span,
            });
        }
        ("require", _) if kind != Kind::Work => error("usage: require module/path v1.2.3".into()),
        ("exclude", [path, version]) if kind != Kind::Work => {
            file.excludes.push((path.to_string(), version.to_string()));
        }
        ("exclude", _) if kind != Kind::Work => error("usage: exclude module/path v1.2.3".into()),
        ("replace", args) => match replace(args) {
            Ok(replace) => file.replaces.push(replace),
            Err(message) => error(message),
        },
        ("use", [folder]) if kind == Kind::Work => file.uses.push((folder.to_string(), span)),
        ("use", _) if kind == Kind::Work => error("usage: use local/dir".into()),
        ("godebug", [setting]) => match setting.split_once('=') {
            Some((key, value)) => file.godebug.push((key.to_string(), value.to_string())),
            None => error(format!("invalid godebug {setting:?}: need key=value")),
        },
        ("godebug", _) => error("usage: godebug key=value".into()),
        // It chooses a toolchain.
        ("toolchain", _) => {}
        ("retract" | "tool" | "ignore", _) if kind != Kind::Work => {}
        _ => error(format!("unknown directive: {verb}")),
    }
}

fn replace(args: &[&str]) -> Result<Replace, String> {
    let usage = "usage: replace module/path [v1.2.3] => other/module v1.4\n\t or replace module/path [v1.2.3] => ../local/directory";
    let (path, version, with) = match args {
        [path, "=>", with @ ..] => (path, None, with),
        [path, version, "=>", with @ ..] => (path, Some(version.to_string()), with),
        _ => return Err(usage.into()),
    };
    let with =
        match with {
            [folder] if is_folder(folder) => Replacement::Folder(folder.to_string()),
            [_] => return Err(
                "replacement module without version must be directory path (rooted or starting with . or ..)"
                    .into(),
            ),
            [path, version] => Replacement::Module(path.to_string(), version.to_string()),
            _ => return Err(usage.into()),
        };
    Ok(Replace {
        path: path.to_string(),
        version,
        with,
    })
}

fn is_folder(path: &str) -> bool {
    path == "."
        || path == ".."
        || path.starts_with("./")
        || path.starts_with("../")
        || path.starts_with('/')
        || path.as_bytes().get(1) == Some(&b':')
}

/// A module of vendor/modules.txt and the packages that were copied.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Vendored {
    pub path: String,
    pub version: Option<String>,
    /// What stood in its place: a path or folder, and the version if it has one.
    pub replacement: Option<(String, Option<String>)>,
    pub go: Option<GoVersion>,
    pub packages: Vec<String>,
}

/// Parses vendor/modules.txt.
pub(crate) fn parse_vendor(text: &str) -> Vec<Vendored> {
    let mut modules: Vec<Vendored> = Vec::new();
    for line in text.lines() {
        if let Some(annotations) = line.strip_prefix("## ") {
            let go = annotations
                .split(';')
                .find_map(|part| part.trim().strip_prefix("go "));
            if let (Some(module), Some(go)) = (modules.last_mut(), go) {
                module.go = version::go_version(go);
            }
        } else if let Some(module) = line.strip_prefix("# ") {
            let (module, replacement) = module
                .split_once("=>")
                .map_or((module, None), |(module, with)| (module, Some(with)));
            let named = |words: &str| {
                let mut words = words.split_whitespace().map(str::to_string);
                words.next().map(|path| (path, words.next()))
            };
            let (path, version) = named(module).unwrap_or_default();
            modules.push(Vendored {
                path,
                version,
                replacement: replacement.and_then(named),
                ..Vendored::default()
            });
        } else if let Some(module) = modules.last_mut()
            && !line.trim().is_empty()
        {
            module.packages.push(line.trim().to_string());
        }
    }
    modules
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_everything() {
        let text = r#"// Deprecated: not really
module "example.com/m" // the name

go 1.21.3
toolchain go1.22.0
godebug default=go1.21
require golang.org/x/net v0.1.0 // indirect
require (
	a.com/b v1.0.0
	a.com/c/v2 v2.1.0+incompatible // why
)
replace a.com/b => ../b
replace (
	a.com/c/v2 v2.1.0 => d.com/c/v2 v2.2.0
)
exclude a.com/b v1.1.0
retract [v1.0.0, v1.1.0]
retract (
	v1.2.0
	[v1.3.0, v1.4.0]
)
tool a.com/b/cmd/x
"#;
        let file = parse(text, Kind::Main);
        assert_eq!(file.errors, vec![]);
        assert_eq!(file.module.as_deref(), Some("example.com/m"));
        assert_eq!(file.go, Some((1, 21)));
        let requires: Vec<_> = file
            .requires
            .iter()
            .map(|r| format!("{}@{}", r.path, r.version))
            .collect();
        assert_eq!(
            requires,
            [
                "golang.org/x/net@v0.1.0",
                "a.com/b@v1.0.0",
                "a.com/c/v2@v2.1.0+incompatible"
            ]
        );
        let span = file.requires[1].span;
        assert_eq!(&text[span.lo as usize..span.hi as usize], "a.com/b v1.0.0");
        assert_eq!(file.replaces[0].with, Replacement::Folder("../b".into()));
        assert_eq!(file.replaces[1].version.as_deref(), Some("v2.1.0"));
        assert_eq!(
            file.replaces[1].with,
            Replacement::Module("d.com/c/v2".into(), "v2.2.0".into())
        );
        assert_eq!(file.excludes, [("a.com/b".to_string(), "v1.1.0".to_string())]);
    }

    #[test]
    fn reports() {
        let errors = |text: &str| {
            parse(text, Kind::Main)
                .errors
                .into_iter()
                .map(|(_, e)| e)
                .collect::<Vec<_>>()
        };
        assert_eq!(errors("modul x\n"), ["unknown directive: modul"]);
        assert_eq!(errors("module a\nmodule b\n"), ["repeated module statement"]);
        assert_eq!(errors("require x\n"), ["usage: require module/path v1.2.3"]);
        assert_eq!(
            errors("require x master\n"),
            ["invalid module version \"master\""]
        );
        assert!(parse("modul x\n", Kind::Dependency).errors.is_empty());
    }

    #[test]
    fn vendored() {
        let modules = parse_vendor(
            "# a.com/b v1.0.0\n## explicit; go 1.20\na.com/b/x\na.com/b/y\n# c.com/d => ./d\nc.com/d\n",
        );
        assert_eq!(modules[0].packages, ["a.com/b/x", "a.com/b/y"]);
        assert_eq!(
            (modules[0].go, modules[0].version.as_deref()),
            (Some((1, 20)), Some("v1.0.0"))
        );
        assert_eq!(modules[1].version, None);
        assert_eq!(modules[1].replacement, Some(("./d".to_string(), None)));
    }
}

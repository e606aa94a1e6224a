//! `//go:embed`: files that become values of variables.

use crate::GoVersion;
use crate::diag::{Failure, Problem};
use crate::file_system::{DirEntry, FileSystem};
use goes_source::Span;
use goes_syntax::ast::{self, DeclKind};
use std::path::Path;
use std::sync::Arc;

/// What a `//go:embed` directive gives to the variable below it.
#[derive(Clone, Debug)]
pub struct Embed {
    /// The index of the file in its package.
    pub file: usize,
    /// The index of the variable's declaration in the file's declarations.
    pub decl: usize,
    /// The directive.
    pub span: Span,
    /// By path, relative to the package's folder, with slashes; sorted, none twice.
    pub files: Vec<EmbedFile>,
}

#[derive(Clone, Debug)]
pub struct EmbedFile {
    pub path: String,
    pub data: Arc<[u8]>,
}

/// Resolves the directives of one file. Spans of problems are those of the tree.
pub(crate) fn embeds(
    index: usize,
    file: &ast::File,
    text: &str,
    version: GoVersion,
    dir: &Path,
    fs: &dyn FileSystem,
    problems: &mut Vec<Problem>,
) -> Vec<Embed> {
    let mut found: Vec<Embed> = Vec::new();
    let imports_embed = file
        .imports
        .iter()
        .any(|import| import.path.text.as_str().trim_matches(['"', '`']) == "embed");
    for directive in file
        .directives
        .iter()
        .filter(|directive| directive.name == "go:embed")
    {
        let mut problem = |span: Span, message: String| {
            problems.push(Problem {
                at: Some((index, span)),
                failure: Failure::new("MisplacedEmbed", message),
            });
        };
        // gc points behind the slashes.
        let span = Span::new(directive.span.lo + 2, directive.span.hi);
        if !imports_embed {
            problem(
                span,
                "go:embed requires import \"embed\" (or import _ \"embed\", if package is not used)".into(),
            );
            continue;
        }
        let decl = match declaration(file, text, directive.span.hi) {
            Ok(decl) => decl,
            Err(message) => {
                problem(span, message.into());
                continue;
            }
        };
        if version < (1, 16) {
            let (major, minor) = version;
            problem(
                span,
                format!(
                    "go:embed requires go1.16 or later (-lang was set to go{major}.{minor}; check go.mod)"
                ),
            );
            continue;
        }
        let mut embed = Embed {
            file: index,
            decl,
            span: directive.span,
            files: Vec::new(),
        };
        let args_at = directive.span.lo + ("//go:embed".len() as u32);
        let line = text
            .get((args_at - file.base) as usize..(directive.span.hi - file.base) as usize)
            .unwrap_or("");
        let patterns = match patterns(line) {
            Ok(patterns) => patterns,
            Err(message) => {
                problem(span, message);
                continue;
            }
        };
        for (at, pattern) in patterns {
            let lo = args_at + at as u32;
            if let Err(message) = expand(&pattern, dir, fs, &mut embed.files) {
                problem(
                    Span::new(lo, directive.span.hi),
                    format!("pattern {pattern}: {message}"),
                );
            }
        }
        embed.files.sort_by(|a, b| a.path.cmp(&b.path));
        // "Multiple //go:embed lines [...] may be used" for one variable.
        match found.last_mut().filter(|last| last.decl == decl) {
            Some(last) => last.files.append(&mut embed.files),
            None => found.push(embed),
        }
    }
    for embed in &mut found {
        embed.files.sort_by(|a, b| a.path.cmp(&b.path));
        embed.files.dedup_by(|a, b| a.path == b.path);
    }
    found
}

/// "The directive must immediately precede a line containing the declaration of a single variable. Only
/// blank lines and '//' line comments are permitted between the directive and the declaration."
fn declaration(file: &ast::File, text: &str, after: u32) -> Result<usize, &'static str> {
    let next = file
        .decls
        .iter()
        .enumerate()
        .filter(|(_, decl)| decl.span.hi > after);
    let Some((index, decl)) = next.min_by_key(|(_, decl)| decl.span.lo) else {
        return Err("misplaced go:embed directive");
    };
    let DeclKind::Var(var) = &decl.kind else {
        let rest = text.get((after - file.base) as usize..).unwrap_or("");
        return Err(match decl.span.lo < after && starts_variable(rest) {
            true => "go:embed cannot apply to var inside func",
            false => "misplaced go:embed directive",
        });
    };
    let start = var.names.first().map_or(decl.span.lo, |name| name.span.lo);
    let between = text
        .get((after - file.base) as usize..(start.max(after) - file.base) as usize)
        .unwrap_or("");
    let only_comments = between.lines().all(|line| {
        let line = line.trim();
        line.is_empty() || line.starts_with("//") || line == "var" || line == "var ("
    });
    if start < after || !only_comments {
        return Err("misplaced go:embed directive");
    }
    if var.names.len() > 1 {
        return Err("go:embed cannot apply to multiple vars");
    }
    if !var.values.is_empty() {
        return Err("go:embed cannot apply to var with initializer");
    }
    Ok(index)
}

/// Whether the declaration of a variable is what follows first, blank lines and line comments aside.
fn starts_variable(text: &str) -> bool {
    let mut lines = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines
        .next()
        .and_then(|line| line.strip_prefix("var"))
        .is_some_and(|rest| rest.starts_with([' ', '\t']))
}

/// Splits the directive's arguments: words, or strings in quotes. With the offset of each.
fn patterns(line: &str) -> Result<Vec<(usize, String)>, String> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(c) = line[at..].chars().next() {
        let rest = &line[at..];
        if c.is_whitespace() {
            at += c.len_utf8();
        } else if c == '"' || c == '`' {
            let invalid = || format!("invalid quoted string in //go:embed: {}", rest.trim());
            let end = rest[1..].find(c).ok_or_else(invalid)? + 2;
            let value =
                goes_syntax::unquote_string(&rest[..end]).and_then(|bytes| String::from_utf8(bytes).ok());
            found.push((at, value.ok_or_else(invalid)?));
            at += end;
        } else {
            let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
            found.push((at, rest[..end].to_string()));
            at += end;
        }
    }
    if found.is_empty() {
        Err("usage: //go:embed pattern...".into())
    } else {
        Ok(found)
    }
}

/// Adds the files that a pattern names.
fn expand(pattern: &str, dir: &Path, fs: &dyn FileSystem, files: &mut Vec<EmbedFile>) -> Result<(), String> {
    let (glob, takes_all) = match pattern.strip_prefix("all:") {
        Some(glob) => (glob, true),
        None => (pattern, false),
    };
    let is_path = !glob.is_empty() && glob.split('/').all(|element| !matches!(element, "" | "." | ".."));
    if !is_path || !is_glob(glob) {
        return Err("invalid pattern syntax".into());
    }
    let elements: Vec<&str> = glob.split('/').collect();
    let mut matched = Vec::new();
    list(dir, "", &elements, fs, &mut matched);
    if matched.is_empty() {
        return Err("no matching files found".into());
    }
    for entry in matched {
        let (before, path) = (files.len(), &entry.path);
        check_elements(&entry, dir, fs)?;
        match entry.kind {
            EntryKind::File => add(&dir.join(path), path.clone(), fs, files)?,
            EntryKind::Irregular => return Err(format!("cannot embed irregular file {path}")),
            EntryKind::Folder => {
                walk(&dir.join(path), path, takes_all, fs, files)?;
                if files.len() == before {
                    return Err(format!(
                        "cannot embed directory {path}: contains no embeddable files"
                    ));
                }
            }
        }
    }
    Ok(())
}

#[derive(Copy, Clone, PartialEq, Eq)]
enum EntryKind {
    File,
    Folder,
    /// A symbolic link.
    Irregular,
}

/// What a pattern matches.
struct Entry {
    path: String,
    kind: EntryKind,
}

fn kind(entry: &DirEntry) -> EntryKind {
    match entry {
        DirEntry { is_link: true, .. } => EntryKind::Irregular,
        DirEntry { is_dir: true, .. } => EntryKind::Folder,
        _ => EntryKind::File,
    }
}

/// "Patterns must not match files outside the package's module" nor "files whose names include the special
/// punctuation characters".
fn check_elements(entry: &Entry, dir: &Path, fs: &dyn FileSystem) -> Result<(), String> {
    let Entry { path, kind } = entry;
    let refused = |why: &str| {
        let what = if *kind == EntryKind::Folder {
            "directory"
        } else {
            "file"
        };
        Err(format!("cannot embed {what} {path}: {why}"))
    };
    let ends = path.match_indices('/').map(|(at, _)| at).chain([path.len()]);
    for end in ends.collect::<Vec<_>>().into_iter().rev() {
        let (part, is_whole) = (&path[..end], end == path.len());
        let is_folder = !is_whole || *kind == EntryKind::Folder;
        if is_folder && fs.exists(&dir.join(part).join("go.mod")) {
            return refused("in different module");
        }
        let name = part.rsplit('/').next().unwrap_or(part);
        if is_bad_name(name) {
            return match is_whole {
                true => refused(&format!("invalid name {name}")),
                false => refused(&format!("in invalid directory {name}")),
            };
        }
    }
    Ok(())
}

/// Whether no module zip may hold a file of that name.
fn is_bad_name(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).to_ascii_lowercase();
    let is_device = matches!(stem.as_str(), "con" | "prn" | "aux" | "nul")
        || (stem.starts_with("com") || stem.starts_with("lpt"))
            && matches!(stem.as_bytes(), [_, _, _, b'1'..=b'9']);
    // Of ASCII there may be letters, digits, spaces and punctuation that no shell and no file system takes for more.
    let is_allowed = |c: char| match c.is_ascii() {
        true => c.is_ascii_alphanumeric() || "!#$%&()+,-.=@[]^_{}~ ".contains(c),
        false => c.is_alphabetic(),
    };
    matches!(name, "" | ".bzr" | ".hg" | ".git" | ".svn")
        || is_device
        || name.ends_with('.')
        || !name.chars().all(is_allowed)
}

/// The paths below `dir` that match the elements of a glob.
fn list(dir: &Path, prefix: &str, elements: &[&str], fs: &dyn FileSystem, matched: &mut Vec<Entry>) {
    let Some((element, rest)) = elements.split_first() else {
        return;
    };
    for entry in fs.read_dir(dir).unwrap_or_default() {
        if !glob_matches(element, &entry.name) {
            continue;
        }
        let path = join(prefix, &entry.name);
        if rest.is_empty() {
            let kind = kind(&entry);
            matched.push(Entry { path, kind });
        } else if entry.is_dir {
            list(&dir.join(&entry.name), &path, rest, fs, matched);
        }
    }
}

/// "If a pattern names a directory, all files in the subtree rooted at that directory are embedded
/// (recursively), except that files with names beginning with '.' or '_' are excluded."
fn walk(
    dir: &Path,
    prefix: &str,
    takes_all: bool,
    fs: &dyn FileSystem,
    files: &mut Vec<EmbedFile>,
) -> Result<(), String> {
    for entry in fs.read_dir(dir).unwrap_or_default() {
        if is_bad_name(&entry.name) || entry.name.starts_with(['.', '_']) && !takes_all {
            continue;
        }
        let (full, path) = (dir.join(&entry.name), join(prefix, &entry.name));
        match kind(&entry) {
            EntryKind::File => add(&full, path, fs, files)?,
            EntryKind::Folder if !fs.exists(&full.join("go.mod")) => {
                walk(&full, &path, takes_all, fs, files)?;
            }
            EntryKind::Folder | EntryKind::Irregular => {}
        }
    }
    Ok(())
}

fn add(full: &Path, path: String, fs: &dyn FileSystem, files: &mut Vec<EmbedFile>) -> Result<(), String> {
    let data = fs
        .read(full)
        .map_err(|error| format!("cannot embed file {path}: {error}"))?;
    files.push(EmbedFile {
        path,
        data: data.into(),
    });
    Ok(())
}

fn join(prefix: &str, name: &str) -> String {
    if prefix.is_empty() {
        name.to_string()
    } else {
        format!("{prefix}/{name}")
    }
}

/// Whether brackets and backslashes are complete.
fn is_glob(pattern: &str) -> bool {
    let mut chars = pattern.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' if chars.next().is_none() => return false,
            '[' => {
                let mut is_empty = true;
                loop {
                    match chars.next() {
                        None => return false,
                        Some(']') if !is_empty => break,
                        Some('^') if is_empty => {}
                        Some('\\') if chars.next().is_none() => return false,
                        Some(_) => is_empty = false,
                    }
                }
            }
            _ => {}
        }
    }
    true
}

/// Matches one path element as `path.Match` does: `*`, `?`, `[a-z]`, `[^a-z]` and `\` before any of them.
fn glob_matches(pattern: &str, name: &str) -> bool {
    let (pattern, name): (Vec<char>, Vec<char>) = (pattern.chars().collect(), name.chars().collect());
    let (mut p, mut n) = (0, 0);
    // After a mismatch the last star takes one character more.
    let mut retry: Option<(usize, usize)> = None;
    loop {
        let step = match pattern.get(p) {
            Some('*') => {
                retry = Some((p, n));
                p += 1;
                continue;
            }
            None if n == name.len() => return true,
            None => None,
            Some(_) => name.get(n).and_then(|&c| match_one(&pattern[p..], c)),
        };
        match (step, retry) {
            (Some(len), _) => (p, n) = (p + len, n + 1),
            (None, Some((star, from))) if from < name.len() => {
                retry = Some((star, from + 1));
                (p, n) = (star + 1, from + 1);
            }
            (None, _) => return false,
        }
    }
}

/// How many characters of the pattern match `c`.
fn match_one(pattern: &[char], c: char) -> Option<usize> {
    match pattern {
        ['?', ..] => Some(1),
        ['\\', escaped, ..] => (*escaped == c).then_some(2),
        ['[', ..] => {
            let is_negated = pattern.get(1) == Some(&'^');
            let mut at = if is_negated { 2 } else { 1 };
            let mut is_in = false;
            let first = at;
            while at < pattern.len() && (pattern[at] != ']' || at == first) {
                let (low, next) = class_char(pattern, at)?;
                at = next;
                let mut high = low;
                if pattern.get(at) == Some(&'-') {
                    (high, at) = class_char(pattern, at + 1)?;
                }
                is_in |= (low..=high).contains(&c);
            }
            (is_in != is_negated).then_some(at + 1)
        }
        [literal, ..] => (*literal == c).then_some(1),
        [] => None,
    }
}

fn class_char(pattern: &[char], at: usize) -> Option<(char, usize)> {
    match pattern.get(at)? {
        '\\' => Some((*pattern.get(at + 1)?, at + 2)),
        c => Some((*c, at + 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn globs() {
        for (pattern, name) in [
            ("*", "a.txt"),
            ("*.txt", "a.txt"),
            ("a?c", "abc"),
            ("[a-c]x", "bx"),
            ("[^a]x", "bx"),
            ("\\*", "*"),
            ("a*b*c", "aXbXbc"),
        ] {
            assert!(glob_matches(pattern, name), "{pattern} {name}");
        }
        for (pattern, name) in [
            ("*.txt", "a.go"),
            ("a?c", "ac"),
            ("[a-c]x", "dx"),
            ("[^a]x", "ax"),
            ("", "a"),
            ("a*b", "ac"),
        ] {
            assert!(!glob_matches(pattern, name), "{pattern} {name}");
        }
        assert!(!is_glob("[") && !is_glob("[]") && !is_glob("a\\") && is_glob("[a]"));
    }

    #[test]
    fn arguments() {
        let found = patterns(" a/*.txt \"b c\" `d`").expect("it is well formed");
        assert_eq!(
            found,
            [
                (1, "a/*.txt".to_string()),
                (9, "b c".to_string()),
                (15, "d".to_string())
            ]
        );
        assert!(patterns(" \"a").is_err() && patterns("  ").is_err());
    }
}

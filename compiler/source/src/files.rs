//! The files of a build and where they lie in its position space.

use crate::Span;
use std::path::{Path, PathBuf};
use std::sync::Arc;

#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId(pub u32);

/// A file's text and place.
#[derive(Clone, Debug)]
pub struct File {
    /// As it is shown to people: relative to the working folder where that is shorter.
    pub name: PathBuf,
    pub text: Arc<str>,
    /// The position of the first byte.
    pub base: u32,
    /// Offsets of the first byte of each line.
    lines: Arc<[u32]>,
    /// What `//line` directives say, sorted by offset.
    directives: Vec<LineDirective>,
}

/// From `offset` on, positions are those of `line` (and `column`, where given) of `name`.
#[derive(Clone, Debug)]
pub struct LineDirective {
    /// Where the text that is renumbered begins (offset in the file).
    pub offset: u32,
    pub name: PathBuf,
    /// The name as it is written, which stack traces show.
    pub written: PathBuf,
    pub line: u32,
    pub column: Option<u32>,
}

/// A place for people: `line` and `column` count from 1, columns count bytes, as Go's do.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    pub file: PathBuf,
    pub line: u32,
    pub column: u32,
}

#[derive(Clone, Debug, Default)]
pub struct Files {
    files: Vec<File>,
}

impl Files {
    pub fn new() -> Files {
        Files::default()
    }

    /// Adds a file and gives it the next range of positions.
    pub fn add(&mut self, name: impl Into<PathBuf>, text: impl Into<Arc<str>>) -> FileId {
        let text = text.into();
        let base = self.files.last().map_or(1, |last| last.end() + 1);
        let lines = std::iter::once(0)
            .chain(
                text.bytes()
                    .enumerate()
                    .filter(|&(_, byte)| byte == b'\n')
                    .map(|(at, _)| at as u32 + 1),
            )
            .collect();
        let id = FileId(self.files.len() as u32);
        self.files.push(File {
            name: name.into(),
            text,
            base,
            lines,
            directives: Vec::new(),
        });
        id
    }

    /// Records the `//line` directives of a file, in order. The names in them are relative to its folder;
    /// an empty one is its own.
    pub fn set_line_directives(&mut self, file: FileId, directives: Vec<LineDirective>) {
        let file = &mut self.files[file.0 as usize];
        let folder = file.name.parent().map(Path::to_path_buf).unwrap_or_default();
        let resolve = |name: PathBuf| {
            if name.as_os_str().is_empty() {
                file.name.clone()
            } else {
                folder.join(name)
            }
        };
        file.directives = directives
            .into_iter()
            .map(|directive| LineDirective {
                name: resolve(directive.name),
                ..directive
            })
            .collect();
    }

    pub fn get(&self, file: FileId) -> &File {
        &self.files[file.0 as usize]
    }

    pub fn iter(&self) -> impl Iterator<Item = (FileId, &File)> {
        self.files
            .iter()
            .enumerate()
            .map(|(index, file)| (FileId(index as u32), file))
    }

    /// The file that a position lies in; `None` for nowhere.
    pub fn lookup(&self, position: u32) -> Option<FileId> {
        if position == 0 {
            return None;
        }
        let index = self.files.partition_point(|file| file.base <= position);
        index.checked_sub(1).map(|index| FileId(index as u32))
    }

    /// Where a span starts, as `//line` directives tell it.
    pub fn position(&self, span: Span) -> Option<Position> {
        let file = self.get(self.lookup(span.lo)?);
        Some(file.position(span.lo - file.base))
    }

    /// The text of a span.
    pub fn text(&self, span: Span) -> &str {
        let Some(id) = self.lookup(span.lo) else { return "" };
        let file = self.get(id);
        file.text
            .get((span.lo - file.base) as usize..(span.hi - file.base) as usize)
            .unwrap_or("")
    }
}

impl File {
    pub fn end(&self) -> u32 {
        self.base + self.text.len() as u32
    }

    /// The physical line and column of an offset, both from 1.
    pub fn line_column(&self, offset: u32) -> (u32, u32) {
        let line = self.lines.partition_point(|&start| start <= offset);
        (line as u32, offset - self.lines[line - 1] + 1)
    }

    pub fn line_count(&self) -> usize {
        self.lines.len()
    }

    /// The bytes of a line (from 0), with its end; `None` behind the last.
    pub fn line_range(&self, line: usize) -> Option<std::ops::Range<usize>> {
        let start = *self.lines.get(line)?;
        let end = self
            .lines
            .get(line + 1)
            .map_or(self.text.len(), |&next| next as usize);
        Some(start as usize..end)
    }

    /// What `//line` directives say, sorted by offset.
    pub fn directives(&self) -> &[LineDirective] {
        &self.directives
    }

    /// The place of an offset, as `//line` directives tell it.
    pub fn position(&self, offset: u32) -> Position {
        let (line, column) = self.line_column(offset);
        let index = self
            .directives
            .partition_point(|directive| directive.offset <= offset);
        let Some(directive) = index.checked_sub(1).map(|index| &self.directives[index]) else {
            return Position {
                file: self.name.clone(),
                line,
                column,
            };
        };
        let (start_line, start_column) = self.line_column(directive.offset);
        let column = match directive.column {
            Some(first) if line == start_line => first + (column - start_column),
            Some(_) => column,
            None => 0,
        };
        Position {
            file: directive.name.clone(),
            line: directive.line + (line - start_line),
            column,
        }
    }

    pub fn path(&self) -> &Path {
        &self.name
    }
}

//! Source maps, version 3 (ECMA-426): from positions in the output to lines of Go.

use crate::trace::Trace;
use goes_source::Files;
use serde_json::json;
use swc_common::{BytePos, LineCol};

/// The map of an output whose positions are those of [`Files`]; others (of the runtime) are left out.
pub(crate) fn write(files: &Files, trace: &Trace, positions: &[(BytePos, LineCol)], text: &str) -> String {
    let mut sources: Vec<String> = Vec::new();
    let mut contents: Vec<String> = Vec::new();
    let mut index_of = indexmap::IndexMap::new();
    let mut names: indexmap::IndexSet<String> = indexmap::IndexSet::new();
    let lines: Vec<&str> = text.split('\n').collect();
    let mut mappings = String::new();
    // Line and column in the output, then source, line, column, name: each relative to the one before.
    let (mut line, mut column) = (0u32, 0i64);
    let (mut last_source, mut last_line, mut last_column, mut last_name) = (0i64, 0i64, 0i64, 0i64);
    let mut is_first = true;
    let mut sorted: Vec<&(BytePos, LineCol)> = positions.iter().collect();
    sorted.sort_by_key(|(_, at)| (at.line, at.col));
    sorted.dedup_by_key(|(_, at)| (at.line, at.col));
    for (position, at) in sorted {
        let Some((id, file)) = files.lookup(position.0).map(|id| (id, files.get(id))) else {
            continue;
        };
        let offset = position.0 - file.base;
        if offset as usize > file.text.len() {
            continue;
        }
        while line < at.line {
            mappings.push(';');
            line += 1;
            column = 0;
            is_first = true;
        }
        if !is_first {
            mappings.push(',');
        }
        is_first = false;
        let source = *index_of.entry(id).or_insert_with(|| {
            sources.push(file.name.display().to_string().replace('\\', "/"));
            contents.push(file.text.to_string());
            sources.len() as i64 - 1
        });
        let (go_line, _) = file.line_column(offset);
        let go_line = i64::from(go_line) - 1;
        let go_column = utf16_column(&file.text, offset as usize);
        encode(&mut mappings, i64::from(at.col) - column);
        encode(&mut mappings, source - last_source);
        encode(&mut mappings, go_line - last_line);
        encode(&mut mappings, go_column - last_column);
        // A name that was changed is told; the one in the Go text is the original.
        let go_name = identifier(&file.text[offset as usize..]);
        let js_name = lines
            .get(at.line as usize)
            .and_then(|text| text.get(at.col as usize..))
            .map_or("", identifier);
        if !go_name.is_empty() && !js_name.is_empty() && go_name != js_name {
            let name = names.insert_full(go_name.to_string()).0 as i64;
            encode(&mut mappings, name - last_name);
            last_name = name;
        }
        column = i64::from(at.col);
        (last_source, last_line, last_column) = (source, go_line, go_column);
    }
    let names: Vec<String> = names.into_iter().collect();
    json!({
        "version": 3,
        "sources": sources,
        "sourcesContent": contents,
        "names": names,
        "mappings": mappings,
        "x_goes": trace.to_json(files, index_of.keys().copied()),
    })
    .to_string()
}

fn identifier(text: &str) -> &str {
    let end = text
        .find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '$'))
        .unwrap_or(text.len());
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        ""
    } else {
        &text[..end]
    }
}

/// The column of a byte offset, in UTF-16 units.
pub(crate) fn utf16_column(text: &str, offset: usize) -> i64 {
    let before = text.get(..offset).unwrap_or("");
    let line = before.rfind('\n').map_or(before, |at| &before[at + 1..]);
    if line.is_ascii() {
        line.len() as i64
    } else {
        line.encode_utf16().count() as i64
    }
}

/// Base 64 of a signed number in groups of five bits, least significant first.
fn encode(out: &mut String, value: i64) {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut rest = (value.unsigned_abs() << 1) | u64::from(value < 0);
    loop {
        let digit = (rest & 31) as usize;
        rest >>= 5;
        let digit = if rest > 0 { digit | 32 } else { digit };
        out.push(char::from(DIGITS[digit]));
        if rest == 0 {
            return;
        }
    }
}

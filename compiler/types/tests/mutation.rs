//! Mutants of the programs under `tests/`: whatever is done to their tokens, parser and checker neither panic
//! nor take long.

mod support;

use goes_syntax::{on_deep_stack, parse_file};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use support::check_file;

const SEED: u64 = 0x5eed_0f90e5;
const MUTANTS: usize = 2000;
/// A hundred times what the slowest takes on a machine that is busy.
const MAX_TIME: Duration = Duration::from_secs(20);

/// xorshift: the same sequence everywhere.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % bound.max(1) as u64) as usize
    }
}

fn programs(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            programs(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "go") {
            found.push(path);
        }
    }
}

/// The pieces of a text: words, strings, and single other characters, each with the space after it.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_word = |c: char| c.is_alphanumeric() || c == '_';
        let length = match first {
            '"' | '`' | '\'' => rest[1..].find(first).map_or(1, |end| end + 2),
            _ if is_word(first) => rest.find(|c| !is_word(c)).unwrap_or(rest.len()),
            _ => first.len_utf8(),
        };
        let space = rest[length..]
            .find(|c: char| !c.is_whitespace())
            .unwrap_or(rest.len() - length);
        let (piece, after) = rest.split_at(length + space);
        pieces.push(piece);
        rest = after;
    }
    pieces
}

/// Deletes, duplicates, swaps or replaces some pieces, or moves a run of them.
fn mutate(text: &str, random: &mut Random) -> String {
    let mut pieces = pieces(text);
    for _ in 0..1 + random.below(3) {
        if pieces.len() < 2 {
            break;
        }
        let at = random.below(pieces.len() - 1);
        match random.below(6) {
            0 => drop(pieces.remove(at)),
            1 => pieces.insert(at, pieces[at]),
            2 => pieces.swap(at, at + 1),
            3 => pieces[at] = pieces[random.below(pieces.len())],
            4 => pieces.insert(at, pieces[random.below(pieces.len())]),
            _ => {
                let end = (at + 1 + random.below(40)).min(pieces.len());
                let run: Vec<&str> = pieces.drain(at..end).collect();
                let to = random.below(pieces.len() + 1);
                pieces.splice(to..to, run);
            }
        }
    }
    pieces.concat()
}

fn check(text: &str) {
    check_file(parse_file(text, 1, 0).file);
}

#[test]
fn mutants_are_survived() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests");
    let mut paths = Vec::new();
    for folder in ["run", "errors"] {
        programs(&tests.join(folder), &mut paths);
    }
    let texts: Vec<String> = paths
        .iter()
        .filter_map(|path| std::fs::read_to_string(path).ok())
        .collect();
    let mut random = Random(SEED);
    for index in 0..MUTANTS {
        let mutant = mutate(&texts[random.below(texts.len())], &mut random);
        let start = Instant::now();
        let outcome = on_deep_stack(|| std::panic::catch_unwind(|| check(&mutant)));
        assert!(outcome.is_ok(), "mutant {index} panics:\n{mutant}");
        assert!(
            start.elapsed() < MAX_TIME,
            "mutant {index} takes too long:\n{mutant}"
        );
    }
}

//! Module versions: `v1.2.3-pre+meta`, compared as semantic versions are.

use crate::GoVersion;
use std::cmp::Ordering;

/// Whether `version` is of the form that go.mod demands.
pub(crate) fn is_valid(version: &str) -> bool {
    parts(version).is_some()
}

/// Orders two versions; what is not one comes first.
pub(crate) fn compare(a: &str, b: &str) -> Ordering {
    match (parts(a), parts(b)) {
        (Some(a), Some(b)) => a
            .numbers
            .cmp(&b.numbers)
            .then_with(|| compare_prerelease(a.prerelease, b.prerelease)),
        (a, b) => a.is_some().cmp(&b.is_some()),
    }
}

struct Parts<'a> {
    numbers: [u64; 3],
    prerelease: &'a str,
}

fn parts(version: &str) -> Option<Parts<'_>> {
    let rest = version.strip_prefix('v')?;
    let rest = rest.split_once('+').map_or(rest, |(version, _)| version);
    let (core, prerelease) = rest.split_once('-').unwrap_or((rest, ""));
    let mut numbers = [0; 3];
    let mut given = core.split('.');
    for number in &mut numbers {
        *number = given.next()?.parse().ok()?;
    }
    given.next().is_none().then_some(Parts { numbers, prerelease })
}

/// A version with a prerelease comes before the one without; identifiers compare as numbers where
/// both are, numbers before words.
fn compare_prerelease(a: &str, b: &str) -> Ordering {
    if a.is_empty() || b.is_empty() {
        return a.is_empty().cmp(&b.is_empty());
    }
    let (mut left, mut right) = (a.split('.'), b.split('.'));
    loop {
        let order = match (left.next(), right.next()) {
            (None, None) => return Ordering::Equal,
            (None, Some(_)) => Ordering::Less,
            (Some(_), None) => Ordering::Greater,
            (Some(a), Some(b)) => match (a.parse::<u64>(), b.parse::<u64>()) {
                (Ok(a), Ok(b)) => a.cmp(&b),
                (Ok(_), Err(_)) => Ordering::Less,
                (Err(_), Ok(_)) => Ordering::Greater,
                (Err(_), Err(_)) => a.cmp(b),
            },
        };
        if order != Ordering::Equal {
            return order;
        }
    }
}

/// Reads `1.21`, `1.21.3`, `1.21rc1` or, with the prefix, `go1.21…`.
pub(crate) fn go_version(text: &str) -> Option<GoVersion> {
    let text = text.strip_prefix("go").unwrap_or(text);
    let (major, rest) = text.split_once('.').unwrap_or((text, "0"));
    let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    Some((major.parse().ok()?, rest[..digits].parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order() {
        let sorted = [
            "v1.0.0-alpha",
            "v1.0.0-alpha.1",
            "v1.0.0-beta.2",
            "v1.0.0-beta.11",
            "v1.0.0",
            "v1.2.0",
            "v1.10.0",
        ];
        for pair in sorted.windows(2) {
            assert_eq!(compare(pair[0], pair[1]), Ordering::Less, "{pair:?}");
        }
        assert_eq!(compare("v2.0.0+incompatible", "v2.0.0"), Ordering::Equal);
        assert!(is_valid("v0.0.0-20210101000000-abcdefabcdef") && !is_valid("v1.2") && !is_valid("master"));
    }

    #[test]
    fn go() {
        assert_eq!(go_version("1.21"), Some((1, 21)));
        assert_eq!(go_version("go1.26.8"), Some((1, 26)));
        assert_eq!(go_version("1.21rc2"), Some((1, 21)));
        assert_eq!(go_version("x"), None);
    }
}

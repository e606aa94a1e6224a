//! The variables that say from where modules come.

use std::path::PathBuf;

/// Where to fetch from, as Go's variables of the same names say.
#[derive(Clone, Debug)]
pub struct Settings {
    pub sources: Vec<Source>,
    /// Patterns of module paths that no proxy may be asked for.
    pub no_proxy: Vec<String>,
    /// `$GOMODCACHE`.
    pub module_cache: Option<PathBuf>,
    /// Where fetched Go trees are.
    pub tree_cache: Option<PathBuf>,
}

/// An entry of `$GOPROXY`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    pub place: Place,
    /// After `|` the next entry is asked whatever went wrong, after `,` only if this one has no such module.
    pub falls_through: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// Without a slash at its end.
    Proxy(String),
    /// The module's own repository.
    Direct,
    Off,
}

const DEFAULT: &str = "https://proxy.golang.org,direct";

impl Settings {
    /// Reads them from `variable`, which tells the value of an environment variable.
    pub fn from_variables(
        module_cache: Option<PathBuf>,
        tree_cache: Option<PathBuf>,
        variable: impl Fn(&str) -> Option<String>,
    ) -> Settings {
        let given = |name: &str| variable(name).filter(|value| !value.is_empty());
        let no_proxy = given("GONOPROXY")
            .or_else(|| given("GOPRIVATE"))
            .unwrap_or_default();
        Settings {
            sources: sources(given("GOPROXY").as_deref().unwrap_or(DEFAULT)),
            no_proxy: no_proxy
                .split(',')
                .map(str::trim)
                .filter(|pattern| !pattern.is_empty())
                .map(str::to_string)
                .collect(),
            module_cache,
            tree_cache,
        }
    }

    /// Whether only the module's own repository may be asked.
    pub(crate) fn is_private(&self, path: &str) -> bool {
        self.no_proxy.iter().any(|pattern| matches_prefix(pattern, path))
    }
}

fn sources(list: &str) -> Vec<Source> {
    let mut sources = Vec::new();
    let mut rest = list;
    while !rest.is_empty() {
        let end = rest.find([',', '|']).unwrap_or(rest.len());
        let entry = rest[..end].trim().trim_end_matches('/');
        let falls_through = rest[end..].starts_with('|');
        rest = rest.get(end + 1..).unwrap_or_default();
        let place = match entry {
            "" => continue,
            "direct" => Place::Direct,
            "off" => Place::Off,
            url if url.contains("://") => Place::Proxy(url.to_string()),
            // Go's reference of modules: "a URL without a scheme is https".
            host => Place::Proxy(format!("https://{host}")),
        };
        sources.push(Source { place, falls_through });
    }
    sources
}

/// Go's reference of modules: "a list of glob patterns (in the syntax of Go's path.Match) of module path
/// prefixes". Only `*` and `?` are understood, within an element.
fn matches_prefix(pattern: &str, path: &str) -> bool {
    let elements: Vec<&str> = path.split('/').collect();
    let wanted: Vec<&str> = pattern.split('/').collect();
    wanted.len() <= elements.len()
        && wanted
            .iter()
            .zip(&elements)
            .all(|(pattern, element)| matches_element(pattern.as_bytes(), element.as_bytes()))
}

fn matches_element(pattern: &[u8], text: &[u8]) -> bool {
    match (pattern, text) {
        ([], []) => true,
        ([b'*', rest @ ..], _) => (0..=text.len()).any(|skipped| matches_element(rest, &text[skipped..])),
        ([b'?', pattern @ ..], [_, text @ ..]) => matches_element(pattern, text),
        ([wanted, pattern @ ..], [found, text @ ..]) => wanted == found && matches_element(pattern, text),
        ([_, ..], []) | ([], [_, ..]) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists() {
        let proxy = |url: &str, falls_through| Source {
            place: Place::Proxy(url.into()),
            falls_through,
        };
        assert_eq!(
            sources("https://a.com/x/|b.com,file:///c,off"),
            [
                proxy("https://a.com/x", true),
                proxy("https://b.com", false),
                proxy("file:///c", false),
                Source {
                    place: Place::Off,
                    falls_through: false
                },
            ]
        );
    }

    #[test]
    fn private() {
        assert!(matches_prefix("*.corp.com", "git.corp.com/x/y"));
        assert!(matches_prefix("a.com/x", "a.com/x/y"));
        assert!(!matches_prefix("a.com/x", "a.com/xy"));
        assert!(!matches_prefix("a.com/x/y", "a.com/x"));
    }
}

//! Variables of the surroundings, as the go command finds them.

use std::collections::HashMap;
use std::path::PathBuf;
use std::{env, fs};

/// The variables of the process, and behind them those that `go env -w` has set.
pub struct Variables {
    settings: HashMap<String, String>,
}

impl Variables {
    pub fn read() -> Variables {
        let file = match env::var_os("GOENV").filter(|name| !name.is_empty()) {
            Some(name) if name == "off" => None,
            Some(name) => Some(PathBuf::from(name)),
            None => dirs::config_dir().map(|folder| folder.join("go/env")),
        };
        let text = file
            .and_then(|file| fs::read_to_string(file).ok())
            .unwrap_or_default();
        let settings = text
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| line.split_once('='))
            .map(|(name, value)| (name.to_string(), value.to_string()))
            .collect();
        Variables { settings }
    }

    pub fn get(&self, name: &str) -> Option<String> {
        let own = env::var(name).ok().filter(|value| !value.is_empty());
        own.or_else(|| self.settings.get(name).cloned())
    }
}

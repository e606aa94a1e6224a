//! Files of a proxy.

use crate::settings::{Place, Settings};
use goes_packages::escape;
use indicatif::{ProgressBar, ProgressStyle};
use std::fs::File;
use std::io::{self, Read};
use std::time::Duration;
use ureq::Agent;
use ureq::tls::{RootCerts, TlsConfig};

/// What is read of a module.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wish<'a> {
    pub path: &'a str,
    pub version: &'a str,
    /// `mod`, `zip` or `info`.
    pub kind: &'a str,
    /// Answers that are longer are refused.
    pub max_len: u64,
}

/// Asks proxies.
#[derive(Debug)]
pub(crate) struct Client {
    agent: Agent,
}

/// Why a source did not answer.
enum Failure {
    /// "If the proxy responds with 404 or 410, go falls back to the next".
    Missing(String),
    Other(String),
}

impl Client {
    pub(crate) fn new() -> Client {
        let config = Agent::config_builder()
            // The machine's own certificates, as every other tool on it trusts.
            .tls_config(
                TlsConfig::builder()
                    .root_certs(RootCerts::PlatformVerifier)
                    .build(),
            )
            .timeout_connect(Some(Duration::from_secs(20)))
            .timeout_recv_response(Some(Duration::from_secs(60)))
            .user_agent(concat!("goes/", env!("CARGO_PKG_VERSION")))
            .build();
        Client { agent: config.into() }
    }

    /// Writes a file of a module to `to`, asking one source after the other. `Err` is a sentence for the user.
    pub(crate) fn fetch(&self, settings: &Settings, wish: Wish<'_>, to: &mut File) -> Result<(), String> {
        let name = format!("{}@{}", wish.path, wish.version);
        if settings.is_private(wish.path) {
            return Err(format!("{name}: {}", direct(wish.path)));
        }
        let mut last = format!("{name}: $GOPROXY names no source");
        for source in &settings.sources {
            let failure = match &source.place {
                Place::Off => return Err(format!("{name}: module lookup disabled by GOPROXY=off")),
                Place::Direct => {
                    // What the proxies said tells more.
                    let is_only = settings.sources.len() == 1;
                    return Err(if is_only {
                        format!("{name}: {}", direct(wish.path))
                    } else {
                        last
                    });
                }
                Place::Proxy(base) => {
                    let url = format!(
                        "{base}/{}/@v/{}.{}",
                        escape(wish.path),
                        escape(wish.version),
                        wish.kind
                    );
                    if wish.kind == "zip" {
                        // As the go command tells of it.
                        eprintln!("goes: downloading {} {}", wish.path, wish.version);
                    }
                    match self.read(&url, wish, to) {
                        Ok(()) => return Ok(()),
                        Err(failure) => failure,
                    }
                }
            };
            match failure {
                Failure::Missing(why) => last = format!("{name}: reading {why}"),
                Failure::Other(why) if source.falls_through => last = format!("{name}: reading {why}"),
                Failure::Other(why) => return Err(format!("{name}: reading {why}")),
            }
        }
        Err(last)
    }

    fn read(&self, url: &str, wish: Wish<'_>, to: &mut File) -> Result<(), Failure> {
        if let Some(path) = url.strip_prefix("file://") {
            let file = File::open(path).map_err(|error| match error.kind() {
                io::ErrorKind::NotFound => Failure::Missing(format!("{url}: no such file")),
                _ => Failure::Other(format!("{url}: {error}")),
            })?;
            return copy(file, None, wish, to).map_err(|error| Failure::Other(format!("{url}: {error}")));
        }
        let response = self.agent.get(url).call().map_err(|error| match error {
            ureq::Error::StatusCode(code @ (404 | 410)) => Failure::Missing(format!("{url}: {code}")),
            ureq::Error::StatusCode(code) => Failure::Other(format!("{url}: {code}")),
            error => Failure::Other(format!("{url}: {error}")),
        })?;
        let body = response.into_body();
        let len = body.content_length();
        copy(body.into_reader(), len, wish, to).map_err(|error| Failure::Other(format!("{url}: {error}")))
    }
}

/// What to tell where a version control system would be needed.
fn direct(path: &str) -> String {
    format!(
        "only its own repository may be asked (GOPROXY=direct, GOPRIVATE or GONOPROXY), and goes fetches from proxies only; to fetch it: go mod download {path}"
    )
}

fn copy(from: impl Read, len: Option<u64>, wish: Wish<'_>, to: &mut File) -> io::Result<()> {
    let too_long = || io::Error::other(format!("it has more than {} bytes", wish.max_len));
    if len.is_some_and(|len| len > wish.max_len) {
        return Err(too_long());
    }
    let bar = progress(wish, len);
    let written = io::copy(&mut bar.wrap_read(from).take(wish.max_len + 1), to)?;
    bar.finish_and_clear();
    match len {
        _ if written > wish.max_len => Err(too_long()),
        Some(len) if written < len => Err(io::ErrorKind::UnexpectedEof.into()),
        Some(_) | None => Ok(()),
    }
}

/// A bar on a terminal, for what takes long.
fn progress(wish: Wish<'_>, len: Option<u64>) -> ProgressBar {
    if wish.kind != "zip" {
        return ProgressBar::hidden();
    }
    let bar = len.map_or_else(ProgressBar::new_spinner, ProgressBar::new);
    let style = ProgressStyle::with_template("{msg} {bar:30} {bytes}/{total_bytes}");
    style
        .map_or_else(|_| bar.clone(), |style| bar.clone().with_style(style))
        .with_message(format!("downloading {} {}", wish.path, wish.version))
}

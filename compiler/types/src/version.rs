//! Which language version allows what.

use crate::checker::Checker;
use crate::env::Env;
use goes_source::{Code, Span};

impl<'a> Checker<'a> {
    /// Whether the file's language version is at least `wanted`.
    pub(crate) fn allow_version(&self, env: &Env, wanted: (u32, u32)) -> bool {
        env.version == (0, 0) || env.version >= wanted
    }

    /// [`Checker::allow_version`], reporting if not. `what` is the feature's name.
    pub(crate) fn verify_version(&mut self, env: &Env, span: Span, wanted: (u32, u32), what: &str) -> bool {
        if self.allow_version(env, wanted) {
            return true;
        }
        let message = version_message(wanted, what);
        self.fail(env, "UnsupportedFeature", span, message);
        false
    }

    /// Reports an error at `span`; at the constant's name, for an expression that is repeated implicitly.
    pub(crate) fn fail(&mut self, env: &Env, code: Code, span: Span, message: impl Into<String>) {
        let mut message = message.into();
        if message.ends_with(" or later") && message.contains("requires go1.") {
            message.push_str(&self.version_origin(env));
        }
        self.error(code, env.repeated_at.unwrap_or(span), message);
    }

    /// Where the file's language version comes from, in parentheses.
    fn version_origin(&self, env: &Env) -> String {
        let (major, minor) = env.version;
        let file = self.package(env.package).files.get(env.file as usize);
        if file.is_some_and(|file| file.go_version == Some(env.version)) {
            return format!(" (file declares //go:build go{major}.{minor})");
        }
        format!(" (-lang was set to go{major}.{minor}; check go.mod)")
    }
}

pub(crate) fn version_message((major, minor): (u32, u32), what: &str) -> String {
    format!("{what} requires go{major}.{minor} or later")
}

//! Diagnostics for people (codespan-reporting), for editors (`file:line:col: message`) and as JSON.

//! String constants.

use std::ops::Deref;
use std::sync::{Arc, OnceLock};

/// The bytes of a string constant. Long ones are put together when they are first looked at: a few lines
/// of constants that double each other amount to more than there is memory.
#[derive(Clone, Debug)]
pub struct Text(Arc<Node>);

#[derive(Debug)]
struct Node {
    len: u64,
    /// How many concatenations are nested.
    depth: u32,
    /// What is still to be joined.
    parts: Option<(Text, Text)>,
    bytes: OnceLock<Box<[u8]>>,
}

/// Shorter texts are joined at once.
const MIN_LAZY: u64 = 1 << 16;
/// Texts are dropped and joined recursively.
const MAX_DEPTH: u32 = 64;

impl Text {
    /// The length in bytes.
    pub fn length(&self) -> u64 {
        self.0.len
    }

    /// `self + other`
    pub fn concat(&self, other: &Text) -> Text {
        let len = self.length().saturating_add(other.length());
        let depth = 1 + self.0.depth.max(other.0.depth);
        if len < MIN_LAZY || depth > MAX_DEPTH {
            return [&self[..], &other[..]].concat().into();
        }
        Text(Arc::new(Node {
            len,
            depth,
            parts: Some((self.clone(), other.clone())),
            bytes: OnceLock::new(),
        }))
    }

    fn append_to(&self, bytes: &mut Vec<u8>) {
        match (self.0.bytes.get(), &self.0.parts) {
            (Some(known), _) => bytes.extend_from_slice(known),
            (None, Some((first, second))) => {
                first.append_to(bytes);
                second.append_to(bytes);
            }
            (None, None) => {}
        }
    }
}

impl From<Vec<u8>> for Text {
    fn from(bytes: Vec<u8>) -> Text {
        Text(Arc::new(Node {
            len: bytes.len() as u64,
            depth: 0,
            parts: None,
            bytes: OnceLock::from(bytes.into_boxed_slice()),
        }))
    }
}

impl Deref for Text {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        self.0.bytes.get_or_init(|| {
            let mut bytes = Vec::with_capacity(usize::try_from(self.0.len).unwrap_or_default());
            self.append_to(&mut bytes);
            bytes.into()
        })
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Text) -> bool {
        self.length() == other.length() && (Arc::ptr_eq(&self.0, &other.0) || self[..] == other[..])
    }
}

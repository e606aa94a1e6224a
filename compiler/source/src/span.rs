//! Positions in the concatenation of all files of a build.

/// A range of bytes, `lo..hi`, in the position space of [`crate::Files`].
///
/// Each file occupies its own range of that space, so a span alone tells which file it is in.
/// Position 0 belongs to no file: `Span::default()` is "nowhere".
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    pub lo: u32,
    pub hi: u32,
}

impl Span {
    pub const fn new(lo: u32, hi: u32) -> Span {
        Span { lo, hi }
    }

    /// The smallest span that covers `self` and what follows it up to the end of `other`.
    pub fn to(self, other: Span) -> Span {
        Span {
            lo: self.lo,
            hi: other.hi.max(self.hi),
        }
    }

    /// The empty span where `self` starts.
    pub fn start(self) -> Span {
        Span {
            lo: self.lo,
            hi: self.lo,
        }
    }

    pub fn is_nowhere(self) -> bool {
        self.lo == 0
    }
}

//! The predeclared identifiers.

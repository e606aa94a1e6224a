//! How gc words what the grammar did not expect.

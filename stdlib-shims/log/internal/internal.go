// Package internal is what log/slog needs of log.
package internal

// DefaultOutput writes a line by the standard logger of log, with the file and line of a call.
var DefaultOutput func(pc uintptr, data []byte) error

package flag

import (
	"io"
	"os"
)

var DefaultUsage = Usage

// ResetForTesting forgets all flags; errors do not end the program from then on.
func ResetForTesting(usage func()) {
	CommandLine = NewFlagSet(os.Args[0], ContinueOnError)
	CommandLine.SetOutput(io.Discard)
	CommandLine.Usage = func() { Usage() }
	Usage = usage
}

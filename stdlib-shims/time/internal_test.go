package time

func init() { ForceUSPacificForTesting() }

// Interrupt does nothing: no signal interrupts a sleep.
func Interrupt() {}

package time

func init() { ForceUSPacificForTesting() }

// Interrupt does nothing: no signal interrupts a sleep.
func Interrupt() {}

// CheckRuntimeTimerPeriodOverflow lets a ticker with the longest period live while another timer ends.
func CheckRuntimeTimerPeriodOverflow() {
	ticker := NewTicker(1<<63 - 1)
	defer ticker.Stop()
	<-After(25 * Millisecond)
}

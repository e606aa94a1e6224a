package metrics

import "unsafe"

// runtime_readMetrics leaves samples as they are made: of kind KindBad, which says that the runtime does not have them.
func runtime_readMetrics(samples unsafe.Pointer, length, capacity int) {}

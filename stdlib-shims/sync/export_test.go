package sync

// Who waits for a semaphore.
var semaphores = map[*uint32]*waitList{}

func Runtime_Semacquire(s *uint32) {
	for *s == 0 {
		w := semaphores[s]
		if w == nil {
			w = new(waitList)
			semaphores[s] = w
		}
		w.wait("semacquire")
	}
	*s--
}

func Runtime_Semrelease(s *uint32, handoff bool, skipframes int) {
	*s++
	if w := semaphores[s]; w != nil {
		w.wake()
	}
}

// A goroutine keeps its processor: there is only one.

func Runtime_procPin() int { return 0 }
func Runtime_procUnpin()   {}

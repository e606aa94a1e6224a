package poll

// Who waits for a semaphore.
var waiting = map[*uint32][]chan struct{}{}

func runtime_Semacquire(sema *uint32) {
	for *sema == 0 {
		turn := make(chan struct{})
		waiting[sema] = append(waiting[sema], turn)
		<-turn
	}
	*sema--
}

func runtime_Semrelease(sema *uint32) {
	*sema++
	list := waiting[sema]
	if len(list) == 0 {
		return
	}
	close(list[0])
	if len(list) == 1 {
		delete(waiting, sema)
	} else {
		waiting[sema] = list[1:]
	}
}

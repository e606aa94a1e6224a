package sync

// A Map is a map[any]any that goroutines may share. The zero value is empty.
type Map struct {
	m map[any]any
}

// Load returns the value for key.
func (m *Map) Load(key any) (value any, ok bool) {
	value, ok = m.m[key]
	return value, ok
}

// Store sets the value for key.
func (m *Map) Store(key, value any) {
	if m.m == nil {
		m.m = make(map[any]any)
	}
	m.m[key] = value
}

// Clear removes all entries.
func (m *Map) Clear() {
	clear(m.m)
}

// LoadOrStore returns the value for key if there is one, else it stores value and returns that.
func (m *Map) LoadOrStore(key, value any) (actual any, loaded bool) {
	if actual, ok := m.m[key]; ok {
		return actual, true
	}
	m.Store(key, value)
	return value, false
}

// LoadAndDelete removes key and returns the value that it had.
func (m *Map) LoadAndDelete(key any) (value any, loaded bool) {
	value, loaded = m.m[key]
	delete(m.m, key)
	return value, loaded
}

// Delete removes key.
func (m *Map) Delete(key any) {
	delete(m.m, key)
}

// Swap sets the value for key and returns the one before.
func (m *Map) Swap(key, value any) (previous any, loaded bool) {
	previous, loaded = m.m[key]
	m.Store(key, value)
	return previous, loaded
}

// CompareAndSwap sets the value for key to new if it equals old.
func (m *Map) CompareAndSwap(key, old, new any) (swapped bool) {
	value, ok := m.m[key]
	if !ok || value != old {
		return false
	}
	m.m[key] = new
	return true
}

// CompareAndDelete removes key if its value equals old.
func (m *Map) CompareAndDelete(key, old any) (deleted bool) {
	value, ok := m.m[key]
	if !ok || value != old {
		return false
	}
	delete(m.m, key)
	return true
}

// Range calls f for each entry until f returns false.
func (m *Map) Range(f func(key, value any) bool) {
	for key, value := range m.m {
		if !f(key, value) {
			return
		}
	}
}

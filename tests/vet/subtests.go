//go:build go1.21

// Before Go 1.22 subtests that run in parallel saw the last values of the loop's variables.
package main

import "testing"

func loops(t *testing.T, b *testing.B) {
	for i, name := range []string{"a", "b"} {
		t.Run(name, func(t *testing.T) {
			use(i)
			t.Parallel()
			use(i, name)
			t.Run("inner", func(t *testing.T) { use(name) })
		})
		t.Run(name, func(t *testing.T) { use(i) })
		t.Run(name, func(t *testing.T) {
			i := i
			t.Parallel()
			use(i)
		})
		b.Run(name, func(b *testing.B) { use(i) })
		t.Run(name, func(inner *testing.T) {
			t.Parallel()
			use(i)
		})
		t.Run(name, func(t *testing.T) {
			if i > 0 {
				goto end
			}
			t.Parallel()
			use(i)
		end:
			use(name)
			t.Parallel()
			use(i)
		})
		use()
	}
}

func use(values ...any) {}

func main() { loops(nil, nil) }

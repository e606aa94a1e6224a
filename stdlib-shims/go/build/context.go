package build

func defaultContext() Context {
	c := ownContext()
	c.Compiler = "gc"
	return c
}

package main

type A struct{ B }
type B struct{ C }
type C struct{ A }

func main() { var a A; _ = a }

package main

func main() {
	defer func() {
		panic("later")
	}()
	panic(42)
}

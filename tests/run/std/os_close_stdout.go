package main

import (
	"bufio"
	"fmt"
	"os"
)

func main() {
	w := bufio.NewWriter(os.Stdout)
	fmt.Fprintln(w, "written before the end")
	fmt.Println(w.Flush())
	if err := os.Stdout.Close(); err != nil {
		panic(err)
	}
	_, err := fmt.Println("lost")
	panic(err)
}

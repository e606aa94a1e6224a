// A megabyte of output arrives whole.
package main

import (
	"bufio"
	"fmt"
	"os"
)

func main() {
	w := bufio.NewWriter(os.Stdout)
	defer w.Flush()
	for i := range 20000 {
		fmt.Fprintf(w, "line %d of a rather long output that fills pipes\n", i)
	}
}

// Reading standard input by line, word and as a whole.
package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"
)

func main() {
	in := bufio.NewReader(os.Stdin)
	first, err := in.ReadString('\n')
	fmt.Printf("%q %v\n", first, err)
	sc := bufio.NewScanner(in)
	n := 0
	for sc.Scan() {
		n++
		if n <= 2 {
			fmt.Println(n, sc.Text())
		}
		if n == 3 {
			break
		}
	}
	rest, err := io.ReadAll(in)
	fmt.Println(n, len(rest), err)
	words := bufio.NewScanner(strings.NewReader("a bb  ccc\nd"))
	words.Split(bufio.ScanWords)
	for words.Scan() {
		fmt.Print(words.Text(), "|")
	}
	fmt.Println()
	w := bufio.NewWriter(os.Stdout)
	defer w.Flush()
	fmt.Fprintf(w, "buffered %d\n", w.Buffered())
	var a, b int
	fmt.Sscan("3 4", &a, &b)
	fmt.Fprintln(w, a+b)
}

// Command goparse says what go/parser makes of the files that are named on standard input: one line each,
// the path, a tab, and the line of the first error, or 0.
package main

import (
	"bufio"
	"fmt"
	"go/parser"
	"go/scanner"
	"go/token"
	"os"
)

func main() {
	input := bufio.NewScanner(os.Stdin)
	output := bufio.NewWriter(os.Stdout)
	defer output.Flush()
	for input.Scan() {
		path := input.Text()
		line := 0
		_, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if list, ok := err.(scanner.ErrorList); ok {
			line = list[0].Pos.Line
		} else if err != nil {
			line = 1
		}
		fmt.Fprintf(output, "%s\t%d\n", path, line)
	}
}

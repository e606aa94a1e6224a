// Command gocheck parses and type-checks the packages that a list on standard input names, all bodies
// included, and prints how many milliseconds that took and what went wrong. In the list a line `package
// PATH` is followed by `file NAME` and `import WRITTEN PATH` lines; imported packages come first.
package main

import (
	"bufio"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
	"time"
)

type unit struct {
	path    string
	files   []string
	imports map[string]string
}

// imported resolves what one package imports.
type imported struct {
	unit  *unit
	known map[string]*types.Package
}

func (i imported) Import(path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	if found := i.known[i.unit.imports[path]]; found != nil {
		return found, nil
	}
	return nil, fmt.Errorf("%s is not in the list", path)
}

func main() {
	// One thread, as the other side has.
	runtime.GOMAXPROCS(1)
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(100)
	}
	var units []*unit
	input := bufio.NewScanner(os.Stdin)
	for input.Scan() {
		words := strings.Fields(input.Text())
		switch words[0] {
		case "package":
			units = append(units, &unit{path: words[1], imports: map[string]string{}})
		case "file":
			last := units[len(units)-1]
			last.files = append(last.files, words[1])
		case "import":
			units[len(units)-1].imports[words[1]] = words[2]
		}
	}
	start := time.Now()
	errors := 0
	known := map[string]*types.Package{}
	set := token.NewFileSet()
	for _, unit := range units {
		var files []*ast.File
		for _, name := range unit.files {
			file, err := parser.ParseFile(set, name, nil, parser.ParseComments|parser.SkipObjectResolution)
			if err != nil {
				errors++
			}
			files = append(files, file)
		}
		if unit.path == "unsafe" {
			continue
		}
		config := types.Config{
			Importer: imported{unit, known},
			Sizes:    types.SizesFor("gc", "amd64"),
			Error:    func(err error) { errors++ },
		}
		info := &types.Info{
			Types:      map[ast.Expr]types.TypeAndValue{},
			Defs:       map[*ast.Ident]types.Object{},
			Uses:       map[*ast.Ident]types.Object{},
			Selections: map[*ast.SelectorExpr]*types.Selection{},
			Instances:  map[*ast.Ident]types.Instance{},
			Implicits:  map[ast.Node]types.Object{},
		}
		known[unit.path], _ = config.Check(unit.path, set, files, info)
		infos = append(infos, info)
	}
	fmt.Printf("%d %d\n", time.Since(start).Milliseconds(), errors)
}

// infos keeps what was found out: a compiler would go on with it.
var infos []*types.Info

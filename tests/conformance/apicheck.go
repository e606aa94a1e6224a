// Command apicheck compares the exported API of the shims with that of the packages that they replace.
//
//	go run tests/conformance/apicheck.go stdlib-shims [package…]
//
// It prints what a shim lacks (-), has beyond (+) or declares otherwise (~). Shims with an overlay.txt only add to a
// package and are left out.
package main

import (
	"fmt"
	"go/ast"
	"go/build"
	"go/parser"
	"go/printer"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
)

func main() {
	root := os.Args[1]
	packages := os.Args[2:]
	if len(packages) == 0 {
		packages = replacements(root)
	}
	missing, total := 0, 0
	for _, path := range packages {
		real, err := exported(filepath.Join(build.Default.GOROOT, "src", path))
		if err != nil {
			continue
		}
		shim, err := exported(filepath.Join(root, path))
		if err != nil {
			fmt.Println(path, err)
			continue
		}
		total += len(real)
		for _, name := range sortedKeys(real) {
			owner, _, _ := strings.Cut(name, ".")
			switch text, ok := shim[name]; {
			case !ok && shim[owner+"."] == unknown, text == promoted, real[name] == promoted, real[name] == unknown:
			case !ok:
				missing++
				fmt.Println("-", path, name, real[name])
			case text != real[name]:
				fmt.Println("~", path, name, text, "|", real[name])
			}
		}
		for _, name := range sortedKeys(shim) {
			if _, ok := real[name]; !ok && shim[name] != unknown {
				fmt.Println("+", path, name)
			}
		}
	}
	fmt.Printf("total: %d exported names, %d missing\n", total, missing)
}

func sortedKeys(m map[string]string) []string {
	var keys []string
	for key := range m {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	return keys
}

// replacements lists the packages that shims replace as a whole and that programs can import.
func replacements(root string) []string {
	var found []string
	filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		if d.Name() == "internal" {
			return filepath.SkipDir
		}
		sources, _ := filepath.Glob(filepath.Join(path, "*.go"))
		overlays, _ := filepath.Glob(filepath.Join(path, "overlay.txt"))
		if len(sources) > 0 && len(overlays) == 0 {
			rel, _ := filepath.Rel(root, path)
			found = append(found, rel)
		}
		return nil
	})
	return found
}

// exported gives the exported names of a package with what they are: for functions the signature without names.
func exported(dir string) (map[string]string, error) {
	context := build.Default
	context.GOOS, context.GOARCH, context.CgoEnabled = "js", "wasm", false
	pkg, err := context.ImportDir(dir, 0)
	if err != nil {
		return nil, err
	}
	names := map[string]string{}
	embedded := map[string][]string{}
	fset := token.NewFileSet()
	for _, name := range pkg.GoFiles {
		file, err := parser.ParseFile(fset, filepath.Join(dir, name), nil, 0)
		if err != nil {
			return nil, err
		}
		for _, decl := range file.Decls {
			declared(decl, names, embedded)
		}
	}
	promote(names, embedded)
	for name := range names {
		if first, _, _ := strings.Cut(name, "."); !ast.IsExported(first) {
			delete(names, name)
		}
	}
	return names, nil
}

// promoted stands for a method of an embedded type; unknown for those of an embedded type of another package.
const (
	promoted = "promoted"
	unknown  = "unknown"
)

// promote adds the methods that types have through what they embed.
func promote(names map[string]string, embedded map[string][]string) {
	for range 3 {
		for owner, parts := range embedded {
			for _, part := range parts {
				isKnown := false
				for name, text := range names {
					method, ok := strings.CutPrefix(name, part+".")
					if ok && (text == promoted || strings.HasPrefix(text, "func")) {
						isKnown = true
						if _, own := names[owner+"."+method]; !own {
							names[owner+"."+method] = promoted
						}
					}
				}
				if !isKnown {
					names[owner+"."] = unknown
				}
			}
		}
	}
}

func declared(decl ast.Decl, names map[string]string, embedded map[string][]string) {
	switch decl := decl.(type) {
	case *ast.FuncDecl:
		name := decl.Name.Name
		if !ast.IsExported(name) {
			return
		}
		if decl.Recv != nil {
			name = baseName(decl.Recv.List[0].Type) + "." + name
		}
		names[name] = signature(decl.Type)
	case *ast.GenDecl:
		for _, spec := range decl.Specs {
			switch spec := spec.(type) {
			case *ast.ValueSpec:
				for _, name := range spec.Names {
					if name.IsExported() {
						names[name.Name] = decl.Tok.String()
					}
				}
			case *ast.TypeSpec:
				typeDeclared(spec, names, embedded)
			}
		}
	}
}

func typeDeclared(spec *ast.TypeSpec, names map[string]string, embedded map[string][]string) {
	if spec.Name.IsExported() {
		names[spec.Name.Name] = "type"
	}
	switch t := spec.Type.(type) {
	case *ast.StructType:
		for _, field := range t.Fields.List {
			for _, name := range field.Names {
				if name.IsExported() {
					names[spec.Name.Name+"."+name.Name] = "field"
				}
			}
			if len(field.Names) == 0 {
				embedded[spec.Name.Name] = append(embedded[spec.Name.Name], baseName(field.Type))
			}
		}
	case *ast.InterfaceType:
		for _, method := range t.Methods.List {
			for _, name := range method.Names {
				if name.IsExported() {
					names[spec.Name.Name+"."+name.Name] = signature(method.Type.(*ast.FuncType))
				}
			}
		}
	}
}

func baseName(expr ast.Expr) string {
	switch expr := expr.(type) {
	case *ast.StarExpr:
		return baseName(expr.X)
	case *ast.IndexExpr:
		return baseName(expr.X)
	case *ast.IndexListExpr:
		return baseName(expr.X)
	case *ast.Ident:
		return expr.Name
	case *ast.SelectorExpr:
		return expr.Sel.Name
	}
	return ""
}

func signature(t *ast.FuncType) string {
	list := func(fields *ast.FieldList) string {
		var types []string
		if fields != nil {
			for _, field := range fields.List {
				var text strings.Builder
				printer.Fprint(&text, token.NewFileSet(), field.Type)
				types = append(types, slices.Repeat([]string{text.String()}, max(1, len(field.Names)))...)
			}
		}
		return "(" + strings.Join(types, ", ") + ")"
	}
	return strings.ReplaceAll("func"+list(t.Params)+list(t.Results), "interface{}", "any")
}

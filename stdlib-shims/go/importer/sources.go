package importer

import (
	"go/token"
	"go/types"
	"runtime"
)

// ForCompiler returns an importer of what a compiler leaves behind, or of sources where that is nothing. A lookup
// function leads to export data of gc.
func ForCompiler(fset *token.FileSet, compiler string, lookup Lookup) types.Importer {
	if compiler == runtime.Compiler {
		compiler = "source"
		if lookup != nil {
			compiler = "gc"
		}
	}
	return forCompiler(fset, compiler, lookup)
}

package srcimporter

import (
	"fmt"
	"go/build"
	"go/token"
	"go/types"
	"sync"
)

// Positions in packages that importers share. What other files a file set has lies below or above, and all positions
// are small integers to JavaScript's engines.
const sharedStart, sharedEnd = 1 << 30, 1<<30 + 1<<28

// sharedFiles are the files of packages that importers share.
var sharedFiles = sync.OnceValue(func() *token.FileSet {
	fset := token.NewFileSet()
	fset.AddFile("", sharedStart-1, 0)
	return fset
})

// sharedRoom stands at sharedEnd in each file set with shared files, so that other files follow it.
var sharedRoom = sync.OnceValue(func() *token.File { return token.NewFileSet().AddFile("", sharedEnd, 0) })

// shared has the packages of the standard library that any importer has asked for, in importers by what decides which
// files belong to a package.
var shared struct {
	mutex     sync.Mutex
	importers map[string]*Importer
}

// ImportFrom imports a package, one of the standard library from what all importers share where the file set has room.
func (p *Importer) ImportFrom(path, srcDir string, mode types.ImportMode) (*types.Package, error) {
	if mode == 0 && path != "unsafe" && p.shares() {
		bp, err := p.ctxt.Import(path, srcDir, build.FindOnly)
		if err == nil && bp.Goroot && p.packages[bp.ImportPath] == nil {
			return p.importShared(bp.ImportPath, srcDir)
		}
	}
	return p.importAlone(path, srcDir, mode)
}

// shares tells whether p reads real files, and has room in its file set.
func (p *Importer) shares() bool {
	c := p.ctxt
	if c.JoinPath != nil || c.IsDir != nil || c.HasSubdir != nil || c.ReadDir != nil || c.OpenFile != nil {
		return false
	}
	if p.fset == sharedFiles() {
		return false
	}
	if p.fset.File(sharedEnd) == sharedRoom() {
		return true
	}
	if p.fset.Base() >= sharedStart {
		return false
	}
	p.fset.AddExistingFiles(sharedRoom())
	return true
}

// importShared imports a package of the standard library by its full path.
func (p *Importer) importShared(path, srcDir string) (*types.Package, error) {
	c := p.ctxt
	key := fmt.Sprint(c.GOROOT, c.GOOS, c.GOARCH, c.Compiler, c.CgoEnabled, c.UseAllFiles, c.BuildTags, c.ToolTags, c.ReleaseTags)
	shared.mutex.Lock()
	defer shared.mutex.Unlock()
	if shared.importers == nil {
		shared.importers = map[string]*Importer{}
	}
	importer := shared.importers[key]
	if importer == nil {
		ctxt := *c
		importer = New(&ctxt, sharedFiles(), map[string]*types.Package{})
		shared.importers[key] = importer
	}
	pkg := importer.packages[path]
	if pkg == nil {
		var err error
		pkg, err = importer.importAlone(path, srcDir, 0)
		if err != nil {
			return pkg, err
		}
	}
	p.packages[path] = pkg
	addShared(p.fset)
	return pkg, nil
}

// addShared makes the positions of all shared files known in fset: those that it has not yet are the last ones.
func addShared(fset *token.FileSet) {
	var files []*token.File
	for file := range sharedFiles().Iterate {
		if file.Base() >= sharedStart {
			files = append(files, file)
		}
	}
	first := len(files)
	for first > 0 && fset.File(token.Pos(files[first-1].Base())) == nil {
		first--
	}
	fset.AddExistingFiles(files[first:]...)
}

// Paths, patterns and walks through folders.
package main

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
)

func main() {
	for _, p := range []string{"", ".", "/", "//", "a", "a/b", "/a/b/", "a//b/../c/./d", "../../a", "/../a", "a/..", "./a.txt", "a/.b", "x.tar.gz", "a/b.c/d", "a\\b", "/.."} {
		d, f := path.Split(p)
		fmt.Printf("%q %q %q %q %q %q %q %v | %q %q %q %v\n", p, path.Clean(p), path.Base(p), path.Dir(p), path.Ext(p), d, f, path.IsAbs(p), filepath.Clean(p), filepath.Base(p), filepath.Dir(p), filepath.IsLocal(p))
		for _, q := range []string{"", ".", "a", "../b", "/a", "/a/b/c"} {
			r, err := filepath.Rel(p, q)
			fmt.Printf("%q %q %v; ", path.Join(p, q), r, err)
		}
		fmt.Println()
	}
	fmt.Printf("%q %q %q\n", path.Join(), path.Join("", ""), path.Join("a", "", "../..", "b"))
	for _, pat := range []string{"", "*", "abc", "a*", "a*/b", "*c", "a?c", "[a-c]*", "[^a-c]*", "a[", "a[]", "[a-]", "[-x]", `\*`, `a\`, "[\\]a]", "*[a", "a*b*c*d", "?", "[ -z]", "[^a]", "a/*/c", "*/*", "日?", "[日-本]*", "[]*a]", "[[*]", "x[\xff]"} {
		for _, n := range []string{"", "a", "abc", "a/b", "ac", "adc", "*", "xyz", "abbcccd", "a/x/c", "日本", "]", "/", "[", "x"} {
			m, err := path.Match(pat, n)
			m2, err2 := filepath.Match(pat, n)
			fmt.Print(m, err, m2, err2, " ")
		}
		fmt.Println()
	}
	fmt.Println(filepath.SplitList("/a:/b::c"), filepath.ToSlash("a/b"), filepath.VolumeName("/a") == "")
	dir, err := os.MkdirTemp("", "goes")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	os.MkdirAll(filepath.Join(dir, "x/y/z"), 0o755)
	os.MkdirAll(filepath.Join(dir, "x/skip/z"), 0o755)
	for _, f := range []string{"a.txt", "x/b.txt", "x/y/c.go", "x/skip/d", "e.txt"} {
		os.WriteFile(filepath.Join(dir, f), []byte(f), 0o644)
	}
	filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		r, _ := filepath.Rel(dir, p)
		fmt.Println(r, d.IsDir(), err)
		if d.Name() == "skip" {
			return filepath.SkipDir
		}
		return nil
	})
	filepath.Walk(dir, func(p string, d fs.FileInfo, err error) error {
		r, _ := filepath.Rel(dir, p)
		if !d.IsDir() {
			fmt.Println(r, d.Size(), err)
		}
		if d.Name() == "c.go" {
			return filepath.SkipAll
		}
		return nil
	})
	ms, err := filepath.Glob(filepath.Join(dir, "*", "*.txt"))
	for _, m := range ms {
		r, _ := filepath.Rel(dir, m)
		fmt.Println(r)
	}
	ms, err = filepath.Glob(filepath.Join(dir, "*.txt"))
	fmt.Println(len(ms), err)
	ms, err = filepath.Glob("[")
	fmt.Println(ms, err)
	err = filepath.WalkDir(filepath.Join(dir, "none"), func(p string, d fs.DirEntry, err error) error {
		fmt.Println(d == nil, err != nil)
		return nil
	})
	fmt.Println(err)
	os.Symlink("x/y", filepath.Join(dir, "link"))
	e, err := filepath.EvalSymlinks(filepath.Join(dir, "link/c.go"))
	dd, _ := filepath.EvalSymlinks(dir)
	r, _ := filepath.Rel(dd, e)
	fmt.Println(r, err)
}

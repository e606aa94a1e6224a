package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	fmt.Println(len(os.Args), os.Getenv("SURELY_NOT_SET_ANYWHERE") == "")
	os.Setenv("GOES_X", "value")
	v, ok := os.LookupEnv("GOES_X")
	fmt.Println(v, ok, os.ExpandEnv("$GOES_X/${GOES_X}"))
	dir, err := os.MkdirTemp("", "goes")
	fmt.Println(err)
	defer os.RemoveAll(dir)
	name := filepath.Join(dir, "a.txt")
	fmt.Println(os.WriteFile(name, []byte("line one\nline two\n"), 0o644))
	data, err := os.ReadFile(name)
	fmt.Printf("%q %v\n", data, err)
	info, err := os.Stat(name)
	fmt.Println(info.Name(), info.Size(), info.IsDir(), err)
	_, err = os.ReadFile(filepath.Join(dir, "missing"))
	fmt.Println(errors.Is(err, os.ErrNotExist), strings.HasSuffix(err.Error(), "missing: no such file or directory"))
	f, err := os.OpenFile(name, os.O_APPEND|os.O_WRONLY, 0)
	fmt.Println(err)
	fmt.Fprintln(f, "line three")
	fmt.Println(f.Close())
	entries, err := os.ReadDir(dir)
	fmt.Println(len(entries), entries[0].Name(), err)
	data, _ = os.ReadFile(name)
	fmt.Println(strings.Count(string(data), "\n"))
	fmt.Fprintln(os.Stderr)
}

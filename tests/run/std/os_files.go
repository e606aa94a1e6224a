// run

// Files: directories and links, positions, errors with their operations, pipes that are waited for, and os.Root.
package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

var dir string

// show prints without the name of the temporary directory.
func show(args ...any) {
	fmt.Print(strings.ReplaceAll(fmt.Sprintln(args...), dir, "DIR"))
}

func check(err error) {
	if err != nil {
		show("unexpected:", err)
	}
}

func directories() {
	check(os.MkdirAll("a/b/c", 0o755))
	check(os.WriteFile("a/file", []byte("hello"), 0o640))
	check(os.Symlink("file", "a/link"))
	show(os.Mkdir("a/b", 0o755))
	show(os.Remove("a/b"))
	show(os.Rename("a/file", "a/b"))
	show(os.MkdirAll("a/file/x", 0o755))
	show(os.RemoveAll("a/b/"), os.RemoveAll("nothing"), os.RemoveAll("a/."))
	target, err := os.Readlink("a/link")
	show(target, err)
	show(os.Readlink("a/file"))
	show(os.MkdirTemp(dir+"/none", "x"))

	f, err := os.Open("a")
	check(err)
	for {
		names, err := f.Readdirnames(1)
		show(names, err)
		if err != nil {
			break
		}
	}
	show(f.Seek(0, io.SeekStart))
	infos, err := f.Readdir(-1)
	for _, info := range infos {
		show(info.Name(), info.Mode(), info.IsDir())
	}
	show(f.ReadDir(1))
	check(f.Chdir())
	wd, err := os.Getwd()
	show(wd, err)
	check(f.Close())
	show(f.Close(), f.Chdir())
	check(os.Chdir(".."))
}

func positions() {
	f, err := os.OpenFile("data", os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	check(err)
	fmt.Fprint(f, "0123456789")
	show(f.WriteAt([]byte("ab"), 4))
	show(f.Seek(-3, io.SeekEnd))
	b := make([]byte, 5)
	n, err := f.Read(b)
	show(string(b[:n]), err)
	n, err = f.ReadAt(b, 7)
	show(string(b[:n]), err)
	show(f.ReadAt(b, -1))
	show(f.Truncate(6), f.Truncate(-1))
	show(f.Chmod(0o444), f.Sync())
	info, err := f.Stat()
	show(info.Size(), info.Mode(), err)
	check(f.Close())
	show(f.Seek(0, 0))
	when := time.Date(2020, 2, 3, 4, 5, 6, 500e6, time.UTC)
	check(os.Chtimes("data", when, when))
	check(os.Chtimes("data", time.Time{}, when.Add(time.Hour)))
	info, err = os.Stat("data")
	show(info.ModTime().UTC(), err)

	f, err = os.OpenFile("data", os.O_WRONLY|os.O_APPEND, 0)
	check(err)
	show(f.WriteAt(b, 0))
	show(f.Write([]byte("tail")))
	show(f.Read(b))
	check(f.Close())
	text, err := os.ReadFile("data")
	show(string(text), err)
	_, err = os.OpenFile("data", os.O_CREATE|os.O_EXCL, 0o600)
	show(err, errors.Is(err, fs.ErrExist), os.IsExist(err))
	show(os.NewFile(^uintptr(0), "none") == nil)
}

func pipes() {
	r, w, err := os.Pipe()
	check(err)
	go func() {
		for i := range 3 {
			fmt.Fprintln(w, "line", i)
			time.Sleep(time.Millisecond)
		}
		w.Close()
	}()
	text, err := io.ReadAll(r)
	show(string(text), err)
	r.Close()

	previous := os.Stdout
	r, os.Stdout, _ = os.Pipe()
	fmt.Println("into the pipe")
	fmt.Print("and more")
	os.Stdout.Close()
	os.Stdout = previous
	text, err = io.ReadAll(r)
	show(strings.ToUpper(string(text)), err)
}

func roots() {
	check(os.MkdirAll("top/sub", 0o755))
	check(os.WriteFile("secret", nil, 0o600))
	check(os.Symlink("../secret", "top/out"))
	check(os.Symlink("sub", "top/in"))
	check(os.Symlink("/etc", "top/absolute"))
	check(os.Symlink("loop", "top/loop"))
	root, err := os.OpenRoot("top")
	check(err)
	show(root.WriteFile("in/new", []byte("text"), 0o644))
	text, err := root.ReadFile("sub/../sub/new")
	show(string(text), err)
	for _, name := range []string{"out", "../secret", "sub/../../secret", "absolute/passwd", "/etc/passwd", "loop", "none/x", "in/new/"} {
		_, err := root.Open(name)
		show(name, err)
	}
	_, err = root.Open("out")
	fmt.Printf("%T %v\n", err, errors.Is(err, fs.ErrNotExist))
	_, err = root.Stat("out")
	show(err)
	info, err := root.Lstat("out")
	show(info.Name(), info.Mode().Type(), err)
	show(root.Readlink("out"))
	show(root.Mkdir("sub", 0o755), root.Mkdir("../x", 0o755), root.MkdirAll("p/q/r", 0o755))
	show(root.Rename("in/new", "p/moved"), root.Rename("p/moved", "../moved"), root.Symlink("x", "sub"))
	show(root.Remove("out"), root.Remove("p"), root.RemoveAll("p"), root.RemoveAll("."), root.Chmod("sub", 0o700))
	sub, err := root.OpenRoot("in")
	check(err)
	show(sub.Name(), sub.Close())
	show(sub.Open("x"))
	check(fs.WalkDir(root.FS(), ".", func(path string, d fs.DirEntry, err error) error {
		show(path, d, err)
		return nil
	}))
	check(root.Close())
	_, err = os.OpenInRoot("top", "out")
	show(err)
}

func main() {
	made, err := os.MkdirTemp("", "files")
	check(err)
	dir, err = filepath.EvalSymlinks(made)
	check(err)
	defer os.RemoveAll(dir)
	check(os.Chdir(dir))
	os.Unsetenv("PWD")
	syscall.Umask(0o22)
	directories()
	positions()
	pipes()
	roots()
	var st syscall.Stat_t
	show(syscall.Stat("none", &st), syscall.Kill(os.Getpid(), 0), syscall.NsecToTimeval(-1))
}

// run

// Other programs: their output, input, environment and folder, how they end, pipes between them, and errors.
package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"time"
)

func main() {
	if len(os.Args) > 1 {
		fmt.Println("child:", os.Args[1:])
		os.Exit(7)
	}
	output()
	failures()
	surroundings()
	signals()
	pipes()
	processes()
}

func output() {
	out, err := exec.Command("echo", "hello", "wörld").Output()
	fmt.Printf("%q %v\n", out, err)
	cmd := exec.Command("cat")
	cmd.Stdin = strings.NewReader("some input")
	var text bytes.Buffer
	cmd.Stdout = &text
	fmt.Println(cmd.Run(), text.String())
	out, err = exec.Command("sh", "-c", "echo a; echo b >&2; echo c; echo d >&2; exit 3").CombinedOutput()
	fmt.Printf("%q %v\n", out, err)
	fmt.Println("before")
	cmd = exec.Command("sh", "-c", "echo straight through")
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	fmt.Println(cmd.Run())
	cmd = exec.Command("wc", "-c")
	cmd.Stdin = strings.NewReader(strings.Repeat("0123456789", 1<<17))
	out, err = cmd.Output()
	fmt.Println(strings.TrimSpace(string(out)), err)
	out, err = exec.Command("head", "-c", "3000000", "/dev/zero").Output()
	fmt.Println(len(out), err)
}

func failures() {
	var ended *exec.ExitError
	_, err := exec.Command("sh", "-c", "echo oops >&2; exit 3").Output()
	fmt.Println(errors.As(err, &ended), ended.ExitCode(), ended.Exited())
	fmt.Printf("%q\n", ended.Stderr)
	_, err = exec.Command("no-such-program").Output()
	fmt.Println(err, errors.Is(err, exec.ErrNotFound))
	err = exec.Command("/no/such/program").Run()
	fmt.Println(err, errors.Is(err, os.ErrNotExist))
	err = exec.Command("/etc/passwd").Run()
	fmt.Println(err, errors.Is(err, os.ErrPermission))
	cmd := exec.Command("pwd")
	cmd.Dir = "/no-such"
	fmt.Println(cmd.Run())
	path, err := exec.LookPath("sh")
	fmt.Println(strings.HasSuffix(path, "/sh"), err)
}

func surroundings() {
	cmd := exec.Command("pwd")
	cmd.Dir = "/usr"
	out, _ := cmd.Output()
	fmt.Printf("%s", out)
	cmd = exec.Command("sh", "-c", "echo $GREETING")
	cmd.Env = append(os.Environ(), "GREETING=hi there")
	out, _ = cmd.Output()
	fmt.Printf("%s", out)
	self, err := os.Executable()
	fmt.Println(err)
	out, err = exec.Command(self, "a b", "-c").Output()
	fmt.Printf("%q %v\n", out, err)
}

func signals() {
	cmd := exec.Command("sleep", "10")
	fmt.Println(cmd.Start(), cmd.Process.Pid > 0)
	fmt.Println(cmd.Process.Kill())
	err := cmd.Wait()
	status := cmd.ProcessState.Sys().(syscall.WaitStatus)
	fmt.Println(err, cmd.ProcessState.ExitCode(), status.Signaled(), status.Signal() == syscall.SIGKILL)
	fmt.Println(cmd.Process.Signal(syscall.SIGTERM), cmd.Wait())
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	start := time.Now()
	err = exec.CommandContext(ctx, "sleep", "5").Run()
	fmt.Println(err, ctx.Err(), time.Since(start) < 4*time.Second)
}

func pipes() {
	cmd := exec.Command("cat")
	in, _ := cmd.StdinPipe()
	out, _ := cmd.StdoutPipe()
	fmt.Println(cmd.Start())
	for i := range 3 {
		fmt.Fprintf(in, "line %d\n", i)
		b := make([]byte, 100)
		n, err := out.Read(b)
		fmt.Printf("%q %v\n", b[:n], err)
	}
	in.Close()
	rest, err := io.ReadAll(out)
	fmt.Println(len(rest), err, cmd.Wait())

	endless, head := exec.Command("yes"), exec.Command("head", "-3")
	head.Stdin, _ = endless.StdoutPipe()
	fmt.Println(endless.Start())
	text, err := head.Output()
	fmt.Printf("%q %v\n", text, err)
	endless.Process.Kill()
	fmt.Println(endless.Wait() != nil)
}

func processes() {
	p, err := os.StartProcess("/bin/sh", []string{"sh", "-c", "exit 2"}, &os.ProcAttr{})
	fmt.Println(err)
	state, err := p.Wait()
	fmt.Println(state, err, state.Success(), state.Pid() == p.Pid)
	_, err = p.Wait()
	fmt.Println(err, p.Release(), p.Signal(os.Kill))
	self, _ := os.FindProcess(os.Getpid())
	fmt.Println(self.Signal(syscall.Signal(0)))
}

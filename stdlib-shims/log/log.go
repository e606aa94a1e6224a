// Package log writes lines for the people who look after a program.
package log

import (
	"fmt"
	"io"
	"log/internal"
	"os"
	"runtime"
	"time"
)

// What a Logger puts before each message.
const (
	Ldate         = 1 << iota // the date: 2009/01/23
	Ltime                     // the time: 01:23:23
	Lmicroseconds             // with microseconds: 01:23:23.123123
	Llongfile                 // file and line: /a/b/c/d.go:23
	Lshortfile                // without folders: d.go:23
	LUTC                      // date and time in UTC
	Lmsgprefix                // the prefix stands before the message, not before the line

	LstdFlags = Ldate | Ltime // what the standard logger begins with
)

// A Logger writes each message as a line, by one Write.
type Logger struct {
	out    io.Writer
	prefix string
	flag   int
}

// New returns a Logger.
func New(out io.Writer, prefix string, flag int) *Logger {
	return &Logger{out, prefix, flag}
}

var std = New(os.Stderr, "", LstdFlags)

func init() {
	internal.DefaultOutput = func(pc uintptr, data []byte) error {
		var (
			file string
			line int
		)
		if std.wantsPlace() && pc != 0 {
			frame, _ := runtime.CallersFrames([]uintptr{pc}).Next()
			file, line = frame.File, frame.Line
		}
		_, err := std.out.Write(std.line(file, line, string(data)))
		return err
	}
}

// Default returns the standard logger, which the functions of the package use.
func Default() *Logger {
	return std
}

// header returns what stands before a message.
func (l *Logger) header(now time.Time, file string, line int) string {
	text := ""
	if l.flag&Lmsgprefix == 0 {
		text = l.prefix
	}
	if l.flag&LUTC != 0 {
		now = now.UTC()
	}
	if l.flag&Ldate != 0 {
		text += now.Format("2006/01/02 ")
	}
	if l.flag&Lmicroseconds != 0 {
		text += now.Format("15:04:05.000000 ")
	} else if l.flag&Ltime != 0 {
		text += now.Format("15:04:05 ")
	}
	if l.wantsPlace() {
		if l.flag&Lshortfile != 0 {
			file = lastElement(file)
		}
		text += file + ":" + fmt.Sprint(line) + ": "
	}
	if l.flag&Lmsgprefix != 0 {
		text += l.prefix
	}
	return text
}

func lastElement(file string) string {
	for i := len(file) - 1; i > 0; i-- {
		if file[i] == '/' {
			return file[i+1:]
		}
	}
	return file
}

// Output writes a message. calldepth tells whose file and line to give: 1 is the caller of Output.
func (l *Logger) Output(calldepth int, s string) error {
	var (
		file string
		line int
	)
	if l.wantsPlace() {
		var ok bool
		if _, file, line, ok = runtime.Caller(calldepth); !ok {
			file = "???"
			line = 0
		}
	}
	// Handlers of log/slog count the calls up to here, to find who logged.
	_, err := l.out.Write(l.line(file, line, s))
	return err
}

func (l *Logger) wantsPlace() bool {
	return l.flag&(Lshortfile|Llongfile) != 0
}

// line returns what is to be written for the message s.
func (l *Logger) line(file string, line int, s string) []byte {
	var now time.Time
	if l.flag&(Ldate|Ltime|Lmicroseconds) != 0 {
		now = time.Now()
	}
	text := l.header(now, file, line) + s
	if text == "" || text[len(text)-1] != '\n' {
		text += "\n"
	}
	return []byte(text)
}

// Print writes what fmt.Sprint makes of its arguments.
func (l *Logger) Print(v ...any) {
	l.Output(2, fmt.Sprint(v...))
}

// Printf writes what fmt.Sprintf makes of its arguments.
func (l *Logger) Printf(format string, v ...any) {
	l.Output(2, fmt.Sprintf(format, v...))
}

// Println writes what fmt.Sprintln makes of its arguments.
func (l *Logger) Println(v ...any) {
	l.Output(2, fmt.Sprintln(v...))
}

// Fatal is Print, and the end of the program with status 1.
func (l *Logger) Fatal(v ...any) {
	l.Output(2, fmt.Sprint(v...))
	os.Exit(1)
}

// Fatalf is Printf, and the end of the program with status 1.
func (l *Logger) Fatalf(format string, v ...any) {
	l.Output(2, fmt.Sprintf(format, v...))
	os.Exit(1)
}

// Fatalln is Println, and the end of the program with status 1.
func (l *Logger) Fatalln(v ...any) {
	l.Output(2, fmt.Sprintln(v...))
	os.Exit(1)
}

// Panic is Print, and a panic with the message.
func (l *Logger) Panic(v ...any) {
	s := fmt.Sprint(v...)
	l.Output(2, s)
	panic(s)
}

// Panicf is Printf, and a panic with the message.
func (l *Logger) Panicf(format string, v ...any) {
	s := fmt.Sprintf(format, v...)
	l.Output(2, s)
	panic(s)
}

// Panicln is Println, and a panic with the message.
func (l *Logger) Panicln(v ...any) {
	s := fmt.Sprintln(v...)
	l.Output(2, s)
	panic(s)
}

// Flags returns what stands before each message.
func (l *Logger) Flags() int {
	return l.flag
}

// SetFlags sets what stands before each message.
func (l *Logger) SetFlags(flag int) {
	l.flag = flag
}

// Prefix returns the prefix.
func (l *Logger) Prefix() string {
	return l.prefix
}

// SetPrefix sets the prefix.
func (l *Logger) SetPrefix(prefix string) {
	l.prefix = prefix
}

// Writer returns where the messages go.
func (l *Logger) Writer() io.Writer {
	return l.out
}

// SetOutput sets where the messages go.
func (l *Logger) SetOutput(w io.Writer) {
	l.out = w
}

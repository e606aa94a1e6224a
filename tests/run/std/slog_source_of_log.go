// run

// The package log may go through a handler of log/slog, which tells the place of the call.
package main

import (
	"fmt"
	"log"
	"log/slog"
	"os"
	"path/filepath"
)

func main() {
	replace := func(groups []string, a slog.Attr) slog.Attr {
		switch v := a.Value.Any().(type) {
		case *slog.Source:
			return slog.String(a.Key, fmt.Sprint(filepath.Base(v.File), ":", v.Line, " ", v.Function))
		}
		if a.Key == slog.TimeKey {
			return slog.Attr{}
		}
		return a
	}
	handler := slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{AddSource: true, ReplaceAttr: replace})
	slog.SetDefault(slog.New(handler))
	log.Print("one")
	log.Printf("%d", 2)
	log.Default().Println("three")
	slog.Info("four")
	slog.NewLogLogger(handler, slog.LevelWarn).Print("five")
}

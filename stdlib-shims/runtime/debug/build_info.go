package debug

import (
	"errors"
	"fmt"
	"runtime"
	"strconv"
	"strings"
)

// buildInfo is what the compiler knows of the build: the lines path, mod and dep.
var buildInfo string

// BuildInfo tells how a program was built.
type BuildInfo struct {
	GoVersion string
	Path      string
	Main      Module
	Deps      []*Module
	Settings  []BuildSetting
}

// A Module is one that went into a build.
type Module struct {
	Path    string
	Version string
	Sum     string
	Replace *Module
}

// A BuildSetting is a key and a value.
type BuildSetting struct {
	Key, Value string
}

// ReadBuildInfo tells how this program was built.
func ReadBuildInfo() (info *BuildInfo, ok bool) {
	info, err := ParseBuildInfo(buildInfo)
	if err != nil || info.Path == "" {
		return nil, false
	}
	info.GoVersion = runtime.Version()
	info.Settings = []BuildSetting{
		{"-buildmode", "exe"},
		{"-compiler", runtime.Compiler},
		{"GOARCH", runtime.GOARCH},
		{"GOOS", runtime.GOOS},
	}
	return info, true
}

// String returns a line for each fact, which ParseBuildInfo reads.
func (info *BuildInfo) String() string {
	var text strings.Builder
	fact := func(key, value string) {
		if value != "" {
			text.WriteString(key + "\t" + value + "\n")
		}
	}
	fact("go", info.GoVersion)
	fact("path", info.Path)
	if info.Main != (Module{}) {
		fact("mod", info.Main.columns())
	}
	for _, module := range info.Deps {
		fact("dep", module.columns())
	}
	for _, setting := range info.Settings {
		fact("build", quoted(setting.Key, "= \t\r\n\"`")+"="+quoted(setting.Value, " \t\r\n\"`"))
	}
	return text.String()
}

func (m *Module) columns() string {
	columns := m.Path + "\t" + m.Version
	if m.Replace != nil {
		return columns + "\n=>\t" + m.Replace.columns() + "\n"
	}
	return columns + "\t" + m.Sum
}

// quoted puts a word in quotes if it has one of the characters.
func quoted(word, special string) string {
	if word == "" && strings.Contains(special, "=") || strings.ContainsAny(word, special) {
		return strconv.Quote(word)
	}
	return word
}

// ParseBuildInfo parses what BuildInfo.String returns, aside from the version of Go.
func ParseBuildInfo(data string) (*BuildInfo, error) {
	reader := buildInfoReader{info: new(BuildInfo)}
	lines := strings.Split(data, "\n")
	// What follows the last line feed is no whole line.
	for i, line := range lines[:len(lines)-1] {
		key, value, _ := strings.Cut(line, "\t")
		if err := reader.read(key, value); err != nil {
			return nil, fmt.Errorf("could not parse Go build info: line %d: %w", i+1, err)
		}
	}
	return reader.info, nil
}

type buildInfoReader struct {
	info *BuildInfo
	// last is the module that the next line may replace.
	last *Module
}

func (r *buildInfoReader) read(key, value string) (err error) {
	switch key {
	case "path":
		r.info.Path = value
	case "mod":
		r.last = &r.info.Main
		*r.last, err = readModule(value)
	case "dep":
		r.last = new(Module)
		r.info.Deps = append(r.info.Deps, r.last)
		*r.last, err = readModule(value)
	case "=>":
		if count := strings.Count(value, "\t") + 1; count != 3 {
			return fmt.Errorf("expected 3 columns for replacement; got %d", count)
		}
		if r.last == nil {
			return errors.New("replacement with no module on previous line")
		}
		var with Module
		with, err = readModule(value)
		r.last.Replace, r.last = &with, nil
	case "build":
		var setting BuildSetting
		setting, err = readSetting(value)
		r.info.Settings = append(r.info.Settings, setting)
	}
	return err
}

func readModule(line string) (Module, error) {
	columns := strings.Split(line, "\t")
	switch len(columns) {
	case 2:
		return Module{Path: columns[0], Version: columns[1]}, nil
	case 3:
		return Module{Path: columns[0], Version: columns[1], Sum: columns[2]}, nil
	}
	return Module{}, fmt.Errorf("expected 2 or 3 columns; got %d", len(columns))
}

// readSetting reads key=value; either may be in quotes.
func readSetting(line string) (setting BuildSetting, err error) {
	if line == "" {
		return setting, errors.New("build line missing '='")
	}
	rest := line
	switch line[0] {
	case '=':
		return setting, errors.New("build line with missing key")
	case '"', '`':
		key, err := strconv.QuotedPrefix(line)
		if err != nil {
			return setting, errors.New("invalid quoted key in build line")
		}
		rest = line[len(key):]
		if rest == "" {
			return setting, errors.New("build line missing '=' after quoted key")
		}
		if rest[0] != '=' {
			return setting, fmt.Errorf("unexpected character after quoted key: %q", rest[0])
		}
		setting.Key, _ = strconv.Unquote(key)
		rest = rest[1:]
	default:
		var found bool
		setting.Key, rest, found = strings.Cut(line, "=")
		if !found {
			return setting, errors.New("build line missing '=' after key")
		}
		if strings.ContainsAny(setting.Key, " \t\r\n\"`") {
			return setting, fmt.Errorf("unquoted key %q must be quoted", setting.Key)
		}
	}
	if rest != "" && (rest[0] == '"' || rest[0] == '`') {
		setting.Value, err = strconv.Unquote(rest)
		if err != nil {
			return setting, errors.New("invalid quoted value in build line")
		}
		return setting, nil
	}
	if strings.ContainsAny(rest, " \t\r\n\"`") {
		return setting, fmt.Errorf("unquoted value %q must be quoted", rest)
	}
	setting.Value = rest
	return setting, nil
}

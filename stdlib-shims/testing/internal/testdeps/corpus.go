package testdeps

import (
	"errors"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
)

// The first line of a file of values; each further line is a conversion of a literal: []byte("x"), int8(-1).
const version1 = "go test fuzz v1"

func readCorpus(dir string, types []reflect.Type) ([]entry, error) {
	files, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading seed corpus from testdata: %v", err)
	}
	var corpus []entry
	var malformed []string
	for _, file := range files {
		if file.IsDir() {
			continue
		}
		name := filepath.Join(dir, file.Name())
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("failed to read corpus file: %v", err)
		}
		values, err := parseValues(string(data))
		if err == nil {
			err = checkTypes(values, types)
		}
		if err != nil {
			malformed = append(malformed, fmt.Sprintf("%q: %v", name, err))
			continue
		}
		corpus = append(corpus, entry{Path: name, Values: values})
	}
	if len(malformed) > 0 {
		return corpus, errors.New(strings.Join(malformed, "\n"))
	}
	return corpus, nil
}

func checkTypes(values []any, types []reflect.Type) error {
	if len(values) != len(types) {
		return fmt.Errorf("wrong number of values in corpus entry: %d, want %d", len(values), len(types))
	}
	for i, value := range values {
		if reflect.TypeOf(value) != types[i] {
			return fmt.Errorf("mismatched types in corpus entry: %v, want %v", values, types)
		}
	}
	return nil
}

func parseValues(text string) ([]any, error) {
	lines := strings.Split(text, "\n")
	if strings.TrimSuffix(lines[0], "\r") != version1 {
		return nil, fmt.Errorf("unknown encoding version: %s", lines[0])
	}
	var values []any
	for _, line := range lines[1:] {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		value, err := parseValue(line)
		if err != nil {
			return nil, fmt.Errorf("malformed line %q: %v", line, err)
		}
		values = append(values, value)
	}
	if values == nil {
		return nil, errors.New("must include version and at least one value")
	}
	return values, nil
}

var errMalformed = errors.New("expected a conversion of a literal")

func parseValue(line string) (any, error) {
	name, literal, ok := strings.Cut(line, "(")
	if !ok || !strings.HasSuffix(literal, ")") {
		return nil, errMalformed
	}
	name = strings.TrimSpace(name)
	literal = strings.TrimSpace(strings.TrimSuffix(literal, ")"))
	switch name {
	case "string":
		return strconv.Unquote(literal)
	case "[]byte":
		text, err := strconv.Unquote(literal)
		return []byte(text), err
	case "bool":
		return strconv.ParseBool(literal)
	case "float32":
		value, err := strconv.ParseFloat(literal, 32)
		return float32(value), err
	case "float64":
		return strconv.ParseFloat(literal, 64)
	case "math.Float32frombits":
		bits, err := strconv.ParseUint(literal, 0, 32)
		return math.Float32frombits(uint32(bits)), err
	case "math.Float64frombits":
		bits, err := strconv.ParseUint(literal, 0, 64)
		return math.Float64frombits(bits), err
	case "byte", "rune", "int32", "uint8":
		if strings.HasPrefix(literal, "'") {
			return parseCharacter(name, literal)
		}
	}
	return parseInteger(name, literal)
}

func parseCharacter(name, literal string) (any, error) {
	c, _, rest, err := strconv.UnquoteChar(literal[1:], '\'')
	if err != nil || rest != "'" {
		return nil, errMalformed
	}
	if name == "byte" || name == "uint8" {
		return byte(c), nil
	}
	return c, nil
}

func parseInteger(name, literal string) (any, error) {
	bits := map[string]int{"int": 64, "int8": 8, "int16": 16, "int32": 32, "rune": 32, "int64": 64}
	if size, ok := bits[name]; ok {
		value, err := strconv.ParseInt(literal, 0, size)
		switch name {
		case "int":
			return int(value), err
		case "int8":
			return int8(value), err
		case "int16":
			return int16(value), err
		case "int64":
			return value, err
		}
		return int32(value), err
	}
	switch name {
	case "uint":
		value, err := strconv.ParseUint(literal, 0, 64)
		return uint(value), err
	case "byte", "uint8":
		value, err := strconv.ParseUint(literal, 0, 8)
		return uint8(value), err
	case "uint16":
		value, err := strconv.ParseUint(literal, 0, 16)
		return uint16(value), err
	case "uint32":
		value, err := strconv.ParseUint(literal, 0, 32)
		return uint32(value), err
	case "uint64":
		return strconv.ParseUint(literal, 0, 64)
	}
	return nil, errMalformed
}

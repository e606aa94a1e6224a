package main

import (
	"errors"
	"fmt"
	"os"
	"sort"
	"strings"
	"text/template"
	"time"
)

type User struct {
	Name  string
	Age   int
	Tags  []string
	Meta  map[string]int
	Inner *User
	Fn    func(int) string
	When  time.Time
}

func (u User) Greet(greeting string) string { return greeting + ", " + u.Name }
func (u *User) Older(by int) int             { return u.Age + by }
func (u User) Fail() (string, error)         { return "", errors.New("failed") }
func (u User) Join(sep string, more ...string) string {
	return strings.Join(append(u.Tags, more...), sep)
}

func run(name, text string, data any) {
	t, err := template.New(name).Funcs(template.FuncMap{
		"upper": strings.ToUpper,
		"add":   func(a ...int) (n int) { for _, x := range a { n += x }; return },
		"boom":  func() (int, error) { return 0, errors.New("boom") },
		"panic": func() int { panic("ouch") },
		"dict": func(kv ...any) map[string]any { m := map[string]any{}; for i := 0; i < len(kv); i += 2 { m[kv[i].(string)] = kv[i+1] }; return m },
		"sorted": func(s []string) []string { c := append([]string(nil), s...); sort.Strings(c); return c },
	}).Option("missingkey=zero").Parse(text)
	if err != nil {
		fmt.Println("parse:", err)
		return
	}
	if err := t.Execute(os.Stdout, data); err != nil {
		fmt.Print(" exec: ", err)
	}
	fmt.Println()
}

func main() {
	u := &User{Name: "Ann", Age: 30, Tags: []string{"b", "a"}, Meta: map[string]int{"z": 1, "a": 2}, Inner: &User{Name: "Inner"}, Fn: func(n int) string { return fmt.Sprint("fn", n) }, When: time.Date(2024, 1, 2, 3, 4, 5, 0, time.UTC)}
	for i, text := range []string{
		`{{.Name}} {{.Greet "Hi"}} {{.Older 5}} {{.Inner.Name}} {{call .Fn 3}} {{.When.Format "Jan 2"}} {{.When.Year}}`,
		`{{range $k, $v := .Meta}}{{$k}}={{$v}};{{end}}{{range $i, $t := .Tags}}{{if $i}}, {{end}}{{$t}}{{else}}none{{end}}`,
		`{{with .Inner}}{{.Name}}{{else with .Name}}x{{end}} {{if and .Age (gt .Age 20) (not false)}}adult{{else if eq .Age 1}}one{{else}}minor{{end}}`,
		`{{printf "%05d|%-5s|%v|%q" .Age .Name .Tags .Name}} {{len .Tags}} {{index .Tags 1}} {{index .Meta "z"}} {{slice .Name 1 2}}`,
		`{{.Name | upper | printf "%s!"}} {{add 1 2 3}} {{html "<a>"}} {{js "it's"}} {{urlquery "a b&c"}} {{print 1 2 "x" 3}} {{println "y"}}`,
		`{{define "T"}}[{{.}}]{{end}}{{template "T" .Name}}{{block "B" .Age}}<{{.}}>{{end}}{{$x := 1}}{{range .Tags}}{{$x = add $x 1}}{{end}}{{$x}}`,
		`{{- range $i := 3}}{{$i}} {{- end -}} {{range .Tags}}{{if eq . "a"}}{{break}}{{end}}{{.}}{{continue}}never{{end}}`,
		`{{.Nope}}`, `{{.Fail}}`, `{{boom}}`, `{{panic}}`, `{{index .Tags 9}}`, `{{.Name.Nope}}`, `{{template "missing"}}`, `{{nofunc}}`, `{{if}}x{{end}}`, `{{range .Age}}{{.}},{{end}}`,
		`{{.Join "-" "x" "y"}} {{.Join}}`, `{{eq 1 1.0}}`, `{{lt "a" "b"}} {{eq .Name "Bob" "Ann"}} {{ne 1 2}} {{le 2 2}}`, `{{.Inner.Inner.Name}}`, `{{with $d := dict "k" 1 "n" "v"}}{{$d.k}}{{.n}}{{.missing}}{{end}}`,
		`{{/* c */}}{{"quoted\n"}}{{` + "`raw`" + `}}{{'a'}}{{1e3}}{{0x10}}{{nil}}`, `{{true}} {{1.5}} {{-3}} {{1_000}} {{.}}`[:30], `{{range sorted .Tags}}{{.}}{{end}}`, `{{$.Name}} {{(index .Tags 0) | len}} {{not .Age}} {{or "" "b"}} {{and 1 0}}`,
	} {
		run(fmt.Sprint("t", i), text, u)
	}
	run("map", `{{.a}} {{.b}} {{.c.d}} {{range $k, $v := .}}{{$k}}{{end}}`, map[string]any{"a": 1, "b": nil, "c": map[string]int{"d": 4}})
	run("slice", `{{range .}}{{.}} {{end}}{{len .}}`, []any{1, "two", 3.5, nil, []int{4}})
	run("seq", `{{range .}}{{.}} {{end}}`, func(yield func(int) bool) { _ = yield(1) && yield(2) })
	t := template.Must(template.New("root").Parse(`{{define "a"}}A{{end}}{{define "b"}}B{{template "a"}}{{end}}`))
	fmt.Println(t.Lookup("a").Name(), t.ExecuteTemplate(os.Stdout, "b", nil))
	c, _ := t.Clone()
	template.Must(c.New("c").Parse(`C{{template "b"}}`))
	fmt.Println(c.ExecuteTemplate(os.Stdout, "c", nil), t.Lookup("c") == nil)
}

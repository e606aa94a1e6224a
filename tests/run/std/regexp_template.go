package main

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"text/template"
)

func main() {
	re := regexp.MustCompile(`(\w+)@(\w+)\.com`)
	s := "alice@example.com, bob@test.com"
	fmt.Println(re.FindString(s), re.FindAllString(s, -1), re.FindStringSubmatch(s), re.MatchString("none"))
	fmt.Println(re.ReplaceAllString(s, "$2:$1"), re.FindAllStringIndex(s, -1))
	_, err := regexp.Compile("a(b")
	fmt.Println(err)
	t := template.Must(template.New("t").Funcs(template.FuncMap{"up": strings.ToUpper}).Parse(
		"{{range $i, $e := .Items}}{{$i}}:{{$e.Name | up}}{{if gt $e.N 1}} many{{end}}\n{{else}}none{{end}}total {{len .Items}}\n"))
	type item struct {
		Name string
		N    int
	}
	err = t.Execute(os.Stdout, map[string]any{"Items": []item{{"a", 1}, {"b", 2}}})
	fmt.Println(err)
}

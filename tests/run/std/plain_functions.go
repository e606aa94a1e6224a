// run
// emits no generators

// Nothing here starts a goroutine: no function of the standard library is emitted as one that may wait.
package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"
	"text/template"
)

type Item struct {
	Name string
	N    int
}

func main() {
	items := []Item{{"b", 2}, {"a", 1}}
	sort.Slice(items, func(i, j int) bool { return items[i].Name < items[j].Name })
	b, err := json.Marshal(items)
	fmt.Println(string(b), err)
	var back []Item
	fmt.Println(json.Unmarshal(b, &back), back)
	re := regexp.MustCompile(`(\w+)-(\d+)`)
	fmt.Println(re.ReplaceAllString("ab-12", "$2-$1"))
	var sb strings.Builder
	t := template.Must(template.New("t").Parse("{{range .}}{{.Name}}={{.N}} {{end}}\n"))
	fmt.Println(t.Execute(&sb, items), sb.String())
	t.Execute(os.Stdout, items)
	var once sync.Once
	once.Do(func() { fmt.Fprintln(os.Stdout, "once") })
	var mu sync.Mutex
	mu.Lock()
	defer mu.Unlock()
	fmt.Println(slices.MaxFunc(items, func(a, b Item) int { return cmp.Compare(a.N, b.N) }), strings.Fields(" a b "), strconv.Quote("q"))
}

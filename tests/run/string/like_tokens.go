// Strings that look like tokens of JavaScript, where the printer of the output minds such tokens.
package main

var table = []string{"=>", ";", "{", "}", "(", ")", "[", "]", ",", "for", "=> ", " =>", "finally", "/*", "*/", "//", "${", "`"}

func kind(s string) int {
	switch s {
	case "=>":
		return 1
	case "{", "}":
		return 2
	case ",":
		return 3
	case ";":
		return 4
	}
	return 0
}

func main() {
	for _, s := range table {
		println(s, len(s), kind(s))
	}
	arrows := map[string]func(string) string{"=>": func(s string) string { return s + "=>" }, "(": func(s string) string { return ";" + s }}
	println(arrows["=>"]("=>"), arrows["("]("{"))
}

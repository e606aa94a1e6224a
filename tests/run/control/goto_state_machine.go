// goto that enters no block but jumps everywhere.
package main

import "fmt"

func parse(s string) (out string) {
	i := 0
start:
	if i >= len(s) {
		goto done
	}
	switch s[i] {
	case 'a':
		goto letter
	case '1':
		goto digit
	}
	i++
	goto start
letter:
	out += "L"
	i++
	if i < len(s) && s[i] == 'a' {
		goto letter
	}
	goto start
digit:
	out += "D"
	i++
	for i < len(s) {
		if s[i] != '1' {
			goto start
		}
		out += "d"
		i++
	}
done:
	return out + "."
}

func nested(n int) (s string) {
	for i := 0; i < n; i++ {
		for j := 0; ; j++ {
			if j == 3 {
				goto next
			}
			if i == 2 {
				goto end
			}
			s += fmt.Sprint(i, j, " ")
		}
	next:
		s += "| "
	}
end:
	return s
}

func main() {
	fmt.Println(parse("aa1x11a"), parse(""), nested(5))
}

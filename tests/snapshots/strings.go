package main

func countVowels(s string) (n int) {
	for _, r := range s {
		switch r {
		case 'a', 'e', 'i', 'o', 'u', 'é':
			n++
		}
	}
	return n
}

func main() {
	s := "héllo"
	println(len(s), s[1], s[:2]+"!", countVowels(s), string([]byte(s)[0]))
}

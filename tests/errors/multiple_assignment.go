package main

func pair() (int, string) { return 1, "" }

func main() {
	var n int
	var s string
	var ok bool
	n, n = pair() // ERROR "cannot use 2nd function result (value of type string) as int value in multiple assignment"
	s, s = pair() // ERROR "cannot use 1st function result (value of type int) as string value in multiple assignment"
	m := map[string]int{}
	s, ok = m[s]          // ERROR "cannot use m[s] (map index expression of type int) as string value in multiple assignment"
	n, s = m[s]           // ERROR "cannot use ok value of (comma, ok) expression (untyped bool value) as string value in multiple assignment"
	var a, b int = pair() // ERROR "cannot use 2nd function result (value of type string) as int value in multiple assignment"
	_, _, _, _, _ = n, s, ok, a, b
}

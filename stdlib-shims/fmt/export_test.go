package fmt

var IsSpace = isSpace

// Parsenum reads a number of s[start:end]: whether there is one, and where it ends.
func Parsenum(s string, start, end int) (num int, isnum bool, newi int) {
	if start >= end {
		return 0, false, end
	}
	d := directive{format: s[:end], i: start}
	num, isnum = d.number()
	return num, isnum, d.i
}

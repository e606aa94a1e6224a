package main

import (
	"errors"
	"fmt"
	"strconv"
)

func main() {
	fmt.Println(strconv.Itoa(-45), strconv.FormatInt(-255, 16), strconv.FormatInt(1<<62, 2), strconv.FormatUint(1<<64-1, 36))
	for _, s := range []string{"42", "-7", "9223372036854775807", "9223372036854775808", "abc", "", "1_000", "0x1f"} {
		n, err := strconv.Atoi(s)
		fmt.Println(n, err)
	}
	for _, s := range []string{"0x1f", "0b101", "0o17", "017", "1_000"} {
		n, err := strconv.ParseInt(s, 0, 64)
		fmt.Println(n, err)
	}
	n8, err := strconv.ParseInt("300", 10, 8)
	fmt.Println(n8, err, errors.Is(err, strconv.ErrRange))
	u, err := strconv.ParseUint("18446744073709551615", 10, 64)
	fmt.Println(u, err)
	for _, s := range []string{"3.14", "1e10", "-0", "inf", "NaN", "1e400", "x", "0x1p-2", ".5", "5."} {
		f, err := strconv.ParseFloat(s, 64)
		fmt.Println(f, err)
	}
	for _, f := range []float64{0, 1, -1.5, 1e6, 1e21, 123456789.125, 1e-5, 0.1, 1.0 / 3} {
		fmt.Println(strconv.FormatFloat(f, 'g', -1, 64), strconv.FormatFloat(f, 'f', 3, 64), strconv.FormatFloat(f, 'e', 5, 64), strconv.FormatFloat(f, 'f', -1, 32), strconv.FormatFloat(f, 'g', 4, 64))
	}
	b, err := strconv.ParseBool("true")
	fmt.Println(b, err, strconv.FormatBool(false))
	_, err = strconv.ParseBool("maybe")
	fmt.Println(err)
	fmt.Println(strconv.Quote("hi\n\"there\" \x00é\u2028\xff"), strconv.QuoteToASCII("é世"), strconv.QuoteRune('☺'))
	s, err := strconv.Unquote(`"a\tb\u00e9"`)
	fmt.Println(s, err)
	_, err = strconv.Unquote("'ab'")
	fmt.Println(err)
	fmt.Println(string(strconv.AppendInt([]byte("n="), 5, 10)), string(strconv.AppendQuote(nil, "q")))
}

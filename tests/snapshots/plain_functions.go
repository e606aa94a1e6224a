// Plain Go comes out as plain JavaScript.
package main

// gcd returns the greatest common divisor.
func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

// isPrime tells whether n has no divisor but 1 and itself.
func isPrime(n int) bool {
	if n < 2 {
		return false
	}
	for d := 2; d*d <= n; d++ {
		if n%d == 0 {
			return false
		}
	}
	return true
}

func main() {
	println(gcd(12, 18), isPrime(97))
}

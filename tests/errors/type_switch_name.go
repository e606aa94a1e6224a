package p

func f(x any, a []int) {
	switch a[0] := x.(type) { // ERROR "invalid variable name a[0] in type switch"
	}
}

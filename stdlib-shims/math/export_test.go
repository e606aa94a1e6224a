package math

// There is one implementation of each, for all machines.
var (
	ExpGo   = Exp
	Exp2Go  = Exp2
	HypotGo = Hypot
	SqrtGo  = Sqrt
)

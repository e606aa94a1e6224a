package utf16

const (
	Surr1           = highSurrogate
	Surr3           = surrogateEnd
	SurrSelf        = supplementary
	MaxRune         = maxRune
	ReplacementChar = '\uFFFD'
)

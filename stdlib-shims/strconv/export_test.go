package strconv

func BaseError(fn, s string, base int) *NumError { return checkSizes(fn, s, base, 0).(*NumError) }

func BitSizeError(fn, s string, bitSize int) *NumError { return checkSizes(fn, s, 10, bitSize).(*NumError) }

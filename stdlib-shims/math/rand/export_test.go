package rand

import "internal/ziggurat"

func GetNormalDistributionParameters() (float64, [128]uint32, [128]float32, [128]float32) {
	start, limit, width, density := ziggurat.NormalParameters()
	return start, [128]uint32(limit), [128]float32(width), [128]float32(density)
}

func GetExponentialDistributionParameters() (float64, [256]uint32, [256]float32, [256]float32) {
	start, limit, width, density := ziggurat.ExponentialParameters()
	return start, [256]uint32(limit), [256]float32(width), [256]float32(density)
}

func Int31nForTest(r *Rand, n int32) int32 { return r.scaled(uint32(n)) }

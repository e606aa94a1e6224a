package time

import "errors"

// A Duration is a span of time in nanoseconds.
type Duration int64

const (
	minDuration Duration = -1 << 63
	maxDuration Duration = 1<<63 - 1
)

const (
	Nanosecond  Duration = 1
	Microsecond          = 1000 * Nanosecond
	Millisecond          = 1000 * Microsecond
	Second               = 1000 * Millisecond
	Minute               = 60 * Second
	Hour                 = 60 * Minute
)

// String returns d like 72h3m0.5s; what is below a second has a smaller unit.
func (d Duration) String() string {
	switch {
	case d == 0:
		return "0s"
	case d == minDuration:
		return "-2562047h47m16.854775808s"
	case d < 0:
		return "-" + (-d).String()
	case d < Microsecond:
		return decimal(int64(d)) + "ns"
	case d < Millisecond:
		return fraction(int64(d), 3) + "µs"
	case d < Second:
		return fraction(int64(d), 6) + "ms"
	}
	text := fraction(int64(d%Minute), 9) + "s"
	if d >= Minute {
		minutes := int64(d / Minute)
		text = decimal(minutes%60) + "m" + text
		if minutes >= 60 {
			text = decimal(minutes/60) + "h" + text
		}
	}
	return text
}

// fraction returns n / 10^places without trailing zeros.
func fraction(n int64, places int) string {
	text := decimal(n)
	for len(text) <= places {
		text = "0" + text
	}
	point := len(text) - places
	end := len(text)
	for end > point && text[end-1] == '0' {
		end--
	}
	if end == point {
		return text[:point]
	}
	return text[:point] + "." + text[point:end]
}

// Nanoseconds returns d as a number of nanoseconds.
func (d Duration) Nanoseconds() int64 { return int64(d) }

// Microseconds returns d as a whole number of microseconds.
func (d Duration) Microseconds() int64 { return int64(d) / 1e3 }

// Milliseconds returns d as a whole number of milliseconds.
func (d Duration) Milliseconds() int64 { return int64(d) / 1e6 }

// Seconds returns d as a number of seconds.
func (d Duration) Seconds() float64 {
	return float64(d/Second) + float64(d%Second)/1e9
}

// Minutes returns d as a number of minutes.
func (d Duration) Minutes() float64 {
	return float64(d/Minute) + float64(d%Minute)/(60*1e9)
}

// Hours returns d as a number of hours.
func (d Duration) Hours() float64 {
	return float64(d/Hour) + float64(d%Hour)/(60*60*1e9)
}

// Truncate returns d rounded towards zero to a multiple of m.
func (d Duration) Truncate(m Duration) Duration {
	if m > 0 {
		d -= d % m
	}
	return d
}

// Round returns d rounded to the nearest multiple of m, halves away from zero.
func (d Duration) Round(m Duration) Duration {
	lower := d.Truncate(m)
	rest := (d - lower).Abs()
	if m <= 0 || rest < m-rest {
		return lower
	}
	if d < 0 {
		return lower - min(m, lower-minDuration)
	}
	return lower + min(m, maxDuration-lower)
}

// Abs returns the size of d.
func (d Duration) Abs() Duration {
	if d == minDuration {
		return maxDuration
	}
	return max(d, -d)
}

// ParseDuration reads a sequence of decimal numbers with units, like -1h30m or 1.5ms.
func ParseDuration(s string) (Duration, error) {
	d, problem, unit := parseDuration(s)
	switch problem {
	case 1:
		return 0, errors.New("time: invalid duration " + quote(s))
	case 2:
		return 0, errors.New("time: missing unit in duration " + quote(s))
	case 3:
		return 0, errors.New("time: unknown unit " + quote(unit) + " in duration " + quote(s))
	}
	return Duration(d), nil
}

// parseDuration gives nanoseconds, or what is wrong: 1 syntax or range, 2 no unit, 3 a bad unit.
//
//js:native parseDuration
func parseDuration(s string) (d int64, problem int, unit string)

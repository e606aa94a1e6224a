package time

func ResetLocalOnceForTest() { localLoc = Location{name: "Local", tz: ":local"} }

func ForceUSPacificForTesting() { localLoc = Location{name: "Local", tz: "America/Los_Angeles"} }

const UnixToInternal = int64(unixToInternal)

var (
	Quote       = quote
	ErrLocation = errLocation
)

func SetMono(t *Time, mono int64) { t.mono = mono + 1 }

func GetMono(t *Time) int64 { return max(t.mono-1, 0) }

func DaysIn(m Month, year int) int { return daysIn(year, int(m)) }

func ParseTimeZone(value string) (length int, ok bool) {
	length = zoneNameLength(value)
	return length, length > 0
}

// DisablePlatformSources has nothing to disable: zones are the host's.
func DisablePlatformSources() (undo func()) { return func() {} }

func ResetZoneinfoForTesting() {}

const secondsTo1885 = (1884*365 + 1884/4 - 1884/100 + 1884/400) * secondsPerDay

var (
	MinMonoTime         = Time{sec: secondsTo1885, mono: -1 << 63, loc: UTC}
	MaxMonoTime         = Time{sec: secondsTo1885 + 1<<33 - 1, nsec: 999999999, mono: 1<<63 - 1, loc: UTC}
	NotMonoNegativeTime = Time{sec: -1<<63 + 50}
)

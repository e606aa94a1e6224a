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

var (
	MinMonoTime         = Time{sec: firstMonotonic, mono: -1<<63 + 1, loc: UTC}
	MaxMonoTime         = Time{sec: lastMonotonic, nsec: 999999999, mono: 1<<63 - 1, loc: UTC}
	NotMonoNegativeTime = Time{sec: -1<<63 + 50}
)

// AppendInt, AppendFormatAny, AppendFormatRFC3339, ParseAny and ParseRFC3339 have no faster ways of their own here.
func AppendInt(b []byte, x, width int) []byte {
	if x < 0 {
		return append(append(b, '-'), padded(-x, width, "0")...)
	}
	return append(b, padded(x, width, "0")...)
}

var AppendFormatAny = Time.AppendFormat

func AppendFormatRFC3339(t Time, b []byte, nanos bool) []byte {
	if nanos {
		return t.AppendFormat(b, RFC3339Nano)
	}
	return t.AppendFormat(b, RFC3339)
}

var ParseAny = parse

func ParseRFC3339(s string, local *Location) (Time, bool) {
	t, err := parse(RFC3339, s, UTC, local)
	return t, err == nil
}

// StdChunkNames has the elements that NextStdChunk has met, by the numbers that it gives them.
var StdChunkNames = map[int]string{0: ""}

func NextStdChunk(layout string) (prefix string, std int, suffix string) {
	p := nextPart(layout)
	if p.kind != partNone {
		std = len(StdChunkNames)
		StdChunkNames[std] = p.text
	}
	return p.prefix, std, p.suffix
}

func Tzset(s string, lastChange, unix int64) (name string, offset int, start, end int64, isDST, ok bool) {
	zone, ok := zoneByRule(s, lastChange, unix)
	return zone.name, zone.offset, zone.start, zone.end, zone.isDST, ok
}

var (
	TzsetName   = ruleName
	TzsetOffset = ruleOffset
)

type RuleKind int

const (
	RuleJulian       = RuleKind(ruleJulian)
	RuleDOY          = RuleKind(ruleYearDay)
	RuleMonthWeekDay = RuleKind(ruleWeekday)
)

type Rule struct {
	Kind RuleKind
	Day  int
	Week int
	Mon  int
	Time int
}

func TzsetRule(s string) (Rule, string, bool) {
	r, rest, ok := readYearRule(s)
	return Rule{RuleKind(r.kind), r.day, r.week, r.month, r.time}, rest, ok
}

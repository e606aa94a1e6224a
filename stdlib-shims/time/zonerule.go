package time

// Rules as the environment variable TZ has them in POSIX: PST8PDT,M3.2.0,M11.1.0.

// zoneByRule returns the zone that a rule gives for a time, which is at or after the last change that is known.
func zoneByRule(rule string, lastChange, unix int64) (zone zoneSpan, ok bool) {
	standard, summer, start, end, ok := readZoneRule(rule)
	if !ok {
		return zone, false
	}
	if summer.name == "" {
		standard.start, standard.end = lastChange, endOfTime
		return standard, true
	}
	year, _, _ := dateOf(dayNumber(unix + unixToInternal))
	begin := int64(daysBefore(year, 1))*secondsPerDay - unixToInternal
	first, second := start.secondOfYear(year)-standard.offset, end.secondOfYear(year)-summer.offset
	if second < first {
		first, second, standard, summer = second, first, summer, standard
	}
	switch now := int(unix - begin); {
	case now < first:
		standard.start, standard.end = begin, begin+int64(first)
		return standard, true
	case now >= second:
		standard.start, standard.end = begin+int64(second), begin+365*secondsPerDay
		return standard, true
	}
	summer.start, summer.end = begin+int64(first), begin+int64(second)
	return summer, true
}

// readZoneRule takes a rule apart. Without daylight saving time there is no name for summer.
func readZoneRule(s string) (standard, summer zoneSpan, start, end yearRule, ok bool) {
	if standard.name, s, ok = ruleName(s); !ok {
		return
	}
	if standard.offset, s, ok = ruleOffset(s); !ok {
		return
	}
	standard.offset = -standard.offset
	if s == "" || s[0] == ',' {
		return
	}
	summer.isDST = true
	if summer.name, s, ok = ruleName(s); !ok {
		return
	}
	summer.offset = standard.offset + secondsPerHour
	if s != "" && s[0] != ',' {
		if summer.offset, s, ok = ruleOffset(s); !ok {
			return
		}
		summer.offset = -summer.offset
	}
	if s == "" {
		s = ",M3.2.0,M11.1.0"
	}
	if s[0] != ',' && s[0] != ';' {
		return standard, summer, start, end, false
	}
	if start, s, ok = readYearRule(s[1:]); !ok || s == "" || s[0] != ',' {
		return standard, summer, start, end, false
	}
	end, s, ok = readYearRule(s[1:])
	return standard, summer, start, end, ok && s == ""
}

// ruleName reads an abbreviation of at least three letters, or of anything between < and >.
func ruleName(s string) (name, rest string, ok bool) {
	if s != "" && s[0] == '<' {
		for i := range len(s) {
			if s[i] == '>' {
				return s[1:i], s[i+1:], true
			}
		}
		return "", "", false
	}
	n := 0
	for n < len(s) && !isDigit(s[n]) && s[n] != ',' && s[n] != '-' && s[n] != '+' {
		n++
	}
	if n < 3 {
		return "", "", false
	}
	return s[:n], s[n:], true
}

// ruleOffset reads [+-]hours[:minutes[:seconds]] as seconds.
func ruleOffset(s string) (offset int, rest string, ok bool) {
	sign := 1
	if s != "" && (s[0] == '+' || s[0] == '-') {
		if s[0] == '-' {
			sign = -1
		}
		s = s[1:]
	}
	unit, most := secondsPerHour, 24*7
	for {
		n := 0
		if n, s, ok = ruleNumber(s, 0, most); !ok {
			return 0, "", false
		}
		offset += n * unit
		if s == "" || s[0] != ':' || unit == 1 {
			return sign * offset, s, true
		}
		s, unit, most = s[1:], unit/60, 59
	}
}

func ruleNumber(s string, least, most int) (n int, rest string, ok bool) {
	i := 0
	for i < len(s) && isDigit(s[i]) && n <= most {
		n = n*10 + int(s[i]-'0')
		i++
	}
	if i == 0 || n < least || n > most {
		return 0, "", false
	}
	return n, s[i:], true
}

// A yearRule says when in a year a zone begins.
type yearRule struct {
	kind             int
	day, week, month int
	time             int
}

const (
	ruleJulian  = iota // day 1 to 365: the 29th of February is never counted
	ruleYearDay        // day 0 to 365
	ruleWeekday        // a weekday of a week of a month, 5 being the last
)

func readYearRule(s string) (r yearRule, rest string, ok bool) {
	switch {
	case s == "":
		return r, "", false
	case s[0] == 'J':
		r.day, s, ok = ruleNumber(s[1:], 1, 365)
	case s[0] == 'M':
		r.kind = ruleWeekday
		if r.month, s, ok = ruleNumber(s[1:], 1, 12); !ok || s == "" || s[0] != '.' {
			return yearRule{}, "", false
		}
		if r.week, s, ok = ruleNumber(s[1:], 1, 5); !ok || s == "" || s[0] != '.' {
			return yearRule{}, "", false
		}
		r.day, s, ok = ruleNumber(s[1:], 0, 6)
	default:
		r.kind = ruleYearDay
		r.day, s, ok = ruleNumber(s, 0, 365)
	}
	r.time = 2 * secondsPerHour
	if ok && s != "" && s[0] == '/' {
		r.time, s, ok = ruleOffset(s[1:])
	}
	if !ok {
		return yearRule{}, "", false
	}
	return r, s, true
}

// secondOfYear returns the local time since the beginning of a year.
func (r yearRule) secondOfYear(year int) int {
	begin := daysBefore(year, 1)
	day := r.day
	switch r.kind {
	case ruleJulian:
		day--
		if r.day >= 60 && daysIn(year, 2) == 29 {
			day++
		}
	case ruleWeekday:
		first := daysBefore(year, r.month)
		at := (r.day-int(weekdayOf(first))+7)%7 + 7*(r.week-1)
		if at >= daysIn(year, r.month) {
			at -= 7
		}
		day = first - begin + at
	}
	return day*secondsPerDay + r.time
}

package time

import "errors"

// A ParseError is a text that does not fit its layout.
type ParseError struct {
	Layout     string
	Value      string
	LayoutElem string
	ValueElem  string
	Message    string
}

func (e *ParseError) Error() string {
	if e.Message != "" {
		return "parsing time " + quote(e.Value) + e.Message
	}
	return "parsing time " + quote(e.Value) + " as " + quote(e.Layout) + ": cannot parse " + quote(e.ValueElem) +
		" as " + quote(e.LayoutElem)
}

// Parse reads a time that is shown as layout shows the reference time, in UTC where nothing else is said.
func Parse(layout, value string) (Time, error) {
	return parse(layout, value, UTC, Local)
}

// ParseInLocation is Parse in a location.
func ParseInLocation(layout, value string, loc *Location) (Time, error) {
	return parse(layout, value, loc, loc)
}

var errBad = errors.New("bad value for field")

// A parser collects what the parts of a text say.
type parser struct {
	value                  string // what is left
	year, month, day, yday int
	hour, minute, second   int
	nsec                   int
	isPM, isAM             bool
	zone                   *Location
	offset                 int
	hasOffset              bool
	zoneName               string
	outOfRange             string
}

func parse(layout, value string, defaultLocation, local *Location) (Time, error) {
	if layout == RFC3339 || layout == RFC3339Nano {
		if t, ok := parseUsual(value, local); ok {
			return t, nil
		}
	}
	wholeValue := value
	p := parser{value: value, month: -1, day: -1, yday: -1}
	parts := partsOf(layout)
	for i := range parts {
		part := &parts[i]
		rest, ok := skip(p.value, part.prefix)
		if !ok {
			return Time{}, &ParseError{layout, wholeValue, part.prefix, rest, ""}
		}
		p.value = rest
		if part.kind == partNone {
			if p.value != "" {
				return Time{}, &ParseError{layout, wholeValue, "", p.value, ": extra text: " + quote(p.value)}
			}
			break
		}
		before := p.value
		ok = p.part(part)
		if p.outOfRange != "" {
			return Time{}, &ParseError{layout, wholeValue, part.text, p.value, ": " + p.outOfRange + " out of range"}
		}
		if !ok {
			return Time{}, &ParseError{layout, wholeValue, part.text, before, ""}
		}
	}
	if p.isPM && p.hour < 12 {
		p.hour += 12
	} else if p.isAM && p.hour == 12 {
		p.hour = 0
	}
	if message := p.fixDate(); message != "" {
		return Time{}, &ParseError{layout, wholeValue, "", wholeValue, ": " + message}
	}
	return p.time(defaultLocation, local), nil
}

// What readDateAndTime has found at the end.
const (
	zoneUTC    = 1
	zoneOffset = 2
)

// parseUsual reads the usual form of RFC 3339.
func parseUsual(value string, local *Location) (t Time, ok bool) {
	sec, nsec, offset, zone := readDateAndTime(value)
	t.sec, t.nsec = sec, nsec
	if zone == zoneOffset {
		t.setOffset("", offset, local)
	}
	return t, zone == zoneUTC || zone == zoneOffset
}

// readDateAndTime tells what stands in the usual form of RFC 3339.
//
//js:native readDateAndTime
func readDateAndTime(s string) (sec, nsec int64, offset, zone int)

// setOffset sets the location that a time with an offset is in: the local one where the zone there is the same.
func (t *Time) setOffset(zoneName string, zoneOffset int, local *Location) {
	name, offset := local.lookup(t.unix())
	if offset == zoneOffset && (zoneName == "" || name == zoneName) {
		t.setLoc(local)
	} else {
		t.setLoc(FixedZone(zoneName, zoneOffset))
	}
}

// skip takes prefix from the front of value. A run of spaces stands for any run of spaces.
func skip(value, prefix string) (rest string, ok bool) {
	for prefix != "" {
		if prefix[0] == ' ' {
			if value != "" && value[0] != ' ' {
				return value, false
			}
			prefix = withoutSpaces(prefix)
			value = withoutSpaces(value)
			continue
		}
		if value == "" || value[0] != prefix[0] {
			return value, false
		}
		prefix = prefix[1:]
		value = value[1:]
	}
	return value, true
}

func withoutSpaces(s string) string {
	for s != "" && s[0] == ' ' {
		s = s[1:]
	}
	return s
}

// part reads one part.
func (p *parser) part(e *part) (ok bool) {
	switch e.kind {
	case partYear:
		p.year, ok = p.digits(2)
		if p.year >= 69 {
			p.year += 1900
		} else {
			p.year += 2000
		}
	case partLongYear:
		p.year, ok = p.digits(4)
	case partMonth:
		p.month, ok = p.name(longMonthNames, 3)
		p.month++
	case partLongMonth:
		p.month, ok = p.name(longMonthNames, 0)
		p.month++
	case partNumMonth, partZeroMonth:
		p.month, ok = p.number(e.kind == partZeroMonth)
		p.checkRange(ok && (p.month <= 0 || p.month > 12), "month")
	case partWeekday:
		_, ok = p.name(longDayNames, 3)
	case partLongWeekday:
		_, ok = p.name(longDayNames, 0)
	case partDay, partUnderDay, partZeroDay:
		if e.kind == partUnderDay && p.value != "" && p.value[0] == ' ' {
			p.value = p.value[1:]
		}
		p.day, ok = p.number(e.kind == partZeroDay)
	case partUnderYearDay, partZeroYearDay:
		for range 2 {
			if e.kind == partUnderYearDay && p.value != "" && p.value[0] == ' ' {
				p.value = p.value[1:]
			}
		}
		p.yday, ok = p.upTo3Digits(e.kind == partZeroYearDay)
	case partZoneName:
		ok = p.readZoneName()
	case partOffset:
		ok = p.readOffset(e.text)
	case partFraction0:
		ok = p.fraction(len(e.text))
	case partFraction9:
		ok = p.optionalFraction()
	default:
		ok = p.clock(e.kind, e.suffix)
	}
	return ok
}

func (p *parser) checkRange(isOut bool, what string) {
	if isOut {
		p.outOfRange = what
	}
}

func (p *parser) clock(kind int, layout string) (ok bool) {
	switch kind {
	case partHour:
		p.hour, ok = p.number(false)
		p.checkRange(ok && p.hour >= 24, "hour")
	case partHour12, partZeroHour12:
		p.hour, ok = p.number(kind == partZeroHour12)
		p.checkRange(ok && p.hour > 12, "hour")
	case partMinute, partZeroMinute:
		p.minute, ok = p.number(kind == partZeroMinute)
		p.checkRange(ok && p.minute >= 60, "minute")
	case partSecond, partZeroSecond:
		p.second, ok = p.number(kind == partZeroSecond)
		p.checkRange(ok && p.second >= 60, "second")
		if ok && p.outOfRange == "" {
			// A fraction may stand behind the seconds even where the layout has none.
			if next := nextPart(layout).kind; next != partFraction0 && next != partFraction9 {
				ok = p.optionalFraction()
			}
		}
	case partPM, partLowerPM:
		if len(p.value) < 2 {
			return false
		}
		text := p.value[:2]
		p.value = p.value[2:]
		switch {
		case kind == partPM && text == "PM", kind == partLowerPM && text == "pm":
			p.isPM = true
		case kind == partPM && text == "AM", kind == partLowerPM && text == "am":
			p.isAM = true
		default:
			return false
		}
		return true
	}
	return ok
}

// digits reads just n digits.
func (p *parser) digits(n int) (number int, ok bool) {
	if len(p.value) < n {
		return 0, false
	}
	for i := 0; i < n; i++ {
		if !isDigit(p.value[i]) {
			return 0, false
		}
		number = number*10 + int(p.value[i]-'0')
	}
	p.value = p.value[n:]
	return number, true
}

// number reads two digits, or one if that is allowed.
func (p *parser) number(fixed bool) (n int, ok bool) {
	if n, ok := p.digits(2); ok {
		return n, true
	}
	if fixed {
		return 0, false
	}
	return p.digits(1)
}

func (p *parser) upTo3Digits(fixed bool) (n int, ok bool) {
	for width := 3; width > 0; width-- {
		if n, ok := p.digits(width); ok {
			return n, true
		}
		if fixed {
			break
		}
	}
	return 0, false
}

// name reads one of names, or the first letters of it, in any case.
func (p *parser) name(names []string, letters int) (index int, ok bool) {
	for i, name := range names {
		if letters > 0 {
			name = name[:letters]
		}
		if len(p.value) >= len(name) && equalFold(p.value[:len(name)], name) {
			p.value = p.value[len(name):]
			return i, true
		}
	}
	return -1, false
}

func equalFold(a, b string) bool {
	for i := 0; i < len(a); i++ {
		if a[i] != b[i] && (a[i]|0x20 != b[i]|0x20 || a[i]|0x20 < 'a' || a[i]|0x20 > 'z') {
			return false
		}
	}
	return true
}

// fraction reads a point or comma and digits, of length in all.
func (p *parser) fraction(length int) bool {
	if len(p.value) < length || p.value[0] != '.' && p.value[0] != ',' {
		return false
	}
	nsec, scale, start := 0, 1000000000, 1
	if sign := p.value[1]; sign == '+' || sign == '-' && length > 2 {
		// What is read is a number, whose sign only makes it wrong.
		p.checkRange(sign == '-', "fractional second")
		start, scale = 2, scale/10
	}
	for i := start; i < length; i++ {
		if !isDigit(p.value[i]) {
			return false
		}
		if i <= 9 {
			scale /= 10
			nsec += int(p.value[i]-'0') * scale
		}
	}
	p.nsec = nsec
	p.value = p.value[length:]
	return true
}

func (p *parser) optionalFraction() bool {
	if len(p.value) < 2 || p.value[0] != '.' && p.value[0] != ',' || !isDigit(p.value[1]) {
		return true
	}
	length := 2
	for length < len(p.value) && isDigit(p.value[length]) {
		length++
	}
	return p.fraction(length)
}

// readOffset reads an offset in the form of a layout, like Z07:00.
func (p *parser) readOffset(form string) bool {
	if form[0] == 'Z' && p.value != "" && p.value[0] == 'Z' {
		p.value = p.value[1:]
		p.zone = UTC
		return true
	}
	if len(p.value) < len(form) {
		return false
	}
	text := p.value[:len(form)]
	p.value = p.value[len(form):]
	if text[0] != '+' && text[0] != '-' {
		return false
	}
	fields := [3]int{}
	n := 0
	for i := 1; i < len(form); {
		if form[i] == ':' {
			if text[i] != ':' {
				return false
			}
			i++
			continue
		}
		if !isDigit(text[i]) || !isDigit(text[i+1]) {
			return false
		}
		fields[n] = int(text[i]-'0')*10 + int(text[i+1]-'0')
		n++
		i += 2
	}
	p.checkRange(fields[0] > 24, "time zone offset hour")
	p.checkRange(fields[1] > 60, "time zone offset minute")
	p.checkRange(fields[2] > 60, "time zone offset second")
	p.offset = fields[0]*secondsPerHour + fields[1]*secondsPerMinute + fields[2]
	if text[0] == '-' {
		p.offset = -p.offset
	}
	p.hasOffset = true
	return true
}

func (p *parser) readZoneName() bool {
	if hasPrefix(p.value, "UTC") {
		p.zone = UTC
		p.value = p.value[3:]
		return true
	}
	length := zoneNameLength(p.value)
	p.zoneName = p.value[:length]
	p.value = p.value[length:]
	return length > 0
}

// zoneNameLength returns the length of what may be a name of a zone, 0 if there is none.
func zoneNameLength(value string) int {
	if len(value) < 3 {
		return 0
	}
	if hasPrefix(value, "ChST") || hasPrefix(value, "MeST") {
		return 4
	}
	if hasPrefix(value, "GMT") {
		return 3 + signedHoursLength(value[3:])
	}
	if value[0] == '+' || value[0] == '-' {
		return signedHoursLength(value)
	}
	upper := 0
	for upper < 6 && upper < len(value) && 'A' <= value[upper] && value[upper] <= 'Z' {
		upper++
	}
	switch {
	case upper == 5 && value[4] == 'T', upper == 4 && (value[3] == 'T' || hasPrefix(value, "WITA")), upper == 3:
		return upper
	}
	return 0
}

func signedHoursLength(value string) int {
	if value == "" || value[0] != '+' && value[0] != '-' {
		return 0
	}
	hours, end := 0, 1
	for end < len(value) && isDigit(value[end]) && hours < 1000 {
		hours = hours*10 + int(value[end]-'0')
		end++
	}
	if end == 1 || hours > 23 {
		return 0
	}
	return end
}

// fixDate fills in month and day, and returns what is wrong with them.
func (p *parser) fixDate() string {
	isLeap := p.year%4 == 0 && (p.year%100 != 0 || p.year%400 == 0)
	if p.yday >= 0 {
		limit := 365
		if isLeap {
			limit++
		}
		if p.yday < 1 || p.yday > limit {
			return "day-of-year out of range"
		}
		_, month, day := dateOf(daysBefore(p.year, 1) + p.yday - 1)
		if p.month >= 0 && p.month != month {
			return "day-of-year does not match month"
		}
		if p.day >= 0 && p.day != day {
			return "day-of-year does not match day"
		}
		p.month, p.day = month, day
	} else {
		if p.month < 0 {
			p.month = 1
		}
		if p.day < 0 {
			p.day = 1
		}
	}
	if p.day < 1 || p.day > daysIn(p.year, p.month) {
		return "day out of range"
	}
	return ""
}

func daysIn(year, month int) int {
	if month == 12 {
		return 31
	}
	return daysBefore(year, month+1) - daysBefore(year, month)
}

func (p *parser) time(defaultLocation, local *Location) Time {
	date := func(loc *Location) Time {
		return Date(p.year, Month(p.month), p.day, p.hour, p.minute, p.second, p.nsec, loc)
	}
	if p.zone != nil {
		return date(p.zone)
	}
	if p.hasOffset {
		t := date(UTC)
		t.sec -= int64(p.offset)
		t.setOffset(p.zoneName, p.offset, local)
		return t
	}
	if p.zoneName != "" {
		t := date(UTC)
		if offset, ok := local.lookupName(p.zoneName, t.unix()); ok {
			t.sec -= int64(offset)
			t.setLoc(local)
			return t
		}
		offset := 0
		if len(p.zoneName) > 3 && p.zoneName[:3] == "GMT" {
			for _, c := range p.zoneName[4:] {
				offset = offset*10 + int(c-'0')
			}
			offset *= secondsPerHour
			if p.zoneName[3] == '-' {
				offset = -offset
			}
		}
		t.setLoc(FixedZone(p.zoneName, offset))
		return t
	}
	return date(defaultLocation)
}

package time

// Layouts for Format and Parse: how the reference time, Mon Jan 2 15:04:05 MST 2006, would be shown.
const (
	Layout      = "01/02 03:04:05PM '06 -0700"
	ANSIC       = "Mon Jan _2 15:04:05 2006"
	UnixDate    = "Mon Jan _2 15:04:05 MST 2006"
	RubyDate    = "Mon Jan 02 15:04:05 -0700 2006"
	RFC822      = "02 Jan 06 15:04 MST"
	RFC822Z     = "02 Jan 06 15:04 -0700"
	RFC850      = "Monday, 02-Jan-06 15:04:05 MST"
	RFC1123     = "Mon, 02 Jan 2006 15:04:05 MST"
	RFC1123Z    = "Mon, 02 Jan 2006 15:04:05 -0700"
	RFC3339     = "2006-01-02T15:04:05Z07:00"
	RFC3339Nano = "2006-01-02T15:04:05.999999999Z07:00"
	Kitchen     = "3:04PM"
	Stamp       = "Jan _2 15:04:05"
	StampMilli  = "Jan _2 15:04:05.000"
	StampMicro  = "Jan _2 15:04:05.000000"
	StampNano   = "Jan _2 15:04:05.000000000"
	DateTime    = "2006-01-02 15:04:05"
	DateOnly    = "2006-01-02"
	TimeOnly    = "15:04:05"
)

// What the parts of a layout stand for.
const (
	partNone = iota
	partLongMonth
	partMonth
	partNumMonth
	partZeroMonth
	partLongWeekday
	partWeekday
	partDay
	partUnderDay
	partZeroDay
	partUnderYearDay
	partZeroYearDay
	partHour
	partHour12
	partZeroHour12
	partMinute
	partZeroMinute
	partSecond
	partZeroSecond
	partLongYear
	partYear
	partPM
	partLowerPM
	partZoneName
	partOffset    // any form of a zone offset, by its text
	partFraction0 // .000: so many digits
	partFraction9 // .999: up to so many digits, no trailing zeros
)

// A part is the first element of a layout, with what stands before and behind it.
type part struct {
	prefix string
	kind   int
	text   string
	suffix string
}

// nextPart finds the first element of a layout.
func nextPart(layout string) part {
	for i := 0; i < len(layout); i++ {
		kind, skip, length := partAt(layout, i)
		if kind != partNone {
			start := i + skip
			return part{layout[:start], kind, layout[start : start+length], layout[start+length:]}
		}
	}
	return part{prefix: layout}
}

// partAt returns the element at layout[i:]: its kind, how many bytes before it are plain text, and its length.
func partAt(layout string, i int) (kind, skip, length int) {
	rest := layout[i:]
	switch rest[0] {
	case 'J':
		if hasPrefix(rest, "January") {
			return partLongMonth, 0, 7
		}
		if hasPrefix(rest, "Jan") && !startsWithLower(rest[3:]) {
			return partMonth, 0, 3
		}
	case 'M':
		if hasPrefix(rest, "Monday") {
			return partLongWeekday, 0, 6
		}
		if hasPrefix(rest, "Mon") && !startsWithLower(rest[3:]) {
			return partWeekday, 0, 3
		}
		if hasPrefix(rest, "MST") {
			return partZoneName, 0, 3
		}
	case '0':
		if hasPrefix(rest, "002") {
			return partZeroYearDay, 0, 3
		}
		if len(rest) >= 2 && '1' <= rest[1] && rest[1] <= '6' {
			return zeroParts[rest[1]-'1'], 0, 2
		}
	case '1':
		if hasPrefix(rest, "15") {
			return partHour, 0, 2
		}
		return partNumMonth, 0, 1
	case '2':
		if hasPrefix(rest, "2006") {
			return partLongYear, 0, 4
		}
		return partDay, 0, 1
	case '_':
		if hasPrefix(rest, "_2006") {
			return partLongYear, 1, 4
		}
		if hasPrefix(rest, "_2") {
			return partUnderDay, 0, 2
		}
		if hasPrefix(rest, "__2") {
			return partUnderYearDay, 0, 3
		}
	case '3':
		return partHour12, 0, 1
	case '4':
		return partMinute, 0, 1
	case '5':
		return partSecond, 0, 1
	case 'P':
		if hasPrefix(rest, "PM") {
			return partPM, 0, 2
		}
	case 'p':
		if hasPrefix(rest, "pm") {
			return partLowerPM, 0, 2
		}
	case '-', 'Z':
		if length := offsetLength(rest[1:]); length > 0 {
			return partOffset, 0, 1 + length
		}
	case '.', ',':
		return fractionPart(rest)
	}
	return partNone, 0, 0
}

var zeroParts = [...]int{partZeroMonth, partZeroDay, partZeroHour12, partZeroMinute, partZeroSecond, partYear}

func offsetLength(rest string) int {
	for _, form := range [...]string{"070000", "07:00:00", "0700", "07:00", "07"} {
		if hasPrefix(rest, form) {
			return len(form)
		}
	}
	return 0
}

func fractionPart(rest string) (kind, skip, length int) {
	if len(rest) < 2 || rest[1] != '0' && rest[1] != '9' {
		return partNone, 0, 0
	}
	end := 1
	for end < len(rest) && rest[end] == rest[1] {
		end++
	}
	if end < len(rest) && isDigit(rest[end]) {
		return partNone, 0, 0
	}
	if rest[1] == '0' {
		return partFraction0, 0, end
	}
	return partFraction9, 0, end
}

func hasPrefix(s, prefix string) bool {
	return len(s) >= len(prefix) && s[:len(prefix)] == prefix
}

func startsWithLower(s string) bool { return s != "" && 'a' <= s[0] && s[0] <= 'z' }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// parsed has the parts of layouts that have been used.
var parsed map[string][]part

// partsOf returns the parts of a layout; the last one is only text.
func partsOf(layout string) []part {
	if parts, ok := parsed[layout]; ok {
		return parts
	}
	var parts []part
	for rest := layout; ; {
		p := nextPart(rest)
		parts = append(parts, p)
		if p.kind == partNone {
			break
		}
		rest = p.suffix
	}
	if parsed == nil || len(parsed) >= 64 {
		parsed = make(map[string][]part)
	}
	parsed[layout] = parts
	return parts
}

// Format returns t as layout shows the reference time.
func (t Time) Format(layout string) string {
	name, offset := t.Zone()
	local := t.sec + int64(offset)
	f := formatter{t: t, zone: name, offset: offset, second: secondOfDay(local), day: dayNumber(local)}
	f.year, f.month, f.date = dateOf(f.day)
	switch layout {
	case RFC3339:
		return dateAndTime(f.year, f.month, f.date, f.second, 0) + offsetText("Z07:00", offset)
	case RFC3339Nano:
		return dateAndTime(f.year, f.month, f.date, f.second, t.nsec) + offsetText("Z07:00", offset)
	}
	text := ""
	parts := partsOf(layout)
	for i := range parts {
		p := &parts[i]
		text += p.prefix
		if p.kind != partNone {
			text += f.format(p)
		}
	}
	return text
}

// dateAndTime returns the date, the second of the day and nanoseconds as in 2006-01-02T15:04:05.999999999.
//
//js:native dateAndTime
func dateAndTime(year, month, day, second int, nsec int64) string

// AppendFormat appends t.Format(layout) to b.
func (t Time) AppendFormat(b []byte, layout string) []byte {
	return append(b, t.Format(layout)...)
}

type formatter struct {
	t                 Time
	zone              string
	offset            int
	day               int // number
	year, month, date int
	second            int // of the day
}

func (f *formatter) format(p *part) string {
	switch p.kind {
	case partLongMonth:
		return Month(f.month).String()
	case partMonth:
		return Month(f.month).String()[:3]
	case partNumMonth:
		return decimal(int64(f.month))
	case partZeroMonth:
		return padded(f.month, 2, "0")
	case partLongWeekday:
		return weekdayOf(f.day).String()
	case partWeekday:
		return weekdayOf(f.day).String()[:3]
	case partDay:
		return decimal(int64(f.date))
	case partUnderDay:
		return padded(f.date, 2, " ")
	case partZeroDay:
		return padded(f.date, 2, "0")
	case partUnderYearDay:
		return padded(f.day-daysBefore(f.year, 1)+1, 3, " ")
	case partZeroYearDay:
		return padded(f.day-daysBefore(f.year, 1)+1, 3, "0")
	case partLongYear:
		return padded(f.year, 4, "0")
	case partYear:
		return padded(max(f.year, -f.year)%100, 2, "0")
	case partZoneName:
		return f.zoneName()
	case partOffset:
		return offsetText(p.text, f.offset)
	case partFraction0, partFraction9:
		return fractionText(p, int(f.t.nsec))
	}
	return f.clock(p.kind)
}

func (f *formatter) clock(kind int) string {
	hour := f.second / secondsPerHour
	minute := f.second % secondsPerHour / secondsPerMinute
	second := f.second % secondsPerMinute
	switch kind {
	case partHour:
		return padded(hour, 2, "0")
	case partHour12:
		return decimal(int64((hour+11)%12 + 1))
	case partZeroHour12:
		return padded((hour+11)%12+1, 2, "0")
	case partMinute:
		return decimal(int64(minute))
	case partZeroMinute:
		return padded(minute, 2, "0")
	case partSecond:
		return decimal(int64(second))
	case partZeroSecond:
		return padded(second, 2, "0")
	case partPM:
		if hour >= 12 {
			return "PM"
		}
		return "AM"
	case partLowerPM:
		if hour >= 12 {
			return "pm"
		}
		return "am"
	}
	return ""
}

// zoneName returns the abbreviation of the zone, an offset where it has none.
func (f *formatter) zoneName() string {
	if f.zone != "" {
		return f.zone
	}
	minutes, sign := f.offset/60, "+"
	if minutes < 0 {
		minutes, sign = -minutes, "-"
	}
	return sign + padded(minutes/60, 2, "0") + padded(minutes%60, 2, "0")
}

// offsetText shows an offset in the form of a layout: Z0700 stands for Z at zero.
func offsetText(form string, offset int) string {
	if offset == 0 && form[0] == 'Z' {
		return "Z"
	}
	minutes, sign, seconds := offset/60, "+", offset
	if minutes < 0 {
		minutes, sign, seconds = -minutes, "-", -offset
	}
	text := sign + padded(minutes/60, 2, "0")
	form = form[1:]
	colon := ""
	if len(form) > 2 && form[2] == ':' {
		colon = ":"
	}
	if len(form) > 2 {
		text += colon + padded(minutes%60, 2, "0")
	}
	if len(form) > 5 {
		text += colon + padded(seconds%60, 2, "0")
	}
	return text
}

func fractionText(p *part, nsec int) string {
	text := padded(nsec, 9, "0")
	digits := len(p.text) - 1
	for len(text) < digits {
		text += "0"
	}
	text = text[:digits]
	if p.kind == partFraction9 {
		for text != "" && text[len(text)-1] == '0' {
			text = text[:len(text)-1]
		}
		if text == "" {
			return ""
		}
	}
	return p.text[:1] + text
}

// padded returns n with at least so many digits.
//
//js:native padded
func padded(n, width int, fill string) string

// String returns t for people to read; a reading of the monotonic clock stands behind m=.
func (t Time) String() string {
	text := t.Format("2006-01-02 15:04:05.999999999 -0700 MST")
	if t.mono != 0 {
		value := t.mono - 1
		sign, sec, nsec := "+", value/1e9, value%1e9
		if value < 0 {
			sign, sec, nsec = "-", -sec, -nsec
		}
		text += " m=" + sign + decimal(sec) + "." + padded(int(nsec), 9, "0")
	}
	return text
}

// GoString returns t as a call of Date.
func (t Time) GoString() string {
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	text := "time.Date(" + decimal(int64(year)) + ", "
	if January <= month && month <= December {
		text += "time." + month.String()
	} else {
		text += decimal(int64(month))
	}
	for _, n := range [...]int{day, hour, min, sec, int(t.nsec)} {
		text += ", " + decimal(int64(n))
	}
	switch loc := t.Location(); loc {
	case UTC:
		text += ", time.UTC"
	case Local:
		text += ", time.Local"
	default:
		text += ", time.Location(" + quote(loc.name) + ")"
	}
	return text + ")"
}

// quote returns s as a string literal; what is not printable ASCII is escaped byte by byte.
func quote(s string) string {
	const hex = "0123456789abcdef"
	text := `"`
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '"' || c == '\\':
			text += `\` + s[i:i+1]
		case c >= 0x80 || c < ' ':
			text += `\x` + hex[c>>4:c>>4+1] + hex[c&15:c&15+1]
		default:
			text += s[i : i+1]
		}
	}
	return text + `"`
}

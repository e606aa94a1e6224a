// Package time measures, formats and waits for time.
package time

import "errors"

// A Time is an instant with nanoseconds. The zero value is the first of January of year 1, UTC.
type Time struct {
	sec  int64 // since the first of January of year 1, UTC
	nsec int64 // 0 to 999999999
	mono int64 // nanoseconds of the monotonic clock plus 1, 0 without
	loc  *Location
}

const (
	secondsPerMinute = 60
	secondsPerHour   = 3600
	secondsPerDay    = 86400
	secondsPerWeek   = 7 * secondsPerDay

	// unixToInternal is 1970 in seconds since year 1.
	unixToInternal = 62135596800
)

// A Month is a month of the year, January is 1.
type Month int

const (
	January Month = 1 + iota
	February
	March
	April
	May
	June
	July
	August
	September
	October
	November
	December
)

func (m Month) String() string {
	if January <= m && m <= December {
		return longMonthNames[m-1]
	}
	return "%!Month(" + decimal(int64(m)) + ")"
}

// A Weekday is a day of the week, Sunday is 0.
type Weekday int

const (
	Sunday Weekday = iota
	Monday
	Tuesday
	Wednesday
	Thursday
	Friday
	Saturday
)

func (d Weekday) String() string {
	if Sunday <= d && d <= Saturday {
		return longDayNames[d]
	}
	return "%!Weekday(" + decimal(int64(d)) + ")"
}

var longMonthNames = []string{
	"January", "February", "March", "April", "May", "June",
	"July", "August", "September", "October", "November", "December",
}

var longDayNames = []string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}

// Now returns the current local time, with a reading of the monotonic clock.
func Now() Time {
	sec, nsec := walltime()
	return Time{sec + unixToInternal, nsec, nanotime() + 1, Local}
}

// Unix returns the local time so many seconds and nanoseconds after 1970.
func Unix(sec int64, nsec int64) Time {
	if nsec < 0 || nsec >= 1e9 {
		sec += nsec / 1e9
		nsec %= 1e9
		if nsec < 0 {
			nsec += 1e9
			sec--
		}
	}
	return Time{sec + unixToInternal, nsec, 0, Local}
}

// UnixMilli returns the local time so many milliseconds after 1970.
func UnixMilli(msec int64) Time { return Unix(msec/1e3, (msec%1e3)*1e6) }

// UnixMicro returns the local time so many microseconds after 1970.
func UnixMicro(usec int64) Time { return Unix(usec/1e6, (usec%1e6)*1e3) }

// Date returns the time of a date and clock in a location. What is out of range is carried: October 32 is November 1.
func Date(year int, month Month, day, hour, min, sec, nsec int, loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Date")
	}
	m := int(month) - 1
	year, m = carry(year, m, 12)
	sec, nsec = carry(sec, nsec, 1e9)
	min, sec = carry(min, sec, 60)
	hour, min = carry(hour, min, 60)
	day, hour = carry(day, hour, 24)
	local := int64(daysBefore(year, m+1)+day-1)*secondsPerDay + int64(hour*secondsPerHour+min*secondsPerMinute+sec)
	unix := local - unixToInternal
	// The offset that holds at the instant meant, found from the one that holds near it.
	_, offset := loc.lookup(unix)
	if offset != 0 {
		_, offset = loc.lookup(unix - int64(offset))
		unix -= int64(offset)
	}
	t := Time{unix + unixToInternal, int64(nsec), 0, nil}
	t.setLoc(loc)
	return t
}

// carry brings low into 0…base−1 and adds to high what that takes.
func carry(high, low, base int) (int, int) {
	if low < 0 {
		n := (-low-1)/base + 1
		high -= n
		low += n * base
	}
	if low >= base {
		high += low / base
		low %= base
	}
	return high, low
}

func (t *Time) setLoc(loc *Location) {
	if loc == &utcLoc {
		loc = nil
	}
	t.mono = 0
	t.loc = loc
}

// absoluteToInternal is the start of absolute time, a year so early that all times count as later, in seconds since year 1.
const absoluteToInternal = unixToInternal - 9223372028715321600

// abs returns the seconds of absolute time in the location of t. It, absClock and absDate are linked to by modules.
func (t Time) abs() uint64 { return uint64(t.local() - absoluteToInternal) }

// absClock returns the time of day of an absolute time.
func absClock(abs uint64) (hour, min, sec int) {
	s := int(abs % secondsPerDay)
	return s / secondsPerHour, s % secondsPerHour / secondsPerMinute, s % secondsPerMinute
}

// absDate returns the date of an absolute time, and the day of the year from 0; without full only year and that.
func absDate(abs uint64, full bool) (year int, month Month, day int, yday int) {
	days := dayNumber(int64(abs) + absoluteToInternal)
	y, m, d := dateOf(days)
	yday = days - daysBefore(y, 1)
	if !full {
		return y, 0, 0, yday
	}
	return y, Month(m), d, yday
}

// unix returns seconds since 1970.
func (t Time) unix() int64 { return t.sec - unixToInternal }

// local returns seconds since year 1 in the location of t.
func (t Time) local() int64 {
	if t.loc == nil {
		return t.sec
	}
	_, offset := t.loc.lookup(t.unix())
	return t.sec + int64(offset)
}

// After tells whether t is after u.
func (t Time) After(u Time) bool { return t.Compare(u) > 0 }

// Before tells whether t is before u.
func (t Time) Before(u Time) bool { return t.Compare(u) < 0 }

// Compare returns −1, 0 or 1 for t before, at or after u.
func (t Time) Compare(u Time) int {
	a, b := t.mono, u.mono
	if a == 0 || b == 0 {
		a, b = t.sec, u.sec
		if a == b {
			a, b = t.nsec, u.nsec
		}
	}
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// Equal tells whether t and u are the same instant, wherever.
func (t Time) Equal(u Time) bool { return t.Compare(u) == 0 }

// IsZero tells whether t is the zero Time.
func (t Time) IsZero() bool { return t.sec == 0 && t.nsec == 0 }

// Date returns the date of t.
func (t Time) Date() (year int, month Month, day int) {
	y, m, d := dateOf(dayNumber(t.local()))
	return y, Month(m), d
}

// Year returns the year of t.
func (t Time) Year() int {
	year, _, _ := t.Date()
	return year
}

// Month returns the month of t.
func (t Time) Month() Month {
	_, month, _ := t.Date()
	return month
}

// Day returns the day of the month.
func (t Time) Day() int {
	_, _, day := t.Date()
	return day
}

// Weekday returns the day of the week.
func (t Time) Weekday() Weekday {
	return weekdayOf(dayNumber(t.local()))
}

// weekdayOf knows that the first day of year 1 was a Monday.
func weekdayOf(days int) Weekday {
	_, day := carry(0, days+1, 7)
	return Weekday(day)
}

// ISOWeek returns year and week by ISO 8601: the week of a day belongs to the year of its Thursday.
func (t Time) ISOWeek() (year, week int) {
	days := dayNumber(t.local())
	thursday := days + int(Thursday) - (int(weekdayOf(days))+6)%7 - 1
	year, _, _ = dateOf(thursday)
	return year, (thursday-daysBefore(year, 1))/7 + 1
}

// Clock returns the time of day.
func (t Time) Clock() (hour, min, sec int) {
	s := secondOfDay(t.local())
	return s / secondsPerHour, s % secondsPerHour / secondsPerMinute, s % secondsPerMinute
}

// Hour returns the hour, 0 to 23.
func (t Time) Hour() int { return secondOfDay(t.local()) / secondsPerHour }

// Minute returns the minute of the hour.
func (t Time) Minute() int { return secondOfDay(t.local()) % secondsPerHour / secondsPerMinute }

// Second returns the second of the minute.
func (t Time) Second() int { return secondOfDay(t.local()) % secondsPerMinute }

// Nanosecond returns the nanosecond of the second.
func (t Time) Nanosecond() int { return int(t.nsec) }

// YearDay returns the day of the year, from 1.
func (t Time) YearDay() int {
	days := dayNumber(t.local())
	year, _, _ := dateOf(days)
	return days - daysBefore(year, 1) + 1
}

// Only times of the years 1885 to 2157 have a reading of the monotonic clock.
const (
	firstMonotonic = (1884*365 + 1884/4 - 1884/100 + 1884/400) * secondsPerDay
	lastMonotonic  = firstMonotonic + 1<<33 - 1
)

// Add returns t + d.
func (t Time) Add(d Duration) Time {
	sec, nsec := int64(d/Second), t.nsec+int64(d%Second)
	if nsec >= 1e9 {
		sec++
		nsec -= 1e9
	} else if nsec < 0 {
		sec--
		nsec += 1e9
	}
	t.sec += sec
	t.nsec = nsec
	if t.mono != 0 {
		mono := t.mono + int64(d)
		isWrapped := (mono < t.mono) != (d < 0)
		t.mono = mono
		if isWrapped || t.sec < firstMonotonic || t.sec > lastMonotonic {
			t.mono = 0
		}
	}
	return t
}

// Sub returns t − u, or the nearest Duration where that overflows.
func (t Time) Sub(u Time) Duration {
	d, isAfter := Duration(t.mono-u.mono), t.mono > u.mono
	if t.mono == 0 || u.mono == 0 {
		seconds := t.sec - u.sec
		d = Duration(seconds)*Second + Duration(t.nsec-u.nsec)
		isAfter = t.sec > u.sec || t.sec == u.sec && t.nsec > u.nsec
		const most = 9223372037
		if seconds > most {
			d = -1
		} else if seconds < -most {
			d = 1
		}
	}
	switch {
	case isAfter && d < 0:
		return maxDuration
	case !isAfter && d > 0:
		return minDuration
	}
	return d
}

// Since returns the time that has gone by since t.
func Since(t Time) Duration {
	if t.mono != 0 {
		return Duration(nanotime() + 1 - t.mono)
	}
	return Now().Sub(t)
}

// Until returns the time that has to go by until t.
func Until(t Time) Duration {
	if t.mono != 0 {
		return Duration(t.mono - nanotime() - 1)
	}
	return t.Sub(Now())
}

// AddDate returns t so many years, months and days later; the result is carried as Date does.
func (t Time) AddDate(years int, months int, days int) Time {
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	return Date(year+years, month+Month(months), day+days, hour, min, sec, int(t.nsec), t.Location())
}

// UTC returns t in UTC.
func (t Time) UTC() Time {
	t.setLoc(&utcLoc)
	return t
}

// Local returns t in the local time zone.
func (t Time) Local() Time {
	t.setLoc(Local)
	return t
}

// In returns t in a location.
func (t Time) In(loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Time.In")
	}
	t.setLoc(loc)
	return t
}

// Location returns the location of t.
func (t Time) Location() *Location {
	if t.loc == nil {
		return UTC
	}
	return t.loc
}

// Zone returns name and offset, in seconds east of UTC, of the zone that holds at t.
func (t Time) Zone() (name string, offset int) {
	return t.Location().lookup(t.unix())
}

// ZoneBounds returns when the zone that holds at t began and when it ends, a zero Time for never.
func (t Time) ZoneBounds() (start, end Time) {
	loc := t.Location()
	from, hasFrom, to, hasTo := loc.bounds(t.unix())
	if hasFrom {
		start = Unix(from, 0)
		start.setLoc(loc)
	}
	if hasTo {
		end = Unix(to, 0)
		end.setLoc(loc)
	}
	return start, end
}

// IsDST tells whether t is in daylight saving time.
func (t Time) IsDST() bool {
	loc := t.Location()
	if loc.rules != nil {
		return loc.rules(t.unix()).isDST
	}
	return loc.tz != "" && isDST(loc.tz, t.unix())
}

// Unix returns seconds since 1970.
func (t Time) Unix() int64 { return t.unix() }

// UnixMilli returns milliseconds since 1970.
func (t Time) UnixMilli() int64 { return t.unix()*1e3 + t.nsec/1e6 }

// UnixMicro returns microseconds since 1970.
func (t Time) UnixMicro() int64 { return t.unix()*1e6 + t.nsec/1e3 }

// UnixNano returns nanoseconds since 1970.
func (t Time) UnixNano() int64 { return t.unix()*1e9 + t.nsec }

// Truncate returns t rounded down to a multiple of d since the zero time.
func (t Time) Truncate(d Duration) Time {
	t.mono = 0
	if d <= 0 {
		return t
	}
	return t.Add(-t.since(d))
}

// Round returns t rounded to the nearest multiple of d since the zero time, halves up.
func (t Time) Round(d Duration) Time {
	t.mono = 0
	if d <= 0 {
		return t
	}
	r := t.since(d)
	if r < d-r {
		return t.Add(-r)
	}
	return t.Add(d - r)
}

// since returns how far t is behind the last multiple of d.
func (t Time) since(d Duration) Duration {
	return Duration(remainder(t.sec, t.nsec, int64(d)))
}

// MarshalBinary implements encoding.BinaryMarshaler.
func (t Time) MarshalBinary() ([]byte, error) { return t.AppendBinary(nil) }

// AppendBinary implements encoding.BinaryAppender: version, seconds, nanoseconds, offset in minutes.
func (t Time) AppendBinary(b []byte) ([]byte, error) {
	minutes, seconds, version := -1, 0, byte(1)
	if t.Location() != UTC {
		_, offset := t.Zone()
		if offset%60 != 0 {
			version = 2
			seconds = offset % 60
		}
		minutes = offset / 60
		if minutes < -32768 || minutes == -1 || minutes > 32767 {
			return b, errors.New("Time.MarshalBinary: unexpected zone offset")
		}
	}
	b = append(b, version)
	for shift := 56; shift >= 0; shift -= 8 {
		b = append(b, byte(t.sec>>shift))
	}
	b = append(b, byte(t.nsec>>24), byte(t.nsec>>16), byte(t.nsec>>8), byte(t.nsec), byte(minutes>>8), byte(minutes))
	if version == 2 {
		b = append(b, byte(seconds))
	}
	return b, nil
}

// UnmarshalBinary implements encoding.BinaryUnmarshaler.
func (t *Time) UnmarshalBinary(data []byte) error {
	if len(data) == 0 {
		return errors.New("Time.UnmarshalBinary: no data")
	}
	version := data[0]
	if version != 1 && version != 2 {
		return errors.New("Time.UnmarshalBinary: unsupported version")
	}
	if len(data) != 14+int(version) {
		return errors.New("Time.UnmarshalBinary: invalid length")
	}
	sec := int64(int8(data[1]))
	for _, b := range data[2:9] {
		sec = sec<<8 | int64(b)
	}
	nsec := int64(0)
	for _, b := range data[9:13] {
		nsec = nsec<<8 | int64(b)
	}
	offset := (int(int8(data[13]))<<8 | int(data[14])) * 60
	if version == 2 {
		offset += int(data[15])
	}
	*t = Time{sec: sec, nsec: nsec}
	if offset == -60 {
		t.setLoc(&utcLoc)
	} else if _, local := Local.lookup(t.unix()); offset == local {
		t.setLoc(Local)
	} else {
		t.setLoc(FixedZone("", offset))
	}
	return nil
}

// GobEncode implements gob.GobEncoder.
func (t Time) GobEncode() ([]byte, error) { return t.MarshalBinary() }

// GobDecode implements gob.GobDecoder.
func (t *Time) GobDecode(data []byte) error { return t.UnmarshalBinary(data) }

// MarshalText implements encoding.TextMarshaler: RFC 3339 with nanoseconds.
func (t Time) MarshalText() ([]byte, error) { return t.appendTo(nil, "Time.MarshalText: ") }

// AppendText implements encoding.TextAppender.
func (t Time) AppendText(b []byte) ([]byte, error) { return t.appendTo(b, "Time.AppendText: ") }

func (t Time) appendTo(b []byte, prefix string) ([]byte, error) {
	text, err := t.strictRFC3339()
	if err != nil {
		return nil, errors.New(prefix + err.Error())
	}
	return append(b, text...), nil
}

// MarshalJSON implements json.Marshaler: RFC 3339 with nanoseconds, quoted.
func (t Time) MarshalJSON() ([]byte, error) {
	text, err := t.strictRFC3339()
	if err != nil {
		return nil, errors.New("Time.MarshalJSON: " + err.Error())
	}
	return []byte(`"` + text + `"`), nil
}

func (t Time) strictRFC3339() (string, error) {
	if year := t.Year(); year < 0 || year > 9999 {
		return "", errors.New("year outside of range [0,9999]")
	}
	if _, offset := t.Zone(); offset <= -24*secondsPerHour || offset >= 24*secondsPerHour {
		return "", errors.New("timezone hour outside of range [0,23]")
	}
	return t.Format(RFC3339Nano), nil
}

// UnmarshalText implements encoding.TextUnmarshaler.
func (t *Time) UnmarshalText(data []byte) error {
	parsed, err := Parse(RFC3339, string(data))
	*t = parsed
	return err
}

// UnmarshalJSON implements json.Unmarshaler; null leaves t as it is.
func (t *Time) UnmarshalJSON(data []byte) error {
	text := string(data)
	if text == "null" {
		return nil
	}
	if len(text) < 2 || text[0] != '"' || text[len(text)-1] != '"' {
		return errors.New("Time.UnmarshalJSON: input is not a JSON string")
	}
	parsed, err := Parse(RFC3339, text[1 : len(text)-1])
	*t = parsed
	return err
}

// dayNumber returns the day, from 0 for the first of year 1, of a number of seconds.
//
//js:native dayNumber
func dayNumber(seconds int64) int

//js:native secondOfDay
func secondOfDay(seconds int64) int

// dateOf returns the date of a day number.
//
//js:native dateOf
func dateOf(days int) (year, month, day int)

// daysBefore returns the day number of the first day of a month.
//
//js:native daysBefore
func daysBefore(year, month int) int

// remainder returns (sec·10⁹ + nsec) mod d.
//
//js:native remainder
func remainder(sec, nsec, d int64) int64

//js:native walltime
func walltime() (sec, nsec int64)

//js:native nanotime
func nanotime() int64

//js:native decimal
func decimal(n int64) string

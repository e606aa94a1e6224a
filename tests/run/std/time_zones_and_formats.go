package main

import (
	"encoding/json"
	"fmt"
	"time"
)

// zone is a file of the zone database: version 2 with one change, and a rule for later.
func zone(rule string) []byte {
	header := "TZif2" + string(make([]byte, 15))
	counts := func(times, zones, chars byte) string {
		text := string(make([]byte, 12))
		for _, n := range []byte{times, zones, chars} {
			text += string([]byte{0, 0, 0, n})
		}
		return text
	}
	data := header + counts(0, 1, 4) + "\x00\x00\x00\x00\x00\x00ABC\x00"
	data += header + counts(1, 2, 8) + "\x00\x00\x00\x00\x10\x00\x00\x00" + "\x01"
	data += "\x00\x00\x0e\x10\x00\x00" + "\x00\x00\x1c\x20\x01\x04" + "ABC\x00DEF\x00"
	return []byte(data + "\n" + rule + "\n")
}

func fromData() {
	for _, rule := range []string{"", "PST8PDT", "CET-1CEST,M3.5.0,M10.5.0/3", "<+03>-3", "AAA1BBB,J60/0,300", "X"} {
		loc, err := time.LoadLocationFromTZData("Data", zone(rule))
		if err != nil {
			fmt.Println(err)
			continue
		}
		for _, t := range []time.Time{time.Unix(0, 0), time.Unix(1<<28, 0), time.Date(2023, 7, 1, 0, 0, 0, 0, time.UTC), time.Date(2024, 3, 1, 12, 0, 0, 0, time.UTC), time.Date(2024, 12, 31, 0, 0, 0, 0, time.UTC)} {
			start, end := t.In(loc).ZoneBounds()
			fmt.Println(t.In(loc), t.In(loc).IsDST(), start.UTC(), end.UTC())
		}
	}
	for n := range 100 {
		if _, err := time.LoadLocationFromTZData("Short", zone("")[:n]); err != nil && n%20 == 0 {
			fmt.Println(n, err)
		}
	}
}

func main() {
	fromData()
	base := time.Date(2024, time.March, 10, 1, 59, 59, 987654321, time.UTC)
	for _, zone := range []string{"America/New_York", "Europe/Zurich", "Asia/Kolkata", "Asia/Tokyo", "Australia/Lord_Howe", "America/Sao_Paulo", "Africa/Casablanca", "Pacific/Apia", "UTC", "Europe/London", "America/St_Johns", "Asia/Kathmandu", "Asia/Seoul", "Asia/Shanghai", "Europe/Moscow", "Asia/Dubai", "Asia/Jerusalem", "Nope/Nope"} {
		loc, err := time.LoadLocation(zone)
		if err != nil {
			fmt.Println(err)
			continue
		}
		for _, month := range []time.Month{time.January, time.July} {
			t := time.Date(2024, month, 15, 12, 0, 0, 0, loc)
			name, offset := t.Zone()
			start, end := t.ZoneBounds()
			fmt.Println(t, name, offset, t.IsDST(), t.UTC().Format(time.RFC3339), start.UTC(), end.UTC().Year() < 2037 && !end.IsZero())
		}
	}
	ny, _ := time.LoadLocation("America/New_York")
	fmt.Println(time.Date(2024, 3, 10, 2, 30, 0, 0, ny), time.Date(2024, 11, 3, 1, 30, 0, 0, ny), time.Date(1900, 1, 1, 0, 0, 0, 0, ny), time.Date(2050, 6, 1, 0, 0, 0, 0, ny))
	for _, layout := range []string{time.ANSIC, time.UnixDate, time.RubyDate, time.RFC822, time.RFC822Z, time.RFC850, time.RFC1123, time.RFC1123Z, time.RFC3339, time.RFC3339Nano, time.Kitchen, time.Stamp, time.StampMilli, time.StampMicro, time.StampNano, time.DateTime, time.DateOnly, time.TimeOnly, "Jan _2 06 03:04PM .000 __2 002 Z07 -07:00:00", "2006-01-02T15:04:05.999999999Z07:00", "Monday Mon January 1 2 3 4 5 pm"} {
		text := base.In(ny).Format(layout)
		back, err := time.Parse(layout, text)
		fmt.Println(text, back, err)
	}
	for _, c := range [][2]string{{time.RFC3339, "2024-13-01T00:00:00Z"}, {time.RFC3339, "2024-02-30T00:00:00Z"}, {time.RFC3339, "x"}, {time.DateOnly, "2024-1-2"}, {"Jan 2 2006", "Foo 2 2006"}, {time.Kitchen, "13:00PM"}, {"2006 MST", "2024 CET"}, {"15:04", "25:00"}, {"15:04:05.000", "10:11:12.5"}, {"02/01/2006", "31/12/99999"}, {time.RFC1123, "Mon, 02 Jan 2006 15:04:05 EST"}} {
		t, err := time.Parse(c[0], c[1])
		fmt.Println(t, err)
	}
	for _, s := range []string{"1h15m30.918273645s", "-1.5h", "300ms", "1µs", "2us3ns", "", "1", "1x", ".s", "9223372036854775807ns", "9223372036854775808ns", "+5m", "1h1h", "0"} {
		d, err := time.ParseDuration(s)
		fmt.Println(d, int64(d), err, d.Round(time.Minute), d.Truncate(time.Second), d.Hours())
	}
	fmt.Println(base.AddDate(0, 1, 25), base.Add(36*time.Hour), base.Truncate(time.Hour), base.Round(24*time.Hour), base.YearDay(), base.Weekday(), base.Unix(), base.UnixNano())
	y, w := time.Date(2021, 1, 3, 0, 0, 0, 0, time.UTC).ISOWeek()
	fmt.Println(y, w, base.Sub(base.AddDate(-1, 0, 0)), base.Before(base.Add(1)), base.Equal(base.In(ny)), base == base.In(ny), base.Compare(base.Add(-1)))
	b, err := json.Marshal(map[string]any{"t": base, "d": time.Second, "m": time.March})
	fmt.Println(string(b), err)
	var t time.Time
	fmt.Println(t, t.IsZero(), json.Unmarshal([]byte(`"2024-05-06T07:08:09+02:00"`), &t), t, t.Unix(), json.Unmarshal([]byte(`"2024-05-06T7:08:09,5+02:00"`), &t), t)
	fmt.Printf("%v %+v %#v %s %d %T\n", base, base, base, time.Month(13), time.Second, time.Saturday)
	fmt.Println(time.Unix(0, 0).UTC(), time.UnixMilli(-1).UTC(), time.Unix(1<<40, 5).UTC(), time.Time{}.Add(-1), time.Date(-5, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(12345, 1, 1, 0, 0, 0, 0, time.FixedZone("X", 3723)))
	far := time.Date(2311, 11, 26, 2, 16, 47, 63535996, time.UTC)
	fmt.Println(far.Sub(time.Date(2019, 8, 16, 2, 29, 30, 268436582, time.UTC)), far.Sub(time.Time{}), time.Time{}.Sub(far))
	blob, err := base.In(ny).MarshalBinary()
	var bin time.Time
	fmt.Println(blob, err, bin.UnmarshalBinary(blob), bin)
}

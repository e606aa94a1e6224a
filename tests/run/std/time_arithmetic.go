package main

import (
	"fmt"
	"time"
)

func main() {
	t := time.Date(2024, time.February, 28, 23, 30, 15, 123456789, time.UTC)
	fmt.Println(t, t.Add(45*time.Minute), t.AddDate(0, 0, 2), t.Weekday(), t.YearDay(), t.Unix(), t.UnixMilli())
	fmt.Println(t.Format(time.RFC3339), t.Format(time.RFC1123), t.Format("2006-01-02 15:04:05.000"), t.Format("Jan _2 3:04PM"), t.Format(time.RFC3339Nano))
	p, err := time.Parse("2006-01-02 15:04", "2023-12-25 08:15")
	fmt.Println(p, err, t.Sub(p), t.After(p), p.Before(t), p.Equal(p))
	_, err = time.Parse(time.RFC3339, "nonsense")
	fmt.Println(err)
	d := 90*time.Minute + 30*time.Second + 5*time.Millisecond
	fmt.Println(d, d.Hours(), d.Minutes(), d.Round(time.Minute), d.Truncate(time.Hour), time.Duration(1500), time.Duration(0))
	x, err := time.ParseDuration("1h15m30.5s")
	fmt.Println(x, err, x.Seconds())
	fmt.Println(time.Unix(0, 0).UTC(), time.Time{}.IsZero(), time.Time{})
	y, w := t.ISOWeek()
	fmt.Println(y, w, t.Truncate(24*time.Hour), t.Month(), t.Nanosecond())
	z := time.FixedZone("EST", -5*3600)
	fmt.Println(t.In(z), t.In(z).Format(time.RFC822Z))
	fmt.Println(time.March, time.Saturday, t.Compare(p))
}

// run

// Times in the form of RFC 3339, and what is nearly so.
package main

import (
	"fmt"
	"time"
)

func main() {
	time.Local = time.FixedZone("here", 3600)
	zones := []*time.Location{time.UTC, time.FixedZone("a", 3600), time.FixedZone("", -5*3600-1800), time.FixedZone("s", 1801)}
	for _, y := range []int{-12345, -1, 0, 1, 999, 1970, 2024, 9999, 10000, 123456} {
		for i, z := range zones {
			for _, ns := range []int{0, 1, 10, 123456789, 120000000, 999999999} {
				t := time.Date(y, time.Month(i*3+2), 28+i%2, 23, 59, 9*i, ns, z)
				fmt.Println(t.Format(time.RFC3339), t.Format(time.RFC3339Nano), t)
			}
		}
	}
	for _, s := range []string{
		"2024-02-29T00:00:00Z", "2023-02-29T00:00:00Z", "2024-13-01T00:00:00Z", "2024-12-31T23:59:60Z", "2024-12-31T24:00:00Z",
		"2024-12-31T23:59:59.Z", "2024-12-31T23:59:59.1Z", "2024-12-31T23:59:59,1Z", "2024-12-31T23:59:59.123456789Z", "2024-12-31T23:59:59.1234567891Z",
		"2024-12-31T23:59:59.12+01:00", "2024-12-31T23:59:59-00:00", "2024-12-31T23:59:59+00:00", "2024-12-31T23:59:59+24:00", "2024-12-31T23:59:59+23:60",
		"2024-12-31T23:59:59", "2024-12-31T23:59:59Zx", "2024-12-31t23:59:59Z", "2024-12-31T23:59:59z", "2024-12-31 23:59:59Z", "", "x", "0000-01-01T00:00:00Z",
		"2024-00-01T00:00:00Z", "2024-01-00T00:00:00Z", "2024-01-32T00:00:00Z", "20x4-01-32T00:00:00Z", "2024-1-02T00:00:00Z", "2024-01-02T0:00:00Z", "2024-01-02T1:60:00Z",
		"9999-12-31T23:59:59.999999999-23:59", "0001-01-01T00:00:00+14:00", "2024-06-01T00:00:00+0100", "2024-06-01T00:00:00.000Z", "-001-01-01T00:00:00Z", "2024-06-01T00:00:00+01:00:00",
	} {
		for _, l := range []string{time.RFC3339, time.RFC3339Nano} {
			t, err := time.Parse(l, s)
			fmt.Println(t, t.Unix(), t.Nanosecond(), t.Location(), err)
		}
	}
	berlin, err := time.LoadLocation("Europe/Berlin")
	fmt.Println(err)
	for _, s := range []string{"2024-06-01T00:00:00+02:00", "2024-06-01T00:00:00+01:00", "2024-12-01T00:00:00+01:00", "2024-06-01T00:00:00Z"} {
		t, err := time.ParseInLocation(time.RFC3339, s, berlin)
		fmt.Println(t, t.Location(), err)
	}
}

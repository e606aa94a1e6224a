package time

import "errors"

// A zoneSpan is a zone with the times between which it holds.
type zoneSpan struct {
	name       string
	offset     int
	isDST      bool
	start, end int64
}

const (
	startOfTime = -1 << 63
	endOfTime   = 1<<63 - 1
)

// zoneData is what a file of the zone database says: zones, when they begin to hold, and a rule for later.
type zoneData struct {
	zones   []zoneSpan
	changes []zoneChange
	rule    string
}

type zoneChange struct {
	when int64
	zone int
}

var errMalformed = errors.New("malformed time zone information")

// LoadLocationFromTZData returns a Location from the contents of a file of the IANA data base.
func LoadLocationFromTZData(name string, data []byte) (*Location, error) {
	zones, ok := readZoneData(string(data))
	if !ok {
		return nil, errMalformed
	}
	return &Location{name: name, rules: zones.at}, nil
}

// A zoneReader takes big-endian numbers from the front; isBad if there were not enough bytes.
type zoneReader struct {
	rest  string
	isBad bool
}

func (r *zoneReader) take(n int) string {
	if n < 0 || n > len(r.rest) {
		r.isBad = true
		return ""
	}
	taken := r.rest[:n]
	r.rest = r.rest[n:]
	return taken
}

// number reads a signed number of n bytes.
func (r *zoneReader) number(n int) int64 {
	x := int64(0)
	for i, c := range []byte(r.take(n)) {
		if i == 0 {
			x = int64(int8(c))
		} else {
			x = x<<8 | int64(c)
		}
	}
	return x
}

// readZoneData reads the format TZif. From version 2 on, the data with 32-bit times are followed by the same with 64.
func readZoneData(data string) (d *zoneData, ok bool) {
	r := &zoneReader{rest: data}
	version, counts := r.header()
	size := 4
	if version >= '2' {
		r.take(counts.size(4))
		_, counts = r.header()
		size = 8
	}
	if r.isBad || counts.zones == 0 {
		return nil, false
	}
	times := &zoneReader{rest: r.take(counts.times * size)}
	indices := r.take(counts.times)
	zones := &zoneReader{rest: r.take(counts.zones * 6)}
	names := r.take(counts.chars)
	r.take(counts.leaps*(size+4) + counts.standards + counts.universals)
	if r.isBad {
		return nil, false
	}
	d = &zoneData{}
	for range counts.zones {
		offset, isDST, at := int(zones.number(4)), zones.number(1) != 0, int(uint8(zones.number(1)))
		if at >= len(names) {
			return nil, false
		}
		end := at
		for end < len(names) && names[end] != 0 {
			end++
		}
		d.zones = append(d.zones, zoneSpan{name: names[at:end], offset: offset, isDST: isDST})
	}
	for i := range counts.times {
		if int(indices[i]) >= len(d.zones) {
			return nil, false
		}
		d.changes = append(d.changes, zoneChange{times.number(size), int(indices[i])})
	}
	if n := len(r.rest); size == 8 && n > 2 && r.rest[0] == '\n' && r.rest[n-1] == '\n' {
		d.rule = r.rest[1 : n-1]
	}
	return d, true
}

// zoneCounts says how much there is of each part.
type zoneCounts struct{ universals, standards, leaps, times, zones, chars int }

func (c zoneCounts) size(time int) int {
	return c.times*(time+1) + c.zones*6 + c.chars + c.leaps*(time+4) + c.standards + c.universals
}

func (r *zoneReader) header() (version byte, counts zoneCounts) {
	head := r.take(20)
	if r.isBad || head[:4] != "TZif" || head[4] != 0 && (head[4] < '2' || head[4] > '4') {
		r.isBad = true
		return 0, counts
	}
	for _, count := range [...]*int{&counts.universals, &counts.standards, &counts.leaps, &counts.times, &counts.zones, &counts.chars} {
		*count = int(uint32(r.number(4)))
	}
	return head[4], counts
}

// at returns the zone that holds at a time.
func (d *zoneData) at(unix int64) zoneSpan {
	if len(d.changes) == 0 || unix < d.changes[0].when {
		zone := d.zones[d.first()]
		zone.start, zone.end = startOfTime, endOfTime
		if len(d.changes) > 0 {
			zone.end = d.changes[0].when
		}
		return zone
	}
	low, high := 0, len(d.changes)
	for high-low > 1 {
		middle := (low + high) / 2
		if unix < d.changes[middle].when {
			high = middle
		} else {
			low = middle
		}
	}
	zone := d.zones[d.changes[low].zone]
	zone.start, zone.end = d.changes[low].when, endOfTime
	if high < len(d.changes) {
		zone.end = d.changes[high].when
	} else if later, ok := zoneByRule(d.rule, zone.start, unix); ok {
		return later
	}
	return zone
}

// first returns the zone before all changes: the first if no change leads to it, else one of standard time.
func (d *zoneData) first() int {
	isUsed := false
	for _, change := range d.changes {
		isUsed = isUsed || change.zone == 0
	}
	if !isUsed {
		return 0
	}
	if zone := d.changes[0].zone; d.zones[zone].isDST {
		for zone--; zone >= 0; zone-- {
			if !d.zones[zone].isDST {
				return zone
			}
		}
	}
	for i := range d.zones {
		if !d.zones[i].isDST {
			return i
		}
	}
	return 0
}

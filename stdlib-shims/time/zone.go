package time

import "errors"

// A Location is a place with its time zones. The host knows their rules.
type Location struct {
	name string
	// As the host knows it, "" for a fixed offset. ":local" is where the program runs.
	tz string
	// The only zone, where tz is "".
	zone   string
	offset int
	// The zones of a Location that was read from data.
	rules func(unix int64) zoneSpan
	// The last answer of lookup and for which quarter of an hour it holds.
	cachedQuarter int64
	cachedName    string
	cachedOffset  int
	hasCached     bool
}

var (
	utcLoc   = Location{name: "UTC", zone: "UTC"}
	localLoc = Location{name: "Local", tz: ":local"}
)

// UTC is Universal Coordinated Time.
var UTC *Location = &utcLoc

// Local is where the program runs.
var Local *Location = &localLoc

// String returns the name of l.
func (l *Location) String() string {
	if l == nil {
		return "UTC"
	}
	return l.name
}

// FixedZone returns a Location that always has one zone.
func FixedZone(name string, offset int) *Location {
	return &Location{name: name, zone: name, offset: offset}
}

var errLocation = errors.New("time: invalid location name")

// LoadLocation returns a Location of the IANA data base, such as Europe/Zurich.
func LoadLocation(name string) (*Location, error) {
	switch name {
	case "", "UTC":
		return UTC, nil
	case "Local":
		return Local, nil
	}
	for i := range len(name) {
		if name[i] == '\\' || name[i] == '.' && i+1 < len(name) && name[i+1] == '.' || i == 0 && name[0] == '/' {
			return nil, errLocation
		}
	}
	if !isZone(name) {
		return nil, errors.New("unknown time zone " + name)
	}
	return &Location{name: name, tz: name}, nil
}

// lookup returns the zone that holds at a time.
func (l *Location) lookup(unix int64) (name string, offset int) {
	if l == nil {
		return "UTC", 0
	}
	if l.rules != nil {
		zone := l.rules(unix)
		return zone.name, zone.offset
	}
	if l.tz == "" {
		return l.zone, l.offset
	}
	// Zones change at full quarters of an hour, so far as they have been standardised.
	quarter := unix / 900
	if !l.hasCached || quarter != l.cachedQuarter || unix < 0 {
		l.cachedName, l.cachedOffset = zoneAt(l.tz, unix)
		l.cachedQuarter, l.hasCached = quarter, true
	}
	return l.cachedName, l.cachedOffset
}

// lookupName returns the offset of a zone of l by its abbreviation, with that in force at unix preferred.
func (l *Location) lookupName(name string, unix int64) (offset int, ok bool) {
	if l == nil || l.tz == "" && l.rules == nil {
		zone, offset := l.lookup(unix)
		return offset, zone == name
	}
	const halfYear = 182 * secondsPerDay
	for _, shift := range [...]int64{0, halfYear, -halfYear} {
		if zone, offset := l.lookup(unix + shift); zone == name {
			return offset, true
		}
	}
	return 0, false
}

//js:native isZone
func isZone(tz string) bool

//js:native zoneAt
func zoneAt(tz string, unix int64) (name string, offset int)

//js:native isDST
func isDST(tz string, unix int64) bool

//js:native zoneBounds
func zoneBounds(tz string, unix int64) (from int64, hasFrom bool, to int64, hasTo bool)

// bounds returns between which times the zone holds that holds at unix.
func (l *Location) bounds(unix int64) (from int64, hasFrom bool, to int64, hasTo bool) {
	if l.rules != nil {
		zone := l.rules(unix)
		return zone.start, zone.start != startOfTime, zone.end, zone.end != endOfTime
	}
	if l.tz == "" {
		return 0, false, 0, false
	}
	return zoneBounds(l.tz, unix)
}

package syscall

// Stat_t is what os.FileInfo.Sys points to.
type Stat_t struct {
	Dev       int64
	Ino       uint64
	Mode      uint32
	Nlink     uint32
	Uid       uint32
	Gid       uint32
	Rdev      int64
	Size      int64
	Blksize   int32
	Blocks    int32
	Atime     int64
	AtimeNsec int64
	Mtime     int64
	MtimeNsec int64
	Ctime     int64
	CtimeNsec int64
}

// Stat describes a file.
func Stat(path string, st *Stat_t) error { return st.fill(stat(path)) }

// Lstat is Stat that does not follow a symbolic link.
func Lstat(path string, st *Stat_t) error { return st.fill(lstat(path)) }

// Fstat describes an open file.
func Fstat(fd int, st *Stat_t) error { return st.fill(fstat(fd)) }

// fill sets the fields of st from their values in order.
func (st *Stat_t) fill(fields []int64, errno Errno) error {
	if errno != 0 {
		return errno
	}
	*st = Stat_t{
		fields[0], uint64(fields[1]), uint32(fields[2]), uint32(fields[3]), uint32(fields[4]), uint32(fields[5]), fields[6],
		fields[7], int32(fields[8]), int32(fields[9]), fields[10], fields[11], fields[12], fields[13], fields[14], fields[15],
	}
	return nil
}

//js:native stat
func stat(path string) (fields []int64, errno Errno)

//js:native lstat
func lstat(path string) (fields []int64, errno Errno)

//js:native fstat
func fstat(fd int) (fields []int64, errno Errno)

// fileType returns the type bits of the mode of an open file, 0 where that is unknown.
//
//js:native fileType
func fileType(fd int) uint32

// A Timespec is a time in seconds and nanoseconds.
type Timespec struct {
	Sec  int64
	Nsec int64
}

// A Timeval is a time in seconds and microseconds.
type Timeval struct {
	Sec  int64
	Usec int64
}

func (ts *Timespec) Unix() (sec int64, nsec int64) { return ts.Sec, ts.Nsec }
func (tv *Timeval) Unix() (sec int64, nsec int64)  { return tv.Sec, tv.Usec * 1000 }
func (ts *Timespec) Nano() int64                   { return ts.Sec*1e9 + ts.Nsec }
func (tv *Timeval) Nano() int64                    { return tv.Sec*1e9 + tv.Usec*1000 }

func TimespecToNsec(ts Timespec) int64 { return ts.Nano() }
func TimevalToNsec(tv Timeval) int64   { return tv.Nano() }

// NsecToTimespec splits nanoseconds, of which the part below a second is never negative.
func NsecToTimespec(nsec int64) Timespec {
	part := nsec % 1e9
	if part < 0 {
		part += 1e9
	}
	return Timespec{(nsec - part) / 1e9, part}
}

// NsecToTimeval is NsecToTimespec for microseconds, rounded up.
func NsecToTimeval(nsec int64) Timeval {
	ts := NsecToTimespec(nsec + 999)
	return Timeval{ts.Sec, ts.Nsec / 1000}
}

// Gettimeofday fails as it does in Go's own port to JavaScript; package time knows the time.
func Gettimeofday(tv *Timeval) error { return ENOSYS }

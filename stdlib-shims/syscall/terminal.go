package syscall

// What code for terminals names. No system call has these numbers here: all fail with ENOSYS, as if the file was
// no terminal.
const (
	SYS_READ   = 0
	SYS_WRITE  = 1
	SYS_POLL   = 7
	SYS_IOCTL  = 16
	SYS_SELECT = 23

	TCGETS     = 0x5401
	TCSETS     = 0x5402
	TCSETSW    = 0x5403
	TCSETSF    = 0x5404
	TIOCGWINSZ = 0x5413
	TIOCSWINSZ = 0x5414
)

// Modes of a terminal: bits of the fields of Termios and indices of its Cc.
const (
	IGNBRK = 0x1
	BRKINT = 0x2
	IGNPAR = 0x4
	PARMRK = 0x8
	INPCK  = 0x10
	ISTRIP = 0x20
	INLCR  = 0x40
	IGNCR  = 0x80
	ICRNL  = 0x100
	IXON   = 0x400
	IXOFF  = 0x1000
	OPOST  = 0x1
	ONLCR  = 0x4
	CSIZE  = 0x30
	CS8    = 0x30
	PARENB = 0x100
	ISIG   = 0x1
	ICANON = 0x2
	ECHO   = 0x8
	ECHOE  = 0x10
	ECHOK  = 0x20
	ECHONL = 0x40
	IEXTEN = 0x8000
	VTIME  = 0x5
	VMIN   = 0x6
)

// Termios is how a terminal is set.
type Termios struct {
	Iflag  uint32
	Oflag  uint32
	Cflag  uint32
	Lflag  uint32
	Line   uint8
	Cc     [32]uint8
	Ispeed uint32
	Ospeed uint32
}

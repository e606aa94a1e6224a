package syscall

import "sync"

// There are no sockets: what asks for one is told ENOSYS. Programs that can do without find that out; packages that
// mention them compile.

// RawConn is a raw network connection.
type RawConn interface {
	Control(f func(fd uintptr)) error
	Read(f func(fd uintptr) (done bool)) error
	Write(f func(fd uintptr) (done bool)) error
}

// Conn is implemented by connections that have a RawConn.
type Conn interface {
	SyscallConn() (RawConn, error)
}

// Address families.
const (
	AF_UNSPEC = iota
	AF_UNIX
	AF_INET
	AF_INET6
)

// Kinds of sockets.
const (
	SOCK_STREAM = iota + 1
	SOCK_DGRAM
	SOCK_RAW
	SOCK_SEQPACKET
)

const (
	IPPROTO_IP   = 0
	IPPROTO_IPV4 = 4
	IPPROTO_TCP  = 6
	IPPROTO_UDP  = 17
	IPPROTO_IPV6 = 41
)

const SOMAXCONN = 128

const (
	IPV6_V6ONLY = iota + 1
	SO_ERROR
)

const F_DUPFD_CLOEXEC = 0

// Sockaddr is the address of a socket.
type Sockaddr any

type SockaddrInet4 struct {
	Port int
	Addr [4]byte
}

type SockaddrInet6 struct {
	Port   int
	ZoneId uint32
	Addr   [16]byte
}

type SockaddrUnix struct {
	Name string
}

type Iovec struct{}

// ForkLock is held while descriptors are made that no child is to inherit. There are no children.
var ForkLock sync.RWMutex

func Socket(proto, sotype, unused int) (fd int, err error)                { return 0, ENOSYS }
func Bind(fd int, sa Sockaddr) error                                      { return ENOSYS }
func StopIO(fd int) error                                                 { return ENOSYS }
func Listen(fd, backlog int) error                                        { return ENOSYS }
func Accept(fd int) (newfd int, sa Sockaddr, err error)                   { return 0, nil, ENOSYS }
func Connect(fd int, sa Sockaddr) error                                   { return ENOSYS }
func Shutdown(fd, how int) error                                          { return ENOSYS }
func Recvfrom(fd int, p []byte, flags int) (int, Sockaddr, error)         { return 0, nil, ENOSYS }
func Sendto(fd int, p []byte, flags int, to Sockaddr) error               { return ENOSYS }
func GetsockoptInt(fd, level, opt int) (value int, err error)             { return 0, ENOSYS }
func SetsockoptInt(fd, level, opt, value int) error                       { return ENOSYS }
func SetReadDeadline(fd int, t int64) error                               { return ENOSYS }
func SetWriteDeadline(fd int, t int64) error                              { return ENOSYS }
func SetNonblock(fd int, nonblocking bool) error                          { return nil }
func CloseOnExec(fd int)                                                  {}
func SendmsgN(fd int, p, oob []byte, to Sockaddr, flags int) (int, error) { return 0, ENOSYS }

func Recvmsg(fd int, p, oob []byte, flags int) (n, oobn, recvflags int, from Sockaddr, err error) {
	return 0, 0, 0, nil, ENOSYS
}

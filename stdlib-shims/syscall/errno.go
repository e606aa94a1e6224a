package syscall

// The numbers of errors.
const (
	EPERM           Errno = 1
	ENOENT          Errno = 2
	ESRCH           Errno = 3
	EINTR           Errno = 4
	EIO             Errno = 5
	ENXIO           Errno = 6
	E2BIG           Errno = 7
	ENOEXEC         Errno = 8
	EBADF           Errno = 9
	ECHILD          Errno = 10
	EAGAIN          Errno = 11
	ENOMEM          Errno = 12
	EACCES          Errno = 13
	EFAULT          Errno = 14
	EBUSY           Errno = 16
	EEXIST          Errno = 17
	EXDEV           Errno = 18
	ENODEV          Errno = 19
	ENOTDIR         Errno = 20
	EISDIR          Errno = 21
	EINVAL          Errno = 22
	ENFILE          Errno = 23
	EMFILE          Errno = 24
	ENOTTY          Errno = 25
	EFBIG           Errno = 27
	ENOSPC          Errno = 28
	ESPIPE          Errno = 29
	EROFS           Errno = 30
	EMLINK          Errno = 31
	EPIPE           Errno = 32
	EDOM            Errno = 33
	ERANGE          Errno = 34
	EDEADLK         Errno = 35
	ENAMETOOLONG    Errno = 36
	ENOLCK          Errno = 37
	ENOSYS          Errno = 38
	ENOTEMPTY       Errno = 39
	ELOOP           Errno = 40
	ENOMSG          Errno = 42
	EIDRM           Errno = 43
	ECHRNG          Errno = 44
	EL2NSYNC        Errno = 45
	EL3HLT          Errno = 46
	EL3RST          Errno = 47
	ELNRNG          Errno = 48
	EUNATCH         Errno = 49
	ENOCSI          Errno = 50
	EL2HLT          Errno = 51
	EBADE           Errno = 52
	EBADR           Errno = 53
	EXFULL          Errno = 54
	ENOANO          Errno = 55
	EBADRQC         Errno = 56
	EBADSLT         Errno = 57
	EBFONT          Errno = 59
	ENOSTR          Errno = 60
	ENODATA         Errno = 61
	ETIME           Errno = 62
	ENOSR           Errno = 63
	ENONET          Errno = 64
	ENOPKG          Errno = 65
	EREMOTE         Errno = 66
	ENOLINK         Errno = 67
	EADV            Errno = 68
	ESRMNT          Errno = 69
	ECOMM           Errno = 70
	EPROTO          Errno = 71
	EMULTIHOP       Errno = 72
	EDOTDOT         Errno = 73
	EBADMSG         Errno = 74
	EOVERFLOW       Errno = 75
	ENOTUNIQ        Errno = 76
	EBADFD          Errno = 77
	EREMCHG         Errno = 78
	ELIBACC         Errno = 79
	ELIBBAD         Errno = 80
	ELIBSCN         Errno = 81
	ELIBMAX         Errno = 82
	ELIBEXEC        Errno = 83
	EILSEQ          Errno = 84
	EUSERS          Errno = 87
	ENOTSOCK        Errno = 88
	EDESTADDRREQ    Errno = 89
	EMSGSIZE        Errno = 90
	EPROTOTYPE      Errno = 91
	ENOPROTOOPT     Errno = 92
	EPROTONOSUPPORT Errno = 93
	ESOCKTNOSUPPORT Errno = 94
	EOPNOTSUPP      Errno = 95
	EPFNOSUPPORT    Errno = 96
	EAFNOSUPPORT    Errno = 97
	EADDRINUSE      Errno = 98
	EADDRNOTAVAIL   Errno = 99
	ENETDOWN        Errno = 100
	ENETUNREACH     Errno = 101
	ENETRESET       Errno = 102
	ECONNABORTED    Errno = 103
	ECONNRESET      Errno = 104
	ENOBUFS         Errno = 105
	EISCONN         Errno = 106
	ENOTCONN        Errno = 107
	ESHUTDOWN       Errno = 108
	ETOOMANYREFS    Errno = 109
	ETIMEDOUT       Errno = 110
	ECONNREFUSED    Errno = 111
	EHOSTDOWN       Errno = 112
	EHOSTUNREACH    Errno = 113
	EALREADY        Errno = 114
	EINPROGRESS     Errno = 115
	ESTALE          Errno = 116
	EDQUOT          Errno = 122
	ENOMEDIUM       Errno = 123
	ECANCELED       Errno = 125
	EDEADLOCK       Errno = EDEADLK
	ENOTSUP         Errno = EOPNOTSUPP
	EWOULDBLOCK     Errno = EAGAIN

	ELBIN      Errno = 2048
	EFTYPE     Errno = 2049
	ENMFILE    Errno = 2050
	EPROCLIM   Errno = 2051
	ENOSHARE   Errno = 2052
	ECASECLASH Errno = 2053
)

// errorTexts has the texts of the errors that hosts really give.
var errorTexts = [...]string{
	EPERM:         "operation not permitted",
	ENOENT:        "no such file or directory",
	ESRCH:         "no such process",
	EINTR:         "interrupted system call",
	EIO:           "input/output error",
	ENXIO:         "no such device or address",
	E2BIG:         "argument list too long",
	ENOEXEC:       "exec format error",
	EBADF:         "bad file descriptor",
	ECHILD:        "no child processes",
	EAGAIN:        "resource temporarily unavailable",
	ENOMEM:        "cannot allocate memory",
	EACCES:        "permission denied",
	EFAULT:        "bad address",
	EBUSY:         "device or resource busy",
	EEXIST:        "file exists",
	EXDEV:         "invalid cross-device link",
	ENODEV:        "no such device",
	ENOTDIR:       "not a directory",
	EISDIR:        "is a directory",
	EINVAL:        "invalid argument",
	ENFILE:        "too many open files in system",
	EMFILE:        "too many open files",
	ENOTTY:        "inappropriate ioctl for device",
	EFBIG:         "file too large",
	ENOSPC:        "no space left on device",
	ESPIPE:        "illegal seek",
	EROFS:         "read-only file system",
	EMLINK:        "too many links",
	EPIPE:         "broken pipe",
	EDOM:          "numerical argument out of domain",
	ERANGE:        "numerical result out of range",
	ENAMETOOLONG:  "file name too long",
	ENOSYS:        "function not implemented",
	ENOTEMPTY:     "directory not empty",
	ELOOP:         "too many levels of symbolic links",
	ECONNREFUSED:  "connection refused",
	ECONNRESET:    "connection reset by peer",
	ECONNABORTED:  "software caused connection abort",
	ENOTCONN:      "transport endpoint is not connected",
	EADDRINUSE:    "address already in use",
	EADDRNOTAVAIL: "cannot assign requested address",
	ENETUNREACH:   "network is unreachable",
	ETIMEDOUT:     "connection timed out",
	EOPNOTSUPP:    "operation not supported",
	EHOSTUNREACH:  "no route to host",
	EPROTO:        "protocol error",
}

package net

import (
	"context"
	"os"
	"syscall"
)

// fakeAddr returns what a socket of the program's own network is found by: all addresses of this machine are the same
// place, so that who listens at :80 can be reached as localhost:80.
func fakeAddr(sa sockaddr) fakeSockAddr {
	var (
		ip   IP
		port int
	)
	switch sa := sa.(type) {
	case *TCPAddr:
		ip, port = sa.IP, sa.Port
	case *UDPAddr:
		ip, port = sa.IP, sa.Port
	}
	if port != 0 && (len(ip) == 0 || ip.IsUnspecified() || ip.IsLoopback()) {
		return fakeSockAddr{family: -port, address: "localhost"}
	}
	return fakeSockAddr{family: sa.family(), address: sa.String()}
}

// isListening tells whether the program itself listens to TCP at an address.
func isListening(host string, port int) bool {
	ip := ParseIP(host)
	if ip == nil && host != "localhost" {
		return false
	}
	addr := &TCPAddr{IP: ip, Port: port}
	_, ok := sockets.Load(fakeAddr(addr))
	return ok
}

// fakeConnect connects a socket. That nobody listens is told as machines tell it.
func fakeConnect(ctx context.Context, fd *netFD, laddr, raddr sockaddr) error {
	refused := os.NewSyscallError("connect", syscall.ECONNREFUSED)
	err := connectWithin(ctx, fd, laddr, raddr)
	if addrErr, ok := err.(*AddrError); ok && addrErr.Err == refused.Error() {
		return refused
	}
	return err
}

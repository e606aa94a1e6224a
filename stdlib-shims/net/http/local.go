package http

import (
	"net/url"
	"strconv"
	_ "unsafe" // for go:linkname
)

// RoundTrip sends a request and returns the response.
func (t *Transport) RoundTrip(req *Request) (*Response, error) {
	if req.URL != nil && isWithin(req.URL) {
		return t.roundTrip(req)
	}
	return t.fetchRoundTrip(req)
}

// isWithin tells whether a server of the program itself is meant.
func isWithin(u *url.URL) bool {
	text := u.Port()
	if text == "" {
		text = map[string]string{"http": "80", "https": "443"}[u.Scheme]
	}
	port, err := strconv.Atoi(text)
	return err == nil && isListening(u.Hostname(), port)
}

//go:linkname isListening net.isListening
func isListening(host string, port int) bool

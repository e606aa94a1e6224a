// Package tzdata has nothing to embed: time zones are the host's.
package tzdata

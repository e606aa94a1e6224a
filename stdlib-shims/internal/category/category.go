// Package category asks the host what characters are, which spares tables. The answers are those of the edition of Unicode
// that package unicode follows.
package category

// Is tells whether r has one of some categories, which are written as `\p{L}\p{Zs}`.
//
//js:native is reads
func Is(categories string, r rune) bool

package bufio

const DefaultBufSize = defaultSize

func IsSpace(r rune) bool { return !isNotSpace(r) }

// MaxTokenSize makes s fail at tokens longer than n bytes.
func (s *Scanner) MaxTokenSize(n int) { s.maxSize = n }

func (s *Scanner) ErrOrEOF() error { return s.err }

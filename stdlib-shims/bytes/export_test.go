package bytes

var IndexBytePortable = IndexByte

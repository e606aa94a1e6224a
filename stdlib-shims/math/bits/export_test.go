package bits

// DeBruijn64 is a number to rotate.
const DeBruijn64 = 0x03f79d71b4ca8b09

package main

// gc's limit for the terms of a union, counted with those of the interfaces in it.

type A interface {
	[0]int | [1]int | [2]int | [3]int | [4]int | [5]int | [6]int | [7]int | [8]int | [9]int | [10]int | [11]int | [12]int | [13]int | [14]int | [15]int | [16]int | [17]int | [18]int | [19]int | [20]int | [21]int | [22]int | [23]int | [24]int | [25]int | [26]int | [27]int | [28]int | [29]int | [30]int | [31]int | [32]int | [33]int | [34]int | [35]int | [36]int | [37]int | [38]int | [39]int | [40]int | [41]int | [42]int | [43]int | [44]int | [45]int | [46]int | [47]int | [48]int | [49]int | [50]int
}

type B interface {
	[0]string | [1]string | [2]string | [3]string | [4]string | [5]string | [6]string | [7]string | [8]string | [9]string | [10]string | [11]string | [12]string | [13]string | [14]string | [15]string | [16]string | [17]string | [18]string | [19]string | [20]string | [21]string | [22]string | [23]string | [24]string | [25]string | [26]string | [27]string | [28]string | [29]string | [30]string | [31]string | [32]string | [33]string | [34]string | [35]string | [36]string | [37]string | [38]string | [39]string | [40]string | [41]string | [42]string | [43]string | [44]string | [45]string | [46]string | [47]string | [48]string | [49]string | [50]string
}

type C interface {
	A | B // ERROR "cannot handle more than 100 union terms (implementation limitation)"
}

type D interface {
	[0]bool | [1]bool | [2]bool | [3]bool | [4]bool | [5]bool | [6]bool | [7]bool | [8]bool | [9]bool | [10]bool | [11]bool | [12]bool | [13]bool | [14]bool | [15]bool | [16]bool | [17]bool | [18]bool | [19]bool | [20]bool | [21]bool | [22]bool | [23]bool | [24]bool | [25]bool | [26]bool | [27]bool | [28]bool | [29]bool | [30]bool | [31]bool | [32]bool | [33]bool | [34]bool | [35]bool | [36]bool | [37]bool | [38]bool | [39]bool | [40]bool | [41]bool | [42]bool | [43]bool | [44]bool | [45]bool | [46]bool | [47]bool | [48]bool | [49]bool | [50]bool | [51]bool | [52]bool | [53]bool | [54]bool | [55]bool | [56]bool | [57]bool | [58]bool | [59]bool | [60]bool | [61]bool | [62]bool | [63]bool | [64]bool | [65]bool | [66]bool | [67]bool | [68]bool | [69]bool | [70]bool | [71]bool | [72]bool | [73]bool | [74]bool | [75]bool | [76]bool | [77]bool | [78]bool | [79]bool | [80]bool | [81]bool | [82]bool | [83]bool | [84]bool | [85]bool | [86]bool | [87]bool | [88]bool | [89]bool | [90]bool | [91]bool | [92]bool | [93]bool | [94]bool | [95]bool | [96]bool | [97]bool | [98]bool | [99]bool | [100]bool // ERROR "cannot handle more than 100 union terms (implementation limitation)"
}

type E interface {
	A | string
}

func main() {}

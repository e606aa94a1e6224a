// Tags of fields.
package main

type inner struct {
	A int `json:"a"`
	B int
}

type outer struct {
	inner
	C int `json:"a"`
	D int `json:"c"`
	E int `json:"c,omitempty"`
	F int `xml:"f" json:"f"`
	G int `xml:"f,attr"`
	H int `xml:"h,attr"`
	I int `xml:"h,attr"`
	j int `json:"j"`
	k int `json:"-"`
	L int `json: "l"`
	M int `json:"m",xml:"m"`
	N int `json`
	O int `json:"o, omitempty"`
	P int `xml:" p"`
	Q int `json:'q'`
	R int `:"r"`
	S int "json:\"s\" yaml:\"s\""
	T int `json:"t"xml:"t"`
}

func main() {
	_ = outer{}
	_ = struct {
		a int `json:"x"`
	}{}
}

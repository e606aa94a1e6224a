package main

// Each type is declared before the one that it embeds.

func main() {
	var x A200
	x.n = 7
	x.set(x.n + 1)
	println(x.n, x.get())
	var g getter = &x
	println(g.get())
}

type getter interface{ get() int }

type A200 struct{ A199 }

type A199 struct{ A198 }

type A198 struct{ A197 }

type A197 struct{ A196 }

type A196 struct{ A195 }

type A195 struct{ A194 }

type A194 struct{ A193 }

type A193 struct{ A192 }

type A192 struct{ A191 }

type A191 struct{ A190 }

type A190 struct{ A189 }

type A189 struct{ A188 }

type A188 struct{ A187 }

type A187 struct{ A186 }

type A186 struct{ A185 }

type A185 struct{ A184 }

type A184 struct{ A183 }

type A183 struct{ A182 }

type A182 struct{ A181 }

type A181 struct{ A180 }

type A180 struct{ A179 }

type A179 struct{ A178 }

type A178 struct{ A177 }

type A177 struct{ A176 }

type A176 struct{ A175 }

type A175 struct{ A174 }

type A174 struct{ A173 }

type A173 struct{ A172 }

type A172 struct{ A171 }

type A171 struct{ A170 }

type A170 struct{ A169 }

type A169 struct{ A168 }

type A168 struct{ A167 }

type A167 struct{ A166 }

type A166 struct{ A165 }

type A165 struct{ A164 }

type A164 struct{ A163 }

type A163 struct{ A162 }

type A162 struct{ A161 }

type A161 struct{ A160 }

type A160 struct{ A159 }

type A159 struct{ A158 }

type A158 struct{ A157 }

type A157 struct{ A156 }

type A156 struct{ A155 }

type A155 struct{ A154 }

type A154 struct{ A153 }

type A153 struct{ A152 }

type A152 struct{ A151 }

type A151 struct{ A150 }

type A150 struct{ A149 }

type A149 struct{ A148 }

type A148 struct{ A147 }

type A147 struct{ A146 }

type A146 struct{ A145 }

type A145 struct{ A144 }

type A144 struct{ A143 }

type A143 struct{ A142 }

type A142 struct{ A141 }

type A141 struct{ A140 }

type A140 struct{ A139 }

type A139 struct{ A138 }

type A138 struct{ A137 }

type A137 struct{ A136 }

type A136 struct{ A135 }

type A135 struct{ A134 }

type A134 struct{ A133 }

type A133 struct{ A132 }

type A132 struct{ A131 }

type A131 struct{ A130 }

type A130 struct{ A129 }

type A129 struct{ A128 }

type A128 struct{ A127 }

type A127 struct{ A126 }

type A126 struct{ A125 }

type A125 struct{ A124 }

type A124 struct{ A123 }

type A123 struct{ A122 }

type A122 struct{ A121 }

type A121 struct{ A120 }

type A120 struct{ A119 }

type A119 struct{ A118 }

type A118 struct{ A117 }

type A117 struct{ A116 }

type A116 struct{ A115 }

type A115 struct{ A114 }

type A114 struct{ A113 }

type A113 struct{ A112 }

type A112 struct{ A111 }

type A111 struct{ A110 }

type A110 struct{ A109 }

type A109 struct{ A108 }

type A108 struct{ A107 }

type A107 struct{ A106 }

type A106 struct{ A105 }

type A105 struct{ A104 }

type A104 struct{ A103 }

type A103 struct{ A102 }

type A102 struct{ A101 }

type A101 struct{ A100 }

type A100 struct{ A99 }

type A99 struct{ A98 }

type A98 struct{ A97 }

type A97 struct{ A96 }

type A96 struct{ A95 }

type A95 struct{ A94 }

type A94 struct{ A93 }

type A93 struct{ A92 }

type A92 struct{ A91 }

type A91 struct{ A90 }

type A90 struct{ A89 }

type A89 struct{ A88 }

type A88 struct{ A87 }

type A87 struct{ A86 }

type A86 struct{ A85 }

type A85 struct{ A84 }

type A84 struct{ A83 }

type A83 struct{ A82 }

type A82 struct{ A81 }

type A81 struct{ A80 }

type A80 struct{ A79 }

type A79 struct{ A78 }

type A78 struct{ A77 }

type A77 struct{ A76 }

type A76 struct{ A75 }

type A75 struct{ A74 }

type A74 struct{ A73 }

type A73 struct{ A72 }

type A72 struct{ A71 }

type A71 struct{ A70 }

type A70 struct{ A69 }

type A69 struct{ A68 }

type A68 struct{ A67 }

type A67 struct{ A66 }

type A66 struct{ A65 }

type A65 struct{ A64 }

type A64 struct{ A63 }

type A63 struct{ A62 }

type A62 struct{ A61 }

type A61 struct{ A60 }

type A60 struct{ A59 }

type A59 struct{ A58 }

type A58 struct{ A57 }

type A57 struct{ A56 }

type A56 struct{ A55 }

type A55 struct{ A54 }

type A54 struct{ A53 }

type A53 struct{ A52 }

type A52 struct{ A51 }

type A51 struct{ A50 }

type A50 struct{ A49 }

type A49 struct{ A48 }

type A48 struct{ A47 }

type A47 struct{ A46 }

type A46 struct{ A45 }

type A45 struct{ A44 }

type A44 struct{ A43 }

type A43 struct{ A42 }

type A42 struct{ A41 }

type A41 struct{ A40 }

type A40 struct{ A39 }

type A39 struct{ A38 }

type A38 struct{ A37 }

type A37 struct{ A36 }

type A36 struct{ A35 }

type A35 struct{ A34 }

type A34 struct{ A33 }

type A33 struct{ A32 }

type A32 struct{ A31 }

type A31 struct{ A30 }

type A30 struct{ A29 }

type A29 struct{ A28 }

type A28 struct{ A27 }

type A27 struct{ A26 }

type A26 struct{ A25 }

type A25 struct{ A24 }

type A24 struct{ A23 }

type A23 struct{ A22 }

type A22 struct{ A21 }

type A21 struct{ A20 }

type A20 struct{ A19 }

type A19 struct{ A18 }

type A18 struct{ A17 }

type A17 struct{ A16 }

type A16 struct{ A15 }

type A15 struct{ A14 }

type A14 struct{ A13 }

type A13 struct{ A12 }

type A12 struct{ A11 }

type A11 struct{ A10 }

type A10 struct{ A9 }

type A9 struct{ A8 }

type A8 struct{ A7 }

type A7 struct{ A6 }

type A6 struct{ A5 }

type A5 struct{ A4 }

type A4 struct{ A3 }

type A3 struct{ A2 }

type A2 struct{ A1 }

type A1 struct{ A0 }

type A0 struct{ n int }

func (a *A0) set(n int) { a.n = n }
func (a A0) get() int   { return a.n }

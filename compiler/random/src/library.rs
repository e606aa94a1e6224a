//! Calls of the standard library on edge values: formatting, parsing, text.

use crate::Generator;
use crate::program::Node;
use crate::ty::Type;

const VERBS: [&str; 20] = [
    "v", "v", "v", "T", "t", "b", "c", "d", "o", "O", "q", "x", "X", "U", "e", "E", "f", "g", "G", "s",
];

impl Generator {
    pub(crate) fn library(&mut self) -> Vec<Node> {
        self.may_panic = false;
        let text = match self.rng.usize(..4) {
            0 | 1 => self.formatted(),
            2 => self.parsed(),
            _ => self.texts(),
        };
        vec![Node::line(text)]
    }

    /// Any verb with any flags for any value.
    fn formatted(&mut self) -> String {
        let mut formats = String::new();
        let mut values = Vec::new();
        for _ in 0..1 + self.rng.usize(..4) {
            let ty = self.dynamic();
            let flags = *self.choose(&["", "", "", "+", "-", "#", " ", "0", "+0", "-+", "# ", "#0", "+#"]);
            let width = match self.once_in(3) {
                true => self.rng.u8(1..14).to_string(),
                false => String::new(),
            };
            let precision = match self.once_in(4) {
                true => format!(".{}", self.rng.u8(..8)),
                false => String::new(),
            };
            formats += &format!("%{flags}{width}{precision}{}|", self.choose(&VERBS));
            values.push(self.operand(&ty, 2));
        }
        format!("fmt.Printf(\"{formats}\\n\", {})", values.join(", "))
    }

    /// Numbers and texts to strings and back.
    fn parsed(&mut self) -> String {
        let base = *self.choose(&["2", "8", "10", "16", "36", "7"]);
        let bits = *self.choose(&["8", "16", "32", "64", "0"]);
        let (int, uint) = (
            self.operand(&Type::Int("int64"), 2),
            self.operand(&Type::Int("uint64"), 2),
        );
        let float = self.operand(&Type::Float("float64"), 2);
        let text = self.operand(&Type::Str, 2);
        let precision = *self.choose(&["-1", "0", "3", "17"]);
        let format = *self.choose(&["'e'", "'f'", "'g'", "'G'", "'b'", "'x'"]);
        match self.rng.usize(..6) {
            0 => format!("fmt.Println(strconv.ParseInt(strconv.FormatInt({int}, {base}), {base}, {bits}))"),
            1 => format!("fmt.Println(strconv.ParseUint(strconv.FormatUint({uint}, {base}), 0, {bits}))"),
            2 => format!(
                "{{\n\ts := strconv.FormatFloat({float}, {format}, {precision}, 64)\n\tx, err := strconv.ParseFloat(s, 64)\n\tfmt.Println(s, x, err, strconv.FormatFloat(x, {format}, {precision}, 32))\n}}"
            ),
            3 => format!(
                "{{\n\ts := {}({text})\n\tt, err := strconv.Unquote(s)\n\tfmt.Println(s, t == {text}, err)\n}}",
                self.choose(&["strconv.Quote", "strconv.QuoteToASCII", "strconv.QuoteToGraphic"])
            ),
            4 => format!("fmt.Println(strconv.Atoi({text} + strconv.Itoa(int({int}))))"),
            _ => format!(
                "{{\n\tvar a int64\n\tvar b string\n\tn, err := fmt.Sscan(fmt.Sprint({int}, \" \", {text}), &a, &b)\n\tfmt.Println(n, err, a, b)\n}}"
            ),
        }
    }

    /// Strings as bytes and as runes, valid UTF-8 or not.
    fn texts(&mut self) -> String {
        let (a, b) = (self.operand(&Type::Str, 2), self.operand(&Type::Str, 1));
        match self.rng.usize(..9) {
            0 => format!(
                "for i, r := range clip({a} + {b}) {{\n\tfmt.Print(i, \":\", r, \" \")\n}}\nfmt.Println()"
            ),
            1 => format!("fmt.Printf(\"%q %d %x\\n\", []rune({a}), []byte({b}), string([]rune({a})))"),
            2 => format!(
                "fmt.Println(strings.Index({a}, {b}), strings.LastIndex({a}, {b}), strings.Count({a}, {b}), strings.HasPrefix({a}, {b}), strings.Compare({a}, {b}))"
            ),
            3 => format!(
                "fmt.Printf(\"%q %q\\n\", strings.Split({a}, {b}), strings.Fields({a} + \" \" + {b}))"
            ),
            4 => format!(
                "fmt.Printf(\"%q %q %q\\n\", strings.ToUpper({a}), strings.ToTitle({b}), strings.TrimSpace({a} + \"\\t\"))"
            ),
            5 => format!(
                "fmt.Printf(\"%q %v\\n\", strings.Map(func(r rune) rune {{\n\tif r%3 == 0 {{\n\t\treturn -1\n\t}}\n\treturn r + 1\n}}, {a}), strings.EqualFold({a}, {b}))"
            ),
            6 => format!(
                "fmt.Printf(\"%q\\n\", strings.Replace({a}+{b}, {b}, \"<>\", {}))",
                self.rng.i8(-1..3)
            ),
            7 => format!(
                "{{\n\tvar b strings.Builder\n\tfor i := len({a}) - 1; i >= 0; i-- {{\n\t\tb.WriteByte(({a})[i])\n\t\tb.WriteRune(rune(i) << {})\n\t}}\n\tfmt.Printf(\"%q %d\\n\", b.String(), b.Len())\n}}",
                self.rng.u8(..18)
            ),
            _ => format!(
                "fmt.Println(string(rune({})), {a} < {b}, {a} == {b}, len({a}+{b}))",
                self.operand(&Type::Int("int32"), 1)
            ),
        }
    }
}

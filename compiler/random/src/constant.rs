//! Constant expressions, evaluated here so that they are valid.

use crate::Generator;
use crate::program::Node;
use crate::ty::{INTS, range};

const LIMIT: i128 = 1 << 100;

impl Generator {
    /// Declares constants and prints what fits.
    pub(crate) fn constants(&mut self) -> Vec<Node> {
        if self.once_in(3) {
            return vec![self.enumeration()];
        }
        let name = self.fresh("c");
        let (text, value) = self.constant(4);
        let mut lines = vec![format!("const {name} = {text}")];
        for int in INTS {
            let (low, high) = range(int);
            if low <= value && value <= high {
                lines.push(format!("fmt.Println({int}({name}), {int}({name} >> 3))"));
                break;
            }
        }
        lines.push(format!(
            "fmt.Println(float64({name}), float32({name})/3, {name}%1000, {name} > 12, 1.5*{name})"
        ));
        vec![Node::line(lines.join("\n"))]
    }

    fn constant(&mut self, depth: usize) -> (String, i128) {
        if depth == 0 || self.once_in(6) {
            return match self.rng.usize(..4) {
                0 => {
                    let rune = self.rng.char('a'..='z');
                    (format!("'{rune}'"), i128::from(u32::from(rune)))
                }
                1 => {
                    let k = self.rng.u32(..70);
                    (format!("(1 << {k})"), 1 << k)
                }
                _ => {
                    let value = self.int_value("int64");
                    (format!("({value})"), value)
                }
            };
        }
        let (left, a) = self.constant(depth - 1);
        let (right, b) = self.constant(depth - 1);
        let k = self.rng.u32(..40);
        let (text, value) = match self.rng.usize(..10) {
            0 | 1 => (format!("({left} + {right})"), Some(a + b)),
            2 | 3 => (format!("({left} - {right})"), Some(a - b)),
            4 => (format!("({left} * {right})"), a.checked_mul(b)),
            5 => (format!("({left} &^ {right})"), Some(a & !b)),
            6 => (format!("({left} ^ {right})"), Some(a ^ b)),
            // gc divides the least number of 64 bits by −1 wrongly.
            7 if b == -1 => (format!("({left} * {right})"), Some(-a)),
            7 if b != 0 => (format!("({left} / {right})"), Some(a / b)),
            8 if b != 0 => (format!("({left} % {right})"), Some(a % b)),
            8 => (format!("({left} << {k})"), a.checked_mul(1 << k)),
            _ => (format!("({left} >> {k})"), Some(a >> k)),
        };
        match value {
            Some(value) if value.abs() < LIMIT => (text, value),
            _ => (left, a),
        }
    }

    /// A group with `iota`.
    fn enumeration(&mut self) -> Node {
        let names: Vec<_> = (0..4).map(|_| self.fresh("c")).collect();
        let int = self.choose::<&'static str>(&INTS);
        let (a, b) = (self.rng.u8(1..4), self.rng.u8(..9));
        let first = match self.rng.usize(..3) {
            0 => format!("{} {int} = iota*{a} + {b}", names[0]),
            1 => format!("{} {int} = {a} << iota", names[0]),
            _ => format!("{} = {b} - iota/2.0", names[0]),
        };
        Node::line(format!(
            "const (\n\t{first}\n\t{}\n\t_\n\t{}\n)\nfmt.Printf(\"%v %v %v %T\\n\", {}, {}, {}, {})",
            names[1], names[3], names[0], names[1], names[3], names[3]
        ))
    }
}

//! Functions of a fixed beginning and end around statements drawn from a list, each list about one notion of the
//! language.
//!
//! Texts stand for what is drawn anew at each place: `$T` the basic type of the shape, `$v` an operand of it, `$c` a
//! literal of it, `$i` 0 or 1, `$j` 0 to 3, `$k` a shift count, `$n` `$s` `$b` `$f` operands of int,
//! string, bool and float64. One for all places of the text are `$l` a label, and `$I` and `$J` integer types.

use crate::Generator;
use crate::program::Node;
use crate::ty::{INTS, Type};

/// What a shape is made of.
pub(crate) struct Shape {
    pub(crate) begin: &'static str,
    pub(crate) steps: &'static [&'static str],
    pub(crate) end: &'static str,
}

const COUNTS: [&str; 10] = ["0", "1", "7", "8", "31", "32", "33", "63", "64", "200"];

impl Generator {
    /// A function, called at once, that recovers what its statements panic with.
    pub(crate) fn shape(&mut self, shapes: &[Shape]) -> Vec<Node> {
        self.may_panic = false;
        let shape = &shapes[self.rng.usize(..shapes.len())];
        let ty = self.basic();
        let begin = self.filled(shape.begin, &ty);
        let mut body = vec![Node::line(format!("defer tell()\n{begin}"))];
        for _ in 0..2 + self.rng.usize(..6) {
            let step = *self.choose(shape.steps);
            let text = self.filled(step, &ty);
            body.push(Node::block("{", vec![Node::line(text)], "}"));
        }
        let end = self.filled(shape.end, &ty);
        body.push(Node::line(end));
        vec![Node::block("func() {", body, "}()")]
    }

    /// The text with what its marks stand for.
    fn filled(&mut self, text: &str, ty: &Type) -> String {
        let mut parts = text.split('$');
        let mut out = parts.next().unwrap_or_default().to_string();
        let (label, ints) = (self.fresh("L"), [*self.choose(&INTS), *self.choose(&INTS)]);
        for part in parts {
            let mut rest = part.chars();
            let int = Type::Int("int");
            out += &match rest.next() {
                Some('T') => self.text(ty),
                Some('v') => self.operand(ty, 2),
                Some('c') => self.literal(ty, 0),
                Some('i') => self.rng.u8(..2).to_string(),
                Some('j') => self.rng.u8(..4).to_string(),
                Some('k') => self.choose(&COUNTS).to_string(),
                Some('I') => ints[0].to_string(),
                Some('J') => ints[1].to_string(),
                Some('l') => label.clone(),
                Some('n') => self.operand(&int, 2),
                Some('s') => self.operand(&Type::Str, 2),
                Some('b') => self.operand(&Type::Bool, 2),
                Some('f') => self.operand(&Type::Float("float64"), 2),
                _ => unreachable!("a text has a mark that stands for nothing"),
            };
            out += rest.as_str();
        }
        out
    }
}

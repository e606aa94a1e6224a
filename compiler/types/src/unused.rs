//! Variables that nothing reads.

use crate::checker::Checker;
use crate::object::{ObjectId, ObjectKind, VarKind};

impl<'a> Checker<'a> {
    /// Reports the unused ones among the local variables that were declared since there were `first` objects.
    ///
    /// spec: "A compiler may make it illegal to declare a variable inside a function body if the variable is
    /// never used."
    pub(crate) fn unused_vars(&mut self, first: usize) {
        for index in first..self.objects.len() {
            let id = ObjectId(index as u32);
            let object = self.object(id);
            let is_local = matches!(object.kind, ObjectKind::Var(VarKind::Local));
            if !is_local || object.name.is_blank() || self.is_used(id) {
                continue;
            }
            let (name, span) = (object.name, object.span);
            // The function around this one must not report it again.
            self.mark_used(id);
            self.soft_error("UnusedVar", span, format!("declared and not used: {name}"));
        }
    }
}

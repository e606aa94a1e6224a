//! A place for the phases to run in: with room for deep recursion, and where a bug of ours ends.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Once;

/// Only pages that are touched take memory.
const STACK_SIZE: usize = 1 << 30;
const WORKER_STACK_SIZE: usize = 1 << 28;

/// We are wrong: a phase panicked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InternalError {
    pub message: String,
}

/// Runs `work` on a deep stack.
pub fn run_deep<T: Send>(work: impl FnOnce() -> T + Send) -> Result<T, InternalError> {
    static WORKERS: Once = Once::new();
    WORKERS.call_once(|| {
        // A pool that exists already has the stacks it has.
        let _ = rayon::ThreadPoolBuilder::new()
            .stack_size(WORKER_STACK_SIZE)
            .build_global();
    });
    let result = std::thread::scope(|scope| {
        let builder = std::thread::Builder::new()
            .name("goes".into())
            .stack_size(STACK_SIZE);
        match builder.spawn_scoped(scope, || catch_unwind(AssertUnwindSafe(work))) {
            Ok(thread) => thread.join().unwrap_or_else(Err),
            Err(error) => {
                Err(Box::new(format!("cannot start a thread: {error}")) as Box<dyn std::any::Any + Send>)
            }
        }
    });
    result.map_err(|panic| {
        let text = panic.downcast_ref::<String>().map(String::as_str);
        let text = text.or_else(|| panic.downcast_ref::<&str>().copied());
        InternalError {
            message: text.unwrap_or("unknown panic").to_string(),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn catches_and_recurses() {
        fn depth(n: u32) -> u32 {
            if n == 0 {
                0
            } else {
                std::hint::black_box(depth(n - 1)) + 1
            }
        }
        assert_eq!(run_deep(|| depth(1_000_000)), Ok(1_000_000));
        let hook = std::panic::take_hook();
        std::panic::set_hook(Box::new(|_| {}));
        let failed = run_deep(|| -> u32 { panic!("wrong {}", 1) });
        std::panic::set_hook(hook);
        assert_eq!(
            failed,
            Err(InternalError {
                message: "wrong 1".into()
            })
        );
    }
}

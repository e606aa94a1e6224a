//! Makes a case that differs smaller.

use crate::compare::{Failure, Runner};
use crate::program::{Case, Node, Program};

/// How many smaller cases one round tries at once, in one program.
const VARIANTS: usize = 120;

/// The program with only this case, and of that only what is needed for the difference. The whole program where the
/// case alone does not differ.
pub fn shrink(runner: &Runner, program: &Program, case: usize) -> Result<Program, Failure> {
    let mut body = program
        .cases
        .iter()
        .find(|c| c.id == case)
        .map(|c| c.body.clone())
        .unwrap_or_default();
    let alone = Program {
        decls: program.decls.clone(),
        cases: vec![Case {
            id: case,
            body: body.clone(),
        }],
    };
    if runner.differences(&alone)?.is_empty() {
        return Ok(program.clone());
    }
    for _ in 0..12 {
        let mut variants = Vec::new();
        smaller(&body, &mut |variant| variants.push(variant));
        variants.sort_by_key(|variant| size(variant));
        variants.truncate(VARIANTS);
        let mut trial = Program {
            decls: program.decls.clone(),
            cases: variants
                .into_iter()
                .enumerate()
                .map(|(id, body)| Case { id, body })
                .collect(),
        };
        drop_invalid(runner, &mut trial)?;
        let differing = match runner.differences(&trial) {
            Ok(differences) => differences,
            // Something that only real Go refuses: stay with what is known to be valid.
            Err(Failure::Invalid(_)) => break,
            Err(failure) => return Err(failure),
        };
        let best = differing
            .iter()
            .filter_map(|d| trial.cases.iter().find(|c| c.id == d.case))
            .min_by_key(|c| size(&c.body));
        match best {
            Some(best) => body = best.body.clone(),
            None => break,
        }
    }
    Ok(Program {
        decls: program.decls.clone(),
        cases: vec![Case { id: case, body }],
    })
}

/// Takes out the cases in which `goes check` finds errors.
fn drop_invalid(runner: &Runner, trial: &mut Program) -> Result<(), Failure> {
    let errors = runner.lines_with_errors(trial)?;
    let text = trial.text();
    let mut invalid = Vec::new();
    let mut current = None;
    for (at, line) in text.lines().enumerate() {
        if let Some(rest) = line.strip_prefix("func case") {
            current = rest.split('(').next().and_then(|id| id.parse::<usize>().ok());
        }
        if errors.contains(&(at + 1)) {
            invalid.extend(current);
        }
    }
    trial.cases.retain(|case| !invalid.contains(&case.id));
    Ok(())
}

fn size(nodes: &[Node]) -> usize {
    nodes
        .iter()
        .map(|node| {
            node.tail.len()
                + 1
                + node
                    .blocks
                    .iter()
                    .map(|(head, body)| head.len() + size(body))
                    .sum::<usize>()
        })
        .sum()
}

/// All bodies with a run of statements left out, a block left out, or a block in the place of its statement.
fn smaller(nodes: &[Node], found: &mut dyn FnMut(Vec<Node>)) {
    let mut run = nodes.len();
    while run > 0 {
        for start in (0..nodes.len()).step_by(run) {
            let end = nodes.len().min(start + run);
            found([&nodes[..start], &nodes[end..]].concat());
        }
        run /= 2;
    }
    for (at, node) in nodes.iter().enumerate() {
        let mut with =
            |replacement: Vec<Node>| found([&nodes[..at], &replacement, &nodes[at + 1..]].concat());
        for (index, (_, body)) in node.blocks.iter().enumerate() {
            with(body.clone());
            if index > 0 {
                let mut less = node.clone();
                less.blocks.remove(index);
                with(vec![less]);
            }
            smaller(body, &mut |body| {
                let mut less = node.clone();
                less.blocks[index].1 = body;
                with(vec![less]);
            });
        }
    }
}

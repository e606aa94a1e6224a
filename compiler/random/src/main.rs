//! `goes-random`: compares random programs under `goes run` and under real Go, and shrinks what differs.

use goes_random::{Runner, program, shrink};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

const USAGE: &str = "\
usage: goes-random --goes PATH [--seed N] [--programs N] [--cases N] [--minutes N] [--keep FOLDER] [--print]

Each program has that many cases (200); seeds count up from the first (1). Ends after so many programs (10) or minutes.
What differs is shrunk, printed, and written to the folder as seed-case.go. --print shows the first program only.";

struct Options {
    goes: PathBuf,
    seed: u64,
    programs: u64,
    cases: usize,
    minutes: u64,
    keep: Option<PathBuf>,
    print: bool,
}

fn main() -> ExitCode {
    let Some(options) = options() else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    if options.print {
        print!("{}", program(options.seed, options.cases).text());
        return ExitCode::SUCCESS;
    }
    match compare(&options) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("goes-random: {error}");
            ExitCode::FAILURE
        }
    }
}

fn options() -> Option<Options> {
    let mut options = Options {
        goes: PathBuf::from("goes"),
        seed: 1,
        programs: 10,
        cases: 200,
        minutes: u64::MAX / 60,
        keep: None,
        print: false,
    };
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--print" => options.print = true,
            "--goes" => options.goes = arguments.next()?.into(),
            "--keep" => options.keep = Some(arguments.next()?.into()),
            "--seed" => options.seed = arguments.next()?.parse().ok()?,
            "--programs" => options.programs = arguments.next()?.parse().ok()?,
            "--cases" => options.cases = arguments.next()?.parse().ok()?,
            "--minutes" => options.minutes = arguments.next()?.parse().ok()?,
            _ => return None,
        }
    }
    Some(options)
}

/// How many cases differ.
fn compare(options: &Options) -> std::io::Result<usize> {
    let runner = Runner::new(std::fs::canonicalize(&options.goes)?)?;
    let start = Instant::now();
    let limit = Duration::from_secs(options.minutes * 60);
    let (mut cases, mut differing) = (0, 0);
    for seed in options.seed..options.seed + options.programs {
        if start.elapsed() > limit {
            break;
        }
        let program = program(seed, options.cases);
        let differences = match runner.differences(&program) {
            Ok(differences) => differences,
            Err(failure) => {
                differing += 1;
                println!("seed {seed}: {failure:?}");
                continue;
            }
        };
        cases += options.cases;
        for difference in &differences {
            differing += 1;
            println!("seed {seed} case {}", difference.case);
            print_difference(&difference.wanted, &difference.got);
            if let Some(folder) = &options.keep {
                let smallest = shrink(&runner, &program, difference.case);
                let text = smallest.as_ref().unwrap_or(&program).text();
                std::fs::create_dir_all(folder)?;
                std::fs::write(folder.join(format!("{seed}-{}.go", difference.case)), &text)?;
                println!("{}", text.rfind("\nfunc case").map_or("", |at| &text[at..]));
            }
        }
        println!(
            "seed {seed}: {} of {} cases differ",
            differences.len(),
            options.cases
        );
    }
    println!(
        "{cases} cases, {differing} differences, {} s",
        start.elapsed().as_secs()
    );
    Ok(differing)
}

/// The first lines that differ, with the line before them.
fn print_difference(wanted: &str, got: &str) {
    let same = wanted
        .lines()
        .zip(got.lines())
        .take_while(|(a, b)| a == b)
        .count();
    for (name, text) in [("Go", wanted), ("goes", got)] {
        println!("--- {name}");
        for line in text.lines().skip(same.saturating_sub(1)).take(4) {
            println!("{}", line.chars().take(300).collect::<String>());
        }
    }
}

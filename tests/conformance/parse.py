#!/usr/bin/env python3
"""parse.py - compares our parser with go/parser over Go's own source and over mutants of it.

    parse.py                       # all .go files of $(go env GOROOT)/src and /test, and 2,000 mutants
    parse.py --mutants 20000 --seed 7
    parse.py -v                    # shows each difference
    parse.py --keep DIR            # keeps the mutants that differ

A file must be accepted by both or rejected by both; where it is rejected, the first error should be on the
same line. A mutant is a file with one token deleted, duplicated, or swapped with the next.
"""
import argparse, os, random, re, shutil, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))

TOKEN = re.compile(r'''
    (?P<skip> \s+ | //[^\n]* | /\*.*?\*/ )
  | `[^`]*` | "(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])*'
  | [A-Za-z_]\w* | [0-9][\w.]*
  | <<= | >>= | &\^= | \.\.\. | && | \|\| | <- | \+\+ | -- | == | != | <= | >= | := | << | >> | &\^ | [-+*/%&|^]=
  | .
''', re.X | re.S)


def go_files(goroot):
    for top in ('src', 'test'):
        for folder, _, names in sorted(os.walk(os.path.join(goroot, top))):
            yield from (os.path.join(folder, name) for name in sorted(names) if name.endswith('.go'))


def reference(paths):
    """The line of the first error by path, 0 for none, as go/parser has it."""
    command = ['go', 'run', os.path.join(HERE, 'goparse', 'main.go')]
    out = subprocess.run(command, input='\n'.join(paths), text=True, capture_output=True, check=True).stdout
    return {path: int(line) for path, line in (text.split('\t') for text in out.splitlines())}


def ours(paths):
    command = ['cargo', 'run', '-q', '-p', 'goes-syntax', '--example', 'parse', '--', '--first']
    out = subprocess.run(command, cwd=ROOT, input='\n'.join(paths), text=True, capture_output=True, check=True).stdout
    return {path: int(line) for path, line in (text.split('\t') for text in out.splitlines())}


def mutate(text, rng):
    """The text with one token deleted, duplicated, or swapped with the next."""
    spans = [m.span() for m in TOKEN.finditer(text) if m.group('skip') is None]
    if len(spans) < 3:
        return text
    at = rng.randrange(len(spans) - 1)
    (a, b), (c, d) = spans[at], spans[at + 1]
    one, two = text[a:b], text[c:d]
    replaced = rng.choice(['', one + ' ' + one, None])
    if replaced is None:
        return text[:a] + two + text[b:c] + one + text[d:]
    return text[:a] + replaced + text[b:]


def mutants(paths, count, seed, folder):
    rng = random.Random(seed)
    while count > 0:
        path = rng.choice(paths)
        try:
            text = open(path, encoding='utf-8', newline='').read()
        except UnicodeDecodeError:
            continue
        # Lines that are renumbered would be compared with those that are not.
        if '//line ' in text or '/*line ' in text or '\r' in text:
            continue
        mutant = os.path.join(folder, '%05d.go' % count)
        with open(mutant, 'w', encoding='utf-8', newline='') as file:
            file.write('// %s\n' % path + mutate(text, rng))
        count -= 1
        yield mutant


def compare(title, paths, opt):
    theirs, mine = reference(paths), ours(paths)
    rejected = [path for path in paths if theirs[path]]
    verdict = [path for path in paths if bool(theirs[path]) != bool(mine.get(path))]
    line = [path for path in rejected if mine.get(path) and mine[path] != theirs[path]]
    for path in verdict + line if opt.verbose else []:
        print('%s: go/parser %d, ours %d' % (path, theirs[path], mine.get(path, -1)))
    for path in verdict + line if opt.keep else []:
        shutil.copy(path, opt.keep)
    same = len(rejected) - len(line) - sum(1 for path in verdict if theirs[path])
    print('%s: %d files, %d verdicts differ; of %d rejected the first line is the same in %d (%.2f %%)' % (
        title, len(paths), len(verdict), len(rejected), same, 100 * same / max(1, len(rejected))))
    return len(verdict), same >= 0.99 * len(rejected)


def main():
    args = argparse.ArgumentParser(usage=__doc__)
    args.add_argument('--mutants', type=int, default=2000)
    args.add_argument('--seed', type=int, default=1)
    args.add_argument('--keep')
    args.add_argument('-v', '--verbose', action='store_true')
    opt = args.parse_args()
    if opt.keep:
        os.makedirs(opt.keep, exist_ok=True)
    goroot = subprocess.run(['go', 'env', 'GOROOT'], text=True, capture_output=True, check=True).stdout.strip()
    paths = list(go_files(goroot))
    differing, is_close = compare('Go', paths, opt)
    with tempfile.TemporaryDirectory() as folder:
        found = list(mutants(paths, opt.mutants, opt.seed, folder))
        _, mutants_are_close = compare('mutants', found, opt)
    sys.exit(not (is_close and mutants_are_close))


if __name__ == '__main__':
    main()

#!/usr/bin/env python3
"""support.py - writes SUPPORT.md: what works of the standard library, package by package.

    support.py            # writes it
    support.py --check    # fails if it is not what it would write

It is made of the shims (stdlib-shims/), the list of std's packages and the ledger of their own tests (stdtest.json).
"""
import collections, json, os, sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
SHIMS = os.path.join(ROOT, 'stdlib-shims')
PAGE = os.path.join(ROOT, 'SUPPORT.md')
NAMED = 6

HEAD = '''# The standard library

This page is written by `tests/conformance/support.py` from the shims and the results of the packages' own tests under `goes test -short`.

*ours*: an implementation of our own, which needs no Go tree. *ours over Go's*: declarations of ours in the package as Go has it. *Go's*: compiled from
Go's own source. The tests are those that pass natively; packages without a number have none, or none that was measured.

| package | source | tests | what does not pass |
|---|---|---|---|
'''

# What programs cannot do here, whatever its package compiles to.
LIMITS = '''
## What there is not

| what | what happens instead | why |
|---|---|---|
| sockets (`net.Dial`, `net.Listen`) | a network in memory, within the program, as Go itself has it for js/wasm | JavaScript hosts have none that Go's API fits |
| processes (`os/exec`) in browsers and the embedded engine | an error at run time | they cannot start any |
| `plugin`, cgo (`import "C"`) | `plugin.Open` gives an error; `import "C"` is an error of the build | there is no machine code |
| assembly in modules | the files for other platforms are chosen (GOOS=js, GOARCH=wasm); a function without any body panics when called | there is no machine code |
| modules without files for GOOS=js | what is missing is taken from their files for Linux; system calls fail with ENOSYS, functions that use what is not there panic when called | terminals, for example, are then none |
| memory seen as another type (`unsafe`) | views of numbers (also as bytes and as the only field of a struct), of structs that begin alike and of the headers of strings and slices; other uses are an error in your packages and panic in others' | values are JavaScript's, there are no addresses |
| where a string lies in another one | strings have addresses of their own: a difference of two says nothing | JavaScript's strings are values |
| version control (`GOPROXY=direct`), the checksum database (`GOSUMDB`) | modules come from proxies only; their hashes are compared with go.sum, and what has no line there is not fetched unless `GOFLAGS=-mod=mod` | no Go command and no git are needed |
| finalizers and weak pointers at a given time | run when the host collects, if ever | the collector is the host's |
| allocation counts (`testing.AllocsPerRun`, `runtime.MemStats`) | 0 | the host does not tell |
'''


def packages():
    with open(os.path.join(ROOT, 'compiler/packages/src/std_packages.txt')) as f:
        return [line.strip() for line in f if line.strip() and 'internal' not in line.split('/')]


def source(package):
    folder = os.path.join(SHIMS, package)
    files = os.listdir(folder) if os.path.isdir(folder) else []
    if 'overlay.txt' in files:
        return "ours over Go's"
    return 'ours' if any(f.endswith('.go') for f in files) else "Go's"


def tests():
    """Package: names of the tests that pass, and of those that fail."""
    results = collections.defaultdict(lambda: ([], []))
    with open(os.path.join(HERE, 'stdtest.json')) as f:
        for name, outcome in json.load(f).items():
            package, test = name.rsplit('.', 1)
            results[package][outcome != 'pass'].append(test)
    return results


def row(package, results):
    passed, failed = results.get(package, ([], []))
    count = '%d of %d' % (len(passed), len(passed) + len(failed)) if passed or failed else ''
    names = ', '.join(sorted(failed)[:NAMED])
    more = ' and %d more' % (len(failed) - NAMED) if len(failed) > NAMED else ''
    return '| %s | %s | %s | %s |\n' % (package, source(package), count, names + more)


def page():
    results = tests()
    return HEAD + ''.join(row(package, results) for package in packages()) + LIMITS


def main():
    text = page()
    if '--check' in sys.argv[1:]:
        with open(PAGE) as f:
            if f.read() != text:
                sys.exit('SUPPORT.md is out of date: run tests/conformance/support.py')
        return
    with open(PAGE, 'w') as f:
        f.write(text)


if __name__ == '__main__':
    main()

#!/usr/bin/env python3
"""ledger.py - compares the conformance results with the recorded ones, which may only improve.

    ledger.py                 # runs everything, fails where a recorded pass fails now
    ledger.py --sample        # a twelfth of Go's tests, and three packages' own: what CI runs
    ledger.py --update        # runs everything and records it; refuses to record a loss
    ledger.py --only gotest

The ledgers beside this script map each test to "pass" or to the first line of why it fails.
A recorded failure that passes now is reported, too: record it with --update.
Ends with a line that looks like cargo's, so that totals add up.
"""
import argparse, json, os, re, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
RUNNERS = os.path.join(os.path.dirname(ROOT), 'shared', 'conformance')

# name: (command, what --sample adds to it)
SUITES = {
    'gotest': (['gotest.py', '-q'], ['--shard', '0/12']),
    'typestest': (['typestest.py', '-q'], []),
    'programs': (['programs.py', '--timeout', '120'], []),
    'stdtest': (['stdtest.py', '--timeout', '120'], ['errors', 'slices', 'unicode/utf8']),
}


def reason(suite, text):
    """Why a test fails, without what differs between machines and runs."""
    # The checkers' runner tells each difference on a line of its own, of which the first will do.
    line = ' '.join(text.split('\n')[:1 if suite == 'typestest' else 2])
    return re.sub(r'/\S*/', '', line)[:160]


def results(suite, opt):
    command, sample = SUITES[suite]
    if suite == 'programs':
        # The modules have to be in the cache; that takes a network, once.
        subprocess.run([sys.executable, os.path.join(RUNNERS, command[0]), '--download'], stdout=subprocess.DEVNULL)
    with tempfile.TemporaryDirectory() as tmp:
        out = os.path.join(tmp, 'out.json')
        words = [sys.executable, os.path.join(RUNNERS, command[0]), *command[1:], '--goes', opt.goes, '--json', out]
        if opt.sample:
            words += sample
        subprocess.run(words, stdout=subprocess.DEVNULL)
        data = json.load(open(out))
    if suite == 'stdtest':
        return std_results(data)
    tests = data.get('tests', data)
    return {name: 'pass' if r['status'] == 'pass' else 'fail: ' + reason(suite, r.get('why') or '')
            for name, r in tests.items() if r['status'] != 'skip'}


def std_results(packages):
    """The tests that pass natively, as package.Test."""
    tests = {}
    for package, r in packages.items():
        for name, status in r['results'].items():
            if status == 'PASS':
                tests['%s.%s' % (package, name)] = 'pass'
        for name in r['failed']:
            tests['%s.%s' % (package, name)] = 'fail: ' + r['results'].get(name, 'does not build')
    return tests


def compare(suite, opt):
    path = os.path.join(HERE, suite + '.json')
    old = json.load(open(path)) if os.path.exists(path) else {}
    new = results(suite, opt)
    lost = sorted(n for n, r in new.items() if r != 'pass' and old.get(n) == 'pass')
    won = sorted(n for n, r in new.items() if r == 'pass' and old.get(n, 'pass') != 'pass')
    for n in lost:
        print('LOST %s %s: %s' % (suite, n, new[n]))
    for n in won:
        print('won  %s %s' % (suite, n))
    passed = sum(r == 'pass' for r in new.values())
    print('%s: %d of %d pass, %d lost, %d won' % (suite, passed, len(new), len(lost), len(won)))
    if opt.update and (not lost or opt.accept_losses):
        with open(path, 'w') as f:
            json.dump(dict(sorted({**old, **new}.items())), f, indent=1)
            f.write('\n')
    return sum(old.get(n) == 'pass' for n in new) - len(lost), len(lost)


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument('--goes', default=os.path.join(ROOT, 'target', 'release', 'goes'))
    a.add_argument('--sample', action='store_true')
    a.add_argument('--update', action='store_true')
    a.add_argument('--accept-losses', action='store_true', help='with a reason in the commit message')
    a.add_argument('--only')
    opt = a.parse_args()
    held, lost = 0, 0
    for suite in SUITES:
        if not opt.only or suite in opt.only.split(','):
            h, l = compare(suite, opt)
            held, lost = held + h, lost + l
    if opt.update:
        subprocess.run([sys.executable, os.path.join(HERE, 'support.py')], check=True)
    print('test result: %s. %d passed; %d failed' % ('FAILED' if lost else 'ok', held, lost))
    return 1 if lost else 0


if __name__ == '__main__':
    sys.exit(main())

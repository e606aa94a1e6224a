#!/usr/bin/env python3
"""frontend.py - parses and checks the closure of a package, all bodies, with our front end and with
go/parser + go/types, on one thread and over the same files, and compares time and peak memory.

    frontend.py [net/http] [--runs 5] [--profile release]
"""
import argparse, os, re, resource, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))


def measured(command, cwd, stdin=None):
    """What the command prints on both streams, and its peak memory in MB."""
    process = subprocess.Popen(command, cwd=cwd, stdin=stdin, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                               text=True, env={**os.environ, 'RAYON_NUM_THREADS': '1'})
    out = process.stdout.read()
    _, _, usage = os.wait4(process.pid, 0)
    return out, usage.ru_maxrss / 1024


def seconds(text):
    number, unit = re.fullmatch(r'([\d.]+)(s|ms|µs)', text).groups()
    return float(number) * {'s': 1, 'ms': 1e-3, 'µs': 1e-6}[unit]


def main():
    args = argparse.ArgumentParser(usage=__doc__)
    args.add_argument('package', nargs='?', default='net/http')
    args.add_argument('--runs', type=int, default=5)
    args.add_argument('--profile', default='release')
    opt = args.parse_args()
    target = os.path.join(ROOT, 'target')
    config = os.path.join(ROOT, '.cargo', 'config.toml')
    if os.path.exists(config):
        target = re.search(r'target-dir = "(.*)"', open(config).read()).group(1)
    flags = ['--release'] if opt.profile == 'release' else []
    subprocess.run(['cargo', 'build', '-q', '-p', 'goes-types', '--example', 'check', *flags], cwd=ROOT, check=True)
    with tempfile.TemporaryDirectory() as tmp:
        theirs, listing = os.path.join(tmp, 'gocheck'), os.path.join(tmp, 'list')
        subprocess.run(['go', 'build', '-o', theirs, os.path.join(HERE, 'gocheck', 'main.go')], check=True)
        ours = [os.path.join(target, opt.profile, 'examples', 'check'), '--bodies', '--linux', '--stats']
        subprocess.run([*ours, '--list=' + listing, opt.package], cwd=tmp, check=True, capture_output=True)
        best = {'ours': (9e9, 9e9), 'go/types': (9e9, 9e9)}
        for _ in range(opt.runs):
            out, memory = measured([*ours, opt.package], tmp)
            found = re.search(r'load (\S+), check (\S+);', out)
            time = sum(seconds(part) for part in found.groups())
            best['ours'] = min(best['ours'][0], time), min(best['ours'][1], memory)
            out, memory = measured([theirs], tmp, open(listing))
            time, errors = int(out.split()[0]) / 1000, int(out.split()[1])
            if errors:
                sys.exit('go/types found %d errors: the list is wrong' % errors)
            best['go/types'] = min(best['go/types'][0], time), min(best['go/types'][1], memory)
    for name, (time, memory) in best.items():
        print('%-9s %6.0f ms %6.0f MB' % (name, 1000 * time, memory))
    print('ratio     %6.2f    %6.2f' % tuple(a / b for a, b in zip(best['ours'], best['go/types'])))


if __name__ == '__main__':
    main()

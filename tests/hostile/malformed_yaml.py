"""YAML that means harm: depth, size, aliases, merges, tags. Every reader of YAML gets all of it."""

from __future__ import annotations

from malformed_cases import raw_shapes


def _laughs(levels: int, merge: bool = False) -> str:
    if merge:
        rows = [f"k{n}: &k{n} {{<<: [{', '.join([f'*k{n - 1}'] * 9)}], x{n}: 1}}" for n in range(1, levels)]
        return "\n".join(["k0: &k0 {x: 1}", *rows])
    rows = [f"k{n}: &k{n} [{', '.join([f'*k{n - 1}'] * 9)}]" for n in range(1, levels)]
    return "\n".join(["k0: &k0 [lol, lol, lol]", *rows])


def yaml_shapes(good: bytes) -> dict[str, bytes]:
    """Return hostile files by name; a file with ``+`` in its name begins with ``good``, one that is read well."""
    alone = {
        "flow lists 10,000 deep": "[" * 10_000 + "]" * 10_000,
        "flow lists 100,000 deep": "[" * 100_000 + "]" * 100_000,
        "flow lists never closed": "[" * 200_000,
        "flow maps 10,000 deep": "{a: " * 10_000 + "1" + "}" * 10_000,
        "flow keys 10,000 deep": "{" * 10_000,
        "flow maps as keys": "? [" * 3000,
        "block lists 10,000 deep": "- " * 10_000 + "x",
        "block maps 300 deep": "\n".join(" " * n + "a:" for n in range(300)),
        "block maps 700 deep": "\n".join(" " * n + "a:" for n in range(700)),
        "keys of keys": "? " * 10_000 + "x",
        "many quotes": "'" * 100_000,
        "a quote never closed": 'a: "' + "x\n" * 50_000,
        "many colons": "a" + ":" * 200_000,
        "many dashes": "-" * 200_000,
        "many documents": "---\n" * 50_000,
        "many ends": "...\n" * 50_000,
        "many directives": "%YAML 1.1\n" * 20_000,
        "many tags": "%TAG !a! tag:x,2000:\n" * 5_000 + "--- !a!b c",
        "many anchors": "\n".join(f"k{n}: &a{n} x" for n in range(15_000)),
        "many aliases": "a: &a x\nb: [" + "*a, " * 50_000 + "]",
        "100,000 keys": "\n".join(f"k{n}:" for n in range(100_000)),
        "20,000 keys": "\n".join(f"k{n}: 1" for n in range(19_000)),
        "20,000 keys twice": "\n".join("k: 1" for _ in range(19_000)),
        "60,000 values": "a: [" + "1," * 60_000 + "]",
        "only commas": "a: [" + "," * 100_000 + "]",
        "many comments": "# x\n" * 60_000,
        "a long comment": "#" + "x" * 250_000,
        "a long key": "k" * 200_000 + ": 1",
        "a key of 1,020 letters": "k" * 1020 + ": 1",
        "only percent": "%" * 100_000,
        "escapes": 'a: "' + "\\u0041" * 40_000 + '"',
        "folded": "a: >\n" + " x\n" * 60_000,
        "indentation": "a:\n" + "".join(" " * (n % 400) + "- x\n" for n in range(1000)),
        "billion laughs": _laughs(12),
        "billion laughs, short": _laughs(5),
        "merge bomb": _laughs(12, merge=True),
        "a scalar": "hello",
        "a number": "9" * 200_000,
        "a list": "- a\n- b",
        "tabs": "a:\n\t- b",
        "null": "~",
        "a date": "2027-02-30",
    }
    beside = {
        "recursive list": "zz: &a [*a]",
        "recursive map": "zz: &a {b: *a}",
        "recursive merge": "zz: &a {<<: *a}",
        "merge of a scalar": "zz: {<<: 1}",
        "merge of scalars": "zz: {<<: [1, 2]}",
        "merge at the top": "<<: {a: 1}",
        "unknown alias": "zz: *nothing",
        "an object": "zz: !!python/object:os.system {}",
        "applied": 'zz: !!python/object/apply:os.system ["touch owned"]',
        "a new object": "zz: !!python/object/new:os.system [x]",
        "a module": "zz: !!python/module:antigravity x",
        "a name": "zz: !!python/name:os.system x",
        "a tuple": "zz: !!python/tuple [1]",
        "omap": "zz: !!omap [1, 2]",
        "pairs": "zz: !!pairs {a: 1}",
        "set": "zz: !!set [a]",
        "binary": "zz: !!binary '@@@'",
        "bool": "zz: !!bool perhaps",
        "int": "zz: !!int nine",
        "empty int": "zz: !!int",
        "float": "zz: !!float e",
        "timestamp": "zz: !!timestamp x",
        "no such day": "zz: 2027-02-30",
        "day 0": "zz: 0000-00-00",
        "hour 99": "zz: 2027-02-03T99:99:99Z",
        "zone 99": "zz: 2027-02-03T10:10:10+99:99",
        "a long number": "zz: " + "9" * 100_000,
        "a long hexadecimal": "zz: 0x" + "f" * 100_000,
        "a long sexagesimal": "zz: 1" + ":59" * 50_000,
        "a long decimal": "zz: 1" + "0" * 50_000 + ".5",
        "value key": "zz: {=: 1, '=': 2}",
        "key of a list": "? [a, b]\n: 1",
        "key of a map": "? {a: b}\n: 1",
        "key of a tag": "!!int x: 1",
        "empty key": ": 1",
        "null key": "~: 1\nnull: 2",
        "number keys": "1: 1\n1.0: 2\ntrue: 3\n0x1: 4",
        "key of NaN": ".nan: 1\n.NaN: 2",
        "anchor on a key": "&a zz: 1",
        "alias as a key": "zz: &a b\n*a : 1",
        "key twice": "zz: 1\nzz: 2",
        "second document": "---\nzz: 1",
        "directive": "%YAML 2.0",
    }
    return {
        **raw_shapes(good),
        **{name: text.encode() for name, text in alone.items()},
        **{f"{name}+": good.rstrip(b"\n") + b"\n" + text.encode() + b"\n" for name, text in beside.items()},
    }

"""The hash checks of an evidence bundle once more, in another language and with nothing but its standard library:
canonical form, leaves, chains, roots, set proofs, heads and consistency. Signatures and decisions are not looked at.

    python3 check_hashes.py bundle.zip [...]       one line of JSON for each bundle
    python3 check_hashes.py --vectors golden.json  recomputes what the file says, prints what differs
"""
import base64
import hashlib
import json
import sys
import unicodedata
import zipfile
from decimal import Decimal


class Wrong(Exception):
    pass


def must(holds, what):
    if not holds:
        raise Wrong(what)


def sha(data):
    return hashlib.sha256(data).digest()


def leaf_hash(data):
    return sha(b"\x00" + data)


def node_hash(left, right):
    return sha(b"\x01" + left + right)


# Canonical JSON, RFC 8785.


def number(value):
    must(abs(value) <= 2**53 - 1, "a number of 2^53 or more")
    if value == 0 or isinstance(value, int) or value == int(value):
        return str(int(value))
    sign, digits, exponent = Decimal(repr(value)).normalize().as_tuple()
    text, point = "".join(map(str, digits)), len(digits) + exponent
    if 0 < point <= 21:
        text = text[:point] + "." + text[point:]
    elif -6 < point <= 0:
        text = "0." + "0" * -point + text
    else:
        power = point - 1
        text = text[0] + ("." + text[1:] if len(text) > 1 else "") + f"e{'+' if power > 0 else ''}{power}"
    return ("-" if sign else "") + text


def canonical(value):
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, (int, float)):
        return number(value)
    if isinstance(value, str):
        value.encode("utf-8")  # half a character raises
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    keys = sorted(value, key=lambda key: key.encode("utf-16-be", "surrogatepass"))
    return "{" + ",".join(f"{canonical(key)}:{canonical(value[key])}" for key in keys) + "}"


def strict(data):
    """The value of canonical JSON bytes; anything else is wrong."""
    try:
        value = json.loads(data.decode("utf-8"))
        same = canonical(value).encode("utf-8") == data
    except ValueError as error:
        raise Wrong(f"not JSON: {error}") from None
    must(same, "not canonical")
    return value


# Trees, RFC 6962.


def split(count):
    return 1 << (count - 1).bit_length() - 1


def root_of(leaves):
    if not leaves:
        return sha(b"")
    if len(leaves) == 1:
        return leaves[0]
    cut = split(len(leaves))
    return node_hash(root_of(leaves[:cut]), root_of(leaves[cut:]))


def root_of_set(size, places, proof):
    """`places`: (place from 0, leaf), rising; `proof`: hashes of the greatest spans without one of them."""
    places, proof = list(places), list(proof)

    def over(start, end):
        if not places or places[0][0] >= end:
            must(proof, "the proof is too short")
            return proof.pop(0)
        must(places[0][0] >= start, "places do not rise")
        if end - start == 1:
            return places.pop(0)[1]
        middle = start + split(end - start)
        left = over(start, middle)
        return node_hash(left, over(middle, end))

    root = over(0, size) if size else sha(b"")
    must(not places and not proof, "the proof is too long")
    return root


def consistent(old_size, old_root, new_size, new_root, proof):
    """Section 2.1.2, from above: the proof's hashes are taken from its end."""
    proof = list(proof)
    if old_size == 0:
        return not proof and old_root == sha(b"")

    def below(old, size, known):
        if old == size:
            return (old_root, old_root) if known else (proof[-1], proof.pop())
        cut = split(size)
        beside = proof.pop()
        if old <= cut:
            first, second = below(old, cut, known)
            return first, node_hash(second, beside)
        first, second = below(old - cut, size - cut, False)
        return node_hash(beside, first), node_hash(beside, second)

    try:
        roots = below(old_size, new_size, True)
    except IndexError:
        return False
    return not proof and roots == (old_root, new_root)


# A bundle.


def pieces(data, length):
    must(len(data) % length == 0, "a proof is cut")
    return [data[at : at + length] for at in range(0, len(data), length)]


def checkpoint_of(note):
    origin, size, root, heads = note.split("\n")[:4]
    _, streams, heads_root = heads.split(" ")
    return int(size), base64.b64decode(root), int(streams), base64.b64decode(heads_root)


def introduced(note):
    """The key that a checkpoint's text names behind its heads."""
    lines = note.split("\n\n")[0].split("\n")[4:]
    must(len(lines) < 2 and all(it.startswith("key ") for it in lines), "a checkpoint with other lines")
    return lines[0][4:] if lines else None


def under(stream, top):
    return top == "" or stream == top or stream.startswith(top + "/")


def named_well(stream):
    return stream != "" and not any(unicodedata.category(it) == "Cc" for it in stream)


def gapless(shown, top, size):
    """All streams under `top` stand side by side, between neighbours that are not under it."""
    order = lambda stream: stream.replace("/", "\0").encode()
    places = [-1] + [it[0] for it in shown] + [size]
    first = sum(order(it[1]) < order(top) for it in shown)
    last = first + sum(under(it[1], top) for it in shown)
    return all(places[at + 1] == places[at] + 1 for at in range(first, last + 1))


def check(path):
    with zipfile.ZipFile(path) as bundle:
        names = ["manifest.json", "entries.ndjson", "places.bin", "tree-proof.bin", "heads.ndjson", "heads-proof.bin"]
        manifest, entries, places, proof, heads, heads_proof = (bundle.read(name) for name in names)
        notes = [json.loads(line) for line in bundle.read("checkpoints.ndjson").decode().splitlines()]
        keys = json.loads(bundle.read("keys.json"))
    manifest = strict(manifest)
    must(entries == b"" or entries.endswith(b"\n"), "the last line is cut")
    lines = entries.split(b"\n")[:-1]
    records = pieces(places, 40)
    must(len(lines) == len(records), "not as many places as entries")
    size, root, streams, heads_root = checkpoint_of(notes[-1]["note"])
    scope = manifest["scope"]
    tops = {"all": [""], "range": []}.get(scope["kind"], [f"directive/{scope.get('directive')}", "calendar", "org", "policy", "losses"])
    must(manifest["streams"] == tops, "streams do not fit the scope")
    ends, leaves = {}, []
    whole = manifest["scope"]["kind"] != "range"
    for line, record in zip(lines, records):
        entry = strict(line)
        leaves.append(leaf_hash(line))
        must(record[8:] == leaves[-1], f"{entry['id']} has another leaf")
        stream, version = entry["subject"], entry["streamversion"]
        must(named_well(stream), f"{entry['id']}: a control character in the name of a stream")
        before = ends.get(stream, (0, "0" * 64) if whole else (version - 1, entry["prevhash"]))
        must((version - 1, entry["prevhash"]) == before[:2], f"{entry['id']} does not follow")
        ends[stream] = (version, sha(line).hex(), leaves[-1].hex())
    if scope["kind"] == "directive":
        must("/" not in scope["directive"] and tops[0] in ends, "nothing of the directive is in it")
    sequences = [int.from_bytes(record[:8], "big") for record in records]
    said = manifest["entries"]
    must([said["count"], said["first"], said["last"]] == [len(lines), *(sequences[:1] + sequences[-1:] or [0, 0])], "entries are counted otherwise")
    must(root_of_set(size, zip((it - 1 for it in sequences), leaves), pieces(proof, 32)) == root, "the root is another")
    shown = [json.loads(line) for line in heads.decode().splitlines()]
    must(all(named_well(it[1]) for it in shown), "a control character in the name of a stream")
    head_leaves = [(place, leaf_hash(canonical([stream, version, leaf]).encode())) for place, stream, version, leaf in shown]
    must(root_of_set(streams, head_leaves, pieces(heads_proof, 32)) == heads_root, "the root of heads is another")
    known = {stream: (version, leaf) for _, stream, version, leaf in shown}
    for stream, (version, _, leaf) in ends.items() if whole else ():
        must(known.get(stream) == (version, leaf), f"{stream} ends otherwise")
    for top in manifest["streams"]:
        must(gapless(shown, top, streams), f"nothing proves that no stream of {top} is missing")
        must(all(stream in ends for stream in known if under(stream, top)), f"a stream of {top} is left out")
    later = {key["from"]: key["key"] for key in keys[1:]}
    named = {checkpoint_of(it["note"])[0]: introduced(it["note"]) for it in notes}
    for size in later.keys() | named.keys():
        must(named.get(size) == later.get(size), f"checkpoint {size} does not introduce the key that begins there")
    for older, newer in zip(notes, notes[1:]):
        a, b = checkpoint_of(older["note"]), checkpoint_of(newer["note"])
        proof = [base64.b64decode(it) for it in newer["consistency"]]
        must(consistent(a[0], a[1], b[0], b[1], proof), f"checkpoint {b[0]} does not continue {a[0]}")
    return {"entries": len(lines), "root": root.hex(), "heads": heads_root.hex(), "leaves": sha(b"".join(leaves)).hex()}


def check_vectors(path):
    with open(path, encoding="utf-8") as file:
        golden = json.load(file)
    for text, expected in golden["canonical"]:
        must(canonical(json.loads(text)) == expected, f"canonical form of {text}")
    for text in golden["notCanonical"]:
        try:
            strict(text.encode())
        except Wrong:
            continue
        raise Wrong(f"{text} is not canonical")
    leaves = [leaf_hash(bytes.fromhex(it)) for it in golden["leaves"]]
    for size, root in enumerate(golden["roots"]):
        must(root_of(leaves[:size]).hex() == root, f"root of {size}")
    for older, newer, proof in golden["consistency"]:
        a, b = (bytes.fromhex(golden["roots"][it]) for it in (older, newer))
        must(consistent(older, a, newer, b, [bytes.fromhex(it) for it in proof]), f"{older} to {newer}")
    for size, places, proof in golden["sets"]:
        shown = [(it, leaves[it]) for it in places]
        root = root_of_set(size, shown, [bytes.fromhex(it) for it in proof])
        must(root.hex() == golden["roots"][size], f"set {places} of {size}")


def main(args):
    if args[:1] == ["--vectors"]:
        check_vectors(args[1])
        return print(json.dumps({"ok": True}))
    for path in args:
        try:
            print(json.dumps({"ok": True, **check(path)}), flush=True)
        except (Wrong, KeyError, ValueError, zipfile.BadZipFile) as wrong:
            print(json.dumps({"ok": False, "wrong": str(wrong)}), flush=True)


main(sys.argv[1:])

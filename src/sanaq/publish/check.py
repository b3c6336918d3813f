#!/usr/bin/env python3
"""python3 check.py SITE [--against CHECKPOINT|CODE|OLDER_SITE]: holds a published site against its own log. Names what is not as published, then ends
with 74 (docs/formats/log.md). A site that was taken over brings its own checker: take this file from elsewhere."""
import base64, hashlib, json, os, pathlib, re, sys
P, ORDER, BASE32 = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493, "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
D, I, found = -121665 * pow(121666, -1, P) % P, pow(2, (P - 1) // 4, P), []
def sha(data): return hashlib.sha256(data).digest()
def say(word, place): found.append(f"{word}  {place}")
def add(a, b):  # points of Ed25519 (RFC 8032)
    k = D * a[0] * b[0] * a[1] * b[1]
    return (a[0] * b[1] + a[1] * b[0]) * pow(1 + k, -1, P) % P, (a[1] * b[1] + a[0] * b[0]) * pow(1 - k, -1, P) % P
def times(number, a): return (0, 1) if number == 0 else add(times(number - 1, a), a) if number & 1 else times(number >> 1, add(a, a))
def point(data):
    y, sign = int.from_bytes(data, "little") & (2**255 - 1), data[31] >> 7
    x = pow((y * y - 1) * pow(D * y * y + 1, -1, P) % P, (P + 3) // 8, P)
    roots = [root for root in (x, P - x, x * I % P, P - x * I % P) if (root * root * (D * y * y + 1) - y * y + 1) % P == 0 and root & 1 == sign]
    return (roots[0], y) if roots and 0 < roots[0] < P and y < P else (0, 1)
def ed25519(key, signature, text):  # strictly: S below the order of the group, nothing of small order, no cofactor
    a, s = point(key), int.from_bytes(signature[32:], "little")
    if len(signature) != 64 or s >= ORDER or times(8, a)[0] == 0: return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + text).digest(), "little") % ORDER
    r = add(times(s, point((4 * pow(5, -1, P) % P).to_bytes(32, "little"))), times(k, (P - a[0], a[1])))
    return times(8, r)[0] != 0 and (r[1] | (r[0] & 1) << 255).to_bytes(32, "little") == signature[:32]
def unbase64(text):
    data = base64.b64decode(text) if re.fullmatch("(?:[A-Za-z0-9+/]{4})+(?<!=)|(?:[A-Za-z0-9+/]{4})*[A-Za-z0-9+/]{2}[A-Za-z0-9+/=]=", text) else b""
    return data if base64.b64encode(data).decode() == text else b""
def lines_of(data): return data.decode(errors="replace").split("\n")[:-1] if data and data.endswith(b"\n") else []
def checkpoint_of(data):  # (origin, size, root, text, [(name, signature)])
    parts = re.fullmatch("(([^\n]+)\n([1-9][0-9]{0,15})\n([^\n]{44})\n)\n((?:\u2014 [^ +\n]+ [^ \n]+\n)+)", "\n".join(lines_of(data) + [""]))
    signatures = [(line.split(" ")[1], unbase64(line.split(" ")[2])) for line in parts[5].split("\n")[:-1]] if parts else []
    whole = parts and len(unbase64(parts[4])) == 32 and min(len(text) for _, text in signatures) > 4 and not re.search(rb"[\0-\x09\x0b-\x1f]", data)
    return (parts[2], int(parts[3]), unbase64(parts[4]), parts[1].encode(), signatures) if whole else None
def keys_of(lines, origin):  # [(id, key)]; none where a line is no key of the log
    keys = [(sha(f"{origin}\n".encode() + raw)[:4], raw[1:]) for raw in (unbase64(line[len(origin) + 10:]) for line in lines) if len(raw) == 33 and raw[0] == 1]
    return keys if lines == [f"{origin}+{name.hex()}+{base64.b64encode(bytes([1]) + key).decode()}" for name, key in keys] else []
def signed(checkpoint, key):  # None: not by this key
    return min((ed25519(key[1], text[4:], checkpoint[3]) for name, text in checkpoint[4] if name == checkpoint[0] and text[:4] == key[0]), default=None)
def base32(data, digits): return "".join(BASE32[int.from_bytes(data, "big") >> 8 * len(data) - 5 * at - 5 & 31] for at in range(digits))
def code_of(origin, size, root):
    digits = base32(sha(f"{origin}\n{size}\n{base64.b64encode(root).decode()}\n".encode()), 32)
    before = "-".join([str(size)] + [digits[at:at + 4] for at in range(0, 32, 4)]) + "-"
    return "L-" + before + base32(sha(before.encode()), 2)
def opened_of(line):  # (index, body, the leaf's hash, line)
    parts = re.fullmatch(r'\{"body":(\{.*\}),"index":(0|[1-9][0-9]{0,17}),"salt":"([0-9a-f]{64})"\}', line, re.S)
    try: body = json.loads(parts[1])
    except (TypeError, ValueError, RecursionError): return None
    return int(parts[2]), body, sha(b'\0{"commitment":"%s","v":1}' % sha(bytes.fromhex(parts[3]) + parts[1].encode()).hex().encode()), line
def root_of(leaves):  # RFC 6962, 2.1
    half = 1 << (len(leaves) - 1).bit_length() - 1 if len(leaves) > 1 else 0
    return sha(b"\1" + root_of(leaves[:half]) + root_of(leaves[half:])) if half else leaves[0]
def tile_path(level, index, width):
    return f"log/tile/{level}/" + re.sub(r"(\d{3})(?=\d)", r"x\1/", str(index).zfill((len(str(index)) + 2) // 3 * 3)) + (f".p/{width}" if width < 256 else "")
def read(site, path):  # None: not there, or behind a link
    whole, real = os.path.join(site, path), os.path.join(os.path.realpath(site), path)
    return open(whole, "rb").read() if os.path.isfile(whole) and os.path.realpath(whole) == real else None
def bad(site, path): say("MISSING" if read(site, path) is None else "CHANGED", path)
def tree_of(site, size, root, paths):  # -> hashes of the leaves
    row, right, level = [], {}, 0
    for at, width in [(at, min(256, size - at)) for at in range(0, size, 256)]:
        path = tile_path("entries", at // 256, width)
        data = right[path] = read(site, path)
        whole = re.fullmatch(rb'(?:\0W\{"commitment":"[0-9a-f]{64}","v":1\}){%d}' % width, data or b"") or bad(site, path)
        row += [sha(b"\0" + data[one + 2:one + 89]) for one in range(0, len(data), 89)] if whole else [b""] * width
    leaves, good = row, root_of(row) == root
    while row:
        for at in range(0, len(row), 256): right[tile_path(level, at // 256, min(256, len(row) - at))] = b"".join(row[at:at + 256])
        row, level = [root_of(row[at:at + 256]) for at in range(0, len(row) - 255, 256)], level + 1
    for path in [path for path, data in right.items() if data is None or read(site, path) != data]:
        bad(site, path), good or say("CHANGED", path.replace("/tile/0/", "/tile/entries/"))  # one of the two is
    good or say("CHANGED", "log/checkpoint")
    for path in paths - set(right):  # an older, narrower tile is a beginning of the one that is there
        wider = next((data or b"" for other, data in right.items() if other.split(".p/")[0] == path.split(".p/")[0]), b"")
        width = int(re.fullmatch(r".*\.p/([1-9][0-9]{0,2})|.*", path)[1] or 0) * (89 if "/entries/" in path else 32)
        if read(site, path) != wider[:width] or not 0 < width <= len(wider): say("CHANGED" if 0 < width <= len(wider) else "EXTRA", path)
    return leaves
def publications_of(site, size, origin, leaves):  # [(size, before, manifest, opened, closed)]
    path, list_path = f"log/publication/{size}.json", f"log/open/{size}.txt"
    leaf = opened_of("\n".join(lines_of(read(site, path)))) or (None, {}, None)
    body = leaf[1] if leaf[0] == size - 1 and leaf[2] == leaves[-1] else {}
    if (body.get("kind"), body.get("size"), body.get("origin")) != ("publication", size, origin) or not 0 <= body["before"] < size: return bad(site, path) or []
    data = read(site, list_path) or b""
    if sha(data).hex() != body["open"]: data = bad(site, list_path) or b""
    lists = re.findall(r"^([+-])(\d+)[- ](\d+)$", data.decode(errors="replace"), re.M)
    opened = {index for sign, first, last in lists if sign == "+" for index in range(int(first), int(last) + 1)}
    closed = {int(index): int(by) for sign, index, by in lists if sign == "-"}
    earlier = publications_of(site, body["before"], origin, leaves[:body["before"]]) if body["before"] else []
    return earlier + [(size, body["before"], body["manifest"], opened, closed)]
def ground(opened, last, by, index, steps=500):  # what closed a leaf may have been closed itself: the open end says why
    if by not in opened: return ground(opened, last, last[by], index, steps - 1) if by in last and steps else None
    return opened[by][1].get("ground") if index in (opened[by][1].get("closes") or []) else None
def opened_in(site, origin, leaves, publications):  # index -> what opened_of gives
    opened, state, last = {}, set(), {index: by for one in publications for index, by in one[4].items()}
    for line in filter(None, (read(site, "log/opened.jsonl") or b"").decode(errors="replace").split("\n")):
        leaf = opened_of(line)
        if not leaf or leaf[0] <= next(reversed(opened), -1): say("CHANGED", "log/opened.jsonl"); continue
        opened[leaf[0]] = leaf
        if leaf[2] not in leaves[leaf[0]:leaf[0] + 1] or leaf[1].get("origin", origin) != origin: say("CHANGED", f"index {leaf[0]}")
    for size, before, _, new, closed in publications if publications and publications[0][1] == 0 else []:
        if (state - set(closed)) & new or any(index not in state or ground(opened, last, by, index) is None for index, by in closed.items()): say("CHANGED", f"log/open/{size}.txt")
        state = state - set(closed) | new
    for index in sorted(state ^ set(opened) if publications and publications[0][1] == 0 else []): say("MISSING" if index in state else "EXTRA", f"index {index}")
    return opened
def check_files(site, code, publications, opened, paths):
    manifest, opened_lines = read(site, "log/manifest.txt") or b"", {leaf[3] for leaf in opened.values()}
    listed = {path: (kind, hash) for kind, hash, path in re.findall("^(code )?([0-9a-f]{64})  (.+)$", "\n".join(lines_of(manifest)), re.M)}
    keep = [line[5:] for line in lines_of(manifest) if line.startswith("keep ")]
    strange = [path for path in [*listed, *keep] if re.search(r"[\0-\x1f\x7f\\:]|(^|/)\.{0,2}/|(^|/)\.\.?$", path)]
    if not publications or sha(manifest).hex() != publications[-1][2] or strange: bad(site, "log/manifest.txt")
    for path, (kind, hash) in listed.items():
        data = read(site, path)
        if kind and data: data = data.replace(code.encode(), b"", 1) if data.count(code.encode()) == 1 else None
        if path not in paths or data is None or sha(data).hex() != hash: say("CHANGED" if path in paths else "MISSING", path)
        elif path.endswith(".entries.json") and not {line.removesuffix(",") for line in lines_of(data)[1:-1]} <= opened_lines: say("CHANGED", path)
    known = {"log/manifest.txt", "log/checkpoint", *listed, *(f"log/publication/{one[0]}.json" for one in publications)}
    kept = {path for path in paths for one in keep if (path == one or one.endswith("/") and path.startswith(one)) and not re.search(r"\.(html?|xhtml|m?js|svg)$", path.lower())}
    for path in sorted(path for path in paths - known - kept if not path.startswith("log/tile/")): say("EXTRA", path)
def against(older, now, leaves, keys, publications, opened):
    place, then, last = os.path.join(older, "log/checkpoint") if os.path.isdir(older) else older, set(), {index: by for one in publications for index, by in one[4].items()}
    if os.path.exists(older):
        old = checkpoint_of(open(place, "rb").read()) or sys.exit(f"{place}: this is no signed checkpoint")
        keys = [key for key in keys + (keys_of(lines_of(read(older, "log/key.txt")), now[0]) if os.path.isdir(older) else []) if signed(old, key)]
        named = [key for leaf in opened.values() for key in keys_of([str(leaf[1].get("log_key"))], now[0])]
        if not any(signed(now, key) for key in keys + named if keys): say("CHANGED", "log/checkpoint" if keys else place)
        same, size = old[0] == now[0] and old[1] <= now[1] and root_of(leaves[:old[1]]) == old[2], old[1]
    else:
        typed = re.sub(r"[\s-]", "", older[2:].upper()).replace("O", "0").replace("I", "1").replace("L", "1")
        size = int(typed[:-34]) if older[:2] in ("L-", "l-") and typed[:-34].isdigit() else sys.exit(f"{older}: no file, folder or code")
        same = 0 < size <= now[1] and code_of(now[0], size, root_of(leaves[:size])).replace("-", "") == "L" + typed
    if not same or size not in [one[0] for one in publications]: return say("REMOVED" if same else "FORKED", f"log/publication/{size}.json" if same else place)
    for one in publications: then = then - set(one[4]) | one[3] if one[0] <= size else then
    for index in sorted(then - set(opened)):
        why = [None] + [ground(opened, last, one[4][index], index) for one in publications if one[0] > size and index in one[4]]
        say("REMOVED", f"index {index}") if why[-1] is None else say("WITHDRAWN", f"index {index}: {why[-1]}")
def check(site, older=None):
    if not (now := checkpoint_of(read(site, "log/checkpoint"))): return say("CHANGED", "log/checkpoint")
    paths = {path.relative_to(site).as_posix() for path in pathlib.Path(site).rglob("*") if path.is_symlink() or not path.is_dir()}
    tiles = {path for path in paths if path.startswith("log/tile/")}
    if now[1] > 256 * len(tiles): return say("MISSING", "log/tile/")
    keys = keys_of(named := lines_of(read(site, "log/key.txt")), now[0]) or bad(site, "log/key.txt") or []
    if {signed(now, key) for key in keys} - {None} != {True}: say("CHANGED", "log/checkpoint")
    leaves = tree_of(site, now[1], now[2], tiles)
    opened = opened_in(site, now[0], leaves, publications := publications_of(site, now[1], now[0], leaves))
    check_files(site, code_of(*now[:3]), publications, opened, paths)
    if older: against(older, now, leaves, keys, publications, opened)
    print(f"log {now[0]}, leaves {now[1]}, code {code_of(*now[:3])}", *("signed by " + line for key, line in zip(keys, named) if signed(now, key)), sep="\n")
if __name__ == "__main__":
    check(sys.argv[1], *sys.argv[3:]) if len(sys.argv) in (2, 4) and sys.argv[2:3] in ([], ["--against"]) else sys.exit(__doc__)
    for line in dict.fromkeys(found or ["whole: every file and every open fact is what its log says"]): print(line.encode("ascii", "backslashreplace").decode())
    sys.exit(74 if any(not line.startswith("WITHDRAWN") for line in found) else 0)

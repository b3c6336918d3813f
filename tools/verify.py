#!/usr/bin/env python3
"""A second reader of ledgers, written from docs/formats/ledger.md alone; it shares nothing with sanaq.

    tools/verify.py FOLDER [ID]

Prints, as JSON, what is damaged in FOLDER/ledger; which investigation it is (ID, where one is believed), its members and voices; for each chain
how many lines are whole, authentic, and count; whose bodies are erased or sealed. All signatures are checked. Exit 74 where something is not
what it was. The rarest events on keys (LATER, and suspensions) are left to sanaq and named. Needs the Debian package python3-cryptography.
"""
import base64
import hashlib
import json
import pathlib
import re
import sys

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
Y8 = 0x05FC536D880238B13933C6D305ACDFD5F098EFF289F4C345B027B2C28F95E826  # of two of the points of order 8
SMALL = {0, 1, P - 1, Y8, P - Y8}  # the y of every point of small order
ZEROS, FAR = "0" * 64, 2**53
KINDS = "key checkpoint document list decision statement retraction erasure run publication comment testimony secret".split()
KEPT = ("key", "checkpoint", "erasure", "retraction", "secret")
FIELDS = {"clock", "commitment", "kind", "prev", "seen", "self", "seq", "time", "writer"}
LATER = ("recovered", "confirmed", "lifted", "overruled")


def sha256(text):
    return hashlib.sha256(text.encode()).hexdigest()


def canonical(value):
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def is_hash(text):
    return isinstance(text, str) and re.fullmatch("[0-9a-f]{64}", text) is not None


def holds(text, signature, key):
    """Strict Ed25519: what the package lets pass and the format does not is refused first."""
    try:
        raw, public = base64.b64decode(signature, validate=True), bytes.fromhex(key)
        y_key, y_r = (int.from_bytes(part, "little") & 2**255 - 1 for part in (public, raw[:32]))
        if base64.b64encode(raw).decode() != signature or int.from_bytes(raw[32:], "little") >= L or y_key >= P or y_key in SMALL or y_r % P in SMALL:
            return False
        Ed25519PublicKey.from_public_bytes(public).verify(raw, text.encode())
        return True
    except (ValueError, TypeError, InvalidSignature):
        return False


class Chain:
    """One file: its sound lines with their bodies, and how far they are authentic."""

    def __init__(self, path, damage):
        self.name, self.writer, self.fork = path.name, path.name[:64], path.name[70:134] if ".fork-" in path.name else ""
        self.raw = path.read_bytes().decode("utf-8", "replace").split("\n")[:-1]
        self.entries = []
        for line in self.raw:
            if (entry := self.sound(line)) is None:
                break
            self.entries.append(entry)
        bodies = path.with_name(path.name.replace(".chain.", ".bodies."))
        for line in bodies.read_bytes().decode("utf-8", "replace").split("\n")[:-1] if bodies.exists() else []:
            body = re.fullmatch(r'\{"body":(\{.*\}),"salt":"([0-9a-f]{64})","seq":([1-9]\d*)\}', line)
            entry = self.entries[int(body[3]) - 1] if body and int(body[3]) <= len(self.entries) else None
            if entry and sha256(body[2] + body[1]) == entry["commitment"]:
                entry["body"] = json.loads(body[1])
            elif entry or not body:
                damage(bodies.name, int(body[3]) if body else 0, "the body is not what the chain committed to")
        self.first = next((entry["seq"] for entry in self.entries if "sig" in entry), 0)
        opening = self.entries[self.first - 1] if self.first else {"kind": "", "body": None}
        self.opening = opening["body"] if opening["kind"] == "key" and opening["body"] else {}
        event = self.opening.get("event") if self.opening.get("public") == self.writer and self.opening.get("format") == 2 else None
        self.founds = event == "founded"
        self.id = sha256(self.raw[self.first - 1]) if self.founds else self.opening.get("investigation") if event == "begun" else None
        bad = [entry["seq"] for entry in self.entries[self.first - 1:] if not self.is_signed(entry)] if self.first else []
        self.end = len(self.entries)
        while self.end in bad:  # the last signature that holds vouches for all lines before it
            self.end -= 1
        if self.end < self.first:
            self.first, self.id, self.founds, self.opening = 0, None, False, {}
        if self.end < len(self.raw):
            damage(self.name, self.end + 1, f"not sound, or not signed by its writer; lines: {len(self.raw) - self.end}")
        for seq in (seq for seq in bad if seq < self.end):
            damage(self.name, seq, "the signature of this line does not hold")
        self.checkpoint = max((entry["seq"] for entry in self.entries if "sig" not in entry and self.is_checkpoint(entry)), default=0)

    def sound(self, line):
        try:
            entry, before = json.loads(line), self.entries[-1] if self.entries else {"seq": 0, "clock": 0}
            assert canonical(entry) == line and set(entry) - {"sig"} == FIELDS and entry["kind"] in KINDS and ("sig" in entry or "sig" not in before)
            assert sha256(canonical({key: entry[key] for key in FIELDS - {"self"}})) == entry["self"] and entry["writer"] == self.writer
            assert entry["seq"] == before["seq"] + 1 and entry["prev"] == (sha256(self.raw[before["seq"] - 1]) if self.entries else ZEROS)
            assert all(map(is_hash, (entry["commitment"], *entry["seen"], *entry["seen"].values()))) and before["clock"] < entry["clock"] < FAR
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", entry["time"])
            return entry | {"body": None}
        except (AssertionError, ValueError, TypeError, AttributeError, KeyError):
            return None

    def is_signed(self, entry):
        id_ = ZEROS if self.founds and entry["seq"] == self.first else self.id
        return holds(f"sanaq entry 2\n{id_} {self.writer} {entry['seq']} {entry['self']}\n", entry["sig"], self.writer)

    def is_checkpoint(self, entry):
        if entry["kind"] != "checkpoint" or not entry["body"]:
            return False
        heads, before = entry["body"].get("heads", {}), self.entries[entry["seq"] - 2]
        text = "".join(f"{key} {heads[key]['seq']} {heads[key]['self']}\n" for key in sorted(heads))
        named = heads.get(self.writer) == {"seq": before["seq"], "self": before["self"]}
        return named and holds("sanaq checkpoint 1\n" + text, entry["body"].get("signature"), self.writer)


class Ledger:
    """All chains of a folder, and who counts in it."""

    def __init__(self, folder, id_=None):
        self.damage, self.chains, self.parting, self.limits, self.left_to_sanaq = [], {}, {}, {}, set()
        paths = sorted((folder / "ledger").glob("*.chain.jsonl"), key=lambda path: (path.name[:64], len(path.name), path.name))
        self.files = [Chain(path, lambda *found: self.damage.append(found)) for path in paths]
        bound = sum(len(chain.raw) for chain in self.files)
        for chain in self.files:
            chain.in_time = next((entry["seq"] - 1 for entry in chain.entries[:chain.end] if entry["clock"] > bound), chain.end)
            main = self.chains.setdefault(chain.writer, chain)
            shared = next((at for at in range(min(main.end, chain.end)) if main.raw[at] != chain.raw[at]), None)
            if shared is not None:
                self.parting[chain.writer] = min(self.parting.get(chain.writer, FAR), shared + 1)
                self.damage.append((main.name, shared + 1, "a fork"))
        self.all = sorted((entry for chain in self.chains.values() for entry in chain.entries[:chain.in_time]),
                          key=lambda entry: (entry["clock"], entry["writer"], entry["seq"]))
        self.id = id_ or self.first_id()
        while self.take_events():
            pass
        self.counts = {writer: self.count(chain) for writer, chain in self.chains.items()}
        self.settle_erasures()

    def first_id(self):
        founded = [(chain.id, chain.writer) for entry in self.all if (chain := self.chains[entry["writer"]]).founds and chain.first == entry["seq"]]
        for entry in self.all:
            other = (entry["body"] or {}).get("investigation") if entry["kind"] == "key" and entry["body"] and entry["body"].get("event") == "joined" else None
            if other in [id_ for id_, _ in founded]:
                founded = [(id_, founder) for id_, founder in founded if founder != entry["writer"] or id_ == other]
        return founded[0][0] if founded else None

    def rests_on(self, key):
        """The keys that a chain names as the same person's: itself, then each one's `same`."""
        row = [key]
        while (chain := self.chains.get(row[-1])) and (same := chain.opening.get("same")) and same not in row:
            if not holds(f"sanaq same 2\n{chain.id} {chain.writer}\n", chain.opening.get("same_signature"), same):
                break
            row.append(same)
        return row

    def limit(self, key, last, keeps, ends_same=True):
        """Notes a decision; True where it is new."""
        resting = {writer: 0 for writer in self.chains if ends_same and writer not in keeps and key in self.rests_on(writer)[1:]}
        new = {writer: end for writer, end in {**resting, key: last}.items() if end < self.limits.get(writer, FAR)}
        self.limits.update(new)
        return bool(new)

    def take_events(self):
        """All events in order, under the decisions found so far; True at one that brings a new decision."""
        self.members, self.voices, self.vouched, speakers, votes = {}, set(), {}, {}, {}
        for entry in self.all if self.id else []:
            writer, body, chain, person = entry["writer"], entry["body"] or {}, self.chains[entry["writer"]], self.rests_on(entry["writer"])[-1]
            event, key = body.get("event"), body.get("public")
            if entry["kind"] != "key" or entry["seq"] > self.limits.get(writer, FAR) or "sig" not in entry:
                continue
            if event == "founded" and entry["seq"] == chain.first and chain.id == self.id:
                self.members[person], self.voices = set(), {person}
            if body.get("investigation") != self.id or entry["seq"] >= self.parting.get(writer, FAR):
                continue
            target, is_voice, last, theirs = self.rests_on(key)[-1] if key else None, person in self.voices, body.get("last"), self.chains.get(key)
            if event in LATER and person in self.members:
                self.left_to_sanaq.add(event)
            elif event == "member" and person in self.members and (theirs is None or (theirs.id or ZEROS) == body.get("began")):
                self.members.setdefault(target, set()).add(person)
            elif event == "replaced" and key == writer and last == entry["seq"] and self.limit(key, last, [], ends_same=False):
                return True
            elif event in ("revoked", "lost") and person == target and person in self.members and self.limit(key, last, body.get("keeps", [])):
                return True
            elif event in ("revoked", "lost") and is_voice and person != target:
                votes.setdefault(key, {})[person] = (last, set(body.get("keeps", [])))
                others, given = self.voices - {target}, [vote for voter, vote in votes[key].items() if voter in self.voices]
                if len(self.voices) == 2:
                    self.left_to_sanaq.add("suspended")
                elif 2 * len(given) > len(others) and self.limit(key, min(end for end, _ in given), set.intersection(*(keeps for _, keeps in given))):
                    return True
            elif event == "vouched" and is_voice and theirs and last <= theirs.end and theirs.entries[last - 1]["self"] == body.get("self"):
                self.vouched[key] = last
            if event in ("member", "voice") and is_voice and target in self.members:
                spoken = speakers.setdefault(target, set())
                spoken.add(person)
                takers = self.members[target] & spoken
                if self.voices == {person} or any(other != taker and self.members[other] != {taker} for taker in takers for other in spoken):
                    self.voices.add(target)
        return False

    def count(self, chain):
        """Up to where a chain counts for everybody who believes the id."""
        most = min(chain.in_time, self.parting.get(chain.writer, FAR) - 1, self.limits.get(chain.writer, FAR))
        believed = most if chain.first or not self.id else min(most, chain.checkpoint)
        is_member = not self.id or self.rests_on(chain.writer)[-1] in self.members
        return max(believed if is_member else 0, min(self.vouched.get(chain.writer, 0), most))

    def settle_erasures(self):
        self.destroyed, self.sealed, unsigned, asked = set(), set(), set(), {}
        for entry in self.all:
            if entry["kind"] != "erasure" or not entry["body"] or entry["seq"] > self.counts[entry["writer"]]:
                continue
            place, person = (entry["body"]["entry"]["writer"], entry["body"]["entry"]["seq"]), self.rests_on(entry["writer"])[-1]
            self.sealed.add(place)
            if "sig" not in entry:
                unsigned.add(place)
            asked.setdefault(place, set()).update({person} & self.voices)
            if not self.id or person == self.rests_on(place[0])[-1] or self.voices == {person} or len(asked[place]) > 1:
                self.destroyed.add(place)
        for writer, chain in self.chains.items():
            for entry in chain.entries[:self.counts[writer]]:
                if entry["body"] is None and (entry["kind"] in KEPT or (writer, entry["seq"]) not in self.destroyed | unsigned):
                    self.damage.append((chain.name, entry["seq"], "the body is missing, and no erasure of it holds"))

    def report(self):
        chains = [{"writer": chain.writer, "fork": chain.fork, "lines": len(chain.raw), "end": chain.end, "signed_from": chain.first,
                   "counts_up_to": self.counts[chain.writer] if chain is self.chains[chain.writer] else 0} for chain in self.files]
        return {"id": self.id or "", "whole": not self.damage, "damage": self.damage, "chains": chains, "members": sorted(self.members),
                "voices": sorted(self.voices), "destroyed": sorted(self.destroyed), "sealed": sorted(self.sealed), "left_to_sanaq": sorted(self.left_to_sanaq)}


if __name__ == "__main__":
    if len(sys.argv) < 2 or not (pathlib.Path(sys.argv[1]) / "ledger").is_dir():
        sys.exit(__doc__)
    result = Ledger(pathlib.Path(sys.argv[1]), *sys.argv[2:3]).report()
    print(json.dumps(result, indent=1))
    sys.exit(0 if result["whole"] else 74)

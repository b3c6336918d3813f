"""The bound of linking: links made by somebody who knows the true m, u and number of matches of an invented town.

The model that the program learnt is given back to it (--model) with what it could not know put in from the truth:

- m: shares of levels among all true pairs, those that no rule finds too; by each two lists where the model has that; and how many fields differ at once;
- u: the same of pairs of two persons, counted where there are few records, of more a sample (300,000 of any two, and as many of two whose names share
  a sound, for the rare levels); a level of which too few are met keeps the u that was learnt, so that of large towns the rarest are ours;
- lambda: the true pairs among all pairs of two lists, and of one.

What the oracle does not know: which pairs blocking never shows (the rules stay), how frequent each value is beyond these lists, on which lists people
stand together (learnt while persons are searched, as always), and anything that levels do not say. It is a bound of m, u and lambda, not of linking.
"""
import collections
import csv
import json
import random
import shutil

from invented_town import Lists

NAME_DIFFERS = {4, 5, 10, 11, 12, 13}
DATE_AGREES = {9, 10}
ALL_PAIRS_RECORDS = 1500  # up to so many records the program compares all pairs
SAMPLED = 300_000


def is_different(kind, level):
    return level in NAME_DIFFERS if kind == "name" else level >= 4 and not (kind == "date" and level in DATE_AGREES)


def with_column(town, out, header, values):
    """A copy of the town with one more column on each list, which is not compared; values: list -> one a record."""
    lists = Lists(town)
    for name, rows in lists.rows.items():
        if len(rows) != len(values[name]) + 1:
            raise SystemExit(f"{name}: {len(rows) - 1} records, the truth has {len(values[name])}")
        for row, cell in zip(rows, [header, *values[name]]):
            row.append(cell)
    lists.write(town, out, lambda settings: settings.replace("[link]\n", f'[link]\nignore = ["{header}"]\n'))


def showing_all(model, rule):
    """A model that keeps every pair the rule finds: no level weighs, but for equal values."""
    flat = json.loads(json.dumps(model))
    for comparison in flat["comparisons"]:
        comparison["depends_on"] = []
        comparison.pop("between", None)
        for level in comparison["levels"]:
            level["m"] = level["u"] = 1 / len(comparison["levels"])
            level.pop("sharing", None)
    flat.update(differences=[], rules=[{"rule": rule, "pairs": 0}], prior_match=0.0025, prior_within=0.0025)
    return flat


class Counts:
    """Pairs by level: alone[column][level], of_lists[lists][column][level], given[column, parent][parent's level][level]."""

    def __init__(self):
        self.alone = collections.defaultdict(collections.Counter)
        self.of_lists = collections.defaultdict(lambda: collections.defaultdict(collections.Counter))
        self.given = collections.defaultdict(lambda: collections.defaultdict(collections.Counter))
        self.differing = collections.Counter()  # (filled columns, how many differ)
        self.pairs = collections.Counter()      # by lists


class Oracle:
    def __init__(self, called, program, town, truth, model, folder):
        """truth: (list, record) -> person, in the order of rows; model: as --save-model wrote it."""
        self.called, self.program, self.town, self.folder, self.model, self.truth = called, program, town, folder, model, truth
        self.columns = [comparison["column"] for comparison in model["comparisons"]]
        self.kinds = [comparison["kind"] for comparison in model["comparisons"]]
        self.number = [{level["label"]: at for at, level in enumerate(comparison["levels"])} for comparison in model["comparisons"]]
        self.parents = [[self.columns.index(of["column"]) for of in comparison["depends_on"]] for comparison in model["comparisons"]]
        self.uncounted = {at for at, comparison in enumerate(model["comparisons"])
                          if sum(level["m"] for number, level in enumerate(comparison["levels"]) if is_different(comparison["kind"], number)) > .5}
        self.sizes = collections.Counter(name for name, _ in truth)
        self.matches = Counts()
        self.others = Counts()     # any two persons
        self.sounding = Counts()   # two persons whose names share a sound, each worth self.sounding_weight
        self.sounding_weight = 0
        self._look()

    def _shown(self, name, rule, values):
        """Rows of --pairs of a town with one more column, by which pairs are shown."""
        town, model, pairs = (self.folder / f"oracle-{name}{ending}" for ending in ("", ".json", ".csv"))
        with_column(self.town, town, "zz", values)
        model.write_text(json.dumps(showing_all(self.model, rule)))
        self.called(self.program, "link", town, "--model", model, "--pairs", pairs, "--pairs-from", 0, "--json")
        with open(pairs, newline="", encoding="utf-8-sig") as file:
            rows = csv.reader(file)
            header = next(rows)
            levels = slice(header.index("probability") + 1, header.index("probability") + 1 + len(self.columns))
            if header[levels] != self.columns:
                raise SystemExit(f"{header}: not the columns of the model, {self.columns}")
            for row in rows:
                yield (row[0], row[1]), (row[2], row[3]), row[levels]
        pairs.unlink()
        shutil.rmtree(town)

    def _add(self, counts, left, right, labels):
        lists = tuple(sorted((left[0], right[0])))
        levels = [None if label == "" else number[label] for label, number in zip(labels, self.number)]
        filled, differing = 0, 0
        for at, level in enumerate(levels):
            if level is None:
                continue
            counts.alone[at][level] += 1
            counts.of_lists[lists][at][level] += 1
            for parent in self.parents[at]:
                if levels[parent] is not None:
                    counts.given[at, parent][levels[parent]][level] += 1
            if at not in self.uncounted:
                filled |= 1 << at
                differing += is_different(self.kinds[at], level)
        counts.differing[filled, differing] += 1
        counts.pairs[lists] += 1

    def _column(self, value):
        values = collections.defaultdict(list)
        for record in self.truth:
            values[record[0]].append(value(record))
        return values

    def _look(self):
        truth = self.truth
        if len(truth) <= ALL_PAIRS_RECORDS:
            for left, right, labels in self._shown("all", "*", self._column(lambda _: "x")):
                self._add(self.matches if truth[left] == truth[right] else self.others, left, right, labels)
            return
        for left, right, labels in self._shown("matches", "zz", self._column(lambda record: truth[record])):
            self._add(self.matches, left, right, labels)
        for name, rule in (("others", "zz"), ("sounding", "name_key,zz")):
            chance = random.Random(name)
            # Of names that share a sound there are about one in twenty-five pairs.
            parts = max(1, round(len(truth) ** 2 / 2 / SAMPLED / (1 if name == "others" else 25)))
            counts = getattr(self, name)
            for left, right, labels in self._shown(name, rule, self._column(lambda _: f"z{chance.randrange(parts)}")):
                if truth[left] != truth[right]:
                    self._add(counts, left, right, labels)
            if name == "sounding":
                self.sounding_weight = parts

    def _pairs_of(self, lists):
        a, b = lists
        return self.sizes[a] * (self.sizes[a] - 1) / 2 if a == b else self.sizes[a] * self.sizes[b]

    def _m(self, learnt, counts):
        total = sum(counts.values())
        return [(counts[level] + 5 * share) / (total + 5) for level, share in enumerate(learnt)]

    def _u(self, learnt, counts, sounding, weight):
        """Of levels seldom met among any two persons, by those whose names share a sound; `weight`: pairs of any two that each of these stands for."""
        total = sum(counts.values())
        if total == 0:
            return learnt
        shares = []
        for level, share in enumerate(learnt):
            if counts[level] >= 100:
                share = counts[level] / total
            elif sounding[level] >= 20:
                share = sounding[level] * weight / total
            elif counts[level] >= 5 or total * share > 20:
                share = (counts[level] + 1) / (total + 1)
            shares.append(share)
        return [share / sum(shares) for share in shares]

    def _sampled_share(self):
        every = sum(self._pairs_of(lists) for lists in self.others.pairs)
        return sum(self.others.pairs.values()) / every

    def _tilt(self, model):
        shares = [sum(level["m"] for number, level in enumerate(comparison["levels"]) if is_different(comparison["kind"], number))
                  for comparison in model["comparisons"]]
        tilt = [1.0] * (len(shares) + 1)
        independent = {}
        for filled, _ in self.matches.differing:
            counts = [1.0]
            for at, share in enumerate(shares):
                if filled >> at & 1:
                    counts = [a * (1 - share) + b * share for a, b in zip(counts + [0], [0] + counts)]
            independent[filled] = counts
        for _ in range(50):
            seen, expected = [1e-3] * len(tilt), [1e-3] * len(tilt)
            for (filled, differing), pairs in self.matches.differing.items():
                total = sum(t * p for t, p in zip(tilt, independent[filled]))
                seen[differing] += pairs
                for count, p in enumerate(independent[filled]):
                    expected[count] += pairs * tilt[count] * p / total
            tilt = [min(3, max(.01, t * s / e)) for t, s, e in zip(tilt, seen, expected)]
        return tilt

    def told(self, parts):
        """The model with those of "m", "u" and "lambda" from the truth."""
        model = json.loads(json.dumps(self.model))
        for at, comparison in enumerate(model["comparisons"]):
            levels, between = comparison["levels"], comparison.get("between", [])
            if "m" in parts:
                for level, m in zip(levels, self._m([level["m"] for level in levels], self.matches.alone[at])):
                    level["m"] = m
                for of in between:
                    of["m"] = self._m([level["m"] for level in levels], self.matches.of_lists[tuple(sorted(of["lists"]))][at])
            if "u" in parts:
                is_name = comparison["kind"] == "name"
                weight = self.sounding_weight * self._sampled_share() if is_name else 0
                for level, u in zip(levels, self._u([level["u"] for level in levels], self.others.alone[at],
                                                    self.sounding.alone[at] if is_name else collections.Counter(), weight)):
                    level["u"] = u
                for of in between:
                    lists = tuple(sorted(of["lists"]))
                    of["u"] = self._u(of["u"], self.others.of_lists[lists][at],
                                      self.sounding.of_lists[lists][at] if is_name else collections.Counter(), weight)
                for of, parent in zip(comparison["depends_on"], self.parents[at]):
                    given = self.others.given[at, parent]
                    counts = sum((given[level] for level in ([of["level"]] if of["level"] >= 0 else range(4))), collections.Counter())
                    if sum(counts.values()) >= 300:
                        of["u"] = [(counts[level] + .5) / (sum(counts.values()) + .5 * len(of["u"])) for level in range(len(of["u"]))]
        if "m" in parts:
            model["differences"] = self._tilt(model) if self.model["differences"] else []
        if "lambda" in parts:
            for key, is_within in (("prior_match", False), ("prior_within", True)):
                groups = [lists for lists in self.others.pairs if (lists[0] == lists[1]) == is_within]
                if groups:
                    model[key] = max(1e-12, sum(self.matches.pairs[lists] for lists in groups) / sum(map(self._pairs_of, groups)))
        return model

    def person_of(self, parts):
        model, clusters = self.folder / "oracle.json", self.folder / "oracle.csv"
        model.write_text(json.dumps(self.told(parts)))
        self.called(self.program, "link", self.town, "--model", model, "--clusters", clusters, "--json")
        with open(clusters, newline="", encoding="utf-8-sig") as file:
            return {(row["list"], row["record"]): row["person"] for row in csv.DictReader(file)}

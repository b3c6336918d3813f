"""The lists of a town of `sanaq simulate`, read and written as they stand, so that a study can change cells or add a column."""
import csv
import shutil

ENCODINGS, DELIMITERS = {"hospital": "cp1251"}, {"hospital": ";", "morgue": ";", "union": "\t"}


class Lists:
    """rows[list]: its header and its records; what stands above the header is kept."""

    def __init__(self, town):
        self.rows, self._above, self._names = {}, {}, {}
        for path in sorted(path for path in (town / "lists").iterdir() if path.is_file()):
            with open(path, newline="", encoding=ENCODINGS.get(path.stem, "utf-8-sig")) as file:
                rows = list(csv.reader(file, delimiter=DELIMITERS.get(path.stem, ",")))
            first = next(at for at, row in enumerate(rows) if len(row) > 1)
            self._names[path.stem], self._above[path.stem], self.rows[path.stem] = path.name, rows[:first], rows[first:]

    def write(self, town, out, settings=lambda text: text):
        """A copy of the town with these lists; `settings` changes investigation.toml."""
        shutil.copytree(town, out, ignore=shutil.ignore_patterns(".*"))
        for name, rows in self.rows.items():
            with open(out / "lists" / self._names[name], "w", newline="", encoding=ENCODINGS.get(name, "utf-8-sig")) as file:
                csv.writer(file, delimiter=DELIMITERS.get(name, ",")).writerows(self._above[name] + rows)
        text = (out / "investigation.toml").read_text(encoding="utf-8")
        (out / "investigation.toml").write_text(settings(text), encoding="utf-8")

"""What the workspace has from elsewhere is what was committed: the sums, the licence, and nothing beside it. `make interop` makes it anew from npm."""
import argparse
import hashlib
import json
import pathlib
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDER = ROOT / "workspace"


class Assets(unittest.TestCase):
    def test_the_sums_are_those_of_the_files(self):
        lines = (FOLDER / "SHA256SUMS").read_text().splitlines()
        self.assertEqual([line.split()[1] for line in lines], ["htmx.js"])
        for line in lines:
            digest, name = line.split()
            self.assertEqual(digest, hashlib.sha256((FOLDER / name).read_bytes()).hexdigest(), name)

    def test_the_lock_file_names_one_package_by_version_and_hash(self):
        packages = json.loads((FOLDER / "package-lock.json").read_text())["packages"]
        self.assertEqual(set(packages), {"", "node_modules/htmx.org"})
        self.assertEqual(packages["node_modules/htmx.org"]["version"], packages[""]["dependencies"]["htmx.org"])
        self.assertTrue(packages["node_modules/htmx.org"]["integrity"].startswith("sha512-"))

    def test_its_licence_is_kept(self):
        self.assertIn('path = "workspace/htmx.js"', (ROOT / "REUSE.toml").read_text())
        self.assertIn("Zero-Clause BSD", (ROOT / "LICENSES/0BSD.txt").read_text())

    def test_no_page_names_another_host_or_carries_script_or_style(self):
        for path in [*FOLDER.glob("*.html"), FOLDER / "workspace.js", FOLDER / "workspace.css"]:
            text = path.read_text(encoding="utf-8")
            for word in ("http://", "https://", "style=", "<style", "<script>", " onclick", "hx-on", "js:", "javascript:", "@import"):
                self.assertNotIn(word, text, f"{path.name}: the page's own rules forbid it")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--build")
    parser.add_argument("--program")
    parser.parse_args()
    unittest.main(argv=sys.argv[:1], verbosity=2)

"""Every .json route of the workspace is in docs/formats/workspace-api.yaml, answers as it says there, and answers nobody without a session."""
import argparse
import http.client
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parent.parent
API = ROOT / "docs/formats/workspace-api.yaml"
PROGRAM = ""


# ---- YAML: mappings and lists by indentation, flow lists, quoted and folded texts. What else YAML has does not stand in the file.

def scalar(text):
    if text.startswith("["):
        return [scalar(one.strip()) for one in text[1:-1].split(",") if one.strip()]
    if text[:1] in "\"'":
        return text[1:-1]
    if re.fullmatch(r"-?\d+", text):
        return int(text)
    return {"true": True, "false": False, "null": None}.get(text, text)


class Yaml:
    def __init__(self, text):
        self.lines = [(len(line) - len(line.lstrip()), line.strip()) for line in text.splitlines() if line.strip() and not line.strip().startswith("#")]
        self.at = 0

    def block(self, indent):
        return self.list(indent) if self.lines[self.at][1].startswith("- ") else self.mapping(indent)

    def list(self, indent):
        found = []
        while self.at < len(self.lines) and self.lines[self.at][0] == indent and self.lines[self.at][1].startswith("- "):
            self.lines[self.at] = (indent + 2, self.lines[self.at][1][2:])
            found.append(self.mapping(indent + 2) if re.match(r"[\w\"$/{}.-]+:( |$)", self.lines[self.at][1]) else self.plain())
        return found

    def plain(self):
        self.at += 1
        return scalar(self.lines[self.at - 1][1])

    def mapping(self, indent):
        found = {}
        while self.at < len(self.lines) and self.lines[self.at][0] == indent and not self.lines[self.at][1].startswith("- "):
            key, _, value = self.lines[self.at][1].partition(": ") if ": " in self.lines[self.at][1] else (self.lines[self.at][1].rstrip(":"), "", "")
            self.at += 1
            key = key.strip('"')
            assert key not in found, f"{key} stands twice"
            if value == ">-":
                words = []
                while self.at < len(self.lines) and self.lines[self.at][0] > indent:
                    words.append(self.lines[self.at][1])
                    self.at += 1
                found[key] = " ".join(words)
            elif value:
                found[key] = scalar(value)
            else:
                found[key] = self.block(self.lines[self.at][0])
        return found


def described():
    return Yaml(API.read_text(encoding="utf-8")).mapping(0)


# ---- what a value must be (the words of JSON Schema that stand in the file)

TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "integer": int, "number": (int, float)}


def problems(value, schema, api, where="answer"):
    if "$ref" in schema:
        return problems(value, api["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]], api, where)
    types = schema.get("type", [])
    types = types if isinstance(types, list) else [types]
    if value is None and "null" in types:
        return []
    types = [one for one in types if one != "null"]
    if types and not any(isinstance(value, TYPES[one]) and (one == "boolean" or not isinstance(value, bool)) for one in types):
        return [f"{where} is {json.dumps(value)[:60]}, no {' or '.join(types)}"]
    found = [] if value in schema.get("enum", [value]) else [f"{where} is {value}, none of {schema['enum']}"]
    if isinstance(value, dict):
        found += [f"{where} lacks {key}" for key in schema.get("required", []) if key not in value]
        for key, of in schema.get("properties", {}).items():
            if key in value:
                found += problems(value[key], of, api, f"{where}.{key}")
    if isinstance(value, list) and "items" in schema:
        for at, one in enumerate(value):
            found += problems(one, schema["items"], api, f"{where}[{at}]")
    return found


def routes_in_the_source():
    """What the rooms of the workspace answer to programs."""
    return {found for path in (ROOT / "src/sanaq/workspace").glob("*.cpp") for found in re.findall(r'"(/[\w/{}.-]*\.json)"', path.read_text(encoding="utf-8"))}


class Served:
    """The program as a server of a counted investigation, and a session with it."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.environment = dict(os.environ, SANAQ_KEYS=str(self.folder / "keys"), XDG_RUNTIME_DIR=str(self.folder), XDG_STATE_HOME=str(self.folder / "state"),
                                XDG_CONFIG_HOME=str(self.folder / "config"), HOME=str(self.folder))
        self.town = self.folder / "town"
        shutil.copytree(ROOT / "examples/oil-town", self.town)
        for name in ("site", ".sanaq", "ledger", "publication"):
            shutil.rmtree(self.town / name, ignore_errors=True)
        subprocess.run([PROGRAM, "estimate", str(self.town)], check=True, capture_output=True, env=self.environment, stdin=subprocess.DEVNULL)
        self.out = open(self.folder / "out", "w+", encoding="utf-8")
        self.process = subprocess.Popen([PROGRAM, "serve", str(self.town), "--no-browser"], stdin=subprocess.PIPE, stdout=self.out, stderr=subprocess.STDOUT, env=self.environment)
        self.port, token = self.link()
        self.cookie = self.come_in(token)

    def link(self):
        for _ in range(400):
            found = re.search(r"http://127\.0\.0\.1:(\d+)/in#([\w-]+)", (self.folder / "out").read_text(encoding="utf-8"))
            if found:
                return int(found[1]), found[2]
            time.sleep(0.05)
        raise AssertionError("no link was printed: " + (self.folder / "out").read_text(encoding="utf-8")[-500:])

    def ask(self, method, path, body=None, headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request(method, path, body, headers or {})
        answer = connection.getresponse()
        text = answer.read()
        connection.close()
        return answer, text

    def come_in(self, token):
        answer, text = self.ask("POST", "/in", urllib.parse.urlencode({"link": token, "to": "/"}),
                                {"Content-Type": "application/x-www-form-urlencoded", "Origin": f"http://127.0.0.1:{self.port}", "Sec-Fetch-Site": "same-origin"})
        assert answer.status == 303, (answer.status, text[-300:])
        return answer.getheader("Set-Cookie").split(";")[0]

    def get(self, path):
        return self.ask("GET", path, headers={"Cookie": self.cookie})

    def end(self):
        self.process.terminate()
        self.process.wait(20)
        self.process.stdin.close()
        self.out.close()


class Described(unittest.TestCase):
    def test_each_route_for_programs_is_described_and_no_other(self):
        self.assertEqual(sorted(described()["paths"]), sorted(routes_in_the_source()))

    def test_a_null_may_stand_where_it_is_named(self):
        self.assertEqual(problems(None, {"type": ["object", "null"]}, {}), [])
        self.assertEqual(len(problems(None, {"type": "object"}, {})), 1)

    def test_the_check_of_answers_finds_what_is_wrong(self):
        schema = {"type": "object", "required": ["a"], "properties": {"a": {"type": "integer"}, "b": {"type": "array", "items": {"type": "string", "enum": ["x"]}}}}
        self.assertEqual(problems({"a": 1, "b": ["x"]}, schema, {}), [])
        self.assertEqual(len(problems({"a": True, "b": ["y", 1]}, schema, {})), 3)
        self.assertEqual(problems([], schema, {}), ["answer is [], no object"])
        self.assertEqual(Yaml("a:\n  - b: 1\n    c: [x, y]\n  - d\ne: >-\n  one\n  two\n").mapping(0), {"a": [{"b": 1, "c": ["x", "y"]}, "d"], "e": "one two"})


class Answers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.served = Served(cls.scratch.name)

    @classmethod
    def tearDownClass(cls):
        cls.served.end()
        cls.scratch.cleanup()

    def read_when_the_lists_are(self, path):
        """Right after the start the lists are still being read: 409."""
        for _ in range(200):
            answer, text = self.served.get(path)
            if answer.status != 409:
                break
            time.sleep(0.1)
        return answer, text

    @classmethod
    def somebody(cls):
        """The id of the first person, whose lists may still be being read."""
        for _ in range(200):
            answer, text = cls.served.get("/persons.json")
            if answer.status == 200:
                return json.loads(text)["persons"][0]["id"]
            time.sleep(0.1)
        raise AssertionError("nobody was counted")

    def asked(self, path, operation):
        values = {one["name"]: one["example"] for one in operation.get("parameters", [])}
        values = {name: self.somebody() if value == "{PERSON}" else value for name, value in values.items()}
        inside = {one["name"] for one in operation.get("parameters", []) if one["in"] == "path"}
        for name in inside:
            path = path.replace("{" + name + "}", urllib.parse.quote(str(values[name]), safe=""))
        query = urllib.parse.urlencode({name: value for name, value in values.items() if name not in inside})
        return path + ("?" + query if query else "")

    def test_each_route_answers_as_it_is_described(self):
        api = described()
        for path, item in api["paths"].items():
            with self.subTest(path):
                operation = item["get"]
                answer, text = self.read_when_the_lists_are(self.asked(path, operation))
                self.assertIn(str(answer.status), operation["responses"], text[-300:])
                content = operation["responses"][str(answer.status)].get("content")
                if content is None:
                    continue
                self.assertEqual(answer.getheader("Content-Type").split(";")[0], "application/json")
                self.assertEqual(problems(json.loads(text), content["application/json"]["schema"], api), [])

    def test_nobody_without_a_session_is_answered(self):
        for path, item in described()["paths"].items():
            for cookie in ("", "sanaq_1=00", f"sanaq_{self.served.port}=" + "0" * 64):
                answer, text = self.served.ask("GET", self.asked(path, item["get"]), headers={"Cookie": cookie})
                self.assertEqual(answer.status, 401, f"{path} with {cookie!r}")
                self.assertNotIn(b"probability", text)

    def test_the_counted_town_is_there(self):
        answer, text = self.read_when_the_lists_are("/persons.json")
        self.assertEqual(answer.status, 200)
        self.assertGreater(json.loads(text)["count"], 50)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--build")
    known, rest = parser.parse_known_args()
    PROGRAM = str(pathlib.Path(known.program).resolve())
    unittest.main(argv=[sys.argv[0], *rest])

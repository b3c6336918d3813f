"""tor itself before nginx and the public server, in a network of tor's own that is on this machine alone: a reader comments, a witness testifies and comes back."""
import argparse
import contextlib
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import proxy_test as proxy  # noqa: E402
import public_server_test as public  # noqa: E402

TOR = shutil.which("tor") or shutil.which("tor", path="/usr/sbin:/usr/local/sbin")
GENCERT = shutil.which("tor-gencert")
AUTHORITIES, RELAYS = 3, 4  # an onion service and its reader need six hops, of which no two are one in a circuit
BOOTSTRAP_SECONDS = 150     # it takes 25 to 40 where nothing else runs

# Ends with whoever began it, also when that is killed.
EVERY = """TestingTorNetwork 1
DataDirectory {folder}
Nickname {name}
Log notice file {folder}/log
__OwningControllerProcess {owner}
ShutdownWaitLength 0
AssumeReachable 1
PathsNeededToBuildCircuits 0.67
LearnCircuitBuildTimeout 0
CircuitBuildTimeout 60
TestingDirAuthVoteExit *
TestingDirAuthVoteHSDir *
TestingDirAuthVoteGuard *
TestingMinExitFlagThreshold 0
V3AuthNIntervalsValid 2
VanguardsLiteEnabled 0
"""
RELAY = """SocksPort 0
Address 127.0.0.1
ORPort 127.0.0.1:{relay_port}
ExitRelay 0
"""
# The shortest intervals: the first consensus comes after ten seconds instead of an hour.
AUTHORITY = """DirPort 127.0.0.1:{directory_port}
AuthoritativeDirectory 1
V3AuthoritativeDirectory 1
ContactInfo nobody@example.org
AuthDirMaxServersPerAddr 0
TestingV3AuthInitialVotingInterval 10
TestingV3AuthInitialVoteDelay 2
TestingV3AuthInitialDistDelay 2
V3AuthVotingInterval 20
V3AuthVoteDelay 4
V3AuthDistDelay 4
"""


def free_ports(count):
    with contextlib.ExitStack() as held:
        sockets = [held.enter_context(socket.socket()) for _ in range(count)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return iter([each.getsockname()[1] for each in sockets])


class Network:
    """Directory authorities, relays, an onion service by the torrc of the guide before `port`, and a reader's tor with a SOCKS port."""

    def __init__(self, folder, port):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir()
        self.processes, self.nodes = [], []
        ports = free_ports(2 * AUTHORITIES + RELAYS + 1)
        (self.folder / "nothing").write_text("")
        authorities = "".join(self.authority(number, next(ports), next(ports)) for number in range(AUTHORITIES))
        for number in range(RELAYS):
            self.node(f"relay{number}", RELAY.format(relay_port=next(ports)))
        self.socks = next(ports)
        self.node("reader", f"SocksPort 127.0.0.1:{self.socks}\n")
        service = self.node("service", "SocksPort 0\n" + (proxy.GUIDE / "torrc").read_text().replace("/var/lib/tor/sanaq", f"{self.folder}/service/onion").replace(
            "127.0.0.1:8081", f"127.0.0.1:{port}").replace("Log notice syslog\n", ""))
        for node in self.nodes:
            with (node / "torrc").open("a") as settings:
                settings.write(authorities)
            self.processes.append(subprocess.Popen([TOR, "--quiet", "-f", node / "torrc", "--defaults-torrc", self.folder / "nothing"], stdout=subprocess.DEVNULL))
        self.wait_for(lambda: all("Bootstrapped 100%" in self.log_of(node) for node in self.nodes))
        self.onion = (service / "onion/hostname").read_text().strip()
        # The service's descriptor reaches its directories a little later.
        self.wait_for(lambda: self.connected("first"), lambda connection: connection.close())

    def node(self, name, settings):
        folder = self.folder / name
        folder.mkdir(mode=0o700, exist_ok=True)
        (folder / "torrc").write_text(EVERY.format(folder=folder, name=name, owner=os.getpid()) + settings)
        self.nodes.append(folder)
        return folder

    def authority(self, number, relay_port, directory_port):
        """Makes its keys, and returns the line by which the others know it."""
        name = f"authority{number}"
        folder = self.node(name, RELAY.format(relay_port=relay_port) + AUTHORITY.format(directory_port=directory_port))
        keys = folder / "keys"
        keys.mkdir(mode=0o700)
        subprocess.run([GENCERT, "--create-identity-key", "--passphrase-fd", "0", "-i", keys / "authority_identity_key", "-s", keys / "authority_signing_key",
                        "-c", keys / "authority_certificate", "-m", "12", "-a", f"127.0.0.1:{directory_port}"], input=b"invented\n", check=True, capture_output=True)
        said = subprocess.run([TOR, "--quiet", "--list-fingerprint", "-f", self.folder / "nothing", "--defaults-torrc", self.folder / "nothing", "--orport", "1",
                               "--datadirectory", folder, "--nickname", name, "--dirserver", "x 127.0.0.1:1 " + "f" * 40], check=True, capture_output=True, text=True).stdout
        identity = re.search(r"^fingerprint (\w{40})$", (keys / "authority_certificate").read_text(), re.M)[1]
        fingerprint = "".join(said.split()[1:])
        return f"DirAuthority {name} orport={relay_port} no-v2 v3ident={identity} 127.0.0.1:{directory_port} {fingerprint}\n"

    def log_of(self, node):
        return (node / "log").read_text() if (node / "log").exists() else ""

    def wait_for(self, asked, then=lambda answer: None):
        until = time.monotonic() + BOOTSTRAP_SECONDS
        while time.monotonic() < until:
            if answer := asked():
                return then(answer)
            time.sleep(0.5)
        self.end()
        raise TimeoutError("".join(f"{node.name}: {self.log_of(node)[-600:]}\n" for node in self.nodes))

    def connected(self, circuit):
        """A connection to the onion through SOCKS, on the circuit of that name; None while there is no way."""
        connection = socket.create_connection(("127.0.0.1", self.socks))
        connection.settimeout(120)
        name, onion = circuit.encode(), self.onion.encode()
        for sent, wanted in ((b"\5\1\2", b"\5\2"), (b"\1" + bytes([len(name)]) + name + b"\1-", b"\1\0"),
                             (b"\5\1\0\3" + bytes([len(onion)]) + onion + b"\0\x50", b"\5\0\0\1\0\0\0\0\0\0")):
            connection.sendall(sent)
            if connection.recv(len(wanted), socket.MSG_WAITALL) != wanted:
                connection.close()
                return None
        return connection

    def raw(self, sent, circuit):
        """Everything that is answered. Only the way there is tried again: what was sent is sent once."""
        for _ in range(5):
            if connection := self.connected(circuit):
                with connection:
                    connection.sendall(sent)
                    return public.read_all(connection)
        raise TimeoutError("no way to the onion: " + self.log_of(self.folder / "reader")[-2000:])

    def ask(self, method, path, fields=None, circuit="first"):
        body = urllib.parse.urlencode(fields or {}).encode()
        head = f"{method} {path} HTTP/1.1\r\nHost: {self.onion}\r\nConnection: close\r\n"
        if method == "POST":
            head += f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n"
        return public.parts_of(self.raw(head.encode() + b"\r\n" + (body if method == "POST" else b""), circuit))

    def comment(self, text, language, circuit="first"):
        fields = {"page": "index.html", "lang": language, "name": "n", "text": text, "reply_to": ""}
        guard = self.ask("POST", "/comment", fields, circuit)[2]
        return self.ask("POST", "/comment/send", {**fields, "token": public.value(guard, "token"), "answer": public.solved(guard)}, circuit)

    def end(self):
        for process in self.processes:
            process.terminate()
        for process in self.processes:
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self.processes = []


def network_before(folder, port):
    """Once more where a machine was too busy for the first votes."""
    try:
        return Network(folder / "tor", port)
    except TimeoutError:
        return Network(folder / "tor-again", port)


@unittest.skipUnless(TOR and GENCERT and proxy.NGINX, "tor or nginx is not installed: tools/install-packages proxies")
class Onion(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        scratch = tempfile.TemporaryDirectory(prefix="sanaq-tor-", dir=public.roomy_folder())
        cls.addClassCleanup(scratch.cleanup)
        cls.folder = pathlib.Path(scratch.name)
        cls.proxied = proxy.Proxied(cls.folder, onion=True)
        cls.addClassCleanup(cls.proxied.__exit__)
        cls.network = network_before(cls.folder, cls.proxied.port)
        cls.addClassCleanup(cls.network.end)

    def tearDown(self):
        # Neither nginx nor tor nor the spool has a word of what went through.
        self.assertEqual(set(), proxy.canaries_on_disk(self.folder))

    def test_a_reader_reads_and_comments_in_three_languages(self):
        status, head, page = self.network.ask("GET", "/")
        self.assertEqual(200, status)
        self.assertIn("An invented page", page)
        self.assertNotRegex(head, r"(?im)^(Set-Cookie|X-Powered-By):")
        for language in ("en", "ru", "kk"):
            status, head, _ = self.network.comment("canary-of-a-comment", language)
            self.assertEqual(303, status)
            # Where it goes on is on the onion too, and never on the clear net.
            self.assertRegex(head, rf"Location: (http://{self.network.onion})?/comment/thanks\?lang={language}&page=index.html")
        self.assertEqual(200, self.network.ask("GET", "/comment/thanks?lang=kk&page=index.html")[0])
        self.assertEqual(404, self.network.ask("GET", "/server/intake-keys.txt")[0])

    def test_a_witness_testifies_and_comes_back_on_another_circuit(self):
        form = self.network.ask("GET", "/testify?lang=ru", circuit="witness")[2]
        words = public.value(form, "words")
        self.assertEqual(10, len(words.split()))
        before = len(self.proxied.server.envelopes())
        sent = {"lang": "ru", "words": words, "words_token": public.value(form, "words_token"), "text": "canary-of-a-witness-" * 4000, "publish": "nothing"}
        status, head, page = self.network.ask("POST", "/testify", sent, "witness")
        self.assertEqual(200, status)
        self.assertIn("no-store", head)
        self.assertTrue(public.shows(page, "text_arrived"), page[:2000])
        self.assertEqual(words, public.value(page, "words"), "the receipt")
        back = self.network.ask("POST", "/return", {"lang": "ru", "words": words}, "another day")[2]
        self.assertTrue(public.shows(back, "arrived_today"), back[:2000])
        unknown = public.value(self.network.ask("GET", "/testify?lang=ru", circuit="somebody")[2], "words")
        self.assertFalse(public.shows(self.network.ask("POST", "/return", {"lang": "ru", "words": unknown}, "somebody")[2], "arrived_today"))
        added = self.network.ask("POST", "/return", {"lang": "ru", "words": words, "text": "canary-of-an-addition"}, "another day")[2]
        self.assertTrue(public.shows(added, "text_arrived"), added[:2000])
        self.assertEqual(before + 2, len(self.proxied.server.envelopes()))

    def test_a_photograph_goes_through_and_stays_on_no_disk(self):
        if not public.has_room_for_files(self.folder):
            self.skipTest("a disk of which a third and 4 GiB are free is needed: files are refused otherwise")
        words = public.value(self.network.ask("GET", "/testify?lang=kk", circuit="photographer")[2], "words")
        body = public.multipart({"lang": "kk", "words": words}, "canary-name.jpg", b"canary-of-a-photograph" * 40000)
        head = f"POST /testify/files HTTP/1.1\r\nHost: {self.network.onion}\r\nConnection: close\r\nContent-Type: multipart/form-data; boundary=B\r\nContent-Length: {len(body)}\r\n\r\n"
        status, _, page = public.parts_of(self.network.raw(head.encode() + body, "photographer"))
        self.assertEqual(200, status)
        self.assertTrue(public.shows(page, "file_arrived"), page[:2000])
        self.assertIn(1 << 20, [len(each) for each in self.proxied.server.envelopes()])
        # Nor the words of the receipt.
        self.assertEqual(set(), proxy.canaries_on_disk(self.folder, words))

    def test_comments_are_counted_by_circuit_and_testimony_is_not(self):
        statuses = [self.network.comment("An invented comment", "en", "busy")[0] for _ in range(31)]
        self.assertEqual([303] * 30 + [429], statuses)
        status, _, page = self.network.comment("An invented comment", "en", "busy")
        self.assertEqual(429, status)
        self.assertTrue(public.shows(page, "limit"))
        self.assertIn("An invented comment", page, "the text stays on the page")
        self.assertEqual(303, self.network.comment("An invented comment", "en", "quiet")[0], "another circuit has its own hour")
        form = self.network.ask("GET", "/testify?lang=en", circuit="busy")[2]
        sent = {"lang": "en", "words": public.value(form, "words"), "words_token": public.value(form, "words_token"), "text": "An invented testimony"}
        self.assertTrue(public.shows(self.network.ask("POST", "/testify", sent, "busy")[2], "text_arrived"))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--build")
    parser.add_argument("--program", required=True)
    public.PROGRAM = str(pathlib.Path(parser.parse_known_args()[0].program).resolve())
    unittest.main(argv=[sys.argv[0]] + parser.parse_known_args()[1], verbosity=2)

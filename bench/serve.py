#!/usr/bin/env python3
"""serve.py SANAQ: how quickly the public server answers, beside nginx with the same file in the same minute.

    pages      GET of one page of 20 kB over loopback by wrk, from sanaq and from nginx in turn; wanted: a quarter of nginx, and 2,000 a second
    comments   POST /comment/send with sums solved beforehand, each answered with 303 only once it is on the disk; wanted: 200 a second
    slow       1,000 connections that send a head slowly and 1,000 that send a body slowly, through nginx by our configuration; wanted: of 1,000 requests
               beside them none fails
    memory     resident while twenty files of 63 MiB are sent; tests/public_server_test.py measures the same

Figures mean something only on a machine with nobody else; the ratio does otherwise too. The disk that is synced is that of $TMPDIR.
"""
import concurrent.futures
import pathlib
import re
import resource
import subprocess
import sys
import tempfile
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "tests"))
import proxy_test
import public_server_test as public

COMMENTS, SENDERS = 2000, 32


def wrk(port, path="/index.html"):
    out = subprocess.run(["wrk", "-t1", "-c32", "-d4s", f"http://127.0.0.1:{port}{path}"], capture_output=True, text=True, check=True).stdout
    failed = re.search(r"Non-2xx or 3xx responses: (\d+)", out)
    return float(re.search(r"Requests/sec:\s+([\d.]+)", out)[1]), int(failed[1]) if failed else 0


def pages(folder):
    with proxy_test.Proxied(folder, workers=2, http="sendfile on; tcp_nopush on;\n") as proxied:
        proxied.server.end()
        server = public.Served(folder, "--no-limits", site=proxied.server.site, address="127.0.0.1:0")
        port = int(re.search(r":(\d+);", server.first)[1])
        ours, theirs = [], []
        for _ in range(3):
            ours.append(wrk(port)[0])
            theirs.append(wrk(proxied.port)[0])
        server.end()
    return sorted(ours)[1], sorted(theirs)[1]


def comments(folder):
    with public.Served(folder, "--no-limits") as server:
        fields = {"page": "index.html", "lang": "en", "name": "n", "text": "An invented comment. " * 20, "reply_to": ""}

        def prepared(_):
            guard = server.ask("POST", "/comment", fields)[2]
            return {**fields, "token": public.value(guard, "token"), "answer": public.solved(guard)}

        with concurrent.futures.ThreadPoolExecutor(SENDERS) as senders:
            ready = list(senders.map(prepared, range(COMMENTS)))
            began = time.monotonic()
            statuses = list(senders.map(lambda sent: server.ask("POST", "/comment/send", sent)[0], ready))
            seconds = time.monotonic() - began
        assert statuses.count(303) == COMMENTS and len(server.envelopes()) == COMMENTS, set(statuses)
    return COMMENTS / seconds


def slow(folder):
    resource.setrlimit(resource.RLIMIT_NOFILE, (8192, max(8192, resource.getrlimit(resource.RLIMIT_NOFILE)[1])))
    with proxy_test.Proxied(folder) as proxied:
        held = [proxied.connect() for _ in range(2000)]
        stop = threading.Event()

        def trickle():
            for number, connection in enumerate(held):
                connection.sendall(b"GET / HT" if number % 2 else b"POST /comment HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\npage=")
            while not stop.wait(2):
                for number, connection in enumerate(held):
                    try:
                        connection.sendall(b"T" if number % 2 else b"a")
                    except OSError:
                        pass

        trickling = threading.Thread(target=trickle)
        trickling.start()
        failed = sum(proxied.ask("GET", "/testify?lang=en" if number % 2 else "/")[0] != 200 for number in range(1000))
        stop.set()
        trickling.join()
        for connection in held:
            connection.close()
    return failed


def main(program):
    public.PROGRAM = str(pathlib.Path(program).resolve())
    figures = []
    for work in (pages, comments, slow):
        with tempfile.TemporaryDirectory(prefix="sanaq-bench-serve-") as folder:
            figures.append(work(folder))
    (ours, theirs), durable, failed = figures
    print(f"pages a second: sanaq {ours:.0f}, nginx {theirs:.0f}, ratio {ours / theirs:.2f}")
    print(f"comments a second, on the disk: {durable:.0f}")
    print(f"failed among 1,000 beside 2,000 slow connections: {failed}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])

"""Makes signatures.json: Ed25519 signatures, good and bad, on which every reader of a ledger must agree.

    python3 tests/ledger/make_signatures.py > tests/ledger/signatures.json

The bad ones hold for some verifiers that are in use: S not reduced, R or the key of small order or not canonical,
equations that hold only after multiplying by the cofactor. RFC 8032, in plain integers; nothing here is secret.
"""
import base64
import hashlib
import json
import sys

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
IDENTITY = (0, 1)


def add(a, b):
    """The twisted Edwards addition, affine (RFC 8032, 5.1.4)."""
    (x1, y1), (x2, y2) = a, b
    t = D * x1 * x2 * y1 * y2 % P
    return ((x1 * y2 + x2 * y1) * pow(1 + t, P - 2, P) % P, (y1 * y2 + x1 * x2) * pow(1 - t, P - 2, P) % P)


def times(n, point):
    result = IDENTITY
    while n:
        if n & 1:
            result = add(result, point)
        point, n = add(point, point), n >> 1
    return result


def x_of(y, sign):
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - square) % P:
        return None
    return P - x if x % 2 != sign and x else x


def encode(point):
    return (point[1] | (point[0] & 1) << 255).to_bytes(32, "little")


BASE = (x_of(4 * pow(5, P - 2, P) % P, 0), 4 * pow(5, P - 2, P) % P)


def hash_number(*parts):
    return int.from_bytes(hashlib.sha512(b"".join(parts)).digest(), "little")


def scalar(name):
    digest = hashlib.sha512(name.encode()).digest()
    return int.from_bytes(digest[:32], "little") & ((1 << 254) - 8) | (1 << 254)


def torsion():
    """A point of order 8, made from the first y whose point, multiplied by L, has it."""
    y = 2
    while True:
        x = x_of(y, 0)
        if x is not None:
            point = times(L, (x, y))
            if times(4, point) != IDENTITY:
                return point
        y += 1


def signed(secret, key_bytes, text, r=12345, r_bytes=None):
    """R and S of a signature by `secret` under whatever bytes are said to be its key and its R."""
    r_bytes = r_bytes or encode(times(r, BASE))
    h = hash_number(r_bytes, key_bytes, text) % L
    return r_bytes, (r + h * secret) % L


def joined(r_bytes, s):
    return r_bytes + s.to_bytes(32, "little")


def text_with(condition):
    """The first of a row of texts for which it is so."""
    for number in range(10000):
        text = f"sanaq entry 2\n{number}\n"
        if condition(text.encode()):
            return text
    sys.exit("no text found")


def main():
    vectors = []

    def vector(name, holds, text, key_bytes, signature):
        encoded = signature if isinstance(signature, str) else base64.b64encode(signature).decode()
        vectors.append({"holds": holds, "name": name, "public": key_bytes.hex(), "signature": encoded, "text": text})

    a, other = scalar("a key that nobody uses"), scalar("another")
    A = times(a, BASE)
    key = encode(A)
    text = f"sanaq entry 2\n{'1' * 64} {key.hex()} 7 {'2' * 64}\n"
    r_bytes, s = signed(a, key, text.encode())
    good = joined(r_bytes, s)
    vector("a signature", True, text, key, good)
    empty_r, empty_s = signed(a, key, b"", r=777)
    vector("of an empty text", True, "", key, joined(empty_r, empty_s))
    # RFC 8032, 7.1, test 2.
    vector("RFC 8032, test 2", True, "r", bytes.fromhex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"),
           bytes.fromhex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                         "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"))

    vector("of another text", False, text + "x", key, good)
    vector("by another key", False, text, encode(times(other, BASE)), good)
    vector("a bit of R flipped", False, text, key, bytes([good[0] ^ 1]) + good[1:])
    vector("a bit of S flipped", False, text, key, good[:40] + bytes([good[40] ^ 1]) + good[41:])
    vector("S and the order of the group", False, text, key, joined(r_bytes, s + L))
    high = text_with(lambda t: signed(a, key, t)[1] + 8 * L < 2**256)
    vector("S and eight times the order", False, high, key, joined(r_bytes, signed(a, key, high.encode())[1] + 8 * L))

    # R the identity: S B = h A holds.
    for name, r in [("R is the identity", encode(IDENTITY)), ("R is the identity, y + p", (P + 1).to_bytes(32, "little")),
                    ("R is the identity with the sign of x set", (1 | 1 << 255).to_bytes(32, "little"))]:
        vector(name, False, text, key, joined(*signed(a, key, text.encode(), r=0, r_bytes=r)))
    eighth = torsion()
    for order, small in [(2, times(4, eighth)), (4, times(2, eighth)), (8, eighth)]:
        vector(f"R of order {order}: holds by the cofactor alone", False, text, key,
               joined(*signed(a, key, text.encode(), r=0, r_bytes=encode(small))))
        vector(f"R and a point of order {order}: holds by the cofactor alone", False, text, key,
               joined(*signed(a, key, text.encode(), r_bytes=encode(add(times(12345, BASE), small)))))

    # The key the identity, or of small order: S B = R holds for texts whose h it swallows.
    small_keys = [("the key is the identity", encode(IDENTITY), 1), ("the key is the identity, y + p", (P + 1).to_bytes(32, "little"), 1),
                  ("the key is the identity with the sign of x set", (1 | 1 << 255).to_bytes(32, "little"), 1),
                  ("the key has order 2", encode(times(4, eighth)), 2), ("the key has order 4", encode(times(2, eighth)), 4),
                  ("the key has order 4, y + p", P.to_bytes(32, "little"), 4), ("the key has order 8", encode(eighth), 8)]
    for name, bad_key, order in small_keys:
        fitting = text_with(lambda t: hash_number(r_bytes, bad_key, t) % L % order == 0)
        vector(name, False, fitting, bad_key, joined(r_bytes, 12345))

    # A key with a part of small order is neither: it holds exactly where the plain equation does.
    mixed = encode(add(A, eighth))
    plain = text_with(lambda t: hash_number(r_bytes, mixed, t) % L % 8 == 0)
    vector("a key with a part of order 8 that the equation swallows", True, plain, mixed, joined(*signed(a, mixed, plain.encode())))
    cofactor = text_with(lambda t: hash_number(r_bytes, mixed, t) % L % 8 != 0)
    vector("a key with a part of order 8: holds by the cofactor alone", False, cofactor, mixed, joined(*signed(a, mixed, cofactor.encode())))
    off = next(y for y in range(2, 100) if x_of(y, 0) is None)
    vector("the key is no point", False, text, off.to_bytes(32, "little"), good)

    encoded = base64.b64encode(good).decode()
    assert "+" in encoded or "/" in encoded
    digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    spare = encoded[:85] + digits[digits.index(encoded[85]) | 1] + "=="
    for name, text_form in [("without padding", encoded[:-2]), ("with bits to spare", spare), ("a line end inside", encoded[:40] + "\n" + encoded[40:]),
                            ("the alphabet of addresses", encoded.replace("+", "-").replace("/", "_")), ("63 bytes", base64.b64encode(good[:-1]).decode()),
                            ("65 bytes", base64.b64encode(good + b"\0").decode()), ("nothing", "")]:
        vector(f"written otherwise: {name}", False, text, key, text_form)
    json.dump(vectors, sys.stdout, indent=1, sort_keys=True)
    print()


main()

"""A printer made of a socket, and what a receipt says when its commands are read back."""

import re
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Behaviour = Callable[[socket.socket], bytes]

_COMMANDS = re.compile(
    rb"\x1b@|\x1bR.|\x1b[Ea].|\x1cC.|\x1c&|\x1d!.|\x1dVB.|\x1d\(k(?P<size>..)", re.DOTALL
)  # each with its bytes of parameters; GS ( k says itself how many follow


@contextmanager
def printer(behave: Behaviour) -> Iterator[tuple[str, list[bytes]]]:
    """Lends (address, what each receipt brought) of a printer on this machine that does with a line as told."""
    taken: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as door:
        thread = threading.Thread(target=_serve, args=(door, behave, taken), daemon=True)
        thread.start()
        yield f"127.0.0.1:{door.getsockname()[1]}", taken
        with socket.socket() as last:  # a visitor without a word ends it
            last.connect(door.getsockname())
        thread.join(60)
        assert not thread.is_alive()


def _serve(door: socket.socket, behave: Behaviour, taken: list[bytes]) -> None:
    while True:
        line, _ = door.accept()
        with line:
            if not (asked := line.recv(3)):
                return
            assert asked == b"\x10\x04\x04", asked
            taken.append(behave(line))


def takes(line: socket.socket) -> bytes:
    """Knows no questions, takes everything."""
    return b"".join(iter(lambda: line.recv(4096), b""))


def says_all_is_well(line: socket.socket) -> bytes:
    """Answers that there is paper, takes everything."""
    line.sendall(b"\x12")
    return takes(line)


@contextmanager
def switched_off() -> Iterator[str]:
    """Lends the address of a printer that is off; its port is held, so that nobody else answers there."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        yield f"127.0.0.1:{held.getsockname()[1]}"


def says_no_paper(line: socket.socket) -> bytes:
    """Answers that its paper has ended."""
    line.sendall(b"\x72")
    return takes(line)


def resets(line: socket.socket) -> bytes:
    """Answers that there is paper, takes a little and cuts the line."""
    line.sendall(b"\x12")
    taken = line.recv(64)
    line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    return taken


def stalls(gone: threading.Event) -> Behaviour:
    """Takes a little, nothing more until `gone` is set, then the rest."""

    def behave(line: socket.socket) -> bytes:
        taken = line.recv(64)
        gone.wait(60)
        return taken + takes(line)

    return behave


def read(data: bytes) -> list[str]:
    """The rows of text on the paper; ¥ as a Japanese printer shows it, a QR code as its data."""
    text, at = b"", 0
    while at < len(data):
        if not (found := _COMMANDS.match(data, at)):
            text, at = text + data[at : at + 1], at + 1
            continue
        at = found.end()
        if found["size"]:
            body, at = (
                data[at : at + int.from_bytes(found["size"], "little")],
                at + int.from_bytes(found["size"], "little"),
            )
            text += b"QR " + body[3:] if body.startswith(b"1P0") else b""
    return _decoded(text).rstrip("\n").split("\n")


def _decoded(text: bytes) -> str:
    """0x5C alone is ¥; as the second half of a kanji (表, 能) it is none."""
    return re.sub(rb"[\x81-\x9f\xe0-\xfc].|.|\n", _shown, text, flags=re.DOTALL).decode()


def _shown(found: re.Match[bytes]) -> bytes:
    return "¥".encode() if found[0] == b"\\" else found[0].decode("cp932").encode()

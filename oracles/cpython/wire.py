"""Requests and answers: JSON Lines, with words as JSON, as base64 or as bytes after the line.

Answers are written straight to a descriptor, words from where they are: no copy, no buffer.
"""

import binascii
import json
import os
import signal
import sys
from array import array

import operations_gen

ENCODINGS = ("json", "base64", "binary")
SWAPPED = sys.byteorder == "big"  # words travel little-endian
WORD_BYTES = 4
MEMBERS = (b"observations", b"extra", b"events", b"detail")
PIECES_AT_ONCE = 64
MOST_SEQ = 2**53


class BadRequest(Exception):
    """Why a request cannot be answered, as a sentence for its sender."""


def requests(stream, descriptor):
    """Yields the requests that come in, until there are no more. Lines that are none are answered
    here. Ends where it cannot be known where the next line begins."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    decode = json.JSONDecoder().decode
    while True:
        line = stream.readline()
        if not line:
            return
        try:
            message = decode(line.decode())
            if not isinstance(message, dict):
                raise ValueError("it is not an object")
        except (ValueError, RecursionError) as fault:
            Request({}, descriptor).refuse("failed", "a line is no request: %s" % fault)
            continue
        request = Request(message, descriptor)
        if request.is_framed() and not request.read_frame(stream):
            return
        yield request


class Request:
    """One request, and the way to answer it."""

    __slots__ = ("message", "type", "encoding", "_seq", "_descriptor", "_frame")

    def __init__(self, message, descriptor):
        self.message = message
        self.type = message.get("type")
        self.encoding = message.get("encoding")
        seq = message.get("seq")
        self._seq = seq if type(seq) is int and 0 <= seq <= MOST_SEQ else 0
        self._descriptor = descriptor
        self._frame = None

    def is_framed(self):
        """Whether words follow the line."""
        return self.type == "run" and self.encoding == "binary"

    def read_frame(self, stream):
        """Reads the words that follow the line, whatever else may be wrong with the request. False
        where it is not known how many they are, or where they do not come."""
        try:
            sizes = self.message["program"]["blocks"]
            if not all(type(size) is int and size >= 0 for size in sizes):
                raise TypeError
        except (KeyError, TypeError):
            self.refuse("failed", "the blocks of a binary program are numbers of bytes")
            return False
        self._frame = [stream.read(size) for size in sizes]
        return all(len(block) == size for block, size in zip(self._frame, sizes))

    def program(self):
        """The blocks of the program, bytes of native words. Raises BadRequest."""
        if self.encoding not in ENCODINGS:
            raise BadRequest("the encoding is not one of %s" % ", ".join(ENCODINGS))
        try:
            blocks = self._frame or self.message["program"]["blocks"]
            if not isinstance(blocks, list) or not blocks:
                raise BadRequest("a program has a list of blocks, and at least one")
            return [self._records(block) for block in blocks]
        except (KeyError, TypeError, ValueError, OverflowError) as fault:
            raise BadRequest("the program cannot be read: %r" % fault)

    def _records(self, block):
        domain = operations_gen.DOMAINS[self.message["domain"]]
        if self.encoding == "json":
            records = array("i", block).tobytes()
        else:
            records = block if self._frame else binascii.a2b_base64(block)
            if SWAPPED:
                records = swapped(records)
        if len(records) % (WORD_BYTES * domain["record_words"]):
            raise BadRequest("a block is not a whole number of records")
        return records

    def detail(self):
        """The number of the operation to give details of, or None."""
        return self._integer("detail", 0)

    def time_limit(self):
        """A context in which this process is ended when the request's time is up."""
        return TimeLimit(self._integer("timeLimitMs", 1))

    def _integer(self, name, least):
        value = self.message.get(name)
        if value is not None and (type(value) is not int or not least <= value < 2**31):
            raise BadRequest("%s is a whole number, and at least %d" % (name, least))
        return value

    def answer(self, type_, members=None):
        """Answers with a message of that type."""
        message = {"type": type_, "seq": self._seq}
        message.update(members or {})
        self._write([json.dumps(message).encode() + b"\n"])

    def refuse(self, kind, message):
        """Answers with an error: `unsupported` or `failed`, and a sentence."""
        self.answer("error", {"kind": kind, "message": message})

    def answer_trace(self, words):
        """Answers with a trace: views of native words, in the order of MEMBERS."""
        if SWAPPED and self.encoding != "json":
            words = [swapped(part) for part in words]
        if self.encoding == "binary":
            self._write([self._trace_line([b"%d" % len(part) for part in words])] + words)
        elif self.encoding == "base64":
            texts = [b'"%s"' % binascii.b2a_base64(part, newline=False) for part in words]
            self._write([self._trace_line(texts)])
        else:
            texts = [json.dumps(memoryview(part).cast("i").tolist()).encode() for part in words]
            self._write([self._trace_line(texts)])

    def _trace_line(self, texts):
        members = b",".join([b'"%s":%s' % member for member in zip(MEMBERS, texts)])
        return b'{"type":"trace","seq":%d,"trace":{%s}}\n' % (self._seq, members)

    def _write(self, pieces):
        pieces = [piece for piece in pieces if len(piece)]
        while pieces:
            written = os.writev(self._descriptor, pieces[:PIECES_AT_ONCE])
            while pieces and written >= len(pieces[0]):
                written -= len(pieces.pop(0))
            if written:
                pieces[0] = memoryview(pieces[0])[written:]


class TimeLimit:
    """A timer whose signal ends the process, even inside C code, even when nobody watches."""

    __slots__ = ("_milliseconds",)

    def __init__(self, milliseconds):
        self._milliseconds = milliseconds

    def __enter__(self):
        if self._milliseconds is not None:
            signal.setitimer(signal.ITIMER_REAL, self._milliseconds / 1000)

    def __exit__(self, *_):
        if self._milliseconds is not None:
            signal.setitimer(signal.ITIMER_REAL, 0)


def swapped(words):
    """The same words in the other byte order."""
    turned = array("i", bytes(words))
    turned.byteswap()
    return turned.tobytes()

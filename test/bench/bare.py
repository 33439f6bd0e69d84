"""The bare shim: runs the programs of a file again and again, without wire, model or checks of ours.

usage: bare.py ADAPTER SHIM FILE     FILE: for each program its bytes as a 32-bit length, and they
Prints operations per CPU second.
"""

import struct
import sys
import time

adapter, shim, path = sys.argv[1:4]
sys.path.insert(0, adapter)
import pymalloc  # noqa: E402

RECORD_BYTES = 24


def main():
    domain = pymalloc.open_domain(shim, None)
    if domain.status["status"] != "ready":
        sys.exit(domain.status["reason"])
    programs = []
    with open(path, "rb") as file:
        data = file.read()
    at = 0
    while at < len(data):
        (size,) = struct.unpack_from("<i", data, at)
        programs.append([data[at + 4 : at + 4 + size]])
        at += 4 + size
    operations = sum(len(program[0]) for program in programs) // RECORD_BYTES
    for program in programs:
        domain.run(program, None)
    start = time.process_time()
    rounds = 0
    while time.process_time() - start < 1.0:
        for program in programs:
            domain.run(program, None)
        rounds += 1
    print(operations * rounds / (time.process_time() - start))


main()

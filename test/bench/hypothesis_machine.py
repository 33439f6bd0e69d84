"""The same job as a Hypothesis state machine: requests through ctypes, each checked at once.

It checks less than pymemspec: alignment, that no two live blocks overlap, and their contents.
Prints checked operations per CPU second.
"""

import ctypes
import time

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, rule, run_state_machine_as_test

API = ctypes.pythonapi
for name, result, arguments in (
    ("PyObject_Malloc", ctypes.c_void_p, [ctypes.c_size_t]),
    ("PyObject_Realloc", ctypes.c_void_p, [ctypes.c_void_p, ctypes.c_size_t]),
    ("PyObject_Free", None, [ctypes.c_void_p]),
):
    function = getattr(API, name)
    function.restype, function.argtypes = result, arguments

SIZES = st.integers(0, 600)
operations = 0


class Requests(RuleBasedStateMachine):
    blocks = Bundle("blocks")

    def __init__(self):
        super().__init__()
        self.live = {}
        self.serial = 0

    def check(self, address, size):
        global operations
        operations += 1
        assert address and address % 8 == 0
        for other, (length, _) in self.live.items():
            assert address + size <= other or other + length <= address

    def fill(self, address, size):
        self.serial += 1
        ctypes.memset(address, self.serial & 255, size)
        self.live[address] = (size, self.serial & 255)

    def kept(self, address, size, byte):
        assert ctypes.string_at(address, size) == bytes([byte]) * size

    @rule(target=blocks, size=SIZES)
    def malloc(self, size):
        address = API.PyObject_Malloc(size)
        self.check(address, size)
        self.fill(address, size)
        return address

    @rule(target=blocks, address=consumes(blocks), size=SIZES)
    def realloc(self, address, size):
        length, byte = self.live.pop(address)
        self.kept(address, length, byte)
        moved = API.PyObject_Realloc(address, size)
        self.check(moved, size)
        self.kept(moved, min(length, size), byte)
        self.fill(moved, size)
        return moved

    @rule(address=consumes(blocks))
    def free(self, address):
        global operations
        operations += 1
        length, byte = self.live.pop(address)
        self.kept(address, length, byte)
        API.PyObject_Free(address)

    def teardown(self):
        for address in self.live:
            API.PyObject_Free(address)


start = time.process_time()
run_state_machine_as_test(
    Requests,
    settings=settings(
        max_examples=60,
        stateful_step_count=100,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    ),
)
print(operations / (time.process_time() - start))

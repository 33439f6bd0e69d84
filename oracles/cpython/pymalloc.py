"""Domain pymalloc: programs run inside the shim, a C library, in one call (shim/pymalloc.c)."""

import os
import sys

import facts
import wire

# The members of python_functions in shim/python.h, in their order.
FAMILIES = ("PyMem_Raw", "PyMem_", "PyObject_")
FUNCTIONS = tuple(
    family + name for family in FAMILIES for name in ("Malloc", "Calloc", "Realloc", "Free")
) + (
    "PyMem_GetAllocator",
    "PyMem_SetAllocator",
    "PyObject_GetArenaAllocator",
    "PyObject_SetArenaAllocator",
    "_PyObject_DebugMallocStats",
    "PyObject_CallObject",
    "PyLong_AsSsize_t",
    "Py_DecRef",
)
SERVED = ("pymalloc", "pymalloc_debug")
REPORT_WORDS = 16
LISTS = 4  # observations, extra, events, detail: an address and a number of bytes each


def open_domain(shim, why_no_shim):
    """The domain, ready to run programs or else with a status that says why not."""
    status = unsupported(shim, why_no_shim)
    return Unready(status) if status else load(shim)


def unsupported(shim, why_no_shim):
    """Why this interpreter cannot run the domain; None where it can."""
    if not facts.IS_CPYTHON:
        reason = "pymalloc is a part of CPython, and this is %s." % sys.implementation.name
        return status_of(reason, "Choose a CPython.")
    if facts.is_free_threaded():
        return status_of("A free-threaded build uses mimalloc.", "Choose a build with the GIL.")
    name = facts.allocator()
    if name is None:
        reason = "The allocator in force has no name: something observes it, as tracemalloc does."
        return status_of(reason, "Start the interpreter without PYTHONTRACEMALLOC.")
    if name not in SERVED:
        reason = "The allocator in force is %s." % name
        if facts.has_pymalloc():
            return status_of(reason, "Start the interpreter with PYTHONMALLOC=pymalloc.")
        return status_of(reason, "Choose a build that has pymalloc.")
    if facts.uses_huge_pages():
        reason = "pymalloc is built for huge pages, and its rules there are not in the model."
        return status_of(reason, "Choose a build without --with-pymalloc-hugepages.")
    if shim is None:
        reason = why_no_shim or "The C library that runs programs was not given (--shim)."
        return status_of(reason, "Install a C compiler (cc), so that the library can be built.")
    return None


def status_of(reason, mend):
    """The status of a domain that cannot be run."""
    return {"status": "unsupported", "reason": reason, "mend": mend}


class Unready:
    """A domain that cannot be run here."""

    def __init__(self, status):
        self.status = status


def load(path):
    """Loads the shim and opens the domain on it."""
    import ctypes

    try:
        shim = ctypes.PyDLL(os.path.abspath(path))  # unlike CDLL, it keeps the GIL
    except OSError as fault:
        reason = "The C library that runs programs could not be loaded: %s." % fault
        return Unready(status_of(reason, "Build it anew, for this interpreter's word size."))
    missing = [name for name in FUNCTIONS if not hasattr(ctypes.pythonapi, name)]
    if missing:
        reason = "This interpreter does not export %s." % ", ".join(missing)
        return Unready(status_of(reason, "Choose a build that exports the C API."))
    addresses = [address_of(ctypes, getattr(ctypes.pythonapi, name)) for name in FUNCTIONS]
    functions = (ctypes.c_void_p * (len(FUNCTIONS) + 1))(*addresses, id(sys.getallocatedblocks))
    shim.pymemspec_open.restype = ctypes.c_uint64
    hooks = facts.allocator() == "pymalloc_debug"
    origin = shim.pymemspec_open(functions, ctypes.c_int(hooks))
    if origin == 0:
        reason = "There is no room for 516 MiB of address space."
        return Unready(status_of(reason, "Raise the limit of address space (ulimit -v)."))
    return Domain(ctypes, shim, origin)


def address_of(ctypes, function):
    """The address of a C function."""
    return ctypes.cast(function, ctypes.c_void_p).value


class Domain:
    """The domain, ready. All that a run needs is made here once: a run allocates little."""

    def __init__(self, ctypes, shim, origin):
        self.status = {"status": "ready", "origin": hex(origin)}
        self._ctypes = ctypes
        self._getallocatedblocks = sys.getallocatedblocks  # the shim calls it by its address
        self._report = (ctypes.c_int64 * REPORT_WORDS)()
        self._report_address = ctypes.addressof(self._report)
        self._words = memoryview(self._report).cast("B").cast("q")
        self._run = shim.pymemspec_run
        self._run.argtypes = (
            ctypes.c_char_p,
            ctypes.c_int64,
            ctypes.c_int64,
            ctypes.c_void_p,
        )
        self._run.restype = ctypes.c_char_p
        self._views = [(0, 0, b"")] * LISTS

    def run(self, program, detail):
        """Runs block 0, bytes of native words. Gives the trace: views of native words, in the
        order of the protocol, that hold until the next run. Raises BadRequest where it failed."""
        records = program[0]
        message = self._run(
            records, len(records) // 4, -1 if detail is None else detail, self._report_address
        )
        if message is not None:
            raise wire.BadRequest(message.decode("ascii"))
        lists = LISTS if detail is not None else LISTS - 1
        return [self._view(number) for number in range(lists)]

    def filled(self):
        """How many blocks it took to fill the interpreter's arenas for the last run."""
        return self._words[2 * LISTS]

    def _view(self, number):
        address = self._words[2 * number]
        size = self._words[2 * number + 1]
        if size == 0:
            return b""
        seen_address, room, view = self._views[number]
        if seen_address != address or room < size:
            view = memoryview((self._ctypes.c_char * size).from_address(address)).cast("B")
            self._views[number] = (address, size, view)
        return view[:size]

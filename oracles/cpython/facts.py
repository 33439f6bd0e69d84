"""What the interpreter is and how it was built: the facts of hello. Works on any Python."""

import os
import sys

IS_CPYTHON = sys.implementation.name == "cpython"


def implementation():
    """Name, version of the language as the interpreter writes it, own release, and executable."""
    return {
        "name": sys.implementation.name,
        "version": sys.version.split()[0],
        "release": ".".join(str(part) for part in sys.implementation.version[:3]),
        "executable": os.path.basename(sys.executable or ""),
    }


def build():
    """The facts of the build."""
    return {
        "pointerBits": 64 if sys.maxsize > 2**32 else 32,
        "byteOrder": sys.byteorder,
        "debug": hasattr(sys, "gettotalrefcount"),
        "freeThreaded": is_free_threaded(),
        "pymalloc": has_pymalloc(),
        "platform": sys.platform,
        "machine": machine(),
        "compiler": compiler(),
    }


def environment():
    """The settings in force that programs depend on."""
    return {"allocator": allocator(), "hashSeed": os.environ.get("PYTHONHASHSEED")}


def is_free_threaded():
    """Whether the build has no GIL, even where it was switched on again."""
    return "t" in getattr(sys, "abiflags", "") or "free-threading" in sys.version


def allocator():
    """The name of the allocator in force; None where it has no name, or nothing can be asked."""
    if not IS_CPYTHON:
        return None
    import ctypes

    function = getattr(ctypes.pythonapi, "_PyMem_GetCurrentAllocatorName", None)
    if function is None:
        return None
    function.restype = ctypes.c_char_p
    name = function()
    return None if name is None else name.decode("ascii", "replace")


def has_pymalloc():
    """Whether pymalloc is built in, in force or not."""
    if not IS_CPYTHON or is_free_threaded():
        return False
    if (allocator() or "").startswith("pymalloc"):
        return True
    import sysconfig  # slow: only asked where nothing else tells

    return bool(sysconfig.get_config_var("WITH_PYMALLOC"))


def uses_huge_pages():
    """Whether pymalloc's arenas are made for huge pages, which 3.15 and newer can be built for."""
    if sys.version_info < (3, 15):
        return False
    import sysconfig

    return bool(sysconfig.get_config_var("PYMALLOC_USE_HUGEPAGES"))


def machine():
    """The architecture that the interpreter was built for, which need not be the kernel's."""
    multiarch = getattr(sys.implementation, "_multiarch", "")
    return multiarch.split("-")[0] or os.uname().machine


def compiler():
    """What sys.version has in brackets at its end: the compiler's name and version."""
    return sys.version.rpartition("[")[2].rpartition("]")[0]

"""A fake oracle on a real interpreter: tells how it was started, and misuses memory in a run."""
import ctypes
import json
import os
import sys

shim = None
if sys.argv[1] == "--shim":
    shim = ctypes.CDLL(sys.argv[2]).pymemspec_fake_answer()

api = ctypes.pythonapi
api.PyObject_Malloc.restype = ctypes.c_void_p
api.PyObject_Malloc.argtypes = [ctypes.c_size_t]
api.PyObject_Free.argtypes = [ctypes.c_void_p]
block = api.PyObject_Malloc(20)


def say(message):
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


for line in iter(sys.stdin.readline, ""):
    request = json.loads(line)
    if request["type"] == "hello":
        say({
            "type": "hello", "seq": 0, "protocol": 1,
            "adapter": {"name": "fake", "version": "1"},
            "implementation": {"name": "cpython", "version": "%d.%d.%d" % sys.version_info[:3]},
            "build": {
                "pointerBits": 64, "byteOrder": sys.byteorder, "debug": False,
                "freeThreaded": False, "pymalloc": True, "platform": sys.platform,
                "machine": "any", "compiler": "any",
            },
            "environment": {"allocator": None, "hashSeed": os.environ.get("PYTHONHASHSEED")},
            "encodings": ["json"], "capabilities": [],
            "domains": {"pymalloc": {"status": "ready", "origin": hex(block - 256)}},
            "facts": {
                "env": dict(os.environ), "argv": sys.argv[1:], "shim": shim,
                "executable": sys.executable, "dev": sys.flags.dev_mode,
                "site": "site" in sys.modules, "ignoring": sys.flags.ignore_environment,
            },
        })
    elif request["type"] == "run":
        sys.stderr.write("pymemspec: operation 0\n")
        sys.stderr.flush()
        ctypes.memset(block + 20, 0, 1)
        api.PyObject_Free(block)
    elif request["type"] == "stop":
        say({"type": "stopped", "seq": request["seq"]})
        break

"""The oracle for CPython: runs programs and reports what happened (spec/protocol.md).

Started as `python -s -S main.py [--shim LIBRARY | --no-shim REASON]`. Reads requests from stdin and
answers on stdout until stdin ends or it is told to stop. It judges nothing.
"""

import os
import sys

sys.dont_write_bytecode = True  # this folder may be read-only, and belongs to someone else
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import facts  # noqa: E402
import pymalloc  # noqa: E402
import wire  # noqa: E402

PROTOCOL = 1


def main(arguments):
    """Answers requests until there are no more."""
    # Whatever the interpreter or a library prints must not get between the answers.
    answers = os.dup(1)
    os.dup2(2, 1)
    domains = {"pymalloc": pymalloc.open_domain(*shim_of(arguments))}
    for request in wire.requests(sys.stdin.buffer, answers):
        if not answer(request, domains):
            return


def shim_of(arguments):
    """The shim's path, or else why there is none, from the command line."""
    options = {"--shim": None, "--no-shim": None}
    for name, value in zip(arguments[::2], arguments[1::2]):
        if name in options:
            options[name] = value
    if len(arguments) % 2 or not options.keys() >= set(arguments[::2]):
        sys.exit("usage: main.py [--shim LIBRARY | --no-shim REASON]")
    return options["--shim"], options["--no-shim"]


def answer(request, domains):
    """Answers one request; false when it was the last."""
    kind = request.type
    if kind == "run":
        run(request, domains)
    elif kind == "hello":
        if request.message.get("protocol") == PROTOCOL:
            request.answer("hello", hello(domains))
        else:
            request.refuse("unsupported", "this oracle speaks protocol %d" % PROTOCOL)
    elif kind == "settle":
        settle()
        request.answer("settled")
    elif kind == "stop":
        request.answer("stopped")
        return False
    else:
        request.refuse("unsupported", "there is no request of that type")
    return True


def hello(domains):
    """The members of the answer to hello."""
    ready = [name for name in domains if domains[name].status["status"] == "ready"]
    return {
        "protocol": PROTOCOL,
        "adapter": {"name": "pymemspec-cpython", "version": "1"},
        "implementation": facts.implementation(),
        "build": facts.build(),
        "environment": facts.environment(),
        "encodings": list(wire.ENCODINGS),
        "capabilities": ["alloc.introspect"] if "pymalloc" in ready else [],
        "domains": {name: domains[name].status for name in domains},
    }


def run(request, domains):
    """Runs a program of one of the domains."""
    name = request.message.get("domain")
    domain = domains.get(name) if isinstance(name, str) else None
    if domain is None:
        request.refuse("unsupported", "this oracle does not know that domain")
    elif domain.status["status"] != "ready":
        status = domain.status
        request.refuse("unsupported", "%s %s" % (status["reason"], status["mend"]))
    else:
        try:
            program = request.program()
            with request.time_limit():
                trace = domain.run(program, request.detail())
        except wire.BadRequest as fault:
            request.refuse("failed", str(fault))
        else:
            request.answer_trace(trace)


def settle():
    """Comes to rest: what a collection sets free may need another one."""
    import gc

    for _ in range(3):
        gc.collect()


if __name__ == "__main__":
    main(sys.argv[1:])

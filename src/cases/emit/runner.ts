/**
 * The part of a script that is the same for all cases, in Python: it asks the interpreter through
 * the adapter, and compares. Whatever it did not expect is 125, because git bisect takes 1 for bad.
 */
export const RUNNER = String.raw`
CONFORMS, DEVIATES, CANNOT_TELL = 0, 1, 125
TIME_LIMIT = 120  # seconds, for the compiler and for each process of the interpreter
PASSED_ON = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "TMPDIR")
HELLO = {"type": "hello", "protocol": 1}
ENDED_ITSELF = ("SIGABRT", "SIGSEGV", "SIGBUS", "SIGILL", "SIGFPE", "SIGTRAP")


class CannotTell(Exception):
    """Why nothing can be said of this interpreter."""


def main(arguments):
    """Judges the interpreter under each allocator; gives the exit code."""
    python, strict = options(arguments)
    print(SHOWS)
    if os.name != "posix":
        raise CannotTell("this needs Linux or macOS")
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    with tempfile.TemporaryDirectory(prefix="pymemspec-") as folder:
        write_files(folder)
        results = [judge(python, folder, allocator, strict) for allocator in ALLOCATORS]
    for result in (DEVIATES, CANNOT_TELL, CONFORMS):
        if result in results:
            print({0: "It conforms.", 1: "It does not conform.", 125: "It cannot be told."}[result])
            return result


def options(arguments):
    """The interpreter to judge, and whether details of versions to come count."""
    python, strict = sys.executable, False
    arguments = list(arguments)
    while arguments:
        option = arguments.pop(0)
        if option == "--strict":
            strict = True
        elif option == "--python" and arguments:
            python = arguments.pop(0)
        else:
            raise CannotTell("usage: [--python PATH] [--strict]")
    return python, strict


def write_files(folder):
    """Writes the adapter, which is below."""
    os.mkdir(os.path.join(folder, "shim"))
    for path, text in FILES.items():
        with open(os.path.join(folder, path), "w", encoding="utf-8") as file:
            file.write(text)


def judge(python, folder, allocator, strict):
    """What the interpreter does under one allocator: an exit code, after saying it."""
    name = "%s under %s" % (python, allocator)
    try:
        hello = ask(python, folder, allocator, ["--no-shim", "none"], [HELLO])[0][0]
        build = hello["build"]
        name = "%s %s, %d bits, %s" % (
            hello["implementation"]["name"],
            hello["implementation"]["version"],
            build["pointerBits"],
            hello["environment"]["allocator"],
        )
        row, newer = row_for(hello)
        shim = build_shim(folder, build["pointerBits"])
        trace, end = run(python, folder, allocator, shim)
        differs = difference(row["expected"], trace, end)
        if differs is None:
            print("%s: as expected at %s" % (name, WHERE))
            return CONFORMS
        print("%s: deviates at %s\n    expected: %s\n    observed: %s" % ((name, WHERE) + differs))
        for line in WRITTEN:
            print("    " + line)
        if newer and STRENGTH == "detail" and not strict:
            raise CannotTell("this version is newer than the rules here: --strict counts details")
        return DEVIATES
    except CannotTell as reason:
        print("%s: %s" % (name, reason))
        return CANNOT_TELL


def row_for(hello):
    """The row of EXPECTED for a build, and whether the build is newer than all rows."""
    if hello["implementation"]["name"] != "cpython":
        raise CannotTell("it is no CPython")
    version = version_key(hello["implementation"]["version"])
    newer = version >= version_key(KNOWN_UNTIL)
    for row in EXPECTED:
        if row["pointerBits"] != hello["build"]["pointerBits"]:
            continue
        if row["allocator"] != hello["environment"]["allocator"]:
            continue
        since, until = version_key(row["since"]), version_key(row["until"])
        if since <= version < until or (newer and row["until"] == KNOWN_UNTIL):
            return row, newer
    raise CannotTell("nothing is required here of this version and build")


def version_key(text):
    """What orders versions as CPython writes them."""
    match = re.match(r"(\d+)\.(\d+)\.(\d+)(?:(a|b|rc)(\d+))?\+?$", text)
    if not match:
        raise CannotTell("%r is no version" % text)
    major, minor, micro, stage, serial = match.groups()
    stages = ("a", "b", "rc", None)
    return int(major), int(minor), int(micro), stages.index(stage), int(serial or 0)


def run(python, folder, allocator, shim):
    """Runs the program; gives the trace, or None and how the process ended."""
    arguments = ["--shim", shim]
    answers, end = ask(python, folder, allocator, arguments, [HELLO, run_request()])
    domain = answers[0]["domains"][DOMAIN]
    if domain["status"] != "ready":
        raise CannotTell("%(reason)s %(mend)s" % domain)
    if len(answers) > 1:
        if answers[1]["type"] != "trace":
            raise CannotTell("the adapter failed: %s" % answers[1].get("message"))
        return answers[1]["trace"], None
    end["block"] = dumped_block(end["stderr"], int(domain["origin"], 16))
    return None, end


def run_request():
    """The request that sends the program."""
    records = [word for operation in PROGRAM for word in record(operation)]
    program = {"blocks": [records], "literals": []}
    return {"type": "run", "domain": DOMAIN, "encoding": "json", "program": program}


def record(operation):
    """An operation as words: its code, its operands, and zeros."""
    code, names = OPERATIONS[operation["op"]]
    operands = [SYMBOLS.get(name, {}).get(operation[name], operation[name]) for name in names]
    return ([code] + operands + [0] * RECORD_WORDS)[:RECORD_WORDS]


def ask(python, folder, allocator, arguments, requests):
    """Starts the interpreter and asks; gives its answers and how it ended."""
    command = [python, "-s", "-S", os.path.join(folder, "main.py")] + arguments
    environment = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    environment.update(PYTHONHASHSEED="0", LC_ALL="C.UTF-8", PYTHONMALLOC=allocator)
    lines = [json.dumps(dict(request, seq=seq)) + "\n" for seq, request in enumerate(requests)]
    ended = call(command, environment, "".join(lines).encode())
    stderr = ended.stderr.decode("latin-1")
    answers = [json.loads(line) for line in ended.stdout.splitlines()]
    if not answers:
        said = (stderr.strip().splitlines() or ["it said nothing"])[-1]
        raise CannotTell("the interpreter did not start: %s" % said)
    code = ended.returncode
    how = signal.Signals(-code).name if code < 0 else "exit code %d" % code
    return answers, {
        "signal": how,
        "operation": last_mark(stderr),
        "message": fatal_error(stderr),
        "stderr": stderr,
    }


def call(command, environment, stdin):
    """Runs a command to its end."""
    try:
        return subprocess.run(
            command,
            input=stdin,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            timeout=TIME_LIMIT,
        )
    except OSError as fault:
        raise CannotTell("%s could not be started: %s" % (command[0], fault.strerror))
    except subprocess.TimeoutExpired:
        raise CannotTell("%s was still running after %d s" % (command[0], TIME_LIMIT))


def build_shim(folder, bits):
    """Builds the C library that runs programs, once; gives its path."""
    path = os.path.join(folder, "shim.so")
    if os.path.exists(path):
        return path
    compiler = shlex.split(os.environ.get("CC", ""))
    if not compiler:
        found = [name for name in ("cc", "gcc", "clang") if shutil.which(name)]
        if not found:
            raise CannotTell("there is no C compiler here: install one, or name it in CC")
        compiler = found[:1]
    flags = ["-O2", "-fPIC", "-shared"]
    if bits == 32 and "64" in os.uname().machine:
        flags += ["-m32", "-ffreestanding", "-nostdlib"]
    source = os.path.join(folder, "shim", DOMAIN + ".c")
    ended = call(compiler + flags + ["-o", path, source], dict(os.environ), b"")
    if ended.returncode:
        said = ended.stderr.decode("utf-8", "replace").strip().splitlines() or ["it said nothing"]
        raise CannotTell("%s could not build the C library: %s" % (compiler[0], said[0]))
    return path


def last_mark(stderr):
    """The operation that was under way when the process ended, where it said so."""
    marks = re.findall(r"^pymemspec: operation (\d+)$", stderr, re.M)
    return int(marks[-1]) if marks else None


def fatal_error(stderr):
    """The fatal-error line, without the C function's name that 3.9 and newer put before it."""
    match = re.search(r"^Fatal Python error: (?:_?Py\w*: )?(.*)$", stderr, re.M)
    return printable(match.group(1)) if match else ""


def dumped_block(stderr, origin):
    """The block that the debug hooks showed, its address as an offset from the origin."""
    pattern = r"^Debug memory block at address p=(0x\w+): API '(.)'\n\s*(\d+) bytes originally"
    match = re.search(pattern, stderr, re.M | re.S)
    if not match:
        return None
    address, api, size = match.groups()
    return {"address": int(address, 16) - origin, "api": printable(api), "bytes": int(size)}


def printable(text):
    """Text in which a byte that is not printable ASCII is written as an escape."""
    return re.sub(r"[^ -~]", lambda byte: "\\x%02x" % ord(byte.group()), text)
`;

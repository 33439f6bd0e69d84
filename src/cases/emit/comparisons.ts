/**
 * How a script compares, in Python: one function for each kind of place. It gives None where all is
 * as expected, else in words what was expected and what was observed.
 */
import type { Place } from "./place.js";

const LISTS = `
def compared(expected, observed, show):
    """The first items of two lists that differ, in words; None where none does."""
    if expected == observed:
        return None
    pairs = enumerate(zip(expected, observed))
    shorter = min(len(expected), len(observed))
    at = next((at for at, (one, other) in pairs if one != other), shorter)
    place = "number %d of %d: " % (at + 1, len(expected)) if len(expected) > 1 else ""
    return tuple(
        place + (show(items[at]) if at < len(items) else "nothing") for items in (expected, observed)
    )


def all_items(expected):
    """The items of a list, which may be held as runs: first item, step, and number of items."""
    if "items" in expected:
        return expected["items"]
    return [
        moved(first, step, times) for first, step, count in expected["runs"] for times in range(count)
    ]


def moved(item, step, times):
    """An item after some steps; either it is a number or a list of numbers."""
    if isinstance(item, int):
        return item + times * step
    return [moved(*pair, times) for pair in zip(item, step)]


def died(end):
    """A process that should not have ended: that is another fault than this case shows."""
    raise CannotTell("the process ended by itself, which is another fault: %s" % end["signal"])
`;

const WORDS = `
def difference(expected, trace, end):
    """Compares words of one list of the trace."""
    if trace is None:
        died(end)
    words = all_items(expected)
    start = expected["start"]
    return compared(words, trace[WORDS_OF][start : start + len(words)], show_word)


def show_word(word):
    """A word as a number, and what it means where it stands for an address."""
    names = {-1: "null", -2: "absent", -3: "outside", -4: "done"}
    return "%d (%s)" % (word, names.get(word) or hex(word & 0xFFFFFFFF))
`;

const EVENTS = `
def difference(expected, trace, end):
    """Compares the events of the operation, but for those that come when the interpreter likes."""
    if trace is None:
        died(end)
    words = trace["events"]
    events = [words[at : at + EVENT_WORDS] for at in range(0, len(words), EVENT_WORDS)]
    own = [event[1:] for event in events if event[0] == OPERATION]
    observed = [event for event in own if event[0] not in CHOSEN_EVENTS]
    return compared(all_items(expected), observed, show_event)


def show_event(event):
    """An event by name, without what is 0; the wide numbers are in two halves."""
    members = ("pointer", "count", "count's high half", "size", "size's high half", "result")
    kind, *words = event
    shown = ["%s %d" % pair for pair in zip(members, words) if pair[1]]
    return " ".join([EVENTS.get(kind, "event %d" % kind)] + shown)
`;

const END = `
def difference(expected, trace, end):
    """Compares how the process ended; in what is expected, None is anything."""
    if trace is not None:
        return show_end(expected), "the program went on"
    if end["signal"] not in ENDED_ITSELF:
        raise CannotTell("the process was ended from outside: %s" % end["signal"])
    if end["operation"] is None:
        raise CannotTell("the process ended before the misuse, which is another fault")
    same = all(as_expected(name, wanted, end) for name, wanted in expected.items())
    return None if same else (show_end(expected), show_end(end))


def as_expected(name, wanted, end):
    """Whether one part of an end is as expected."""
    if name == "signals":
        return end["signal"] in wanted
    if name == "block":
        block = end["block"] or {}
        return all(wanted[part] in (None, block.get(part)) for part in wanted)
    return wanted in (None, end[name])


def show_end(end):
    """An end in one line."""
    signals = end.get("signals") or [end.get("signal")]
    parts = [("operation", end.get("operation")), ("ended by", " or ".join(filter(None, signals)))]
    parts += [("saying", end.get("message")), ("showing the block", end.get("block"))]
    return ", ".join("%s %s" % part for part in parts if part[1] not in (None, ""))
`;

const FINISHED = `
def difference(expected, trace, end):
    """The program is legal, so the process must live through it."""
    if trace is not None:
        return None
    if end["signal"] not in ENDED_ITSELF and end["signal"] != CRASHED_BY:
        raise CannotTell("the process was ended from outside: %s" % end["signal"])
    return "the end of the program", " ".join((end["signal"], end["message"])).strip()
`;

/** The function `difference` for a place, and what it needs. */
export function comparisonFor(place: Place): string {
  switch (place.kind) {
    case "word":
    case "extra":
    case "digest":
      return LISTS + WORDS;
    case "events":
      return LISTS + EVENTS;
    case "end":
      return END;
    case "finished":
      return FINISHED;
  }
}

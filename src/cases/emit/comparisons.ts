/**
 * How a script compares, in Python: one function for each kind of place. It gives None where all is
 * as expected, else in words what was expected and what was observed.
 */
import type { Place } from "./place.js";

const DIED = `
def died(end):
    """A process that should not have ended: that is another fault than this case shows."""
    raise CannotTell("the process ended by itself, which is another fault: %s" % end["signal"])
`;

const WORDS = `
def difference(expected, trace, end):
    """Compares words of one list of the trace."""
    if trace is None:
        died(end)
    start, words = expected["start"], expected["words"]
    observed = trace[WORDS_OF][start : start + len(words)]
    return None if observed == words else (show_words(words), show_words(observed))


def show_words(words):
    """Words as numbers; what small negative ones mean where they stand for addresses."""
    names = {-1: "null", -2: "absent", -3: "outside", -4: "done"}
    texts = ["%d (%s)" % (word, names.get(word) or hex(word & 0xFFFFFFFF)) for word in words]
    return ", ".join(texts) or "nothing"
`;

const EVENTS = `
def difference(expected, trace, end):
    """Compares the events of the operation, but for those that come when the interpreter likes."""
    if trace is None:
        died(end)
    words = trace["events"]
    events = [words[at : at + EVENT_WORDS] for at in range(0, len(words), EVENT_WORDS)]
    observed = [
        event[1:] for event in events if event[0] == OPERATION and event[1] not in CHOSEN_EVENTS
    ]
    return None if observed == expected else (show_events(expected), show_events(observed))


def show_events(events):
    """Events by name; the high halves of count and size are left out where they are 0."""
    members = ("pointer", "count", "count high", "size", "size high", "result")
    texts = []
    for kind, *words in events:
        shown = ["%s %d" % pair for pair in zip(members, words) if pair[1]]
        texts.append(" ".join([EVENTS.get(kind, "event %d" % kind)] + shown))
    return "; ".join(texts) or "no event"
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
      return DIED + WORDS;
    case "events":
      return DIED + EVENTS;
    case "end":
      return END;
    case "finished":
      return FINISHED;
  }
}

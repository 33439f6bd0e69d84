/**
 * Faults of this program itself. They are thrown, never caught and never turned into a verdict;
 * the command line ends with its own exit code for them and asks for a report.
 */
import type { Result } from "./result.js";

/** Thrown for what can only be a mistake in this program. */
export class BugError extends Error {
  override readonly name = "BugError";
}

/** Throws a BugError that says `message` unless `condition` holds. */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new BugError(message);
}

/** Throws a BugError: the place to reach in a switch that names every member of a union. */
export function unreachable(value: never, what: string): never {
  throw new BugError(`${what}: ${JSON.stringify(value)} was not expected`);
}

/** The value of a Result that cannot be a failure where `what` is done; a BugError if it is. */
export function expectOk<Value>(result: Result<Value>, what: string): Value {
  if (!result.ok) throw new BugError(`${what}: ${result.error}`);
  return result.value;
}

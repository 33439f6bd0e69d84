/**
 * An outcome that may be a failure the caller must look at: wrong input is a value, not an
 * exception. What is thrown is a fault of this program (assert.ts).
 */
export type Result<Value, Problem = string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Problem };

/** A success that holds `value`. */
export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

/** A failure that holds `error`: a sentence for people, unless the caller's type says more. */
export function err<Problem>(error: Problem): { readonly ok: false; readonly error: Problem } {
  return { ok: false, error };
}

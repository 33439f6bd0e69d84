/**
 * The wire is little-endian and read through typed arrays, which have the order of the host. On a
 * big-endian host every word would be misread, so there the program must not start at all.
 */

export type ByteOrder = "little" | "big";

export const HOST_BYTE_ORDER: ByteOrder =
  new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? "little" : "big";

/** Why this host cannot speak base64 or binary, as a sentence; null where it can. */
export function byteOrderProblem(order: ByteOrder = HOST_BYTE_ORDER): string | null {
  if (order === "little") return null;
  return "This host is big-endian, which pymemspec does not support: run it on a little-endian host.";
}

/** Throws where words would be misread. */
export function requireLittleEndian(order: ByteOrder = HOST_BYTE_ORDER): void {
  const problem = byteOrderProblem(order);
  if (problem !== null) throw new Error(problem);
}

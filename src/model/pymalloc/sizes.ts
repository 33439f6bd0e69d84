/**
 * Sizes of requests: plain ones below 2^31, and symbols for those that no machine can give. The
 * latter never reach a block, so exactness costs nothing: they are worked out in bigint.
 */
const SYMBOLS: { readonly [code: number]: (max: bigint) => bigint } = {
  [-1]: (max) => 2n * max + 1n, // SIZE_MAX
  [-2]: (max) => max,
  [-3]: (max) => max + 1n,
  [-4]: (max) => max - 23n,
  [-5]: (max) => max - 24n,
  [-6]: () => 2n ** 62n,
  [-7]: () => 2n ** 61n,
  [-8]: () => 2n ** 32n,
};

export class Sizes {
  /** PY_SSIZE_T_MAX. */
  readonly max: bigint;
  /** Plain sizes above it are refused; 2^31 - 1 or beyond every plain size. */
  readonly maxPlain: number;

  constructor(pointerBytes: number) {
    this.max = 2n ** BigInt(8 * pointerBytes - 1) - 1n;
    this.maxPlain = Number(this.max);
  }

  /** The number of bytes that a size operand stands for. */
  value(code: number): bigint {
    return code >= 0 ? BigInt(code) : SYMBOLS[code]!(this.max);
  }

  /** Whether a size operand exists where size_t is so wide. */
  exists(code: number): boolean {
    return code >= 0 || this.value(code) <= 2n * this.max + 1n;
  }

  low(value: bigint): number {
    return Number(BigInt.asIntN(32, value));
  }

  high(value: bigint): number {
    return Number(BigInt.asIntN(32, value >> 32n));
  }
}

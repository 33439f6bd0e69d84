/**
 * What an oracle says of itself: the answer to `hello` (spec/protocol.md).
 */
import type { DomainId } from "./domains.js";

export type Encoding = "json" | "base64" | "binary";

export interface BuildFacts {
  readonly pointerBits: 32 | 64;
  readonly byteOrder: "little" | "big";
  readonly debug: boolean;
  readonly freeThreaded: boolean;
  readonly pymalloc: boolean;
  readonly platform: string;
  readonly machine: string;
  readonly compiler: string;
}

export type DomainStatus =
  | { readonly status: "ready"; readonly origin?: string }
  | { readonly status: "unsupported"; readonly reason: string; readonly mend: string };

export interface Hello {
  readonly protocol: 1;
  readonly adapter: { readonly name: string; readonly version: string };
  readonly implementation: {
    readonly name: string;
    readonly version: string;
    readonly executable?: string;
  };
  readonly build: BuildFacts;
  readonly environment: { readonly allocator: string | null; readonly hashSeed: string | null };
  readonly encodings: readonly Encoding[];
  readonly capabilities: readonly string[];
  readonly domains: { readonly [domain in DomainId]?: DomainStatus };
}

/** Sessions on one oracle: a warm one that is reopened when it has died, and fresh ones. */
import type { Oracle, Session } from "../vocabulary/session.js";
import type { OracleFailure } from "../vocabulary/verdict.js";

export type Opened =
  | { readonly kind: "session"; readonly session: Session }
  | { readonly kind: "failure"; readonly failure: OracleFailure };

export class Host {
  #warm: Promise<Opened> | undefined;

  constructor(readonly oracle: Oracle) {}

  /** The warm session: the same one as long as it lives. */
  async warm(): Promise<Opened> {
    const current = this.#warm;
    const opened = await current;
    if (opened?.kind === "session" && opened.session.alive) return opened;
    if (this.#warm === current) {
      this.#warm = this.oracle.open();
    }
    return this.#warm ?? this.warm();
  }

  /** Does something in a session of its own, which is closed afterwards. */
  async fresh<T>(use: (opened: Opened) => Promise<T>): Promise<T> {
    const opened = await this.oracle.open();
    try {
      return await use(opened);
    } finally {
      if (opened.kind === "session") await opened.session.close();
    }
  }

  async close(): Promise<void> {
    const opened = await this.#warm;
    this.#warm = undefined;
    if (opened?.kind === "session") await opened.session.close();
  }
}

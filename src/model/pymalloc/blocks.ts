/** The program's blocks, by id: where each is, how large, and which API gave it. */
export const NO_BLOCK = -1;

export class BlockTable {
  address = new Int32Array(0);
  bytes = new Int32Array(0);
  api = new Uint8Array(0);

  /** Forgets all blocks and makes room for ids below `ids`. */
  reset(ids: number): void {
    if (ids > this.address.length) {
      const room = Math.max(ids, 2 * this.address.length, 1024);
      this.address = new Int32Array(room);
      this.bytes = new Int32Array(room);
      this.api = new Uint8Array(room);
    }
    this.address.fill(NO_BLOCK, 0, ids);
  }

  put(id: number, address: number, bytes: number, api: number): void {
    this.address[id] = address;
    this.bytes[id] = bytes;
    this.api[id] = api;
  }
}

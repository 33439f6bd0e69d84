/**
 * Watches the resident memory of a process, for oracles whose address space cannot be limited.
 * Linux only: elsewhere there is no /proc, and nothing is watched.
 */
import { readFile } from "node:fs/promises";

const PERIOD_MS = 200;

/** Calls `exceeded` once with the bytes found, if ever above the limit. Gives a function that ends it. */
export function watchMemory(
  pid: number,
  limitBytes: number,
  exceeded: (residentBytes: number) => void,
): () => void {
  const timer = setInterval(() => {
    void residentBytes(pid).then((bytes) => {
      if (bytes === null) {
        clearInterval(timer);
      } else if (bytes > limitBytes) {
        clearInterval(timer);
        exceeded(bytes);
      }
    });
  }, PERIOD_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** Resident bytes of a process; null where the host does not tell, or the process is gone. */
export async function residentBytes(pid: number): Promise<number | null> {
  try {
    const status = await readFile(`/proc/${pid}/status`, "utf8");
    const kibibytes = /^VmRSS:\s*(\d+) kB$/m.exec(status)?.[1];
    return kibibytes === undefined ? null : Number(kibibytes) * 1024;
  } catch {
    return null;
  }
}

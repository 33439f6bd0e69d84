/**
 * What must be undone when this process ends, however it ends by itself: one handler of Node's
 * "exit" for all of it. It runs synchronously, so only synchronous work can be left to it.
 */

const undone = new Set<() => void>();
let guarding = false;

/** Has `undo` called when this process ends. Gives a function that takes that back. */
export function atExit(undo: () => void): () => void {
  if (!guarding) {
    guarding = true;
    process.on("exit", () => {
      for (const each of undone) each();
    });
  }
  undone.add(undo);
  return () => undone.delete(undo);
}

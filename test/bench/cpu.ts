/** CPU time: ours, and that of another process where the system tells it. */
import { readFileSync } from "node:fs";

const TICKS_PER_SECOND = 100;

/** CPU seconds of this process, user and system. */
export function ownSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** CPU seconds of a process, from /proc in steps of 10 ms; undefined where there is none. */
export function secondsOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
  } catch {
    return undefined;
  }
}

/** Operations per CPU second of this process while `work` runs; `work` says how many it did. */
export function rate(work: () => number): number {
  work();
  const start = ownSeconds();
  let operations = 0;
  do operations += work();
  while (ownSeconds() - start < 0.7);
  return operations / (ownSeconds() - start);
}

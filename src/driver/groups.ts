/**
 * The process groups that this process started. A group ends when its leader does, when somebody
 * asks for it, or when we end: nothing that an oracle starts survives us, if it stays in its group.
 */
import { atExit } from "./exit-guard.js";

export interface Group {
  /** Ends every process of the group at once. Does nothing after `leaderEnded`. */
  kill(): void;
  /** Must be called as soon as the leader is gone: ends what it left behind, for the last time. */
  leaderEnded(): void;
}

interface Member {
  readonly ended: Promise<unknown>;
  kill(): void;
  abandoned(): void;
}

const live = new Set<Member>();

/**
 * Takes charge of the group that `pid` leads. `ended` resolves when its leader is gone and read;
 * `abandoned` is called before the group is ended only because all are.
 */
export function adoptGroup(pid: number, ended: Promise<unknown>, abandoned: () => void): Group {
  let open = true;
  const kill = () => {
    if (open) signalGroup(pid);
  };
  const member = { kill, ended, abandoned };
  live.add(member);
  const release = atExit(kill);
  return {
    kill,
    leaderEnded() {
      kill();
      // From here on the number may belong to somebody else.
      open = false;
      live.delete(member);
      release();
    },
  };
}

/** Ends every group that is still there, and waits until their leaders are gone and read. */
export async function endAllGroups(): Promise<void> {
  const members = [...live];
  for (const member of members) {
    member.abandoned();
    member.kill();
  }
  await Promise.all(members.map((member) => member.ended));
}

function signalGroup(leader: number): void {
  try {
    process.kill(-leader, "SIGKILL");
  } catch (error) {
    // ESRCH: nobody is left. EPERM: only zombies are left (macOS). Both are what is wanted.
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "ESRCH" && code !== "EPERM") throw error;
  }
}

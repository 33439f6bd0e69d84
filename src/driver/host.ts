/** Whether this host can run oracles at all: asked first by every door of the driver. */
import { byteOrderProblem } from "../wire/index.js";

/** Why oracles cannot be run here, as a sentence; null where they can. */
export function hostProblem(platform: NodeJS.Platform = process.platform): string | null {
  if (platform === "win32") {
    return "Windows is not supported: run pymemspec on Linux or macOS, or in WSL.";
  }
  return byteOrderProblem();
}

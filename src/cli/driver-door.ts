/** The driver, loaded when the first oracle is needed: commands that start none stay quick. */

type Driver = typeof import("../driver/index.js");

let loading: Promise<Driver> | undefined;

export function loadDriver(): Promise<Driver> {
  loading ??= import("../driver/index.js");
  return loading;
}

/** Ends every oracle that was started, and waits until they are gone. */
export async function endAllOracles(): Promise<void> {
  if (loading === undefined) return;
  const driver = await loading;
  await driver.closeAllSessions();
}

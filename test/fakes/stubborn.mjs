// Neither stop, nor the end of stdin, nor a polite signal ends it.
import { serve } from "./oracle.mjs";

process.on("SIGTERM", () => {});
process.on("SIGHUP", () => {});
setInterval(() => {}, 1000);
serve({ stop() {} }); // only now, so that who reads its number knows that it is stubborn

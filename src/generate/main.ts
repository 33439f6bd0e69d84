/**
 * Generates code, schemas and pages from spec: `npm run generate`, or `npm run generate:check` to
 * compare alone. Runs at build time only; nothing else imports this room.
 */
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { projectAbove } from "./project.js";
import { run } from "./run.js";

const project = projectAbove(dirname(fileURLToPath(import.meta.url)));
process.exitCode = run(process.argv.slice(2), project, console);

#!/usr/bin/env node
/** The command pymemspec: parses nothing and decides nothing, so that it starts at once. */
import { runProgram } from "./program.js";

process.exitCode = await runProgram(process.argv.slice(2));

/**
 * Tables of operations for the CPython oracle: a C header for its shim, a Python module for its
 * driver. Names are those of the TypeScript constants.
 */
import type { OperationTable } from "../../vocabulary/table.js";
import { constantsOf } from "./constants.js";

/** oracles/cpython/shim/operations.gen.h */
export function shimHeader(table: OperationTable): string {
  const groups = constantsOf(table).map(({ text, constants }) => {
    const lines = constants.map(
      ({ name, value }) => `#define ${name} ${value < 0 ? `(${value})` : value}\n`,
    );
    return `/* ${text} */\n${lines.join("")}`;
  });
  return `/* Domain ${table.domain}: numbers that both sides of the protocol use.
   Generated from spec/operations/${table.domain}.json by \`npm run generate\`: do not edit. */
#ifndef PYMEMSPEC_OPERATIONS_H
#define PYMEMSPEC_OPERATIONS_H

${groups.join("\n")}
#endif
`;
}

/** oracles/cpython/operations_gen.py */
export function pythonTables(tables: readonly OperationTable[]): string {
  const domains = tables.map((table) => {
    const operations = table.operations.map(
      ({ code, name }) => `            ${code}: "${name}",\n`,
    );
    return `    "${table.domain}": {
        "record_words": ${table.recordWords},
        "observation_words": ${table.observationWords},
        "snapshot_every": ${table.snapshotEvery},
        "operations": {
${operations.join("")}        },
    },
`;
  });
  return `"""What the driver must know of each domain's operations.

Generated from spec/operations/*.json by \`npm run generate\`: do not edit.
"""

DOMAINS = {
${domains.join("")}}
`;
}

/**
 * Names of constants and types in generated code, made from the names in spec.
 */

/** `arena-map`, `freeOrder`, `PYM-019` or `2^62` as a constant: ARENA_MAP, FREE_ORDER, PYM_019, 2_POW_62. */
export function constantName(text: string): string {
  return text
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/\^/g, " POW ")
    .replace(/\+/g, " PLUS ")
    .replace(/(?<=\s)-(?=\s)/g, " MINUS ")
    .trim()
    .replace(/[^A-Za-z0-9]+/g, "_")
    .toUpperCase();
}

/** `arena-map` or `freeOrder` as a type: ArenaMap, FreeOrder. */
export function typeName(text: string): string {
  return text.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, letter: string) =>
    letter.toUpperCase(),
  );
}

/** The first lines of a generated file, in TypeScript's comments. */
export function tsHeader(what: string, from: string): string {
  return `/**\n * ${what}\n * Generated from ${from} by \`npm run generate\`: do not edit.\n */\n`;
}

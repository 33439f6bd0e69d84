/** Programs from seeds: the only door to this room. */
export { programs } from "./arbitrary.js";
export { type Generate, GENERATORS, type Rewrite, REWRITES } from "./registry.js";

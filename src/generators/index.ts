/** Programs from seeds: the only door to this room. */
export { programs } from "./arbitrary.js";
export { GENERATORS, type Generate, REWRITES, type Rewrite } from "./registry.js";

/** Planted faults of pymalloc: hooks. */
import type { Mutant } from "../mutant.js";

export const HOOKS: readonly Mutant[] = [
  {
    requirement: "PYM-051",
    fault: "the hooks take four words",
    hooks: true,
    plant: () => ({ overhead: 32 }),
  },
  {
    requirement: "PYM-052",
    fault: "the mem domain has the letter of the object domain",
    hooks: true,
    plant: () => ({ padLetter: () => "o" }),
  },
  {
    requirement: "PYM-053",
    fault: "only four bytes follow a block",
    hooks: true,
    plant: () => ({ trailingPads: 4 }),
  },
  {
    requirement: "PYM-054",
    fault: "new memory is filled up to 128 bytes",
    hooks: true,
    plant: () => ({ cleanBytes: (bytes) => Math.min(bytes, 128) }),
  },
  {
    requirement: "PYM-055",
    fault: "what realloc adds is not filled",
    hooks: true,
    plant: () => ({ grownBytes: () => 0 }),
  },
  {
    requirement: "PYM-056",
    fault: "the pads of a freed block are not erased",
    hooks: true,
    plant: () => ({ deadBytes: (_m, bytes) => bytes + 8 }),
  },
  {
    requirement: "PYM-057",
    fault: "the trailing pad is not looked at",
    hooks: true,
    plant: () => ({ meetsWriteAfter: () => undefined }),
  },
  {
    requirement: "PYM-058",
    fault: "the leading pad is taken for the trailing one",
    hooks: true,
    plant: (rules) => ({ meetsWriteBefore: rules.meetsWriteAfter }),
  },
  {
    requirement: "PYM-059",
    fault: "the letter is not looked at",
    hooks: true,
    plant: () => ({ meetsOtherApi: () => undefined }),
  },
  {
    requirement: "PYM-060",
    fault: "a block may be freed twice",
    hooks: true,
    plant: () => ({ meetsFreeTwice: () => undefined }),
  },
  {
    requirement: "PYM-061",
    fault: "the fatal error shows the address of the pads",
    hooks: true,
    plant: () => ({ dumpedAddress: (address) => address - 16 }),
  },
];

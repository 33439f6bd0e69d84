/**
 * The table of operations of each domain.
 * Generated from spec/operations/*.json by `npm run generate`: do not edit.
 */
import type { DomainId } from "../domains.js";
import type { OperationTable } from "../table.js";
import { PYMALLOC_TABLE } from "./pymalloc.gen.js";

export const OPERATION_TABLES = {
  pymalloc: PYMALLOC_TABLE,
} as const satisfies Record<DomainId, OperationTable>;

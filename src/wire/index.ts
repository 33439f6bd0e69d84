/**
 * The wire: messages of spec/protocol.md to bytes and back, in three encodings, validated. No
 * process and no file is known here.
 */
export { abortEnd } from "./abort.js";
export {
  type Answer,
  type AnswerReader,
  createAnswerReader,
  type Expected,
  type ReaderEvent,
  type Violation,
} from "./answers.js";
export { byteOrderProblem } from "./byte-order.js";
export { encodeAnswer, encodeRequest, encodeRun, encodeTrace, type RunHeader } from "./encode.js";
export { excerpt, printable } from "./excerpt.js";
export { DEFAULT_STREAM_LIMITS, type StreamLimits } from "./framer.js";
export { type ErrorAnswer, PROTOCOL } from "./messages.js";
export { bestEncoding } from "./negotiate.js";
export {
  createRequestReader,
  type Request,
  type RequestEvent,
  type RequestReader,
  type RunRequest,
} from "./requests.js";
export type { ExpectedTrace } from "./trace.js";
export { validateCase, validateManifest } from "./validators.gen.mjs";

/** Case files: read, written, kept in a corpus, made into scripts. The only door to this room. */
export {
  type CaseFile,
  type Crash,
  type CrashCase,
  type FindingCase,
  type Provenance,
  sameCase,
} from "./case-file.js";
export { caseOf, type Reported } from "./case-of.js";
export { type CorpusEntry, readCorpus } from "./corpus.js";
export { type AdapterFile, adapterFiles } from "./emit/adapter-files.js";
export { emitPython } from "./emit/python.js";
export { caseFileName } from "./file-name.js";
export { formatCase } from "./format.js";
export { parseCase } from "./parse.js";
export { readCase } from "./read.js";
export { writeCase } from "./write.js";

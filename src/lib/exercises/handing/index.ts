export {
  assignmentId,
  readAssignment,
  seedFor,
  writeAssignment,
  type Assignment,
} from './assignment';
export {
  readHandIn,
  writeHandIn,
  type HandedAnswer,
  type HandIn,
  type ReadHandIn,
} from './hand-in';
export { csvOf, resultsOf, rightOf, type Results } from './results';

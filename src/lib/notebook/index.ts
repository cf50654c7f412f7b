export { compileCourse, type CourseLesson, type LessonSource } from './course';
export { explainedAt } from './explained';
export { readGlossary, type Term } from './glossary';
export { glossaryEntries, type GlossaryEntry } from './glossary-entry';
export {
  type CodeTab,
  type Exercise,
  type ExerciseItem,
  type ExerciseKind,
  type Lesson,
  type LessonWords,
  type QuestionOption,
  type Segment,
  type Step,
} from './lesson';
export { createTermFinder } from './term-finder';
export type { CellKind, CourseOptions } from './options';
export { LessonError, type Problem } from './problem';

export { compileCourse, type CourseLesson, type LessonSource } from './course';
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
export type { CellKind, CourseOptions } from './options';
export { LessonError, type Problem } from './problem';

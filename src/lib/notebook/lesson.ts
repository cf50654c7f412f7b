/** A lesson in one language, ready to be shown. Plain data: it is sent to the page as JSON. */
export interface Lesson extends LessonWords {
  /** The last part of its address, the same in every language: `c3`. */
  readonly slug: string;
  /** Its place in the course, from 1. */
  readonly number: number;
  readonly language: string;
  /** How long reading it takes, rounded to whole minutes. */
  readonly minutes: number;
  readonly steps: readonly Step[];
}

/** What a lesson's front matter says, as plain text. */
export interface LessonWords {
  readonly title: string;
  /** The few words above the title. */
  readonly kicker: string;
  /** The question that the lesson answers. */
  readonly lead: string;
  /** What the reader can do after it, where it says so. */
  readonly goal?: string;
  /** One line for the list of lessons. */
  readonly summary: string;
}

/** A part of a lesson that a link can point to; its id is the same in every language. */
export interface Step {
  readonly id: string;
  /** Plain text. */
  readonly title: string;
  readonly segments: readonly Segment[];
}

/** One of several ways to write the same in code; `gloss` and `html` are HTML. */
export interface CodeTab {
  /** The name it goes by, or the file that it is from. */
  readonly title: string;
  /** The cell that shows it, where it is not written in the lesson. */
  readonly cell?: string;
  /** What is said of it; '' for nothing. */
  readonly gloss: string;
  readonly html: string;
}

/** A piece of a step: prose, a cell to be filled by the component of that name, a question, an exercise. */
export type Segment =
  | { readonly kind: 'exercise'; readonly exercise: Exercise }
  | { readonly kind: 'html'; readonly html: string }
  | {
      readonly kind: 'cell';
      readonly cell: string;
      readonly props: Readonly<Record<string, unknown>>;
      /** The attributes as the lesson writes them, which a link may change; none where the build makes the cell. */
      readonly attributes?: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: 'question';
      /** HTML. */
      readonly prompt: string;
      readonly options: readonly QuestionOption[];
    };

/**
 * What is asked for: a number, one or several of some answers, their order, a shape, a table, a cell, a line of
 * code, a number of the network, a formula, a kernel, a line written anew.
 */
export const exerciseKinds = [
  'number',
  'choice',
  'ticks',
  'order',
  'shape',
  'table',
  'find',
  'bug',
  'place',
  'formula',
  'paint',
  'mend',
] as const;
export type ExerciseKind = (typeof exerciseKinds)[number];

/** An exercise as it stands in its lesson. */
export interface Exercise extends WrittenExercise {
  /** The slug of its lesson. */
  readonly lesson: string;
  /** Its place among the exercises of its lesson, from 1, and how many there are. */
  readonly place: number;
  readonly count: number;
}

/** An exercise as it is written. */
export interface WrittenExercise {
  /** Its own in its lesson, and the same in every language. */
  readonly id: string;
  readonly kind: ExerciseKind;
  /** The name of the rule that computes its answer, where its answers are not written. */
  readonly rule?: string;
  /** About how long it takes. */
  readonly minutes: number;
  /** HTML, in which `{{in}}` stands for the number of that name that is drawn. */
  readonly prompt: string;
  /** What is chosen, ticked or put in order; for lines of code, what is said of each. */
  readonly items: readonly ExerciseItem[];
  /** Where a number of the network is asked for by name: the tensor that is shown, and the sample digit that is read. */
  readonly tensor?: string;
  readonly digit?: number;
  /** The line that is to be mended, from 1. */
  readonly line?: number;
  /** The lines of the code that is asked about, as HTML. */
  readonly code: readonly string[];
}

/** An answer that is written: `label` and `explanation` are HTML. */
export interface ExerciseItem {
  readonly label: string;
  readonly explanation: string;
  readonly right: boolean;
}

/** An answer to choose; `label` is HTML that fits on a button, `explanation` is HTML. */
export interface QuestionOption {
  readonly label: string;
  readonly explanation: string;
  readonly right: boolean;
}

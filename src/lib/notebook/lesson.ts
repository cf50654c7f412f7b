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

/** A piece of a step: prose, a cell to be filled by the component of that name, or a question. */
export type Segment =
  | { readonly kind: 'html'; readonly html: string }
  | {
      readonly kind: 'cell';
      readonly cell: string;
      readonly props: Readonly<Record<string, unknown>>;
    }
  | {
      readonly kind: 'question';
      /** HTML. */
      readonly prompt: string;
      readonly options: readonly QuestionOption[];
    };

/** An answer to choose; `label` is HTML that fits on a button, `explanation` is HTML. */
export interface QuestionOption {
  readonly label: string;
  readonly explanation: string;
  readonly right: boolean;
}

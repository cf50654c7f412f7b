import type { HandedAnswer, ReadHandIn } from './hand-in';

/** How an exercise was answered: rightly, not rightly, or not at all. */
export type Outcome = 'right' | 'wrong' | 'none';

/** One reader's row. */
export interface ResultRow {
  readonly name: string;
  readonly isChanged: boolean;
  readonly outcomes: readonly Outcome[];
  /** How often each was tried. */
  readonly tries: readonly number[];
}

/** The results of many readers: a column for each exercise that any of their sets has. */
export interface Results {
  readonly exercises: readonly string[];
  readonly rows: readonly ResultRow[];
}

/** Whether an answer is right, by the numbers that its seed draws; undefined where there is no such exercise. */
export type Judge = (answer: HandedAnswer) => boolean | undefined;

/** The results of what was read, in the order of the readers' names. */
export function resultsOf(read: readonly ReadHandIn[], judge: Judge): Results {
  const exercises = [...new Set(read.flatMap(({ handIn }) => handIn.exercises))];
  const rows = read.map(({ handIn, isChanged }): ResultRow => {
    const answers = exercises.map((key) =>
      handIn.answers.find(({ exercise, tries }) => exercise === key && tries > 0),
    );
    return {
      name: handIn.name,
      isChanged,
      outcomes: answers.map((answer) => {
        if (!answer) return 'none';
        return judge(answer) === true ? 'right' : 'wrong';
      }),
      tries: answers.map((answer) => answer?.tries ?? 0),
    };
  });
  return { exercises, rows: rows.sort((a, b) => a.name.localeCompare(b.name)) };
}

/** How many of a row are right. */
export const rightOf = ({ outcomes }: ResultRow) =>
  outcomes.filter((outcome) => outcome === 'right').length;

/** A field of a table: in quotes where it needs them, and never the beginning of a spreadsheet's formula. */
function fieldOf(value: string | number): string {
  const text =
    typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Words for the head of the table. */
export interface ResultWords {
  readonly name: string;
  readonly right: string;
  readonly count: string;
  readonly changed: string;
  readonly tries: (exercise: string) => string;
}

/** The results as a CSV file, with the mark of byte order that Excel needs: 1 right, 0 not, empty not answered. */
export function csvOf({ exercises, rows }: Results, words: ResultWords): string {
  const head = [
    words.name,
    words.right,
    words.count,
    ...exercises,
    ...exercises.map(words.tries),
    words.changed,
  ];
  const lines = rows.map((row) => [
    row.name,
    rightOf(row),
    exercises.length,
    ...row.outcomes.map((outcome) => ({ right: 1, wrong: 0, none: '' })[outcome]),
    ...row.tries,
    row.isChanged ? 1 : 0,
  ]);
  return `\ufeff${[head, ...lines].map((line) => line.map(fieldOf).join(',')).join('\r\n')}\r\n`;
}

import type { Node } from 'mdast';

/** One thing that is wrong with a lesson, and where. Lines and columns count from 1. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Every problem of a course at once; the message has one line for each: `file:line:column: …`. */
export class LessonError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(
      problems
        .map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`)
        .join('\n'),
    );
    this.name = 'LessonError';
  }
}

/** Where a problem is: a node of the parsed Markdown, or a line. */
export type Place = Pick<Node, 'position'> | { readonly line: number };

/** Notes a problem of one file; compilation goes on, so that an author sees all of them at once. */
export type Report = (place: Place, message: string) => void;

/** A report for `file` that adds to `problems`. */
export function reportTo(problems: Problem[], file: string): Report {
  return (place, message) => {
    const start = 'line' in place ? { line: place.line, column: 1 } : place.position?.start;
    problems.push({ file, line: start?.line ?? 1, column: start?.column ?? 1, message });
  };
}

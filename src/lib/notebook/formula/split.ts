/** One statement of a source: its text without comment and margins, and where it stands. */
export interface SourceLine {
  text: string;
  start: number;
  end: number;
}

/**
 * Cuts a source into statements, at every `;` and at every line's end. What follows `#` on a line
 * is a comment. Empty statements are left out.
 */
export function splitStatements(source: string): SourceLine[] {
  // A comment becomes blanks, so that places stay what they are.
  const code = source.replace(/#[^\n]*/g, (comment) => ' '.repeat(comment.length));
  return [...code.matchAll(/[^;\n]+/g)].flatMap(({ 0: raw, index }) => {
    const text = raw.trim();
    if (text === '') return [];
    const start = index + raw.indexOf(text);
    return [{ text, start, end: start + text.length }];
  });
}

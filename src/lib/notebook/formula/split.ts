/** One statement of a source: its text without comment and margins, and where it stands. */
export interface SourceLine {
  text: string;
  start: number;
  end: number;
}

/**
 * Cuts a source into statements at every `;` and line end outside brackets. What follows `#` on
 * a line is a comment. Empty statements are left out.
 */
export function splitStatements(source: string): SourceLine[] {
  const lines: SourceLine[] = [];
  let [start, end, depth] = [0, 0, 0];
  let inComment = false;

  const close = () => {
    const raw = source.slice(start, end);
    const text = raw.trim();
    if (text === '') return;
    const first = start + raw.indexOf(text);
    lines.push({ text, start: first, end: first + text.length });
  };

  for (let index = 0; index <= source.length; index++) {
    const character = source[index] ?? '\n';
    const lineEnds = character === '\n' && (depth === 0 || index === source.length);
    if (character === '\n') inComment = false;
    if (!inComment) {
      if (character === '(' || character === '[' || character === '{') depth++;
      if (character === ')' || character === ']' || character === '}') depth = Math.max(0, depth - 1);
      inComment = character === '#';
    }
    if (lineEnds || (character === ';' && depth === 0 && !inComment)) {
      close();
      start = index + 1;
    }
    if (!inComment) end = index + 1;
  }
  return lines;
}

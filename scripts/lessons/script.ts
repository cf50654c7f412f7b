/** A part of the script that the course explains, and which of its lines are lit up, from 0. */
export interface Excerpt {
  readonly text: string;
  readonly lit: ReadonlySet<number>;
}

const indentOf = (paragraph: string) => /^ */.exec(paragraph)?.[0] ?? '';

/**
 * The paragraphs of a script that hold a line to be lit, a `# …` for those between them. `fragments` are cut
 * by ` | `, and each lights all lines that it occurs in; without any the whole script is shown, and
 * nothing lit. Throws where a fragment occurs nowhere.
 */
export function excerptOf(script: string, fragments = ''): Excerpt {
  const wanted = fragments.split(' | ').filter((fragment) => fragment !== '');
  const absent = wanted.find((fragment) => !script.includes(fragment));
  if (absent !== undefined) throw new Error(`the script has no line with "${absent}"`);
  if (wanted.length === 0) return { text: script.trim(), lit: new Set() };

  const isLit = (line: string) => wanted.some((fragment) => line.includes(fragment));
  const paragraphs = script.trim().split(/\n{2,}/);
  const shown = paragraphs.map((paragraph) => paragraph.split('\n').some(isLit));
  const text = paragraphs
    .flatMap((paragraph, i) => {
      if (shown[i]) return paragraph;
      return i === 0 || shown[i - 1] ? `${indentOf(paragraph)}# …` : [];
    })
    .join('\n\n');
  return { text, lit: new Set(text.split('\n').flatMap((line, i) => (isLit(line) ? i : []))) };
}

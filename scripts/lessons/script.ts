/** A part of the script that the course explains, and which of its lines are lit up, from 0. */
export interface Excerpt {
  readonly text: string;
  readonly lit: ReadonlySet<number>;
}

/** Stands where lines are left out. */
const leftOut = '# …';

/** A script cut where a line without indent follows a blank one: its imports, a class, a loop. */
const blocksOf = (script: string) => script.trim().split(/\n{2,}(?=\S)/);

/**
 * The blocks of a script that hold a line to be lit, those between them left out. `fragments` are cut
 * by ` | `, and each lights all lines that it occurs in; without any the whole script is shown, and
 * nothing lit. Throws where a fragment occurs nowhere.
 */
export function excerptOf(script: string, fragments = ''): Excerpt {
  const wanted = fragments.split(' | ').filter((fragment) => fragment !== '');
  const absent = wanted.find((fragment) => !script.includes(fragment));
  if (absent !== undefined) throw new Error(`the script has no line with "${absent}"`);
  const isLit = (line: string) => wanted.some((fragment) => line.includes(fragment));
  const shown = blocksOf(script).map((block) =>
    wanted.length === 0 || block.split('\n').some(isLit) ? block : leftOut,
  );
  const text = shown
    .filter((block, i) => block !== leftOut || shown[i - 1] !== leftOut)
    .join('\n\n');
  const lit = text.split('\n').flatMap((line, i) => (isLit(line) ? i : []));
  return { text, lit: new Set(lit) };
}

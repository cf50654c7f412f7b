import type { Verdict } from './rule';
import { plainText } from './read-answer';

/** A written line: its label is HTML of a piece of code. */
interface WrittenLine {
  readonly label: string;
  readonly right: boolean;
}

const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  '#39': "'",
  '#x27': "'",
  '#x3C': '<',
  '#x3E': '>',
  '#x26': '&',
  '#x22': '"',
};

/** The text of a piece of HTML that holds nothing but text. */
export const textOfHtml = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&([^;\s]{1,6});/g, (whole, name: string) => entities[name] ?? whole);

/**
 * A line of Python in one form, whatever its blanks, its quotes, a comment behind it, a comma before a
 * closing bracket, or a semicolon at its end.
 */
export function plainLine(text: string): string | undefined {
  return plainText(text.replaceAll(/[“”„]/g, '"').replaceAll(/[‘’]/g, "'"))
    ?.replace(/#.*$/, '')
    .replaceAll('"', "'")
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([^\w ]) ?/g, '$1')
    .replaceAll(/,(?=[)\]])/g, '')
    .replace(/;$/, '')
    .trim();
}

/** What a mended line is: one of those that are right, a known slip, as it was before, or otherwise wrong. */
export function judgeLine(lines: readonly WrittenLine[], before: string, text: string): Verdict {
  const given = plainLine(text);
  if (!given || given === plainLine(before)) return { is: 'unread' };
  const at = lines.findIndex(({ label }) => plainLine(textOfHtml(label)) === given);
  if (at === -1) return { is: 'wrong' };
  return lines[at].right ? { is: 'right' } : { is: 'slip', slip: String(at) };
}

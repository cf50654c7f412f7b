import { readNumber } from '$lib/ui/number';
import { evaluate } from './expression';

/** Nobody writes a longer answer; what is longer is not read. */
const longest = 200;

const signs: Readonly<Record<string, string>> = {
  '×': '*',
  '✕': '*',
  '∗': '*',
  '·': '*',
  '⋅': '*',
  '•': '*',
  '÷': '/',
  '∕': '/',
  '⁄': '/',
  '−': '-',
  '–': '-',
  '—': '-',
  '。': '.',
  '【': '[',
  '】': ']',
  '、': ',',
};

/** Full-width and printed characters as a keyboard has them; undefined for what is too long. */
export function plainText(text: string): string | undefined {
  if (text.length > longest) return undefined;
  return text
    .replaceAll('²', '^2')
    .replaceAll('³', '^3')
    .normalize('NFKC')
    .replaceAll(/[^\x20-\x7e]/g, (sign) => signs[sign] ?? sign);
}

/** `61,706` and `61 706` in one piece. */
const ungrouped = (text: string) =>
  text.replaceAll(/(?<![\d.])\d{1,3}(?:([, ])\d{3})(?:\1\d{3})*(?!\d)/g, (group) =>
    group.replaceAll(/[, ]/g, ''),
  );

/** A word or a Chinese measure word behind the number: `156 parameters`, `156个`. */
const unit = /(?<=[\d)])\s*(?:[a-z]{3,}|\p{Script=Han}{1,4})$/iu;

/**
 * The number that an answer says: 61706, 61,706, ６１７０６, 六万一千七百零六, a fraction 1/3, a
 * percentage, or a calculation such as 6*(5*5+1) or 28×28. After an equals sign its last side counts.
 * Undefined where it says none.
 */
export function readValue(text: string): number | undefined {
  const last = plainText(text)?.split('=').at(-1)?.trim();
  if (!last) return undefined;
  const number = readNumber(last);
  if (number !== undefined) return Number.isFinite(number) ? number : undefined;
  const calculation = ungrouped(last.replace(unit, ''))
    .replaceAll(/(?<=[\d)])\s*x\s*(?=[\d(])/gi, '*')
    .replaceAll('%', '/100');
  return evaluate(calculation) ?? readNumber(calculation);
}

/**
 * The sizes that an answer says, in their order: 6×28×28, 6 x 28 x 28, 6*28*28, [6, 28, 28],
 * 6@28×28, torch.Size([6, 28, 28]). Undefined where one of them is no whole number above 0.
 */
export function readSizes(text: string): number[] | undefined {
  const inside = plainText(text)
    ?.split('=')
    .at(-1)
    ?.replace(/^\s*(?:torch\.size)?\s*[([]+/i, '')
    .replace(/[)\]]+\s*$/, '');
  if (inside === undefined) return undefined;
  const sizes = inside
    .trim()
    .split(/\s*[x*,@]\s*|\s+/i)
    .map((part) => readNumber(part));
  const isSize = (size: number | undefined): size is number =>
    size !== undefined && Number.isSafeInteger(size) && size > 0;
  return sizes.every(isSize) ? sizes : undefined;
}

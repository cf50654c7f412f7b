const digits = new Map<string, number>([
  ...Array.from('零一二三四五六七八九', (digit, value): [string, number] => [digit, value]),
  ['〇', 0],
  ['两', 2],
]);

const units = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);

/**
 * The value of a whole number written in Chinese digits, by place (二八) or with units (二十八,
 * 一千零二十四, 十二万); undefined where the text is not one.
 */
export function readChineseNumber(text: string): number | undefined {
  if (!/^[零〇一二两三四五六七八九十百千万]+$/.test(text)) return undefined;
  if (!/[十百千万]/.test(text)) {
    return [...text].reduce((value, digit) => value * 10 + digits.get(digit)!, 0);
  }
  // 万 counts all that stands before it; 十 alone, as in 十二, means one ten.
  let total = 0;
  let belowWan = 0;
  let digit: number | undefined;
  for (const character of text) {
    if (character === '万') {
      total += (belowWan + (digit ?? 0)) * 10_000;
      belowWan = 0;
      digit = undefined;
    } else if (units.has(character)) {
      belowWan += (digit ?? 1) * units.get(character)!;
      digit = undefined;
    } else {
      digit = digits.get(character)!;
    }
  }
  return total + belowWan + (digit ?? 0);
}

/** A printed number in TeX: `61,706` is `61{,}706`, `1.25e-7` is `1.25 \times 10^{-7}`. */
export function printedTex(text: string): string {
  return text
    .replaceAll(',', '{,}')
    .replace(/e(-?\d+)$/, ' \\times 10^{$1}')
    .replace('∞', '\\infty')
    .replace('NaN', '\\text{NaN}');
}

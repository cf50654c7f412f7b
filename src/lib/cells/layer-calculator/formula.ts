import type { LayerNumbers } from './answer';

/** The size formula in TeX: with dilation 1 the kernel's span is the kernel, and the formula short. */
function sizeOf(input: string, kernel: string, twicePadding: string, stride: string): string {
  return `\\left\\lfloor\\frac{${input}-${kernel}+${twicePadding}}{${stride}}\\right\\rfloor+1`;
}

const symbols = {
  plain: sizeOf('\\inp{W}', '\\weight{K}', '2P', 'S'),
  dilated: sizeOf('\\inp{W}', 'D(\\weight{K}-1)-1', '2P', 'S'),
};

/**
 * The output's size in symbols, and, where there are numbers, the same with them put in:
 * `O = ⌊(W − K + 2P)/S⌋ + 1 = ⌊(28 − 5 + 2·2)/1⌋ + 1 = 28`.
 */
export function sizeFormula(numbers?: LayerNumbers, size?: number): string {
  const dilated = numbers !== undefined && numbers.dilation !== 1;
  const left = `\\out{O}=${dilated ? symbols.dilated : symbols.plain}`;
  if (!numbers || size === undefined) return left;
  const kernel = `\\weight{${numbers.kernel}}`;
  const filled = sizeOf(
    `\\inp{${numbers.input}}`,
    dilated ? `${numbers.dilation}\\cdot(${kernel}-1)-1` : kernel,
    `2\\cdot ${numbers.padding}`,
    `${numbers.stride}`,
  );
  return `${left}=${filled}=\\out{${size}}`;
}

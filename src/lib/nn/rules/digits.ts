import type { Operand, Role } from './operand';
import { bias, gradient, inp, out, texNumber, weight } from './tex';

const colour: Readonly<Record<Role, (symbol: string) => string>> = {
  input: inp,
  weight,
  bias,
  output: out,
  gradient,
};

/** A number in its role's colour, in TeX. */
export function plain(operand: Operand): string {
  return coloured(operand, texNumber(operand.value));
}

/** The same without its sign. */
export function magnitude(operand: Operand): string {
  return coloured(operand, texNumber(Math.abs(operand.value)));
}

/** The same in brackets if it is negative, to stand behind a sign. */
export function factor(operand: Operand): string {
  return operand.value < 0 ? `(${plain(operand)})` : plain(operand);
}

function coloured(operand: Operand, digits: string): string {
  return operand.kind === 'constant' ? digits : colour[operand.role](digits);
}

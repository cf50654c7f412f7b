/** The remainder of `value` by `modulus`, from 0 up for negative values too. */
export function modulo(value: number, modulus: number): number {
  return ((value % modulus) + modulus) % modulus;
}

/** The largest whole number that divides both; both are at least 1. */
export function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** The x below `modulus` with `value · x ≡ 1`; `value` and `modulus` share no divisor. 0 modulo 1. */
export function inverse(value: number, modulus: number): number {
  let [rest, next] = [modulus, value];
  let [before, factor] = [0, 1];
  while (next > 0) {
    const times = Math.floor(rest / next);
    [rest, next] = [next, rest - times * next];
    [before, factor] = [factor, before - times * factor];
  }
  return modulo(before, modulus);
}

/** The whole numbers that divide `number`, from 1 up; the work grows with its square root. */
export function divisorsOf(number: number): number[] {
  const small: number[] = [];
  const large: number[] = [];
  for (let divisor = 1; divisor * divisor <= number; divisor++) {
    if (number % divisor !== 0) continue;
    small.push(divisor);
    if (divisor * divisor !== number) large.unshift(number / divisor);
  }
  return [...small, ...large];
}

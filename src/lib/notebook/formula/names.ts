import { limits } from './limits';

const letter = 'A-Za-zΑ-Ωα-ω\u4e00-\u9fff';
const characterPattern = new RegExp(`^[${letter}_]$`);
const namePattern = new RegExp(`^[${letter}][${letter}0-9_]*$`);

/** Whether a character may stand in a name: Latin, Greek and Chinese letters, and `_`. */
export function isNameCharacter(character: string): boolean {
  return characterPattern.test(character);
}

/** Whether a text has the form of a name: a letter, then letters, digits and `_`. */
export function isName(text: string): boolean {
  return text.length <= limits.nameLength && namePattern.test(text);
}

// Words of the language, and names that every JavaScript object answers to.
const reserved = new Set(
  [
    'mod to in and xor or not true false null undefined NaN Infinity end',
    'constructor hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString toString valueOf',
  ].flatMap((words) => words.split(' ')),
);

/** Whether a name of the right form may not be given to anything. */
export function isReserved(name: string): boolean {
  return reserved.has(name);
}

const greek = new Set(
  (
    'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau ' +
    'upsilon phi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega'
  ).split(' '),
);

function wordTex(word: string): string {
  if (greek.has(word)) return `\\${word}`;
  if (/[\u4e00-\u9fff]/.test(word)) return `\\text{${word}}`;
  return word.length === 1 ? word : `\\mathrm{${word}}`;
}

/**
 * A name in TeX: what follows `_`, and digits at the end, become its subscript; Greek letters may
 * be spelled out. `C_in` is C with subscript in, `W2` is W with subscript 2, `lambda` is λ.
 */
export function nameTex(name: string): string {
  const [, head = name, digits = '', tail = ''] = /^([^_]*?)(\d*)(_.*)?$/.exec(name) ?? [];
  const subscripts = [digits, ...tail.split('_')].filter((part) => part !== '');
  if (subscripts.length === 0) return wordTex(head);
  return `${wordTex(head)}_{${subscripts.map(subscriptTex).join(',')}}`;
}

function subscriptTex(part: string): string {
  return /^\d+$/.test(part) ? part : wordTex(part);
}

import type { BinaryOperator, Comparison, Expression } from './expression';
import { builtIns } from './functions';
import type { Statement } from './language';
import { nameTex } from './names';
import { numberTex } from './numbers';

/** What stands for a name in a formula: its symbol, or its value. */
export interface NameSetting {
  tex: string;
  /** A value, which wants a sign between factors and, where negative, brackets. */
  value?: number | boolean;
  /** The role that gives it its colour. */
  role?: Role;
}

/** How the names of a formula are set. */
export type SetName = (name: string) => NameSetting;

/** The roles of the product (input, weight, bias, out, gradient), each a macro that colours it. */
export type Role = 'inp' | 'weight' | 'bias' | 'out' | 'gradient';

/** Every name as its symbol, coloured by the role it plays. */
export const inSymbols =
  (roles: Readonly<Record<string, Role>> = {}): SetName =>
  (name) => ({ tex: nameTex(name), role: Object.hasOwn(roles, name) ? roles[name] : undefined });

const coloured = (tex: string, role: Role | undefined) => (role ? `\\${role}{${tex}}` : tex);

/** A value in TeX, as it is put in for a name or stated as a result. */
export function valueTex(value: number | boolean, precision?: number): string {
  return typeof value === 'boolean' ? `\\text{${value}}` : numberTex(value, precision).tex;
}

/**
 * What may stand at a place without brackets: anything; anything but a remainder, on the left of
 * + − ·; that without a sign, on their right; a product of one, beside `mod`; or one symbol.
 */
type Place = 'open' | 'first' | 'operand' | 'factor' | 'base';

const comparisonTex: Record<Comparison, string> = {
  '<': '<',
  '<=': '\\le',
  '>': '>',
  '>=': '\\ge',
  '==': '\\mathrel{==}',
  '!=': '\\ne',
};

const operatorTex: Record<Exclude<BinaryOperator, '/' | '^' | '*'>, string> = {
  '+': '+',
  '-': '-',
  mod: '\\bmod',
  and: '\\land',
  or: '\\lor',
};

const bracketed = (tex: string) => `\\left(${tex}\\right)`;

const bracketedUnlessOpen = (tex: string, place: Place) =>
  place === 'open' ? tex : bracketed(tex);

/** A number or boolean in TeX, in brackets where its sign or its power of ten would mislead. */
function setValue(value: number | boolean, place: Place, precision?: number): string {
  const tex = valueTex(value, precision);
  const signed = place !== 'open' && place !== 'first' && tex.startsWith('-');
  const scientific = (place === 'base' || place === 'factor') && tex.includes('\\times');
  return signed || scientific ? bracketed(tex) : tex;
}

/** Brackets fall away where the layout already groups: in a fraction, an exponent, an argument. */
function ungroup(expression: Expression): Expression {
  return expression.kind === 'group' ? ungroup(expression.content) : expression;
}

/**
 * An expression in TeX, laid out as mathematics is printed: division as a fraction, `floor` as
 * half brackets, powers raised. `setName` gives the names their symbols or their values.
 */
export function expressionTex(expression: Expression, setName: SetName): string {
  const inside = (part: Expression) => set(ungroup(part), 'open');

  function set(part: Expression, place: Place): string {
    switch (part.kind) {
      case 'number':
        return setValue(part.value, place, 15);
      case 'boolean':
        return setValue(part.value, place);
      case 'name': {
        const { tex, value, role } = setName(part.name);
        return coloured(value === undefined ? tex : setValue(value, place), role);
      }
      case 'group':
        return bracketed(inside(part.content));
      case 'percent': {
        const tex = `${set(part.content, 'base')}\\%`;
        return place === 'base' ? bracketed(tex) : tex;
      }
      case 'unary': {
        const tex = part.operator === 'not' ? negation(part.operand) : signed(part);
        return place === 'open' || place === 'first' ? tex : bracketed(tex);
      }
      case 'binary':
        return binary(part, place);
      case 'comparison':
        return bracketedUnlessOpen(comparison(part), place);
      case 'call':
        return call(part, place);
      case 'choice': {
        const [condition, whenTrue, whenFalse] = [
          part.condition,
          part.whenTrue,
          part.whenFalse,
        ].map((branch) => set(branch, 'open'));
        return bracketedUnlessOpen(`${condition} \\;?\\; ${whenTrue} : ${whenFalse}`, place);
      }
    }
  }

  function comparison({
    operands,
    operators,
  }: Extract<Expression, { kind: 'comparison' }>): string {
    return operands
      .map((operand, index) => {
        const tex = set(operand, index === 0 ? 'open' : 'operand');
        return index === 0 ? tex : `${comparisonTex[operators[index - 1]!]} ${tex}`;
      })
      .join(' ');
  }

  function signed({ operator, operand }: Extract<Expression, { kind: 'unary' }>): string {
    return `${operator}${set(operand, 'operand')}`;
  }

  /** `not` is said of all that follows, in brackets where that is more than one symbol. */
  function negation(operand: Expression): string {
    const tex =
      operand.kind === 'binary' ? bracketed(set(operand, 'open')) : set(operand, 'factor');
    return `\\lnot ${tex}`;
  }

  function binary(part: Extract<Expression, { kind: 'binary' }>, place: Place): string {
    const { operator, left, right } = part;
    if (operator === '/') {
      const tex = `\\frac{${inside(left)}}{${inside(right)}}`;
      return place === 'base' ? bracketed(tex) : tex;
    }
    if (operator === '^') return `${base(left)}^{${inside(right)}}`;
    if (operator === 'mod') return bracketedUnlessOpen(remainder(left, right), place);
    if (operator === 'and' || operator === 'or') {
      return bracketedUnlessOpen(joined(part, set(left, 'open'), set(right, 'open')), place);
    }
    const first = place === 'open' ? 'first' : place;
    const tex = joined(part, set(left, first), set(right, 'operand'));
    return place === 'factor' || place === 'base' ? bracketed(tex) : tex;
  }

  /** Print has no rule for what binds tighter than `mod`, so its sides are one symbol each. */
  function remainder(left: Expression, right: Expression): string {
    return `${set(left, 'factor')} \\bmod ${set(right, 'factor')}`;
  }

  function joined(
    { operator, left, right }: Extract<Expression, { kind: 'binary' }>,
    leftTex: string,
    rightTex: string,
  ): string {
    if (operator !== '*') {
      return `${leftTex} ${operatorTex[operator as keyof typeof operatorTex]} ${rightTex}`;
    }
    if (!isJuxtaposed(left, right)) return `${leftTex} \\cdot ${rightTex}`;
    return rightTex.startsWith('\\') && right.kind === 'name'
      ? `${leftTex} \\, ${rightTex}`
      : `${leftTex} ${rightTex}`;
  }

  function base(part: Expression): string {
    const tex = set(part, 'base');
    // A fraction, a function's value or a name with a subscript is raised as a whole.
    return part.kind === 'number' ? tex : `{${tex}}`;
  }

  /** A number before a symbol or a bracket needs no sign: 2P, 16(x + 1). */
  function isJuxtaposed(left: Expression, right: Expression): boolean {
    if (left.kind !== 'number') return false;
    if (right.kind === 'group') return true;
    return right.kind === 'name' && setName(right.name).value === undefined;
  }

  function call(part: Extract<Expression, { kind: 'call' }>, place: Place): string {
    const [left, right] = part.arguments;
    if (part.name === 'mod' && left && right) return bracketed(remainder(left, right));
    const args = part.arguments.map(inside);
    const builtIn = builtIns.get(part.name);
    if (!builtIn) return `${nameTex(part.name)}\\left(${args.join(', ')}\\right)`;
    const tex = builtIn.tex(...args);
    return part.name === 'pow' && place === 'base' ? bracketed(tex) : tex;
  }

  return set(ungroup(expression), 'open');
}

/** The left side of a statement in TeX, `O` or `f(x)`; '' for a bare expression. */
export function headTex({ name, parameters }: Statement, setName: SetName): string {
  if (name === undefined) return '';
  const { tex, role } = setName(name);
  if (!parameters) return coloured(tex, role);
  return `${tex}\\left(${parameters.map((parameter) => setName(parameter).tex).join(', ')}\\right)`;
}

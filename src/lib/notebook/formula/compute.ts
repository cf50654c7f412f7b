import type { BinaryOperator, Comparison, Expression } from './expression';
import { builtIns, constants } from './functions';
import type { FunctionValue, Value } from './language';
import { divide, isEqual, power, remainder } from './operations';
import { Refusal } from './problem';

/** Computes an expression, given the values of names and, in a function's body, of its parameters. */
type Code = (scope: ReadonlyMap<string, Value>, args: readonly Value[]) => Value;

const arithmetic: Record<
  Exclude<BinaryOperator, 'and' | 'or'>,
  (left: number, right: number) => number
> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': divide,
  '^': power,
  mod: remainder,
};

const compare: Record<Comparison, (left: number, right: number) => boolean> = {
  '<': (left, right) => left < right && !isEqual(left, right),
  '<=': (left, right) => left < right || isEqual(left, right),
  '>': (left, right) => left > right && !isEqual(left, right),
  '>=': (left, right) => left > right || isEqual(left, right),
  '==': isEqual,
  '!=': (left, right) => !isEqual(left, right),
};

/**
 * What computes an expression just as its tree says, which is also what is printed of it. What is
 * computed throws a Refusal wherever a part of it has no value, so that none is hidden by the rest:
 * `1/(1/0)` is no number, not 0.
 */
export function compile(expression: Expression, parameters: readonly string[] = []): Code {
  function number(part: Expression): (...context: Parameters<Code>) => number {
    const code = compiled(part);
    return (scope, args) => Number(code(scope, args));
  }

  function compiled(part: Expression): Code {
    switch (part.kind) {
      case 'number':
      case 'boolean':
        return () => part.value;
      case 'name':
        return read(part.name);
      case 'group':
        return compiled(part.content);
      case 'percent': {
        const content = number(part.content);
        return (scope, args) => content(scope, args) / 100;
      }
      case 'unary': {
        const operand = number(part.operand);
        if (part.operator === 'not') return (scope, args) => operand(scope, args) === 0;
        const sign = part.operator === '-' ? -1 : 1;
        return (scope, args) => sign * operand(scope, args) + 0;
      }
      case 'binary':
        return binary(part);
      case 'comparison': {
        const operands = part.operands.map(number);
        return (scope, args) =>
          part.operators.every((operator, index) =>
            compare[operator](operands[index]!(scope, args), operands[index + 1]!(scope, args)),
          );
      }
      case 'call':
        return call(part.name, part.arguments);
      case 'choice': {
        const condition = number(part.condition);
        const [whenTrue, whenFalse] = [compiled(part.whenTrue), compiled(part.whenFalse)];
        return (scope, args) =>
          condition(scope, args) === 0 ? whenFalse(scope, args) : whenTrue(scope, args);
      }
    }
  }

  function read(name: string): Code {
    const index = parameters.indexOf(name);
    if (index >= 0) return (_scope, args) => args[index]!;
    const constant = constants.get(name);
    return (scope) => scope.get(name) ?? constant!;
  }

  function binary({ operator, ...part }: Extract<Expression, { kind: 'binary' }>): Code {
    const [left, right] = [number(part.left), number(part.right)];
    // The right side is not asked where the left one decides.
    if (operator === 'and') {
      return (scope, args) => left(scope, args) !== 0 && right(scope, args) !== 0;
    }
    if (operator === 'or') {
      return (scope, args) => left(scope, args) !== 0 || right(scope, args) !== 0;
    }
    const compute = arithmetic[operator];
    return (scope, args) => checked(compute(left(scope, args), right(scope, args)));
  }

  function call(name: string, parts: readonly Expression[]): Code {
    const builtIn = builtIns.get(name);
    if (builtIn) {
      const codes = parts.map(number);
      return (scope, args) => checked(builtIn.compute(...codes.map((code) => code(scope, args))));
    }
    const codes = parts.map(compiled);
    return (scope, args) =>
      (scope.get(name) as FunctionValue)(
        ...codes.map((code) => code(scope, args) as number | boolean),
      );
  }

  return compiled(expression);
}

function checked(value: number): number {
  if (Number.isNaN(value)) throw new Refusal({ kind: 'notANumber' });
  return value;
}

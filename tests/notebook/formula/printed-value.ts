/** Rounds, but takes a number for whole that is so to twelve digits, as the language says. */
function wholeOr(rounded: (x: number) => number, x: number): number {
  const nearest = Math.round(x);
  return Math.abs(x - nearest) <= 1e-12 * Math.max(1e-3, Math.abs(x)) ? nearest : rounded(x);
}

/**
 * Reads printed TeX as a mathematician reads it, and computes it with the platform's own
 * arithmetic: an account of the language that shares nothing with it. Throws where a reader could
 * doubt what is meant: a remainder beside other signs, `not` before part of a comparison.
 */
export function printedValue(tex: string, names: Record<string, number> = {}): number | boolean {
  const tokens =
    tex.match(
      /\\left\\lfloor|\\right\\rfloor|\\left\\lceil|\\right\\rceil|\\(?:left|right)[(|)]|\\operatorname\{\w+\}|\\text\{\w+\}|\\mathrel\{==\}|\\log_|\\[a-z]+|\\[;,%]|\d+(?:\{,\}\d{3})*(?:\.\d+)?|[a-z]|\S/gi,
    ) ?? [];
  let at = 0;
  const spaces = new Set(['\\,', '\\;']);
  const peek = () => {
    while (spaces.has(tokens[at])) at++;
    return tokens[at];
  };
  const take = (wanted?: string) => {
    const token = peek();
    if (wanted !== undefined && token !== wanted) throw new Error(`${wanted} expected: ${tex}`);
    at++;
    return token;
  };
  const isNext = (...candidates: string[]) => candidates.includes(peek());
  const doubtful = () => new Error(`can be read two ways: ${tex}`);

  function choice(): number | boolean {
    const condition = either();
    if (!isNext('?')) return condition;
    take('?');
    const whenTrue = choice();
    take(':');
    const whenFalse = choice();
    return condition ? whenTrue : whenFalse;
  }
  function either(): number | boolean {
    let value = both();
    while (isNext('\\lor')) {
      take();
      const right = both();
      value = Boolean(value) || Boolean(right);
    }
    return value;
  }
  function both(): number | boolean {
    let value = denied();
    while (isNext('\\land')) {
      take();
      const right = denied();
      value = Boolean(value) && Boolean(right);
    }
    return value;
  }
  function denied(): number | boolean {
    if (!isNext('\\lnot')) return comparison();
    take();
    const value = factor();
    if (!/^($|\\land$|\\lor$|\\right|[?:},])/.test(peek() ?? '')) throw doubtful();
    return !value;
  }
  function comparison(): number | boolean {
    const near = (a: number, b: number) =>
      Math.abs(a - b) <= Math.max(1e-12 * Math.max(Math.abs(a), Math.abs(b)), 1e-15);
    const relations: Record<string, (a: number, b: number) => boolean> = {
      '<': (a, b) => a < b && !near(a, b),
      '>': (a, b) => a > b && !near(a, b),
      '\\le': (a, b) => a < b || near(a, b),
      '\\ge': (a, b) => a > b || near(a, b),
      '\\mathrel{==}': near,
      '\\ne': (a, b) => !near(a, b),
    };
    let left = sum();
    if (!(peek() in relations)) return left;
    let holds = true;
    while (peek() in relations) {
      const relation = relations[take()];
      const right = sum();
      holds &&= relation(Number(left), Number(right));
      left = right;
    }
    return holds;
  }
  function sum(): number | boolean {
    const sign = isNext('-', '+') ? take() : '';
    const first = product();
    if (isNext('\\bmod')) {
      if (sign !== '' || first.factors > 1) throw doubtful();
      take();
      const divisor = product();
      if (divisor.factors > 1 || isNext('+', '-', '\\bmod')) throw doubtful();
      const [x, y] = [Number(first.value), Number(divisor.value)];
      const times = x / y;
      const isMultiple =
        Math.abs(times - Math.round(times)) <= 1e-12 * Math.max(1, Math.abs(times));
      return isMultiple ? 0 : x - Math.floor(times) * y;
    }
    let value =
      sign === '' ? first.value : sign === '-' ? -Number(first.value) : Number(first.value);
    while (isNext('+', '-')) {
      const plus = take() === '+';
      if (isNext('+', '-')) throw doubtful();
      const right = Number(product().value);
      if (isNext('\\bmod')) throw doubtful();
      value = plus ? Number(value) + right : Number(value) - right;
    }
    return value;
  }
  function product(): { value: number | boolean; factors: number } {
    let value = factor();
    let factors = 1;
    const begins = () =>
      /^(\\(left|frac|sqrt|operatorname|max|min|log|ln|exp|text)|[a-z{]$|\d)/i.test(peek() ?? '');
    while (isNext('\\cdot', '\\times') || begins()) {
      if (isNext('\\cdot', '\\times')) take();
      value = Number(value) * Number(factor());
      factors++;
    }
    return { value, factors };
  }
  function factor(): number | boolean {
    let value = atom();
    if (isNext('^')) {
      take();
      take('{');
      value = Number(value) ** Number(choice());
      take('}');
      if (isNext('^')) throw doubtful();
    }
    while (isNext('\\%')) {
      take();
      value = Number(value) / 100;
    }
    return value;
  }
  function enclosed(close: string): number | boolean {
    const value = choice();
    take(close);
    return value;
  }
  function args(): number[] {
    take('\\left(');
    const values = [Number(choice())];
    while (isNext(',')) {
      take();
      values.push(Number(choice()));
    }
    take('\\right)');
    return values;
  }
  function atom(): number | boolean {
    const token = take();
    if (/^\d/.test(token)) return Number(token.replaceAll('{,}', ''));
    if (/^[a-z]$/i.test(token)) return names[token];
    switch (token) {
      case '{':
        return enclosed('}');
      case '\\left(':
        return enclosed('\\right)');
      case '\\left|':
        return Math.abs(Number(enclosed('\\right|')));
      case '\\left\\lfloor':
        return wholeOr(Math.floor, Number(enclosed('\\right\\rfloor')));
      case '\\left\\lceil':
        return wholeOr(Math.ceil, Number(enclosed('\\right\\rceil')));
      case '\\frac': {
        take('{');
        const above = Number(enclosed('}'));
        take('{');
        return above / Number(enclosed('}'));
      }
      case '\\log_': {
        take('{');
        const base = Number(enclosed('}'));
        return Math.log(args()[0]) / Math.log(base);
      }
      case '\\sqrt':
        take('{');
        return Math.sqrt(Number(enclosed('}')));
      case '\\max':
        return Math.max(...args());
      case '\\min':
        return Math.min(...args());
      case '\\exp':
        return Math.exp(args()[0]);
      case '\\ln':
        return Math.log(args()[0]);
      case '\\operatorname{sign}':
        return Math.sign(args()[0]);
      case '\\text{true}':
        return true;
      case '\\text{false}':
        return false;
    }
    throw new Error(`“${token}” is not read: ${tex}`);
  }

  const value = choice();
  if (peek() !== undefined) throw new Error(`“${peek()}” is left over: ${tex}`);
  return value;
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  evaluate,
  explain,
  formatRef,
  lenet5,
  manualSeed,
  offsetOf,
  referencesOf,
  refShape,
  tensorOf,
  uses,
  type Explanation,
  type Ref,
  type Rule,
  type Trace,
} from '$lib/nn';
import { adam, sdlm, sgd } from '$lib/optim';
import { golden98Network, trainDigit98 } from '../../golden/lenet98';
import { testDigit } from '../../golden/read';
import {
  blockNames,
  blowUps,
  sampleRefs,
  secondStep,
  smallNetworksWith,
  traceBlownUp,
  traceSmallNetwork,
} from './networks';

const tolerance = 1e-12;

const network = lenet5(manualSeed(0));
const traces = [
  { rule: 'SGD', trace: secondStep(network, testDigit(18), 3, sgd({ lr: 0.05 })) },
  {
    rule: 'SGD with momentum and weight decay',
    trace: secondStep(
      network,
      testDigit(8),
      5,
      sgd({ lr: 0.01, momentum: 0.9, weightDecay: 5e-4 }),
    ),
  },
  { rule: 'Adam', trace: secondStep(network, testDigit(0), 7, adam()) },
  {
    rule: 'the network of 1998 by equation 8 and its own method',
    trace: secondStep(
      golden98Network('sqrt', 'mse'),
      trainDigit98(0),
      5,
      sdlm({ lr: 0.0005, mu: 1 }),
    ),
  },
  {
    rule: 'the network of 1998 by equation 9 and its own method',
    trace: secondStep(
      golden98Network('F', 'map', 84),
      trainDigit98(0),
      5,
      sdlm({ lr: 0.0005, mu: 1 }),
    ),
  },
];

function valueOf(trace: Trace, { tensor, index }: Ref): number {
  return tensorOf(trace, tensor).data[offsetOf(refShape(trace, tensor), index)];
}

/** Some of a list, spread over it: its first, its last and what lies between. */
function someOf<T>(list: readonly T[], count: number): T[] {
  if (list.length <= count) return [...list];
  return Array.from(
    { length: count },
    (_, k) => list[Math.round((k * (list.length - 1)) / (count - 1))],
  );
}

/** How far the rule applied to its operands is from the number, relative to the number. */
function error({ rule, value }: Explanation): number {
  const difference = Math.abs(evaluate(rule) - value);
  return difference === 0 ? 0 : difference / Math.abs(value);
}

/** What rounding is measured by: the terms of a sum, which can be larger than what they add up to. */
function scaleOf(rule: Rule, value: number): number {
  const products = rule.kind === 'sum' ? rule.terms.map(({ product }) => product) : [value];
  return products.reduce((sum, product) => sum + Math.abs(product), 0);
}

function isSame(one: Ref, other: Ref): boolean {
  return one.tensor === other.tensor && one.index.join() === other.index.join();
}

/** When each tensor was written: given ones first, then formula by formula. */
function writingOrder(trace: Trace): Map<string, number> {
  const written = trace.steps.flatMap(({ writes }) => writes);
  const given = [...trace.tensors.keys()].filter((name) => !written.includes(name));
  return new Map([...given, ...written].map((name, at) => [name, at]));
}

/** The operands with another value than the number that they refer to. */
function strangers(trace: Trace, { rule }: Explanation): string[] {
  return referencesOf(rule)
    .filter((operand) => !Object.is(operand.value, valueOf(trace, operand.ref)))
    .map((operand) => formatRef(operand.ref));
}

/** Whether everything that a number refers to was written before it. */
function leadsBack(order: ReadonlyMap<string, number>, { ref, rule }: Explanation): boolean {
  const position = order.get(ref.tensor)!;
  return referencesOf(rule).every((operand) => order.get(operand.ref.tensor)! < position);
}

describe.each(traces)('second step of $rule', ({ trace }) => {
  // A long trace has fewer of each tensor.
  const refs = sampleRefs(trace, trace.tensors.size > 80 ? 14 : 40);
  const explanations = refs.map((ref) => explain(trace, ref));
  const names = (broken: readonly Explanation[]) => broken.map(({ ref }) => formatRef(ref));

  it('has at least 45 tensors made by steps, and at least 1,000 numbers are looked at', () => {
    expect(trace.steps.flatMap(({ writes }) => writes).length).toBeGreaterThanOrEqual(45);
    expect(refs.length).toBeGreaterThanOrEqual(1000);
  });

  it('the rule applied to the operands gives the number', () => {
    const made = explanations.filter(({ rule }) => rule.kind !== 'leaf');
    expect(names(made.filter((each) => !(error(each) < tolerance)))).toEqual([]);
  });

  it('a number and its operands have the values that stand in the trace', () => {
    expect(names(explanations.filter(({ ref, value }) => value !== valueOf(trace, ref)))).toEqual(
      [],
    );
    expect(explanations.flatMap((each) => strangers(trace, each))).toEqual([]);
  });

  it('references lead to what was written earlier, and so end at leaves, without a circle', () => {
    const order = writingOrder(trace);
    expect(names(explanations.filter((each) => !leadsBack(order, each)))).toEqual([]);
  });

  it('leaves are pixels, initial parameters, codes, the label and what the optimiser remembered', () => {
    const leaves = explanations.filter(({ rule }) => rule.kind === 'leaf');
    const before = trace.parameters.flatMap((name) =>
      ['momentumBuffer', 'expAvg', 'expAvgSq'].map((state) => `${name}.${state}.before`),
    );
    const given = ['input', 'label', 'output.weight', ...trace.parameters, ...before];
    expect(new Set(leaves.map(({ ref }) => ref.tensor))).toEqual(
      new Set(given.filter((name) => trace.tensors.has(name))),
    );
  });

  it('uses is the inverse of explain', () => {
    const missing: string[] = [];
    for (const { ref, rule } of explanations) {
      for (const operand of someOf(referencesOf(rule), 3)) {
        const users = uses(trace, operand.ref).flatMap((use) => use.refs);
        if (!users.some((user) => isSame(user, ref))) missing.push(formatRef(operand.ref));
      }
      for (const user of uses(trace, ref).flatMap((use) => someOf(use.refs, 2))) {
        const operands = referencesOf(explain(trace, user).rule);
        if (!operands.some((each) => isSame(each.ref, ref))) missing.push(formatRef(user));
      }
    }
    expect(missing).toEqual([]);
  }, 240_000);
});

describe.each(blockNames)(
  'small random networks with: %s, every number of every tensor',
  (block) => {
    const networks = smallNetworksWith(block);
    // Every block draws other networks.
    const seed = 20 + blockNames.indexOf(block);
    const settings = { seed, numRuns: 3 };
    const patience = 60_000;

    it(
      'the rule holds, within rounding of its terms',
      () => {
        const holds = ({ rule, value }: Explanation) =>
          rule.kind === 'leaf' ||
          Math.abs(evaluate(rule) - value) <= tolerance * scaleOf(rule, value);
        fc.assert(
          fc.property(networks, (drawn) => {
            const trace = traceSmallNetwork(drawn);
            const order = writingOrder(trace);
            const explanations = sampleRefs(trace, Infinity).map((ref) => explain(trace, ref));
            const broken = explanations.filter((each) => !holds(each) || !leadsBack(order, each));
            expect(broken.map(({ ref }) => formatRef(ref))).toEqual([]);
            expect(explanations.flatMap((each) => strangers(trace, each))).toEqual([]);
          }),
          settings,
        );
      },
      patience,
    );

    it(
      'the rule holds in a network that blew up: not-a-numbers, infinities, ties',
      () => {
        fc.assert(
          fc.property(networks, blowUps, (drawn, how) => {
            const trace = traceBlownUp(drawn, how);
            const explanations = sampleRefs(trace, Infinity).map((ref) => explain(trace, ref));
            const broken = explanations.filter(({ rule, value }) => {
              if (rule.kind === 'leaf') return false;
              return Number.isFinite(value)
                ? !(Math.abs(evaluate(rule) - value) <= tolerance * scaleOf(rule, value))
                : !Object.is(evaluate(rule), value);
            });
            expect(broken.map(({ ref }) => formatRef(ref))).toEqual([]);
            const winners = explanations.filter(
              ({ rule, value }) => rule.kind === 'maximum' && !Object.is(rule.winner.value, value),
            );
            expect(winners.map(({ ref }) => formatRef(ref))).toEqual([]);
          }),
          { seed, numRuns: 8 },
        );
      },
      patience,
    );

    it.each(['sound', 'blown up'])(
      'uses lists exactly the numbers that refer to it, once each: a %s network',
      (state) => {
        fc.assert(
          fc.property(networks, blowUps, (drawn, how) => {
            const trace = state === 'sound' ? traceSmallNetwork(drawn) : traceBlownUp(drawn, how);
            const refs = sampleRefs(trace, Infinity);
            const byExplain = refs.flatMap((ref) => {
              const operands = referencesOf(explain(trace, ref).rule).map((each) =>
                formatRef(each.ref),
              );
              return [...new Set(operands)].map((operand) => `${operand} → ${formatRef(ref)}`);
            });
            const byUses = refs.flatMap((ref) =>
              uses(trace, ref).flatMap((use) =>
                use.refs.map((user) => `${formatRef(ref)} → ${formatRef(user)}`),
              ),
            );
            expect(byUses.sort()).toEqual(byExplain.sort());
          }),
          settings,
        );
      },
      patience,
    );
  },
);

describe('a broken term is caught', () => {
  const { trace } = traces[1];

  it.each(['c3.output[7,2,4]', 'c3.weight.grad[3,0,1,2]', 's2.output.grad[2,5,5]'])(
    '%s with one factor off by a millionth, or one term left out',
    (text) => {
      const ref = refOf(text);
      const explanation = explain(trace, ref);
      const { rule } = explanation;
      if (rule.kind !== 'sum') throw new Error(`expected a sum, got ${rule.kind}`);
      const at = rule.terms.findIndex(({ product }) => product !== 0);
      const [first, ...others] = rule.terms[at].factors;
      const broken = { ...rule.terms[at], factors: [{ ...first, value: first.value * 1.000001 }] };
      const wrong = { ...broken, factors: [...broken.factors, ...others] };
      const off = { ...rule, terms: rule.terms.with(at, wrong as (typeof rule.terms)[number]) };
      const short = { ...rule, terms: rule.terms.filter((_, i) => i !== at) };
      expect(error(explanation)).toBeLessThan(tolerance);
      expect(error({ ...explanation, rule: off })).toBeGreaterThan(tolerance);
      expect(error({ ...explanation, rule: short })).toBeGreaterThan(tolerance);
    },
  );

  function refOf(text: string): Ref {
    const [tensor, index] = text.slice(0, -1).split('[');
    return { tensor, index: index.split(',').map(Number) };
  }
});

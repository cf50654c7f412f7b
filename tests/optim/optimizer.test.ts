import { describe, expect, it } from 'vitest';
import { scalar, tensor, zeros } from '$lib/nn';
import { adam, constantLR, oneCycleLR, Optimizer, sgd, type UpdateRule } from '$lib/optim';
import { golden } from '../golden/read';

interface TorchRule {
  readonly kind: 'sgd' | 'adam';
  readonly lr: number;
  readonly momentum?: number;
  readonly weight_decay?: number;
  readonly nesterov?: boolean;
  readonly betas?: [number, number];
  readonly eps?: number;
}

interface OptimizersFile {
  readonly start: number[];
  readonly grads: number[][];
  readonly runs: { rule: TorchRule; values: number[][] }[];
  readonly oneCycle: {
    options: Record<string, number> & { cycle_momentum?: boolean };
    steps: { lr: number; momentum: number }[];
  }[];
  readonly scheduled: {
    readonly grads: number[][];
    readonly runs: {
      kind: 'sgd' | 'adam';
      maxLr: number;
      steps: { rule: { lr: number; momentum: number }; values: number[] }[];
    }[];
  };
}

const file = golden<OptimizersFile>('optimizers.json');

function toRule({ kind, weight_decay: weightDecay = 0, ...options }: TorchRule): UpdateRule {
  return kind === 'sgd' ? sgd({ ...options, weightDecay }) : adam({ ...options, weightDecay });
}

describe('Optimizer', () => {
  it.each(file.runs.map((run) => ({ ...run, title: JSON.stringify(run.rule) })))(
    '$title, four steps → as torch.optim',
    ({ rule, values }) => {
      const parameter = { value: tensor([6], file.start), grad: zeros([6]) };
      const optimizer = new Optimizer(new Map([['w', parameter]]), toRule(rule));
      file.grads.forEach((grad, step) => {
        parameter.grad.data.set(grad);
        optimizer.step();
        values[step].forEach((expected, i) => {
          expect(parameter.value.data[i]).toBeCloseTo(expected, 13);
        });
      });
    },
  );

  it('momentum by hand: gradients 1, 1 with lr 0.1, momentum 0.5 → steps of 0.1 and 0.15', () => {
    const parameter = { value: scalar(1), grad: scalar(1) };
    const optimizer = new Optimizer(new Map([['w', parameter]]), sgd({ lr: 0.1, momentum: 0.5 }));
    optimizer.step();
    expect(parameter.value.data[0]).toBeCloseTo(0.9, 14);
    optimizer.step();
    expect(parameter.value.data[0]).toBeCloseTo(0.75, 14);
    expect(optimizer.steps).toBe(2);
    expect(optimizer.state.get('w')).toEqual({ momentumBuffer: scalar(1.5) });
  });

  it('Adam’s first step → lr against the gradient’s sign, however small the gradient', () => {
    const parameter = { value: tensor([2], [0, 0]), grad: tensor([2], [1e-3, -50]) };
    new Optimizer(new Map([['w', parameter]]), adam()).step();
    expect(parameter.value.data[0]).toBeCloseTo(-1e-3, 7);
    expect(parameter.value.data[1]).toBeCloseTo(1e-3, 7);
  });
});

describe('schedules', () => {
  it('constantLR(0.1) → 0.1 and the momentum left alone', () => {
    expect(constantLR(0.1)(1000)).toEqual({ lr: 0.1 });
  });

  it.each(file.scheduled.runs)(
    '$kind on one cycle up to $maxLr → as torch.optim with OneCycleLR',
    ({ kind, maxLr, steps }) => {
      const schedule = oneCycleLR({ maxLr, totalSteps: steps.length });
      const parameter = { value: tensor([6], file.start), grad: zeros([6]) };
      const ruleAt = (step: number): UpdateRule => {
        const { lr, momentum = 0 } = schedule(step);
        return kind === 'sgd' ? sgd({ lr, momentum }) : adam({ lr, betas: [momentum, 0.999] });
      };
      const optimizer = new Optimizer(new Map([['w', parameter]]), ruleAt(0));
      steps.forEach(({ rule, values }, step) => {
        expect(schedule(step).lr).toBeCloseTo(rule.lr, 13);
        expect(schedule(step).momentum).toBeCloseTo(rule.momentum, 13);
        optimizer.rule = ruleAt(step);
        parameter.grad.data.set(file.scheduled.grads[step]);
        optimizer.step();
        values.forEach((value, i) => expect(parameter.value.data[i]).toBeCloseTo(value, 13));
      });
    },
  );

  it.each(file.oneCycle.map((run) => ({ ...run, title: JSON.stringify(run.options) })))(
    'oneCycleLR $title → as torch.optim.lr_scheduler',
    ({ options, steps }) => {
      const cycleMomentum = options.cycle_momentum ?? true;
      const schedule = oneCycleLR({
        maxLr: options.max_lr,
        totalSteps: options.total_steps,
        pctStart: options.pct_start,
        divFactor: options.div_factor,
        finalDivFactor: options.final_div_factor,
        cycleMomentum,
        baseMomentum: options.base_momentum,
        maxMomentum: options.max_momentum,
      });
      steps.forEach((expected, step) => {
        const { lr, momentum } = schedule(step);
        expect(lr).toBeCloseTo(expected.lr, 14);
        if (cycleMomentum) expect(momentum).toBeCloseTo(expected.momentum, 14);
        else expect(momentum).toBeUndefined();
      });
    },
  );

  it('oneCycleLR with no rise, or of one step → no NaN', () => {
    expect(oneCycleLR({ maxLr: 1, totalSteps: 4, pctStart: 0 })(0).lr).toBeGreaterThan(0);
    expect(oneCycleLR({ maxLr: 1, totalSteps: 10, pctStart: 0.1 })(0).lr).toBe(1);
    expect(oneCycleLR({ maxLr: 1, totalSteps: 1 })(0).lr).toBeGreaterThan(0);
  });

  it.each([
    ['no steps', () => oneCycleLR({ maxLr: 1, totalSteps: 0 }), 'invalid totalSteps'],
    [
      'a rise of all',
      () => oneCycleLR({ maxLr: 1, totalSteps: 9, pctStart: 1 }),
      'invalid pctStart',
    ],
    ['a step past the end', () => oneCycleLR({ maxLr: 1, totalSteps: 9 })(9), 'invalid step'],
  ])('oneCycleLR with %s → refused', (_, run, message) => {
    expect(run).toThrow(`oneCycleLR: ${message}`);
  });
});

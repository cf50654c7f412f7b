import {
  convolutionMultiplyAdds,
  convolutionParameters,
  outputSize,
  poolOutputSize,
  readWhole,
  type Reason,
  type Result,
} from '$lib/arithmetic';
import {
  fieldsOf,
  minimumOf,
  type LayerKind,
  type LayerSettings,
  type NumberField,
} from './settings';

/** The numbers of a form without a problem. */
export type LayerNumbers = Record<NumberField, number>;

/** What the calculator shows: its results, or at which fields there is a problem. */
export interface LayerAnswer {
  readonly problems: Partial<Record<NumberField, Reason>>;
  /** Present when every field holds a number that it may hold, even if they do not fit together. */
  readonly numbers?: LayerNumbers;
  /** Present when there is an answer: [channels, height, width]. */
  readonly size?: readonly [channels: number, height: number, width: number];
  readonly parameters?: number;
  readonly multiplyAdds?: number;
}

/** How each kind of layer finds its size, its parameters and its multiply-adds. */
const rules: Record<
  LayerKind,
  {
    size: typeof outputSize;
    parameters: (numbers: LayerNumbers, bias: boolean) => Result<number>;
    multiplyAdds: (numbers: LayerNumbers, size: number) => Result<number>;
  }
> = {
  conv: {
    size: outputSize,
    parameters: (n, bias) =>
      convolutionParameters({
        inChannels: n.in,
        outChannels: n.out,
        kernelSize: n.kernel,
        bias,
      }),
    multiplyAdds: (n, outputSize) =>
      convolutionMultiplyAdds({
        inChannels: n.in,
        outChannels: n.out,
        kernelSize: n.kernel,
        outputSize,
      }),
  },
  pool: {
    size: poolOutputSize,
    parameters: () => ({ ok: true, value: 0 }),
    multiplyAdds: () => ({ ok: true, value: 0 }),
  },
};

/** The problem beside the field that it speaks of, or beside the input where it speaks of none. */
function blame(reason: Reason, fields: readonly NumberField[]): LayerAnswer['problems'] {
  return { [fields.find((field) => field === reason.field) ?? 'input']: reason };
}

/** Reads the form and calculates the layer that it describes. */
export function answer(settings: LayerSettings): LayerAnswer {
  const fields = fieldsOf[settings.kind];
  const read = fields.map(
    (field) => [field, readWhole(field, settings[field], minimumOf(field))] as const,
  );
  const problems = Object.fromEntries(
    read.flatMap(([field, number]) => (number.ok ? [] : [[field, number.reason]])),
  );
  if (Object.keys(problems).length > 0) return { problems };
  const entered = Object.fromEntries(
    read.flatMap(([field, number]) => (number.ok ? [[field, number.value]] : [])),
  );
  const numbers: LayerNumbers = { out: entered.in, ...entered } as LayerNumbers;

  const rule = rules[settings.kind];
  const size = rule.size(numbers);
  if (!size.ok) return { problems: blame(size.reason, fields), numbers };
  const parameters = rule.parameters(numbers, settings.bias);
  if (!parameters.ok) return { problems: blame(parameters.reason, fields), numbers };
  const multiplyAdds = rule.multiplyAdds(numbers, size.value);
  if (!multiplyAdds.ok) return { problems: blame(multiplyAdds.reason, fields), numbers };
  return {
    problems,
    numbers,
    size: [numbers.out, size.value, size.value],
    parameters: parameters.value,
    multiplyAdds: multiplyAdds.value,
  };
}

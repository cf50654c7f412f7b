import type { Locale } from '$lib/ui/locale';
import { formatNumber } from '$lib/numbers/print';
import { placeOf, refShape, sizeOf } from '$lib/nn';
import type { UpdatedTrace } from '$lib/optim';
import { functionName } from '$lib/views/tensor/functions';
import { layerName, layerWord } from '$lib/views/tensor/words';
import { messages } from '$lib/views/stepping/messages';
import { stepMessages } from './step-messages';
import type { LayerStep } from '$lib/views/stepping/steps';

/** What a step is called on the line of the steps, above its layer, and in a sentence. */
export interface StepWords {
  readonly phase: string;
  readonly short: string;
  readonly title: string;
  readonly lead: string;
}

/** A step in words, at the channel or unit that is looked at. */
export function stepWords(
  step: LayerStep,
  trace: UpdatedTrace,
  channel: number,
  locale: Locale,
): StepWords {
  const t = stepMessages[locale];
  const layer = layerWord(step.layer, locale);
  const phase = phaseWord(step, locale);
  const shapeOf = (name: string) => (trace.tensors.has(name) ? refShape(trace, name) : []);
  const at = Math.min(channel, (shapeOf(step.writes[0] ?? '')[0] ?? 1) - 1);

  switch (step.kind) {
    case 'conv2d': {
      const [maps] = shapeOf(step.reads[0]);
      const [kernel] = shapeOf(step.reads[1]).slice(-1);
      const from = placeOf(trace, step.reads[0]).layer;
      const of = from === 'input' ? t.pixels : layerName(from);
      return {
        phase,
        short: t.conv2dShort(layer),
        title: t.conv2dTitle(layer, at, maps, of),
        lead: t.conv2dLead(maps, kernel),
      };
    }
    case 'linear': {
      const count = sizeOf(shapeOf(step.reads[0]));
      const title = t.linearTitle(layer, at, count);
      return { phase, short: t.linearShort(layer), title, lead: t.linearLead };
    }
    case 'conv2dWeightGrad':
    case 'linearWeightGrad': {
      const isFirst = step.writes.length === 2;
      return {
        phase,
        short: t.sumsGradShort(layer),
        title: isFirst ? t.sumsGradTitleFirst(layer) : t.sumsGradTitle(layer),
        lead: isFirst ? t.sumsGradLeadFirst : t.sumsGradLead,
      };
    }
    case 'relu':
    case 'maxPool2d':
    case 'reluInputGrad':
    case 'maxPool2dInputGrad':
      return {
        phase,
        short: t[`${step.kind}Short`](layer),
        title: t[`${step.kind}Title`](layer),
        lead: t[`${step.kind}Lead`],
      };
    case 'update': {
      const lead = updateLead(trace, locale);
      return { phase, short: t.updateShort(layer), title: t.updateTitle(layer), lead };
    }
    case 'input': {
      const background = trace.tensors.get('input')?.data[0] ?? 0;
      return {
        phase,
        short: t.inputShort,
        title: t.inputTitle,
        lead: inputLead(background, locale),
      };
    }
    case 'sparseConv2d': {
      const unseen = unseenBy(step, at, shapeOf(step.reads[0])[0]);
      const seen = shapeOf(step.reads[0])[0] - unseen.length;
      return {
        phase,
        short: t.conv2dShort(layer),
        title: t.sparseTitle(layer, at, seen),
        lead: unseen.length > 0 ? t.sparseLead(unseen.join(', ')) : t.sparseLeadAll,
      };
    }
    case 'subsample2d':
      return {
        phase,
        short: t.subsampleShort(layer),
        title: t.subsampleTitle(layer),
        lead: t.subsampleLead,
      };
    case 'euclideanRbf':
    case 'posterior':
    case 'mse':
    case 'map':
    case 'mseInputGrad':
    case 'mapInputGrad':
      return {
        phase,
        short: t[`${step.kind}Short`],
        title: t[`${step.kind}Title`],
        lead: t[`${step.kind}Lead`],
      };
    case 'softmax':
    case 'crossEntropy':
    case 'crossEntropyInputGrad':
    case 'after':
      return {
        phase,
        short: t[`${step.kind}Short`],
        title: t[`${step.kind}Title`],
        lead: t[`${step.kind}Lead`],
      };
    default:
      return { phase, short: layer, ...otherWords(step, layer, locale) };
  }
}

/** How grey levels became the numbers of the picture, told by what background became. */
function inputLead(background: number, locale: Locale): string {
  const t = stepMessages[locale];
  if (background === -1) return t.inputLeadSymmetric;
  const isPaper = Math.abs(background + 0.1) < 1e-6;
  return isPaper ? t.inputLeadPaper : t.inputLead(formatNumber(background));
}

/** The maps of its input that a map of a convolution by a table does not see. */
function unseenBy({ steps }: LayerStep, map: number, maps: number): number[] {
  const found = steps.find(({ operation }) => operation.kind === 'sparseConv2d')?.operation;
  if (found?.kind !== 'sparseConv2d') return [];
  const seen = found.options.table[map];
  return Array.from({ length: maps }, (_, each) => each).filter((each) => !seen.includes(each));
}

/** Which operations are spoken of alike. */
const alike: Partial<Record<LayerStep['kind'], 'shaped' | 'mean' | 'normalized' | 'added'>> = {
  tanh: 'shaped',
  scaledTanh: 'shaped',
  sigmoid: 'shaped',
  leakyRelu: 'shaped',
  avgPool2d: 'mean',
  globalAvgPool2d: 'mean',
  normalize: 'normalized',
  add: 'added',
};

/** What a step of an operation does that LeNet-5 has no step of. */
function otherWords(
  step: LayerStep,
  layer: string,
  locale: Locale,
): Omit<StepWords, 'phase' | 'short'> {
  const t = stepMessages[locale];
  if (step.phase === 'curvature') {
    const begins = step.layer === 'loss';
    return {
      title: begins ? t.curvatureFirstTitle : t.curvatureTitle(layer),
      lead: begins ? t.curvatureFirstLead : t.curvatureLead,
    };
  }
  if (step.phase === 'backward') {
    return {
      title: t.backTitle(layer),
      lead: step.kind.startsWith('fork') ? t.forkLead : t.backLead,
    };
  }
  const words = alike[step.kind];
  if (words === undefined) return { title: layer, lead: '' };
  if (words !== 'shaped') return { title: t[`${words}Title`](layer), lead: t[`${words}Lead`] };
  const name = step.kind === 'after' ? undefined : functionName(step.kind);
  return { title: t.shapedTitle(layer, name ?? ''), lead: t.shapedLead };
}

function updateLead({ rule }: UpdatedTrace, locale: Locale): string {
  const t = stepMessages[locale];
  const lr = formatNumber(rule.lr);
  if (rule.kind === 'adam') return t.adamLead(lr);
  if (rule.kind === 'sdlm') return t.sdlmLead(lr, String(rule.mu));
  return rule.momentum === 0 ? t.sgdLead(lr) : t.momentumLead(lr, String(rule.momentum));
}

function phaseWord({ phase, kind }: LayerStep, locale: Locale): string {
  const t = messages[locale];
  if (kind === 'after') return t.after;
  return phase === 'loss' ? t.lossPhase : t[phase];
}

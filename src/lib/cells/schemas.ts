import * as v from 'valibot';
import { backwardMapsSchema } from './backward-maps/schema';
import { blamePathSchema } from './blame-path/schema';
import { bordersSchema } from './borders/schema';
import { convolutionWindowSchema } from './convolution-window/schema';
import { excitesSchema } from './excites/schema';
import { featureMapsSchema } from './feature-maps/schema';
import { formulaSchema } from './formula/schema';
import { fullConnectionSchema } from './full-connection/schema';
import { gradientCheckSchema } from './gradient-check/schema';
import { kernelBlockSchema } from './kernel-block/schema';
import { kernelsSchema } from './kernels/schema';
import { lenet5Network } from '$lib/network';
import { layerKinds } from '$lib/views/layer-calculator/form/settings';
import { layerNames } from '$lib/views/sample/schema';
import { backwardSettings, forwardSettings } from './calculator/settings';
import { microscopeSchema } from './microscope/schema';
import { lossSchema } from './loss/schema';
import { turnDigitSchema } from './turn-digit/schema';
import { shiftDigitSchema } from './shift-digit/schema';
import { scoresByHandSchema } from './scores-by-hand/schema';
import { kernelWorkbenchSchema } from './kernel-workbench/schema';
import { nudgeSchema } from './nudge/schema';
import { poolingWindowSchema } from './pooling-window/schema';
import { raceSchema } from './race/schema';
import { rowOfDigitsSchema } from './row-of-digits/schema';
import { probabilitiesSchema } from './probabilities/schema';
import { turnedKernelSchema } from './turned-kernel/schema';
import { wayBackSchema } from './way-back/schema';
import { updateSchema } from './update/schema';

const text = v.pipe(v.string(), v.nonEmpty('must not be empty'));
const convolutionNames = lenet5Network()
  .layers.filter(({ layer }) => layer.kind === 'conv')
  .map(({ name }) => name);

/** What a field of a calculator begins with, as it would be typed. */
const typed = v.optional(v.pipe(v.string(), v.regex(/^\d{1,9}$/, 'must be a whole number')));
const calculatorFields = {
  kind: v.optional(v.picklist(layerKinds)),
  input: typed,
  kernel: typed,
  stride: typed,
  padding: typed,
  in: typed,
  out: typed,
};

/**
 * The kinds of cell a lesson may name, and the attributes of each: Markdown gives them as strings,
 * the schema checks them and makes the component's properties of them. Unknown ones are refused.
 */
export const cellSchemas = {
  'backward-maps': backwardMapsSchema,
  'blame-path': blamePathSchema,
  borders: bordersSchema,
  /**
   * The calculator of one layer, set to a layer of the network; with `direction=backward` to the
   * convolution that carries the gradient back through it. Its fields may be set otherwise.
   */
  calculator: v.pipe(
    v.strictObject({
      layer: v.picklist(layerNames),
      direction: v.optional(v.picklist(['forward', 'backward']), 'forward'),
      ...calculatorFields,
    }),
    v.check(
      ({ layer, direction }) => direction === 'forward' || convolutionNames.includes(layer),
      `only ${convolutionNames.join(' and ')} have a way back that is a convolution`,
    ),
    v.transform(({ layer, direction, ...changed }) => ({
      ...(direction === 'forward' ? forwardSettings(layer) : backwardSettings(layer)),
      ...changed,
    })),
  ),
  /** A declaration of the reference network as it stands in its file under `src/lib`. */
  code: v.strictObject({ file: text, name: text }),
  /** Table I of the paper: which maps of S2 each map of C3 sees. */
  'connection-table': v.strictObject({}),
  'convolution-window': convolutionWindowSchema,
  excites: excitesSchema,
  'feature-maps': featureMapsSchema,
  formula: formulaSchema,
  'full-connection': fullConnectionSchema,
  'gradient-check': gradientCheckSchema,
  'kernel-block': kernelBlockSchema,
  kernels: kernelsSchema,
  loss: lossSchema,
  /** The script that the course explains: the blocks with the lines that hold one of these, lit up. */
  script: v.strictObject({ lit: v.optional(text) }),
  'turn-digit': turnDigitSchema,
  'shift-digit': shiftDigitSchema,
  'row-of-digits': rowOfDigitsSchema,
  'scores-by-hand': scoresByHandSchema,
  'kernel-workbench': kernelWorkbenchSchema,
  microscope: microscopeSchema,
  /** The whole network as a table, for a picture and a border of the reader's choice. */
  'network-calculator': v.strictObject({ picture: typed, padding: typed }),
  /** Two layers without a nonlinearity, which are one. */
  'nothing-bends': v.strictObject({}),
  nudge: nudgeSchema,
  /** Measured runs: the article's recipe epoch by epoch, and where two better ones ended. */
  'recorded-runs': v.strictObject({}),
  /** The mistakes of the run that was last tested in this visit. */
  mistakes: v.strictObject({}),
  /** Digits that the reader has drawn and kept, and two networks compared on them. */
  'own-digits': v.strictObject({}),
  /** Figure 3 of the paper: the bitmaps of the ten digits in the output layer of 1998. */
  'output-codes': v.strictObject({}),
  /** A pad to draw a digit on, read live with the weights trained on all of MNIST. */
  pad: v.strictObject({}),
  'pooling-window': poolingWindowSchema,
  probabilities: probabilitiesSchema,
  'turned-kernel': turnedKernelSchema,
  race: raceSchema,
  /** Training on a thousand digits, with its curves on these and on unseen ones. */
  training: v.strictObject({}),
  update: updateSchema,
  'way-back': wayBackSchema,
  /** How many updates so many digits, in batches, make in so many epochs. */
  'update-count': v.strictObject({ samples: typed, batch: typed, epochs: typed }),
} satisfies Record<string, v.GenericSchema<unknown, Record<string, unknown>>>;

/** A kind of cell. */
export type CellName = keyof typeof cellSchemas;

/** A cell's attributes once they are checked. */
export type CellAttributes<Name extends CellName> = v.InferOutput<(typeof cellSchemas)[Name]>;

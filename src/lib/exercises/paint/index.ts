import { randomFrom } from '../random';
import type { Verdict } from '../rule';
import { drawRectangle, kernelSide, lightOf, type Region } from './pictures';

type Edge = Extract<Region, 'top' | 'bottom' | 'left' | 'right'>;
const edges: readonly Edge[] = ['top', 'bottom', 'left', 'right'];

/** A kernel that is asked for: which edge it lights, and one that does. */
export interface PaintRule {
  readonly edge: Edge;
  readonly kernel: readonly number[];
}

/** What is told from a kernel that does something else, by name; what comes first is said first. */
export const paintSlips = ['ink', 'dark', 'opposite', 'turned', 'more'] as const;
export type PaintSlip = (typeof paintSlips)[number];

/** Every kernel by the name under which an exercise asks for it. */
export const paintRules = {
  'bottom-edge': { edge: 'bottom', kernel: [1, 1, 1, 0, 0, 0, -1, -1, -1] },
  'left-edge': { edge: 'left', kernel: [-1, 0, 1, -1, 0, 1, -1, 0, 1] },
  'right-edge': { edge: 'right', kernel: [1, 0, -1, 1, 0, -1, 1, 0, -1] },
  'top-edge': { edge: 'top', kernel: [-1, -1, -1, 0, 0, 0, 1, 1, 1] },
} satisfies Record<string, PaintRule>;

/** The name of such a kernel. */
export type PaintRuleName = keyof typeof paintRules;

/** The weights that a cell is painted with, one after another. */
export const paintWeights = [0, 1, -1] as const;

/** A kernel as it stands in an answer: one text for each weight, row by row. */
export function readKernel(answer: readonly string[]): number[] | undefined {
  const weights = answer.map(Number);
  const isKernel = weights.length === kernelSide ** 2 && weights.every(Number.isFinite);
  return isKernel ? weights : undefined;
}

const oppositeOf: Readonly<Record<Edge, Edge>> = {
  top: 'bottom',
  bottom: 'top',
  left: 'right',
  right: 'left',
};

/** What is wrong with what a kernel lights in one picture. */
function slipIn(wanted: PaintRule, light: ReturnType<typeof lightOf>): PaintSlip | undefined {
  const lit = edges.filter((edge) => light.has(edge));

  if (light.has('ink')) return 'ink';
  if (lit.length === 0) return 'dark';
  if (!lit.includes(wanted.edge)) {
    return lit.length === 1 && lit[0] === oppositeOf[wanted.edge] ? 'opposite' : 'turned';
  }
  return lit.length === 1 ? undefined : 'more';
}

/** Judges a kernel by what it lights in pictures of rectangles, which a seed draws. */
export function judgeKernel(rule: PaintRule, answer: readonly string[], seed: number): Verdict {
  const kernel = readKernel(answer);
  if (!kernel) return { is: 'unread' };
  const random = randomFrom(seed);
  for (let picture = 0; picture < 8; picture++) {
    const slip = slipIn(rule, lightOf(kernel, drawRectangle(random)));
    if (slip) return { is: 'slip', slip };
  }
  return { is: 'right' };
}

export { drawRectangle, kernelSide, litBy, pictureOf } from './pictures';

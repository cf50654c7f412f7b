import type uPlot from 'uplot';
import type { Curve, CurveLook } from './curve';

/** What the chart looks up each time it draws, because it may have changed. */
export interface ChartLook {
  /** The colour of the curve at this place of the legend. */
  readonly curveColour: (index: number) => string;
  readonly textColour: () => string;
  readonly lineColour: () => string;
  /** What the chart stands on, inside a ring. */
  readonly groundColour: () => string;
  readonly formatX: (x: number) => string;
  readonly formatY: (y: number) => string;
  readonly xLabel: string;
  readonly xRange: () => readonly [number, number];
  readonly yRange: () => readonly [number, number] | undefined;
  /** The pointer is at this place along the axis, or no longer over the chart. */
  readonly onpoint: (x: number | undefined) => void;
}

const widths: Record<CurveLook, number> = {
  trace: 1,
  mean: 2,
  marks: 2,
  other: 1.5,
  dashedMean: 2,
  rings: 2,
};

/** How the curves for comparison are dashed, one after the other. */
const dashes = [
  [8, 4],
  [2, 3],
  [10, 3, 2, 3],
];

/** The dashes of the curve at this place: each curve for comparison has its own. */
export function dashOf(curves: readonly Curve[], index: number): number[] | undefined {
  if (curves[index].look === 'dashedMean' || curves[index].look === 'rings') return dashes[0];
  if (curves[index].look !== 'other') return undefined;
  const before = curves.slice(0, index).filter(({ look }) => look === 'other').length;
  return dashes[before % dashes.length];
}

const font = '12px Inter, "PingFang SC", "Noto Sans CJK SC", system-ui, sans-serif';

/** A chart of these curves; it is given its numbers and its width afterwards. */
export function chartOptions(
  curves: readonly Curve[],
  height: number,
  look: ChartLook,
): uPlot.Options {
  const axis: uPlot.Axis = {
    font,
    stroke: look.textColour,
    grid: { stroke: look.lineColour, width: 1 },
    ticks: { show: false },
  };
  return {
    width: 300,
    height,
    padding: [8, 12, 0, 0],
    legend: { show: false },
    cursor: { y: false, drag: { setScale: false, x: false, y: false }, points: { show: false } },
    scales: {
      x: { time: false, range: () => [...look.xRange()] },
      y: { range: (_chart, low, high) => [...(look.yRange() ?? [Math.min(0, low), high || 1])] },
    },
    axes: [
      {
        ...axis,
        label: look.xLabel,
        labelFont: font,
        labelSize: 20,
        size: 28,
        grid: { show: false },
        values: (_chart, places) => places.map(look.formatX),
      },
      { ...axis, size: 44, values: (_chart, values) => values.map(look.formatY) },
    ],
    series: [
      {},
      ...curves.map(({ look: curveLook }, index): uPlot.Series => ({
        stroke: () => look.curveColour(index),
        width: widths[curveLook],
        dash: dashOf(curves, index),
        spanGaps: true,
        points: {
          show: curveLook === 'marks' || curveLook === 'rings',
          size: curveLook === 'rings' ? 9 : 7,
          width: 2,
          fill: () => (curveLook === 'rings' ? look.groundColour() : look.curveColour(index)),
        },
      })),
    ],
    hooks: {
      setCursor: [
        ({ cursor: { left = -1 }, posToVal }) =>
          look.onpoint(left < 0 ? undefined : posToVal(left, 'x')),
      ],
    },
  };
}

import {
  GROUP_OUTPUTS,
  GROUPS,
  RUN_COUNT,
  RUNS,
  TAP_COUNT,
  TURNED,
  TURNED_BYTES,
  WEIGHT,
  WEIGHT_BYTES,
} from '../../general/fields';
import { blockWidth } from './products';
import { word } from './shard';

/*
 * The way back reads the weights with inputs in the lanes: for each eight numbers of a run (four, where
 * no more are left), the weights output by output. What fills up the lanes is zero.
 */

/** Brings the turned copy up to date for the numbers from `first` up to `last`, whole blocks of a run. */
export function turn(at: usize, first: usize, last: usize): void {
  const outputs = word(at, GROUP_OUTPUTS);
  const runs = word(at, RUNS);
  const runsEnd = runs + (word(at, RUN_COUNT) << 3);
  for (let group: usize = 0; group < word(at, GROUPS); group++) {
    const weights = word(at, WEIGHT) + group * word(at, WEIGHT_BYTES);
    let to = word(at, TURNED) + group * word(at, TURNED_BYTES);
    let tap: usize = 0;
    for (let run = runs; run < runsEnd; run += 8) {
      const end = tap + (load<usize>(run, 4) >> 2);
      for (; tap < end; tap += min<usize>(8, end - tap)) {
        const lanes: usize = end - tap > 4 ? 8 : 4;
        if (tap >= first && tap < last) {
          turnBlock(at, weights, tap, min(tap + 4, end), to, lanes);
          if (lanes == 8) turnBlock(at, weights, tap + 4, min(tap + 8, end), to + 16, lanes);
        }
        to += (outputs * lanes) << 2;
      }
    }
  }
}

/** Four lanes of a block: the numbers from `tap` up to `end`, and zeros. */
function turnBlock(
  at: usize,
  weights: usize,
  tap: usize,
  end: usize,
  to: usize,
  lanes: usize,
): void {
  const outputs = word(at, GROUP_OUTPUTS);
  const row = lanes << 2;
  const zero = f32x4.splat(0);
  for (let o: usize = 0; o < outputs; o += 4) {
    const block = o & ~7;
    const width = blockWidth(outputs - block) << 2;
    const from = weights + ((block * word(at, TAP_COUNT)) << 2) + tap * width + ((o & 7) << 2);
    const a = v128.load(from);
    const b = tap + 1 < end ? v128.load(from + width) : zero;
    const c = tap + 2 < end ? v128.load(from + 2 * width) : zero;
    const d = tap + 3 < end ? v128.load(from + 3 * width) : zero;
    const ab = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
    const cd = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
    const abHigh = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
    const cdHigh = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
    const out = to + o * row;
    const left = outputs - o;
    v128.store(out, v128.shuffle<f32>(ab, cd, 0, 1, 4, 5));
    if (left > 1) v128.store(out + row, v128.shuffle<f32>(ab, cd, 2, 3, 6, 7));
    if (left > 2) v128.store(out + 2 * row, v128.shuffle<f32>(abHigh, cdHigh, 0, 1, 4, 5));
    if (left > 3) v128.store(out + 3 * row, v128.shuffle<f32>(abHigh, cdHigh, 2, 3, 6, 7));
  }
}

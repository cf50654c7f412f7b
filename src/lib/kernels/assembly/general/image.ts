import { IN_HEIGHT, IN_WIDTH, INPUT, PICTURE_AT, SAMPLES, SHIFTS } from '../../general/fields';
import { imagesAddress, pixelBackground, pixelScale } from '../job';
import { firstSample, head, placeAt, samples, strideAt, word } from './shard';

const SIDE: i32 = 28;
const PIXELS: usize = 784;

/**
 * The digits of the shard as the network reads them: bytes [28, 28], each moved as its pair in
 * `SHIFTS` says, in the middle of background, normalised.
 */
export function drawImages(at: usize): void {
  const floats = word(at, IN_HEIGHT) * word(at, IN_WIDTH);
  const background = f32x4.splat(pixelBackground());
  let input = placeAt(at, INPUT);
  for (let sample: usize = 0; sample < samples; sample++) {
    for (let x = input, end = input + (floats << 2); x < end; x += 16) {
      v128.store(x, background);
    }
    drawDigit(at, firstSample + sample, input + word(at, PICTURE_AT));
    input += strideAt(at, INPUT);
  }
}

function drawDigit(at: usize, sample: usize, picture: usize): void {
  const image = imagesAddress() + <usize>load<u32>(head(SAMPLES) + (sample << 2)) * PIXELS;
  const right = <i32>load<i8>(head(SHIFTS) + (sample << 1));
  const down = <i32>load<i8>(head(SHIFTS) + (sample << 1), 1);
  // It moves into its border, and what leaves that is lost.
  const width = <i32>word(at, IN_WIDTH);
  const first = lost(-right, (width - SIDE) >> 1);
  const count = SIDE - first - lost(right, (width - SIDE + 1) >> 1);
  const height = <i32>word(at, IN_HEIGHT);
  const end = SIDE - lost(down, (height - SIDE + 1) >> 1);
  for (let row = lost(-down, (height - SIDE) >> 1); row < end; row++) {
    const to = ((row + down) * width + right + first) << 2;
    drawRow(image + row * SIDE + first, picture + to, count);
  }
}

/** How many of its rows or columns a digit loses that moves so far towards a border of this width. */
function lost(towards: i32, border: i32): i32 {
  return min(SIDE, max(0, towards - border));
}

/** Normalises `count` bytes. */
function drawRow(bytes: usize, to: usize, count: i32): void {
  const scale = v128.splat<f32>(pixelScale());
  const background = f32x4.splat(pixelBackground());
  let x = 0;
  for (; x + 4 <= count; x += 4) {
    const words = i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(bytes + x)));
    const level = f32x4.mul(f32x4.convert_i32x4_u(words), scale);
    v128.store(to + (x << 2), f32x4.add(level, background));
  }
  for (; x < count; x++) {
    const level = <f32>load<u8>(bytes + x) * pixelScale();
    store<f32>(to + (x << 2), level + pixelBackground());
  }
}

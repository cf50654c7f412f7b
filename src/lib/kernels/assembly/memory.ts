/*
 * Where everything stands in the one memory that all workers share. Addresses and sizes are bytes;
 * a float takes four. The host reads the exported addresses from the module.
 */

/** Samples of one shard: the unit of work that a worker takes, and of the sums that are kept apart. */
export const SHARD: i32 = 8;

/** Samples whose activations are kept at once; a larger batch goes through in several chunks. */
export const CHUNK: i32 = 512;

/** The most workers that fit into the memory. */
export const MAX_WORKERS: i32 = 16;

/*
 * The job: what to do, written by the host before each call of `run`. Below 64 kB stand the tables
 * that the compiler places itself.
 */
const START: usize = 0x10000;

/** See `crew.ts`. */
export const CREW: usize = START;
/** See `job.ts`. */
export const JOB: usize = CREW + 256;
/** See `update.ts`. */
export const UPDATE: usize = JOB + 64;
const JOB_END: usize = UPDATE + 64;

/** u32 [CHUNK]: the number of each sample in `IMAGES`. */
export const SAMPLES: usize = JOB_END;
/** i8 [CHUNK, 2]: how far each image is moved to the right and down. */
export const SHIFTS: usize = SAMPLES + <usize>CHUNK * 4;
/** f32 [CHUNK]: the loss of each sample. */
export const LOSSES: usize = SHIFTS + <usize>CHUNK * 2;
/** u8 [CHUNK]: the class that the network takes each sample for. */
export const PREDICTED: usize = LOSSES + <usize>CHUNK * 4;

/*
 * Parameters. The convolutions' stand in PyTorch's order. A fully connected layer's weights stand in
 * blocks of 32 outputs: [blocks, inputs, 32], so that one input's weights to a block are a row, and
 * the rows of a block follow each other. What is left of the last block is zero.
 */

/** Bytes of a row of fully connected weights: 32 floats. */
export const ROW: usize = 128;

/** f32 [6, 25], [6], [16, 6 · 25], [16]. */
export const C1_WEIGHT: usize = PREDICTED + <usize>CHUNK;
export const C1_BIAS: usize = C1_WEIGHT + 150 * 4;
export const C3_WEIGHT: usize = C1_BIAS + 6 * 4;
export const C3_BIAS: usize = C3_WEIGHT + 2400 * 4;
/** f32 [4, 400, 32], [4, 32], the inputs channels last: 120 outputs. */
export const C5_WEIGHT: usize = C3_BIAS + 16 * 4;
export const C5_BIAS: usize = C5_WEIGHT + 4 * 400 * ROW;
/** f32 [3, 120, 32], [3, 32]: 84 outputs. */
export const F6_WEIGHT: usize = C5_BIAS + 4 * ROW;
export const F6_BIAS: usize = F6_WEIGHT + 3 * 120 * ROW;
/** f32 [1, 84, 32], [1, 32]: ten outputs. */
export const OUTPUT_WEIGHT: usize = F6_BIAS + 3 * ROW;
export const OUTPUT_BIAS: usize = OUTPUT_WEIGHT + 84 * ROW;
const PARAMETERS_END: usize = OUTPUT_BIAS + ROW;

/** Bytes of all parameters. What goes with a parameter stands a whole number of these further on. */
export const PARAMETERS: usize = PARAMETERS_END - C1_WEIGHT;
/** From a parameter to its gradient. */
export const GRADIENT: usize = PARAMETERS;
/* Then the optimiser's state: the velocity of SGD or the first moment of Adam, and Adam's second moment. */

/* Copies of the convolutions' weights in the order in which the loops read them: see `pack.ts`. */

/** f32 [25, 8]: C1's taps; channels 6 and 7 are zero. */
export const C1_TAPS: usize = C1_WEIGHT + 4 * PARAMETERS;
/** f32 [8]. */
export const C1_TAPS_BIAS: usize = C1_TAPS + 25 * 32;
/** f32 [7, 30, 16]: the mixtures of C3's rows of taps, each pixel by pixel and channel by channel. */
export const C3_MIXED_TAPS: usize = C1_TAPS_BIAS + 32;
/** f32 [16, 7, 84]: each kernel of C3 in a frame of one pixel of zeros; 42 of the 84 are not used. */
export const C3_FRAMED: usize = C3_MIXED_TAPS + 7 * 30 * 64;
/** Bytes of a framed row, as of a row of S2, and of a framed kernel. */
export const FRAMED_ROW: usize = 84 * 4;
export const FRAMED_KERNEL: usize = 7 * FRAMED_ROW;
/** f32 [6, 32]: background, as much as a pool window sees; see `blank.ts`. */
export const BLANK_PATCH: usize = C3_FRAMED + 16 * FRAMED_KERNEL;
/** f32 [8]: what a pool window gives that sees nothing else. */
export const BLANK_POOLED: usize = BLANK_PATCH + 6 * 128;
/** An entry as in `C1_ROUTES`. */
export const BLANK_ROUTE: usize = BLANK_POOLED + 32;
const PACKED_END: usize = BLANK_ROUTE + 128;

/* Activations of a chunk and the gradients with respect to them, sample by sample. */

/** Bytes of a sample's row in `S4`, and in the arrays of the fully connected layers. */
export const S4_ROW: usize = 1600;
export const FC_ROW: usize = 544;
/** f32 [CHUNK, 5, 5, 16]: what S4 gives, the input of C5. */
export const S4: usize = PACKED_END;
/** f32 [CHUNK, 136]: activations and gradients of C5 and F6, gradients of the logits. */
export const C5: usize = S4 + <usize>CHUNK * S4_ROW;
export const F6: usize = C5 + <usize>CHUNK * FC_ROW;
export const C5_GRADIENT: usize = F6 + <usize>CHUNK * FC_ROW;
export const F6_GRADIENT: usize = C5_GRADIENT + <usize>CHUNK * FC_ROW;
export const OUTPUT_GRADIENT: usize = F6_GRADIENT + <usize>CHUNK * FC_ROW;
/** f32 [CHUNK, 8]: the largest value of each channel of S2, of samples that are only measured. */
export const S2_PEAKS: usize = OUTPUT_GRADIENT + <usize>CHUNK * FC_ROW;
const ACTIVATIONS_END: usize = S2_PEAKS + <usize>CHUNK * 32;

/* The gradients of the convolutions, summed over each shard. */

/** f32 [6, 5, 8], [8], [16, 5, 32], [16] for each shard. */
export const SHARD_C1: usize = 0;
export const SHARD_C1_BIAS: usize = SHARD_C1 + 6 * 5 * 32;
export const SHARD_C3: usize = SHARD_C1_BIAS + 32;
export const SHARD_C3_BIAS: usize = SHARD_C3 + 16 * 5 * 128;
export const SHARD_BYTES: usize = SHARD_C3_BIAS + 64;
export const SHARDS: usize = ACTIVATIONS_END;
const SHARDS_END: usize = SHARDS + <usize>(CHUNK / SHARD) * SHARD_BYTES;

/* What a worker needs for itself: offsets from its own scratch. */

/** u8 [40, 40]: the digit on its sheet of 32 × 32, and four bytes around it; see `image.ts`. */
export const SHEET: usize = 0;
export const SHEET_ROW: usize = 40;
export const SHEET_BYTES: usize = 40 * SHEET_ROW;
/** f32 [32, 32]: what the network reads, and a row to spare. */
export const IMAGE: usize = SHEET + SHEET_BYTES;
/** f32 [14, 14, 6] and 8 to spare: what S2 gives, and its gradient. */
export const S2: usize = IMAGE + 33 * 128;
export const S2_GRADIENT: usize = S2 + 4736;
/** [196] and [25] entries: where each pooled value came from; see `pool.ts`. */
export const C1_ROUTES: usize = S2_GRADIENT + 4736;
export const C3_ROUTES: usize = C1_ROUTES + 196 * 128;
/** f32 [5, 5, 16]: the gradient of S4. */
export const S4_GRADIENT: usize = C3_ROUTES + 25 * 256;
/** u32 [196, 3]: C1's pool windows with ink; see `C1_WINDOW`. */
export const C1_WINDOWS: usize = S4_GRADIENT + S4_ROW;
/** u32 [196]: those without: the address of the gradient. */
export const BLANK_WINDOWS: usize = C1_WINDOWS + 196 * 12;
/** f32 [8]: the gradient of S2 summed over a shard's blank windows. */
export const BLANK_GRADIENT: usize = BLANK_WINDOWS + 196 * 4;
/** Lists of the inputs of C5, F6 and the output layer; see `lists.ts`. */
export const S4_LIST: usize = BLANK_GRADIENT + 32;
export const C5_LIST: usize = S4_LIST + 404 * 8;
export const F6_LIST: usize = C5_LIST + 124 * 8;
/** f32 [32]: the logits. */
export const LOGITS: usize = F6_LIST + 88 * 8;
/** A list of placed kernels: 16 channels, four positions. */
export const LIST: usize = LOGITS + 128;
/** u32 [16]: the ends of the lists from `LISTS` on. */
export const LIST_ENDS: usize = LIST + 66 * 8;
export const LISTS: usize = LIST_ENDS + 64;
/** Bytes of a list of C1's channels (four positions of 196 windows), of C3's, of a chunk's samples. */
export const C1_LIST: usize = 4 * 196 * 8 + 16;
export const C3_LIST: usize = 4 * 25 * 8 + 16;
export const SAMPLE_LIST: usize = (<usize>CHUNK + 2) * 8;

/** f32 [7, 14, 6] and f32 [4, 2, 16]: mixtures of rows of S2 and products; see `c3-forward.ts`. */
export const C3_MIXTURES: usize = LISTS + 8 * C1_LIST;
export const C3_PRODUCTS: usize = C3_MIXTURES + 7 * 336;
const SCRATCH_BYTES: usize = C3_PRODUCTS + 4 * 128;

const SCRATCH: usize = SHARDS_END;

/** The scratch of a worker. */
export function scratchOf(worker: i32): usize {
  return SCRATCH + <usize>worker * SCRATCH_BYTES;
}

/** u8 [N, 28, 28]: the images, up to the end of the memory; the labels, u8 [N], come before them. */
export const DATA: usize = SCRATCH + <usize>MAX_WORKERS * SCRATCH_BYTES;

/** Samples in a batch, the same for all contestants. */
export const batchSize = 64;

/** What all contestants train with: SGD with momentum. */
export const rule = { lr: 0.01, momentum: 0.9, weightDecay: 0 };

/**
 * What lies around the digits that a network was trained on. `background`: two pixels of it, put there
 * before the digit was normalised, as this page does. `zeros`: as many zeros around the normalised
 * digit, as this page did while its network read 28 × 28 and C1 padded.
 */
export const borders = ['background', 'zeros'] as const;

/** A border by name. */
export type Border = (typeof borders)[number];

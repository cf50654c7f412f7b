/** The threads that a run may have on this machine: one for each core, at most sixteen. */
export const mostThreads = () => Math.min(navigator.hardwareConcurrency || 1, 16);

/** What a run needs on the page, fetched when the first one begins. */
export { createTrainingWorker } from '$lib/training';
export { TrainingRun } from '$lib/views/runs/training-run.svelte';
export { default as RunStrip } from '$lib/views/runs/RunStrip.svelte';

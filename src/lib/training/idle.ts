import { noHistory } from './no-history';
import type { Progress } from './progress';

/** Before anything was started. */
export const idle: Progress = { ...noHistory, moments: [], phase: { is: 'idle' } };

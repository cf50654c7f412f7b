import { createEngine } from './engine';
import type { EvaluateRequest } from './protocol';

const evaluate = createEngine((reply) => self.postMessage(reply));

self.onmessage = ({ data }: MessageEvent<EvaluateRequest>) => evaluate(data);

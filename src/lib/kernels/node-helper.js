import { parentPort, workerData } from 'node:worker_threads';

/* `helper.ts` for Node, which cannot start a worker from TypeScript. */

const { module, memory, worker } = workerData;
const { exports } = new WebAssembly.Instance(module, { env: { memory } });
parentPort?.postMessage('ready');
/** @type {(worker: number) => void} */ (exports.serve)(worker);

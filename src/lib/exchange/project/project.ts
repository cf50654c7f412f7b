import type { ParameterValues } from '$lib/kernels/contract';
import { writeSafetensors } from '$lib/training/safetensors';
import { notebookFile } from '../notebook/notebook-file';
import { onnxFile } from '../onnx/export';
import { modelFile } from '../pytorch/model-file';
import { trainFile } from '../pytorch/train-file';
import type { Examined } from './examine';
import { metadataOf } from '$lib/training/remarks';
import { readmeFile } from './readme';
import { runFile, type RunToExport } from './run-file';

/** A run with all the numbers that leave with it. */
export interface ProjectRun extends RunToExport, Pick<Examined, 'initial' | 'batches'> {
  readonly weights: ParameterValues;
}

/** A file of a project: its name, and its text or its bytes. */
export type ProjectFiles = Readonly<Record<string, string | Uint8Array>>;

/** The files of a PyTorch project that holds a run: its network, its settings, its weights. */
export function projectFiles(run: ProjectRun): ProjectFiles {
  const { settings, network, weights, initial, batches } = run;
  const remarks = metadataOf(settings, network);
  const weightsFile = (values: ParameterValues) =>
    writeSafetensors({ weights: values }, remarks, 'F32', network);
  return {
    'README.md': readmeFile(run),
    'model.py': modelFile(network),
    'train.py': trainFile,
    'requirements.txt': 'torch>=1.13\n',
    'run.json': runFile(run),
    'model.onnx': onnxFile(network, weights, settings.normalize),
    'lenet5.ipynb': notebookFile(run),
    'compare.json': `${JSON.stringify(batches)}\n`,
    'weights.safetensors': weightsFile(weights),
    'initial.safetensors': weightsFile(initial),
  };
}

export { moduleOf } from './pytorch/modules';
export { toPytorch } from './pytorch/sequential';
export { examine, type Examined } from './project/examine';
export { projectFiles, type ProjectFiles, type ProjectRun } from './project/project';
export { fileNameOf } from './file-name';
export { onnxFile } from './onnx/export';

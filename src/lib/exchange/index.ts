export { moduleOf } from './pytorch/modules';
export { toPytorch } from './pytorch/sequential';
export { examine, type Examined } from './project/examine';
export { metadataOf, settingsIn } from './project/metadata';
export { projectFiles, type ProjectFiles, type ProjectRun } from './project/project';

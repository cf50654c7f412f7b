export * from './dataset-loader';
export { loadMessages } from './load-messages';

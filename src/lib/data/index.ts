export * from './dataset';
export * from './drawing';
export * from './idx';
export * from './mnist';
export * from './packs';
export * from './sampler';
export * from './shifts';
export * from './transforms';

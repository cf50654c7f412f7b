export { Bridge, type BridgeOptions, type Death, type Patience } from './bridge';

/** In which network, and in which of its tensors, a number is to be found. */
export interface Scene {
  readonly tensor: string;
  /** Which of the ten sample digits the network reads. */
  readonly digit: number;
  readonly weights: 'trained' | 'fresh';
}

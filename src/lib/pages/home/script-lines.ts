/** One of the ten lines of the article's script, and the tensor that it makes. */
export interface ScriptLine {
  /** The line in three parts: the middle one is the layer's name, if it has one. */
  readonly code: readonly [string, string, string];
  /** The tensor's name in a trace. */
  readonly tensor: string;
  /** As maps side by side, as numbers in a row, or as one number. */
  readonly as: 'maps' | 'row' | 'number';
}

/** The forward pass of the article's script, its loss and its backward pass. */
export const scriptLines: readonly ScriptLine[] = [
  { code: ['x = F.relu(self.', 'conv1', '(x))'], tensor: 'c1.activation', as: 'maps' },
  { code: ['x = F.max_pool2d(x, 2)', '', ''], tensor: 's2.output', as: 'maps' },
  { code: ['x = F.relu(self.', 'conv2', '(x))'], tensor: 'c3.activation', as: 'maps' },
  { code: ['x = F.max_pool2d(x, 2)', '', ''], tensor: 's4.output', as: 'maps' },
  { code: ['x = x.view(-1, 400)', '', ''], tensor: 's4.output', as: 'row' },
  { code: ['x = F.relu(self.', 'fc1', '(x))'], tensor: 'c5.activation', as: 'row' },
  { code: ['x = F.relu(self.', 'fc2', '(x))'], tensor: 'f6.activation', as: 'row' },
  { code: ['x = self.', 'fc3', '(x)'], tensor: 'output.output', as: 'row' },
  { code: ['loss = criterion(x, y)', '', ''], tensor: 'loss', as: 'number' },
  { code: ['loss.backward()', '', ''], tensor: 'c1.weight.grad', as: 'row' },
];

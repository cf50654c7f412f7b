import { vi } from 'vitest';

/** jsdom draws nothing: a canvas without a context, and no warning about it. Import before use. */
vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);

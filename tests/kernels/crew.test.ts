import { describe, expect, test } from 'vitest';
import { sharingLimit } from '$lib/kernels/crew';

describe('why threads may not share memory', () => {
  test.each([
    ['in Node', {}, undefined],
    ['on an isolated page', { isSecureContext: true, crossOriginIsolated: true }, undefined],
    ['over http', { isSecureContext: false, crossOriginIsolated: false }, 'insecure'],
    ['over http, in an old browser', { isSecureContext: false }, 'insecure'],
    ['in a browser that cannot', { isSecureContext: true }, 'unsupported'],
    [
      'without the headers, or in a frame',
      { isSecureContext: true, crossOriginIsolated: false },
      'not-isolated',
    ],
  ])('%s', (_where, scope, expected) => expect(sharingLimit(scope)).toBe(expected));

  test('here, in Node, they may', () => expect(sharingLimit()).toBeUndefined());
});

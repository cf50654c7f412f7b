import {
  defaultSettings,
  type LayerKind,
  type LayerSettings,
} from '$lib/views/layer-calculator/form/settings';

/** A form to test with: as it begins, but a convolution on a bare digit, which it pads by 2. */
export const begun: Record<LayerKind, LayerSettings> = {
  ...defaultSettings,
  conv: { ...defaultSettings.conv, input: '28', padding: '2' },
};

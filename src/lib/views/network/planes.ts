import type { NetworkPlane } from '$lib/figures/network/plane';
import type { Layer } from '$lib/nn';
import type { Locale } from '$lib/ui/locale';
import { messages } from './messages';

/** A layer's shape as maps: [C, H, W] as it is, [features] as so many maps of one cell. */
function mapsOf([channels, height = 1, width = 1]: readonly number[]) {
  return { channels, height, width };
}

function operationOf({ kind, window }: Layer, locale: Locale): string | undefined {
  const t = messages[locale];
  if (window && (kind === 'conv2d' || kind === 'maxPool2d')) return t[kind](window.kernelSize);
  return kind === 'linear' ? t.linear : undefined;
}

/**
 * A network as planes: the picture that goes in, then each layer's output, with the window that one
 * of its cells sees. `hrefOf` gives the address that a layer's plane leads to.
 */
export function planesOf(
  layers: readonly Layer[],
  locale: Locale,
  hrefOf: (name: string) => string,
): NetworkPlane[] {
  const t = messages[locale];
  const input = { name: t.input, ...mapsOf(layers[0].inputShape) };
  const outputs = layers.map((layer) => ({
    name: layer.name === 'output' ? t.output : layer.name.toUpperCase(),
    ...mapsOf(layer.outputShape),
    operation: operationOf(layer, locale),
    window: layer.window && {
      size: layer.window.kernelSize,
      stride: layer.window.stride,
      padding: layer.window.padding,
    },
    href: hrefOf(layer.name),
  }));
  return [input, ...outputs];
}

import type { Preset, PresetId } from '$lib/network/presets';
import type { Locale } from '$lib/ui/locale';

/** The presets whose names are not the same in every language. */
const titlesZh: ReadonlyMap<PresetId, string> = new Map<PresetId, string>([
  ['lenet5', 'LeNet-5（现代）'],
  ['lenet5-padded', 'LeNet-5（现代，零填充）'],
  ['no-border', 'LeNet-5（现代，不填充）'],
  ['d2l', 'LeNet（《动手学深度学习》）'],
  ['plain20', '普通网络，20 层'],
  ['residual20', '残差网络，20 层'],
  ['plain32', '普通网络，32 层'],
  ['residual32', '残差网络，32 层'],
  ['plain32-identity', '普通网络，32 层，从恒等映射开始'],
  ['lenet5-1998', 'LeNet-5（1998）'],
  ['resnet18-stem', 'ResNet-18 的开头'],
]);

/** What a preset is called. */
export function presetTitle({ id, title }: Preset, locale: Locale): string {
  return locale === 'zh' ? (titlesZh.get(id) ?? title) : title;
}

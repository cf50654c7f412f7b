import { defaultSettings, settingsFields, type Settings } from '$lib/training';
import { readQuery, type QueryResult } from '$lib/ui/query';
import { withNetwork } from './former-link';

export { settingWithRange } from '$lib/views/runs/rejected-settings';

/** The settings that a link to the training page says, and the fields in it that are not usable. */
export function readLink(params: URLSearchParams): {
  readonly values: Settings;
  readonly rejected: readonly string[];
} {
  const read: QueryResult<typeof settingsFields> = readQuery(
    settingsFields,
    defaultSettings,
    withNetwork(params),
  );
  return read;
}

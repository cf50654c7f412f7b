/** The database's name; its version grows when its shelves change, not when what stands on them does. */
export const runDatabase = { name: 'lenet5-runs', version: 1 } as const;

/**
 * False where this browser has never kept a run, so that what lists them need not be fetched; true also
 * where it cannot be told. Makes no database.
 */
export async function mayHaveRuns(): Promise<boolean> {
  try {
    const databases = await indexedDB.databases();
    return databases.some(({ name }) => name === runDatabase.name);
  } catch {
    return true;
  }
}

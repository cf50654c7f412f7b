import type { Checkpoint, RunRecord, RunStore } from '$lib/training';

/** Runs kept in memory. */
export class MemoryStore implements RunStore {
  readonly records = new Map<string, RunRecord>();
  readonly checkpoints = new Map<string, Checkpoint>();
  /** Whether saving fails, as where storage is full or forbidden. */
  full = false;

  async save(record: RunRecord, checkpoint?: Checkpoint): Promise<void> {
    if (this.full) throw new DOMException('no room', 'QuotaExceededError');
    this.records.set(record.id, record);
    if (checkpoint) this.checkpoints.set(record.id, checkpoint);
  }
  async list(): Promise<RunRecord[]> {
    return [...this.records.values()];
  }
  async load(id: string) {
    const [record, checkpoint] = [this.records.get(id), this.checkpoints.get(id)];
    return record && checkpoint && { record, checkpoint };
  }
  async rename(): Promise<void> {}
  async remove(id: string): Promise<void> {
    this.records.delete(id);
  }
}

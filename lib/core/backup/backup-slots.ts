/** A file of the schedule that is known to be whole. Its name stays: what comes later overwrites what it holds. */
export interface BackupSlot {
  number: number;
  /** Its path as the browser tells it. */
  file: string;
  /** When its data were read, ms. */
  at: number;
  /** Of its data: the same for equal ones. */
  checksum: string;
  /** Rows too damaged to be in it. */
  leftOut: number;
}

/**
 * The files of the schedule. They are known by their names: the browser's numbers for its downloads begin anew with each
 * session in Firefox, where the one of yesterday's file is today another file's.
 */
export interface BackupSlots {
  /** A part of every name, at random: of two profiles with one folder each would overwrite the files of the other. */
  profile: string;
  /** In the order in which they were written. */
  held: BackupSlot[];
  /** Numbers of files that are gone, or were being overwritten when it was broken off. They are written first. */
  free: number[];
  /** The first number that was never used. A file that left the held ones without being deleted keeps its own for ever. */
  next: number;
}

/** Of a profile that never had one. */
export function toNoSlots(profile: string): BackupSlots {
  return { profile, held: [], free: [], next: 1 };
}

/**
 * The number of the next file, and how it stands until that is whole: not held, since Firefox deletes the file that was to
 * be overwritten when the saving is broken off. A try that fails is followed by one with the same number, so that no more
 * than the oldest can be lost. The last whole file is overwritten only when there is another: while rows are damaged each
 * new file is without them, and in a few days all would be.
 */
export function beginSlot(slots: BackupSlots, keep: number): { number: number; begun: BackupSlots } {
  const { held, free, next } = slots;
  const oldest = held.length < keep ? undefined : toLesser(held)[0];
  const number = oldest?.number ?? free[0] ?? next;
  return {
    number,
    begun: {
      ...slots,
      held: held.filter((slot) => slot !== oldest),
      free: [number, ...free.filter((other) => other !== number)],
      next: Math.max(next, number + 1),
    },
  };
}

/** How it stands when the file is whole. */
export function endSlot(begun: BackupSlots, slot: BackupSlot): BackupSlots {
  return { ...begun, held: [...begun.held, slot], free: begun.free.filter((number) => number !== slot.number) };
}

/** The files that are more than are to be kept: the oldest, but not the last whole one. */
export function toSurplus({ held }: BackupSlots, keep: number): BackupSlot[] {
  return toLesser(held).slice(0, Math.max(0, held.length - keep));
}

/** The newest file that nothing was left out of. */
export function toLastWhole(held: readonly BackupSlot[]): BackupSlot | undefined {
  return held.findLast(({ leftOut }) => leftOut === 0);
}

function toLesser(held: readonly BackupSlot[]): BackupSlot[] {
  const whole = toLastWhole(held);
  return held.filter((slot) => slot !== whole);
}

/** Without the files that the user has deleted: their numbers are free. */
export function withoutGone(slots: BackupSlots, gone: readonly BackupSlot[]): BackupSlots {
  return {
    ...slots,
    held: slots.held.filter((slot) => !gone.includes(slot)),
    free: [...slots.free, ...gone.map(({ number }) => number)],
  };
}

/** Below the folder of downloads. Says nothing of when, as those saved by hand do: the file itself does. */
export function toSlotName({ profile }: BackupSlots, number: number): string {
  return `daily-papers-backup-${profile}-${number}.json`;
}

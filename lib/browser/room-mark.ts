const KEY = 'room-made';

/** For a disk that takes nothing at all: without it, each reading of this page would delete half of what is left. */
let keptHere = 0;

/** When old papers last made room, where the database took not even that (ms); 0: it did, or they never have. */
export function readRoomMark(): number {
  try {
    return Math.max(keptHere, Number(localStorage.getItem(KEY)) || 0);
  } catch {
    return keptHere;
  }
}

/** Keeps it beside the database: in this page alone where a full disk refuses that, too. */
export function writeRoomMark(at: number): void {
  try {
    localStorage.setItem(KEY, String(at));
  } catch {
    keptHere = at;
  }
}

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { RoomNote } from '@/components/feed/RoomNote';
import type { Pruned } from '@/lib/core/sync/retention';
import { toRoomWords } from '@/lib/core/sync/retention-words';

const KEY = 'room-note-closed';
/** Whoever has not opened the popup for a week finds it in the options. */
const TOLD_FOR_MS = 7 * 86_400_000;

/** That old papers were deleted to make room, until it is closed or a week old. Nothing where none were. */
export function RoomMade({ room, now }: { room: Pruned | undefined; now: number }): JSX.Element | null {
  const [closed, setClosed] = useState(readClosed);
  if (!room || room.papers === 0 || room.at <= closed || now - room.at > TOLD_FOR_MS) return null;
  const close = () => {
    setClosed(room.at);
    try {
      localStorage.setItem(KEY, String(room.at));
    } catch {
      // Closed in this popup only.
    }
  };
  return <RoomNote words={toRoomWords(room, now)} onClose={close} />;
}

function readClosed(): number {
  try {
    return Number(localStorage.getItem(KEY)) || 0;
  } catch {
    return 0;
  }
}

import { toPaperLinks } from '@/lib/core/papers/links';
import type { Paper, PaperId } from '@/lib/core/papers/paper';
import type { StatusFlag } from '@/lib/core/papers/status';
import { deleteSeen, writeSeen } from '@/lib/db/writes/seen';
import { writeFlag } from '@/lib/db/writes/user';
import { refreshBadge } from './refresh-badge';

/** The papers were shown: they are not new any more. */
export async function markSeen(ids: readonly PaperId[]): Promise<void> {
  if ((await writeSeen(ids, Date.now())) > 0) await refreshBadge();
}

/** The papers count as new again, while their day is recent enough. */
export async function markUnseen(ids: readonly PaperId[]): Promise<void> {
  await deleteSeen(ids);
  await refreshBadge();
}

/** Sets or clears a state of a paper. A paper that was read or dismissed has been seen. */
export async function setFlag(paper: Paper, flag: StatusFlag, value: boolean): Promise<void> {
  const at = Date.now();
  await writeFlag(paper, toPaperLinks(paper)[0]?.url, flag, value, at);
  if (value && (flag === 'read' || flag === 'dismissed')) await writeSeen([paper.id], at);
  await refreshBadge();
}

import Dexie from 'dexie';
import { feedDb } from '../feed-database';
import { userDb } from '../user-database';

/** An open that takes longer will not come: a damaged profile can leave it unanswered for ever. */
const LONGEST_MS = 8_000;

/** Why a database can't be read, in the browser's words; `undefined` where every row of it can. */
export type Trouble = string | undefined;

/** Opens both databases anew and reads each row: damage may lie where no list has looked. */
export async function readTroubles(): Promise<{ feed: Trouble; user: Trouble }> {
  const [feed, user] = await Promise.all([feedDb, userDb].map((db) => findTrouble(() => readThrough(db))));
  return { feed, user };
}

/** Why not even a new database can be made; `undefined` where it can. */
export function findRefusal(): Promise<Trouble> {
  return findTrouble(async () => {
    const probe = new Dexie('daily-papers-probe');
    probe.version(1).stores({ rows: 'id' });
    await probe.table('rows').put({ id: 1 });
    await probe.delete();
  });
}

async function readThrough(db: Dexie): Promise<void> {
  db.close();
  await db.open();
  for (const table of db.tables) await table.each(() => undefined);
}

async function findTrouble(work: () => Promise<void>): Promise<Trouble> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Trouble>((resolve) => {
    timer = setTimeout(() => resolve('The browser does not answer.'), LONGEST_MS);
  });
  const done = work().then(
    (): Trouble => undefined,
    (error: unknown): Trouble => toTrouble(error),
  );
  try {
    return await Promise.race([done, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Dexie repeats the browser's words in a second line. */
function toTrouble(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.split('\n')[0]?.slice(0, 300) || 'UnknownError';
}

import Dexie from 'dexie';
import { feedDb } from '../feed-database';
import { userDb } from '../user-database';

/** A browser that says nothing for so long will not: a damaged profile can leave an open unanswered for ever. */
const LONGEST_SILENCE_MS = 8_000;
const LOOK_EVERY_MS = 250;

/** Why a database can't be read. */
export interface Trouble {
  /** In the browser's words. */
  words: string;
  /** The browser has not refused, but said nothing: what is stored may be whole. */
  isSilent: boolean;
}

/** Opens both databases anew and reads each row: damage may lie where no list has looked. `undefined`: all can be read. */
export async function readTroubles(): Promise<{ feed: Trouble | undefined; user: Trouble | undefined }> {
  const [feed, user] = await Promise.all([feedDb, userDb].map((db) => findTrouble((onRow) => readThrough(db, onRow))));
  return { feed, user };
}

/** Why not even a new database can be made; `undefined` where it can. */
export async function findRefusal(): Promise<string | undefined> {
  const trouble = await findTrouble(async () => {
    const probe = new Dexie('daily-papers-probe');
    probe.version(1).stores({ rows: 'id' });
    await probe.table('rows').put({ id: 1 });
    await probe.delete();
  });
  return trouble?.words;
}

async function readThrough(db: Dexie, onRow: () => void): Promise<void> {
  db.close();
  await db.open();
  for (const table of db.tables) await table.each(onRow);
}

/** Each row begins the silence anew: a hundred thousand of them on a slow disk are no damage. */
async function findTrouble(work: (onRow: () => void) => Promise<void>): Promise<Trouble | undefined> {
  let heardAt = performance.now();
  let timer: ReturnType<typeof setInterval> | undefined;
  const silence = new Promise<Trouble>((resolve) => {
    timer = setInterval(() => {
      if (performance.now() - heardAt < LONGEST_SILENCE_MS) return;
      resolve({ words: 'The browser does not answer.', isSilent: true });
    }, LOOK_EVERY_MS);
  });
  const onRow = () => {
    heardAt = performance.now();
  };
  const done = work(onRow).then(
    () => undefined,
    (error: unknown): Trouble => ({ words: toWords(error), isSilent: false }),
  );
  try {
    return await Promise.race([done, silence]);
  } finally {
    clearInterval(timer);
  }
}

/** Dexie repeats the browser's words in a second line. */
function toWords(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.split('\n')[0]?.slice(0, 300) || 'UnknownError';
}

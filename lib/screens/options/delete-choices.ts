import { deleteEverything, deleteFeed, deleteOwnData } from '@/lib/app/delete-data';

/** One way to be rid of data, and every word about it. */
export interface DeleteChoice {
  /** On the button that asks. */
  button: string;
  title: string;
  /** What goes; said before anything does. */
  goes: readonly string[];
  /** What stays, and what follows. */
  after: string;
  /** On the button that does it. */
  action: string;
  /** Has to be typed first: what only the user can make does not come back. */
  word?: string;
  /** The texts of open pages go too. */
  isOwn: boolean;
  /** The papers are fetched again afterwards. */
  isFeed: boolean;
  /** Said once it is done. */
  done: string;
  work(): Promise<void>;
}

const TYPED = 'Texts you have begun to type in the options, and where the popup was left.';

const OWN: DeleteChoice = {
  button: 'Delete everything I made…',
  title: 'Delete everything you made?',
  goes: [
    'All topics, also those you have deleted.',
    'What you have seen, read, starred, put aside or dismissed, with notes and tags.',
    'All settings, which go back to their defaults, and every action that could be undone.',
    'The days you picked and older ones from a backup, with the papers that came by them alone, and the list of requests.',
    TYPED,
  ],
  after:
    'The other stored papers stay; those of the last 14 days count as new again. Backups you saved as files stay where they are.',
  action: 'Delete all of it',
  word: 'delete',
  isOwn: true,
  isFeed: false,
  done: 'Deleted. Daily Papers is as it was after the installation; the stored papers are still here.',
  work: deleteOwnData,
};

const FEED: DeleteChoice = {
  button: 'Delete the stored papers and fetch them again…',
  title: 'Delete the stored papers?',
  goes: ['All papers, and what is known of each day, those you picked too.', 'The list of requests.'],
  after:
    'The last 15 days are fetched again at once; older days only when you pick them. Your topics, marks and settings stay, and what was shown to you is not new again.',
  action: 'Delete and fetch again',
  isOwn: false,
  isFeed: true,
  done: 'The old papers were deleted.',
  work: deleteFeed,
};

const ALL: DeleteChoice = {
  button: 'Delete everything and begin anew…',
  title: 'Delete everything and begin anew?',
  goes: [
    'Topics, marks, notes, tags and settings, and every action that could be undone.',
    'What was shown to you, the days you picked, the list of requests.',
    TYPED,
    'All papers, what is known of each day, and the number on the badge.',
  ],
  after:
    'Then the last 15 days are fetched again, as after the installation. The permissions you gave stay, a wait that the feed has asked for, and backups you saved as files.',
  action: 'Delete everything',
  word: 'delete',
  isOwn: true,
  isFeed: true,
  done: 'Everything was deleted.',
  work: deleteEverything,
};

export const DELETE_CHOICES: readonly DeleteChoice[] = [OWN, FEED, ALL];

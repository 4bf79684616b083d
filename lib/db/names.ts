/** Names are part of the contract: backups, tests and other tools rely on them (DESIGN, Data). */
export const FEED_DATABASE = 'daily-papers-feed';
export const USER_DATABASE = 'daily-papers-user';

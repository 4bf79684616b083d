/**
 * Brings up to date what follows from stored data: the badge, the alarms. A failure is only logged: told as one of the
 * write, it would say that nothing was stored, and the same thing would be done twice.
 */
export async function afterCommit(follow: () => Promise<unknown>): Promise<void> {
  try {
    await follow();
  } catch (error) {
    console.error('not brought up to date', error);
  }
}

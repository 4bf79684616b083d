/** Thrown where another page took the papers over before anything was written. */
export class InterruptedError extends Error {
  override name = 'Interrupted';

  constructor() {
    super('another page is restoring or deleting papers; try again once it has ended');
  }
}

/** Why a restore failed, where papers that it had added before could not be taken out again. */
export class PapersStayError extends Error {
  constructor({ name, message }: { name: string; message: string }) {
    super(message);
    this.name = name;
  }
}

/** Thrown where the thread that restores has ended on its way. */
export class BrokenOffError extends Error {
  override name = 'Broken off';

  constructor() {
    super('the browser ended it. Choose the file again: it shows what of it is here by now');
  }
}

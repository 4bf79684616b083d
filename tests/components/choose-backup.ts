import { act, fireEvent, screen, within } from '@testing-library/preact';

/** Chooses a file to restore in the open options, and waits for its dialog. */
export async function chooseBackup(text: string, name = 'old.json'): Promise<HTMLElement> {
  const input = (await screen.findByLabelText('Restore a backup…')) as HTMLInputElement;
  Object.defineProperty(input, 'files', { value: [new File([text], name)], configurable: true });
  await act(async () => void fireEvent.change(input));
  return screen.findByRole('dialog');
}

/** Clicks the button of that name. */
export const press = (name: string, within_: HTMLElement = document.body) =>
  act(async () => void fireEvent.click(within(within_).getByRole('button', { name })));

import { render } from 'preact';
import { OptionsScreen } from './OptionsScreen';

/** Shows the options in `root`. */
export function mountOptions(root: HTMLElement): void {
  render(<OptionsScreen />, root);
}

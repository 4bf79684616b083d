import { mountPage } from '../mount-page';
import { OptionsScreen } from './OptionsScreen';

/** Shows the options in `root`. */
export function mountOptions(root: HTMLElement): void {
  mountPage(root, <OptionsScreen />);
}

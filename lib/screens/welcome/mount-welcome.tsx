import { mountPage } from '../mount-page';
import { WelcomeScreen } from './WelcomeScreen';

/** Shows the welcome page in `root`. */
export function mountWelcome(root: HTMLElement): void {
  mountPage(root, <WelcomeScreen />);
}

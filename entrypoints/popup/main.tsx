import { mountPopup } from '@/lib/screens/popup/mount';

// By the page's name: this stands in a file that other pages load as well, and in them there is no popup to open.
const root = document.querySelector<HTMLElement>('#app[data-page="popup"]');
if (root) mountPopup(root);

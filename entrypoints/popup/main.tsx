import { mountPopup } from '@/lib/screens/popup/mount';

const root = document.getElementById('app');
if (root) mountPopup(root);

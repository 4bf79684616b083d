import { mountWelcome } from '@/lib/screens/welcome/mount-welcome';

const root = document.getElementById('root');
if (root) mountWelcome(root);

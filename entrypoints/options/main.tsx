import { mountOptions } from '@/lib/screens/options/mount-options';

const root = document.getElementById('root');
if (root) mountOptions(root);

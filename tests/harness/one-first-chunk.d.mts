import type { Plugin } from 'vite';

export function oneFirstChunk(folder: string): Plugin;

export function backgroundFiles(build: string): string[];
export function popupFiles(build: string): string[];

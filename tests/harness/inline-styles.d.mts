export function inlineStyles(folder: string, page: string): string;

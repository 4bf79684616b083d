/** "a, b and c", without what is not to be said; "" of nothing. */
export function toList(parts: readonly (string | false)[], and: 'and' | 'or' = 'and'): string {
  const said = parts.filter((part) => part !== false);
  const last = said.pop() ?? '';
  return said.length === 0 ? last : `${said.join(', ')} ${and} ${last}`;
}

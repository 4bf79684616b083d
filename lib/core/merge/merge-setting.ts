import type { SettingRow } from '../settings/settings';
import { isReplacedBy } from './later';

/**
 * The later choice of two. One without a time is the oldest. Commutative, associative and idempotent, so that copies
 * that meet in any order end up the same.
 */
export function mergeSetting(a: SettingRow, b: SettingRow): SettingRow {
  return isReplacedBy(toTimed(a), toTimed(b)) ? b : a;
}

function toTimed({ value, at = 0 }: SettingRow): { value: unknown; at: number } {
  return { value, at };
}

import type { Dice } from './dice';

/** Fills the templates of one paper. */
export type Fill = (template: string) => string;

/**
 * `{name}`, `{a|b}`, `{3-9}`, `{1.2-4.5}`. A placeholder has one value in a paper, however often it is written:
 * the title's "in 14 scripts" must be the abstract's.
 */
export function createFill(dice: Dice, name: string): Fill {
  const values = new Map<string, string>([['name', name]]);
  return (template) =>
    template.replace(/\{([^}]+)\}/g, (_, placeholder: string) => {
      const value = values.get(placeholder) ?? choose(placeholder, dice);
      values.set(placeholder, value);
      return value;
    });
}

function choose(placeholder: string, dice: Dice): string {
  const range = /^(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)$/.exec(placeholder);
  if (range === null) return dice.pick(placeholder.split('|'));
  const [low, high] = [Number(range[1]), Number(range[2])];
  const decimals = range[1]?.split('.')[1]?.length ?? 0;
  if (decimals > 0) return (low + dice.next() * (high - low)).toFixed(decimals);
  const value = dice.integer(low, high);
  // Nobody reports 4,817 questions by chance: large figures are round.
  const step = value >= 1000 ? 100 : value >= 100 ? 10 : 1;
  return (Math.round(value / step) * step).toLocaleString('en-US');
}

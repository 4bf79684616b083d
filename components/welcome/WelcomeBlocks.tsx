import './welcome-blocks.css';
import type { JSX } from 'preact';

const BLOCKS: readonly { title: string; words: string }[] = [
  {
    title: 'The day’s papers',
    words:
      'Hugging Face lists some thirty papers a day. They are read in the background and kept on this computer: a click on the icon shows them at once, also without a network.',
  },
  {
    title: 'The number on the icon',
    words: 'How many new papers match your topics. It goes down by itself as the papers come into sight.',
  },
  {
    title: 'Your topics',
    words: 'What you follow, in your own words. A few to begin with stand below; each can be changed later.',
  },
];

/** What this is, in three short pieces. */
export function WelcomeBlocks(): JSX.Element {
  return (
    <div class="welcome-blocks">
      {BLOCKS.map(({ title, words }) => (
        <section key={title}>
          <h2>{title}</h2>
          <p>{words}</p>
        </section>
      ))}
    </div>
  );
}

import type { JSX } from 'preact';
import { Part, Section } from '@/components/options/Section';
import { readVersion } from '@/lib/browser/lifecycle';
import type { Day } from '@/lib/core/days/day';
import { DebugPart } from './DebugPart';

/** Version, licence, whose this is not, and what helps with a fault. */
export function AboutSection({ now, today }: { now: number; today: Day }): JSX.Element {
  return (
    <Section title="About" lead={`Daily Papers, version ${readVersion()}.`}>
      <Part title="Not affiliated with Hugging Face">
        <p>
          This extension is made independently. It reads the public feed of the{' '}
          <a href="https://huggingface.co/papers" target="_blank" rel="noreferrer">
            Daily Papers page
          </a>{' '}
          and links to it. Names and marks of Hugging Face belong to Hugging Face; the papers belong to their authors.
        </p>
      </Part>
      <Part title="The first page">
        <p>
          What this is, in short, with ready-made topics to tick:{' '}
          <a href="/welcome.html" target="_blank" rel="noreferrer">
            show the welcome page
          </a>
          .
        </p>
      </Part>
      <DebugPart now={now} today={today} />
      <Part title="Licence">
        <p>
          MIT. The program is free to use, to change and to pass on, without warranty. The text of the licence comes
          with its source.
        </p>
      </Part>
    </Section>
  );
}

import './section.css';
import type { ComponentChildren, JSX } from 'preact';

export interface SectionProps {
  title: string;
  /** One sentence: what is set here. */
  lead: string;
  children: ComponentChildren;
}

/** One page of the options. */
export function Section({ title, lead, children }: SectionProps): JSX.Element {
  return (
    <>
      <h1 class="section-title">{title}</h1>
      <p class="section-lead">{lead}</p>
      {children}
    </>
  );
}

export interface PartProps {
  title: string;
  explains?: string;
  children: ComponentChildren;
}

/** A part of a section under its own heading. */
export function Part({ title, explains, children }: PartProps): JSX.Element {
  return (
    <section class="part">
      <h2>{title}</h2>
      {explains && <p class="explains">{explains}</p>}
      {children}
    </section>
  );
}

import './options-frame.css';
import type { ComponentChildren, JSX } from 'preact';

export interface SectionLink {
  id: string;
  label: string;
}

export interface OptionsFrameProps {
  sections: readonly SectionLink[];
  current: string;
  children: ComponentChildren;
}

/** The sections as real links beside the chosen one: they can be bookmarked, and the back button walks them. */
export function OptionsFrame({ sections, current, children }: OptionsFrameProps): JSX.Element {
  return (
    <div class="options-frame">
      <header class="options-sidebar">
        <p class="options-brand">Daily Papers</p>
        <nav aria-label="Options">
          <ul>
            {sections.map(({ id, label }) => (
              <li key={id}>
                <a href={`#${id}`} aria-current={id === current ? 'page' : undefined}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main>{children}</main>
    </div>
  );
}

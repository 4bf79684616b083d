import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { KeyHelp } from '@/components/feed/KeyHelp';
import type { CardFacts } from '@/components/paper/PaperList';
import { toPaperLinks } from '@/lib/core/papers/links';
import type { PaperId } from '@/lib/core/papers/paper';
import { findFocusedCard, focusCard } from './cards';
import { keepFocus } from './keep-focus';
import { type KeyCommand, toCommand, toKeyLines } from './keys';
import type { PopupModel } from './use-popup';

/** The keys of the popup and their overlay. */
export function Keyboard({ popup }: { popup: PopupModel }): JSX.Element | null {
  const latest = useRef(popup);
  latest.current = popup;
  /** The card the keys mean when the focus is on none. */
  const current = useRef<PaperId | undefined>(undefined);

  useEffect(() => {
    const remember = () => {
      current.current = findFocusedCard() ?? current.current;
    };
    const press = (event: KeyboardEvent) => {
      const command = toCommand(event, latest.current.settings.letterKeys);
      if (!command || !obey(command, latest.current, current)) return;
      event.preventDefault();
    };
    document.addEventListener('focusin', remember);
    document.addEventListener('keydown', press);
    const letGo = keepFocus(document.body, () => current.current);
    return () => {
      letGo();
      document.removeEventListener('focusin', remember);
      document.removeEventListener('keydown', press);
    };
  }, []);

  const { letterKeys } = popup.settings;
  if (!popup.isHelpOpen) return null;
  return (
    <KeyHelp
      lines={toKeyLines(letterKeys)}
      note={`Keys of one letter ${letterKeys ? 'can be switched off' : 'are switched off'} in the options, under Appearance.`}
      onClose={() => popup.setHelp(false)}
    />
  );
}

/** Does what the key asks for. False where it has nothing to do here: then the key is the browser's. */
function obey(command: KeyCommand, popup: PopupModel, current: { current: PaperId | undefined }): boolean {
  const { days, cardTools } = popup;
  switch (command) {
    case 'help':
      popup.setHelp(true);
      return true;
    case 'undo':
      popup.undo();
      return true;
    case 'next':
    case 'previous':
      current.current = focusCard(findFocusedCard() ?? current.current, command === 'next' ? 1 : -1);
      popup.stay();
      return true;
    case 'earlier-day':
      if (days.earlier !== undefined) popup.chooseDay(days.earlier);
      return true;
    case 'later-day':
      if (days.later !== undefined) popup.chooseDay(days.later);
      return true;
    case 'search':
      popup.setSearch(popup.listed.search.text ?? '');
      document.querySelector<HTMLElement>('.search-row input')?.focus();
      return true;
    case 'calendar':
      popup.setCalendar(true);
      return true;
    case 'escape':
      return closeSomething(popup);
    default: {
      const card = findCard(popup, findFocusedCard() ?? current.current);
      if (!card) return false;
      const { paper, starred, later, read, dismissed } = card;
      if (command === 'open') popup.toggle(paper.id);
      if (command === 'follow') followLink(popup, card);
      if (command === 'star') cardTools.onFlag(paper, 'starred', !starred);
      if (command === 'later') cardTools.onFlag(paper, 'later', !later);
      if (command === 'dismiss') cardTools.onFlag(paper, 'dismissed', !dismissed);
      if (command === 'read') cardTools.onFlag(paper, 'read', !read);
      return true;
    }
  }
}

function findCard({ listed }: PopupModel, id: PaperId | undefined): CardFacts | undefined {
  return listed.groups.flatMap(({ cards }) => cards).find(({ paper }) => paper.id === id);
}

function followLink(popup: PopupModel, { paper }: CardFacts): void {
  const link = toPaperLinks(paper)[0];
  if (link) popup.openLink(paper, link.url, { background: true });
}

/** Esc closes what is open, the innermost first, and the popup itself only when nothing is. */
function closeSomething(popup: PopupModel): boolean {
  const { search, groups } = popup.listed;
  const open = groups.flatMap(({ cards }) => cards).filter((card) => card.open);
  const isTyping = document.activeElement?.closest('.search-head') !== null;
  if (open.length > 0 && !isTyping) {
    for (const { paper } of open) popup.toggle(paper.id);
    return true;
  }
  if (search.text === undefined) return false;
  popup.setSearch(undefined);
  return true;
}

import type { JSX } from 'preact';
import { MenuButton } from '@/components/controls/MenuButton';
import { More } from '@/components/controls/tool-icons';
import { formatPapers } from '@/lib/core/papers/words';
import { LATER, STARRED } from './lists';
import type { PopupModel } from './use-popup';

/** The user's own lists: the last tabs. */
const OWN_LISTS = [LATER, STARRED];

function toWords({ listed }: PopupModel, id: string): string {
  const { name, count } = listed.tabs.find((tab) => tab.id === id) ?? { name: id };
  return count === undefined ? `Go to ${name}` : `Go to ${name} (${count})`;
}

/** What can be done with the whole list in sight, and the way to those that stand out of sight behind many topics. */
export function ListMenu({ popup }: { popup: PopupModel }): JSX.Element {
  const cards = popup.listed.groups.flatMap((group) => group.cards);
  const unread = cards.filter((card) => !card.read).length;
  return (
    <MenuButton
      label="Lists"
      icon={<More />}
      items={[
        {
          words: toReadWords(unread, cards.length, popup.listed.rest.length),
          onChoose: popup.markAllRead,
          disabled: unread + popup.listed.rest.length === 0,
        },
        { words: 'Take back what was done last', onChoose: popup.undo },
        ...OWN_LISTS.map((id, index) => ({
          words: toWords(popup, id),
          onChoose: () => {
            popup.chooseTab(id);
            document.querySelector<HTMLElement>(`[data-tab="${id}"]`)?.focus();
          },
          isApart: index === 0,
        })),
        { words: 'Keys', onChoose: () => popup.setHelp(true), isApart: true },
      ]}
    />
  );
}

/** Of those that are not loaded nobody knows yet which are read. */
function toReadWords(unread: number, loaded: number, rest: number): string {
  if (rest > 0) return `Mark all ${formatPapers(loaded + rest)} as read`;
  return unread === 0 ? 'All of them are read' : `Mark ${formatPapers(unread)} as read`;
}

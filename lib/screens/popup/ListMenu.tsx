import type { JSX } from 'preact';
import { MenuButton } from '@/components/controls/MenuButton';
import { More } from '@/components/controls/tool-icons';
import { formatPapers } from '@/lib/core/papers/words';
import type { PopupModel } from './use-popup';

/** What can be done with the whole list in sight. */
export function ListMenu({ popup }: { popup: PopupModel }): JSX.Element {
  const cards = popup.listed.groups.flatMap((group) => group.cards);
  const unread = cards.filter((card) => !card.read).length;
  return (
    <MenuButton
      label="This list"
      icon={<More />}
      items={[
        {
          words: unread === 0 ? 'All of them are read' : `Mark ${formatPapers(unread)} as read`,
          onChoose: popup.markAllRead,
          disabled: unread === 0,
        },
        { words: 'Take back what was done last', onChoose: popup.undo },
        { words: 'Keys', onChoose: () => popup.setHelp(true), isApart: true },
      ]}
    />
  );
}

import './menu.css';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

export interface MenuItem {
  words: string;
  onChoose(): void;
  /** A line stands above it. */
  isApart?: boolean;
  disabled?: boolean;
}

export interface MenuButtonProps {
  /** Its name for screen readers, and its tooltip. */
  label: string;
  icon: ComponentChildren;
  items: readonly MenuItem[];
  /** The id of what it acts on, where its name does not say that. */
  describedBy?: string;
}

/** Room that is kept between a menu and the edge of the window. */
const EDGE_PX = 8;

/** A button that opens a menu in the browser's top layer: no list can cut it off. */
export function MenuButton({ label, icon, items, describedBy }: MenuButtonProps): JSX.Element {
  /** Which item has the focus first. */
  const [open, setOpen] = useState<'first' | 'last'>();
  const button = useRef<HTMLButtonElement>(null);
  const close = (andFocus: boolean) => {
    setOpen(undefined);
    if (andFocus) button.current?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        class="icon-button"
        aria-label={label}
        title={label}
        aria-describedby={describedBy}
        aria-haspopup="menu"
        aria-expanded={open !== undefined}
        onClick={() => setOpen(open ? undefined : 'first')}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          // The list would scroll, and a menu closes when it does.
          event.preventDefault();
          event.stopPropagation();
          setOpen(event.key === 'ArrowDown' ? 'first' : 'last');
        }}
      >
        {icon}
      </button>
      {open && <Menu label={label} items={items} begin={open} button={button.current} onClose={close} />}
    </>
  );
}

interface MenuProps {
  label: string;
  items: readonly MenuItem[];
  begin: 'first' | 'last';
  button: HTMLElement | null;
  onClose(andFocus: boolean): void;
}

function Menu({ label, items, begin, button, onClose }: MenuProps): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || !button) return;
    // Absent where there is no layout: in tests.
    element.showPopover?.();
    const at = button.getBoundingClientRect();
    const below = at.bottom + element.offsetHeight + EDGE_PX <= innerHeight;
    element.style.top = `${Math.max(EDGE_PX, below ? at.bottom : at.top - element.offsetHeight)}px`;
    element.style.left = `${Math.max(EDGE_PX, Math.min(at.right, innerWidth - EDGE_PX) - element.offsetWidth)}px`;
    const all = element.querySelectorAll<HTMLElement>('[role="menuitem"]');
    all[begin === 'first' ? 0 : all.length - 1]?.focus();
  }, [button, begin]);
  useEffect(() => {
    const leave = (event: Event) => {
      const { target } = event;
      if (target instanceof Node && (box.current?.contains(target) || button?.contains(target))) return;
      onClose(false);
    };
    document.addEventListener('pointerdown', leave, true);
    document.addEventListener('scroll', leave, true);
    return () => {
      document.removeEventListener('pointerdown', leave, true);
      document.removeEventListener('scroll', leave, true);
    };
  });

  const move = (event: KeyboardEvent) => {
    const all = [...(box.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = toNext(event.key, at, all.length);
    if (event.key === 'Escape' || event.key === 'Tab') onClose(true);
    else if (to !== undefined) all[to]?.focus();
    else return;
    // A menu has its own keys: neither the page nor the browser may take them for another.
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div ref={box} class="menu" role="menu" aria-label={label} popover="manual" onKeyDown={move}>
      {items.map(({ words, onChoose, isApart, disabled }) => (
        <button
          key={words}
          type="button"
          role="menuitem"
          class={isApart ? 'menu-item is-apart' : 'menu-item'}
          aria-disabled={disabled ? 'true' : undefined}
          tabIndex={-1}
          onClick={(event) => {
            event.stopPropagation();
            if (disabled) return;
            onClose(true);
            onChoose();
          }}
        >
          {words}
        </button>
      ))}
    </div>
  );
}

/** Round the ends: a menu is short. */
function toNext(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return (at - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

import { Component, type ComponentChild, type FunctionComponent, h } from 'preact';

/**
 * A view that is drawn again only where one of its props is another value. For what a list has by the hundred: drawn
 * again at each key of a search, 150 cards hold up the next key.
 */
export function memo<P extends object>(View: FunctionComponent<P>): new (props: P) => Component<P> {
  return class extends Component<P> {
    override shouldComponentUpdate(next: P): boolean {
      return differs(this.props, next);
    }

    override render(): ComponentChild {
      return h(View, this.props);
    }
  };
}

function differs(before: object, after: object): boolean {
  const keys = Object.keys(after);
  if (keys.length !== Object.keys(before).length) return true;
  return keys.some((key) => !Object.is((before as never)[key], (after as never)[key]));
}

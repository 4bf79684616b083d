import { Component, type FunctionComponent, type JSX } from 'preact';

/**
 * The view, drawn again only when one of its props is another value or object. For what stands still while somebody
 * types beside it: at each key the whole editor is drawn, and the parts that did not change would be most of the work.
 */
export function memo<Props extends object>(View: FunctionComponent<Props>): FunctionComponent<Props> {
  class Memo extends Component<Props> {
    override shouldComponentUpdate(next: Readonly<Props>): boolean {
      return differ(this.props, next);
    }

    override render(): JSX.Element {
      return <View {...this.props} />;
    }
  }
  return (props) => <Memo {...props} />;
}

function differ(before: object, after: object): boolean {
  const [old, next] = [Object.entries(before), new Map(Object.entries(after))];
  return old.length !== next.size || old.some(([key, value]) => next.get(key) !== value);
}

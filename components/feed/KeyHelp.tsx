import './key-help.css';
import { Fragment, type JSX } from 'preact';
import { Dialog } from '../controls/Dialog';

export interface KeyLine {
  keys: readonly string[];
  words: string;
}

export interface KeyHelpProps {
  lines: readonly KeyLine[];
  /** Where they are switched off and on. */
  note: string;
  onClose(): void;
}

/** Every key of the popup and what it does. */
export function KeyHelp({ lines, note, onClose }: KeyHelpProps): JSX.Element {
  return (
    <Dialog title="Keys" onClose={onClose}>
      <dl class="key-help">
        {lines.map(({ keys, words }) => (
          <Fragment key={words}>
            <dt>
              {keys.map((key, index) => (
                <Fragment key={key}>
                  {index > 0 && <span class="said"> or </span>}
                  <kbd>{key}</kbd>
                </Fragment>
              ))}
            </dt>
            <dd>{words}</dd>
          </Fragment>
        ))}
      </dl>
      <p class="key-note">{note}</p>
    </Dialog>
  );
}

import './topic-editor.css';
import type { ComponentChildren, JSX } from 'preact';
import type { QueryToken } from '@/lib/core/query/ast';
import type { QueryError } from '@/lib/core/query/query';
import { TOPIC_NAME_LIMIT } from '@/lib/core/topics/plan-topics';
import type { TopicColour } from '@/lib/core/topics/topic';
import { Button } from '../controls/Button';
import { Switch } from '../controls/Switch';
import { TextField } from '../controls/TextField';
import { ColourPicker } from './ColourPicker';
import { QueryField } from './QueryField';
import { QueryReference } from './QueryReference';
import type { NameSource } from './use-completion';

export interface TopicEditorProps {
  /** False for a topic that gets its row with its first complete query. */
  isStored: boolean;
  name: string;
  /** The name it has or gets when none is typed. */
  defaultName: string;
  query: string;
  tokens?: readonly QueryToken[] | undefined;
  error?: QueryError | undefined;
  /** Said after the error's sentence: what is shown and kept meanwhile. */
  errorNote?: string | undefined;
  /** Known names, for completing the query. */
  names?: NameSource | undefined;
  colour: TopicColour;
  badge: boolean;
  notify: boolean;
  /** Why no alert is shown though it is switched on, or could not be. */
  notifyNote?: string | undefined;
  enabled: boolean;
  /** "Saved", "Saving…", why not. */
  saveWords: string;
  /** What the query catches, in words: told to screen readers once the typing pauses. */
  spoken?: string | undefined;
  onName(name: string): void;
  onQuery(query: string): void;
  onColour(colour: TopicColour): void;
  onBadge(badge: boolean): void;
  /** Straight from the click: the browser may have to be asked. */
  onNotify(notify: boolean): void;
  onEnabled(enabled: boolean): void;
  /** A field was left: store it now. */
  onDone(): void;
  onDelete(): void;
  /** What the query catches. */
  children: ComponentChildren;
}

/** Everything that can be set of one topic, and below it what it would catch. */
export function TopicEditor(props: TopicEditorProps): JSX.Element {
  const { isStored } = props;
  return (
    <div class="topic-editor">
      <div class="topic-editor-name">
        <TextField
          label="Name"
          value={props.name}
          placeholder={props.defaultName}
          maxLength={TOPIC_NAME_LIMIT}
          onInput={props.onName}
          onDone={props.onDone}
        />
        <ColourPicker value={props.colour} onChange={props.onColour} />
      </div>
      <QueryField
        label="Matches papers that contain"
        value={props.query}
        tokens={props.tokens}
        error={props.error}
        note={props.errorNote}
        placeholder={'agent* OR "tool use"'}
        names={props.names}
        spoken={[props.spoken, props.saveWords].filter(Boolean).join('. ')}
        onInput={props.onQuery}
        onDone={props.onDone}
      />
      <QueryReference onPick={(example) => props.onQuery([props.query.trimEnd(), example].filter(Boolean).join(' '))} />
      <div class="topic-switches">
        {isStored && (
          <Switch checked={props.enabled} onChange={props.onEnabled} explains="Off, it is kept and matches nothing.">
            On
          </Switch>
        )}
        <Switch
          checked={props.badge}
          onChange={props.onBadge}
          disabled={!props.enabled}
          explains="Its new papers count in the number on the icon."
        >
          Count on the badge
        </Switch>
        {isStored && (
          <Switch
            checked={props.notify}
            onChange={props.onNotify}
            disabled={!props.enabled}
            explains="An alert for each reading that brings some."
          >
            Notify me
          </Switch>
        )}
        <p class="topic-notify-note" role="status">
          {props.notifyNote}
        </p>
        <p class="topic-saved">{props.saveWords}</p>
      </div>
      {props.children}
      {isStored && (
        <div class="topic-more">
          <Button onClick={props.onDelete}>Delete topic</Button>
        </div>
      )}
    </div>
  );
}

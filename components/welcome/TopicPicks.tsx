import '../paper/topic-dot.css';
import './topic-picks.css';
import type { JSX } from 'preact';
import type { TopicColour } from '@/lib/core/topics/topic';

export interface TopicPick {
  name: string;
  query: string;
  /** The field of research it stands under. */
  field: string;
  /** Stored papers that it catches; `undefined` until they were counted. */
  hits: number | undefined;
  isPicked: boolean;
  /** Of the topic it has become. */
  colour: TopicColour | undefined;
}

export interface TopicPicksProps {
  picks: readonly TopicPick[];
  /** Papers the hits are counted among. */
  total: number;
  onPick(pick: TopicPick, picked: boolean): void;
}

/** Ready-made topics by field, each a box to tick, with what it would have caught. */
export function TopicPicks({ picks, total, onPick }: TopicPicksProps): JSX.Element {
  const fields = [...new Set(picks.map(({ field }) => field))];
  return (
    <div class="topic-picks">
      {fields.map((field) => (
        <fieldset key={field}>
          <legend>{field}</legend>
          {picks
            .filter((pick) => pick.field === field)
            .map((pick) => (
              <label key={pick.query} class={pick.colour === undefined ? 'pick' : `pick topic-${pick.colour}`}>
                <input
                  type="checkbox"
                  checked={pick.isPicked}
                  onChange={(event) => onPick(pick, event.currentTarget.checked)}
                />
                <span class="pick-name">{pick.name}</span>
                <span class="pick-hits">
                  {pick.hits !== undefined && total > 0 && (
                    <>
                      <b>{pick.hits}</b> of {total} papers
                    </>
                  )}
                </span>
              </label>
            ))}
        </fieldset>
      ))}
    </div>
  );
}

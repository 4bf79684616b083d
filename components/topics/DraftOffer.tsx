import './draft-offer.css';
import type { ComponentChildren, JSX } from 'preact';
import { Button } from '../controls/Button';

export interface DraftOfferProps {
  /** What was being written when the topic was changed elsewhere; absent where nothing was. */
  offer: { name?: string; query?: string } | undefined;
  onUse(): void;
  onLetGo(): void;
}

/** Enough to know one's own words again. */
const LONGEST = 200;

/** A text that gave way to what is stored now, and the choice between the two. */
export function DraftOffer({ offer, onUse, onLetGo }: DraftOfferProps): JSX.Element {
  return (
    // There before its words are: a region that comes with them is not read out.
    <div role="status">
      {offer && (
        <div class="draft-offer">
          <p>This topic was changed elsewhere while you were {toDoing(offer)}. It is shown as it is stored now.</p>
          <div class="draft-offer-ways">
            <Button onClick={onUse}>Use my text</Button>
            <Button onClick={onLetGo}>Let it go</Button>
          </div>
        </div>
      )}
    </div>
  );
}

export interface LostOfferProps {
  /** What was being written of a topic when it was deleted elsewhere; absent where nothing was. */
  lost: { name?: string; offer: { name?: string; query?: string } } | undefined;
  /** The new topic is being written: it has no room for another text. */
  isNewTaken: boolean;
  onMakeNew(): void;
  onLetGo(): void;
}

/** A text whose topic is gone, and what can be done with it. */
export function LostOffer({ lost, isNewTaken, onMakeNew, onLetGo }: LostOfferProps): JSX.Element {
  return (
    <div role="status">
      {lost && (
        <div class="draft-offer is-lost">
          <p>
            {lost.name === undefined ? 'A topic' : `“${lost.name}”`} was deleted while you were {toDoing(lost.offer)}.
            {isNewTaken && ' To make a new topic of it, finish the one you have begun.'}
          </p>
          <div class="draft-offer-ways">
            {!isNewTaken && <Button onClick={onMakeNew}>Make a new topic of it</Button>}
            <Button onClick={onLetGo}>Let it go</Button>
          </div>
        </div>
      )}
    </div>
  );
}

function toDoing({ name, query }: { name?: string; query?: string }): ComponentChildren {
  const naming = name !== undefined && <>naming it {toQuote(name)}</>;
  const writing = query !== undefined && <>writing {toQuote(query)}</>;
  if (!naming || !writing) return writing || naming || 'changing it';
  return (
    <>
      {naming} and {writing}
    </>
  );
}

function toQuote(text: string): JSX.Element {
  return <q dir="auto">{text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()} …` : text}</q>;
}

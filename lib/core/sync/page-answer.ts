import type { IncomingPaper } from '../papers/paper';
import type { Failure } from './failure';
import type { DroppedItem } from './ledger';

/** What the server said about asking again. Times are ms on our clock. */
export interface AnswerLimits {
  /** Nothing may be asked before this moment. */
  notBefore?: number;
  /** Requests left in the server's window. */
  remaining?: number;
}

export interface Exchange {
  /** Absent: no answer, or a redirect that was not followed. */
  status?: number;
  /** Of the body, unpacked, as far as it was read. */
  bytes: number;
}

interface AnswerFacts {
  limits: AnswerLimits;
  /** The server's clock when it answered (Date + Age), ms. */
  serverNow?: number;
  /** Our clock when the answer was whole, ms. */
  receivedAt: number;
  /** What the network ledger keeps of the exchange. */
  exchange?: Exchange;
}

/** One page of one day, as a source's client returns it: law 7 and 9 in one type. */
export type PageAnswer = AnswerFacts &
  (
    | {
        kind: 'page';
        papers: IncomingPaper[];
        dropped: DroppedItem[];
        droppedCount: number;
        etag?: string;
        /** The page the server named as next; `null` on the last. */
        next: number | null;
      }
    | { kind: 'not-modified' }
    /** 400 for a day ahead of the server's. */
    | { kind: 'ahead' }
    | { kind: 'failure'; failure: Failure }
  );

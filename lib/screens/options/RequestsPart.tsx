import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '@/components/controls/Button';
import { RequestTable } from '@/components/options/RequestTable';
import { Part } from '@/components/options/Section';
import { writeClipboard } from '@/lib/browser/clipboard';
import { KEPT_REQUESTS } from '@/lib/core/sync/request-row';
import { toRequestLine, toRequestText, toRequestTotal } from '@/lib/core/sync/request-words';
import { useRequests } from '@/lib/ui/use-options-state';
import { attempt } from './attempt';

/** Lines that are there without being asked for. */
const SHOWN_AT_FIRST = 50;

/** Every request this extension made, as it went out. */
export function RequestsPart({ now }: { now: number }): JSX.Element {
  const [showsAll, setShowsAll] = useState(false);
  const [copied, setCopied] = useState<string>();
  const rows = useRequests().value;
  const shown = showsAll ? rows : rows?.slice(0, SHOWN_AT_FIRST);

  const copy = async (text: string) => {
    const ok = await writeClipboard(text);
    setCopied(ok ? 'Copied.' : 'The browser did not let it be copied. Select the lines and copy them by hand.');
  };

  return (
    <Part
      title="Every request that was made"
      explains={`The last ${KEPT_REQUESTS}, newest first, kept on this computer alone. Older ones are forgotten.`}
    >
      {rows?.length === 0 && <p>None yet: nothing has been asked of anybody.</p>}
      {rows && shown && rows.length > 0 && (
        <>
          <p>{toRequestTotal(rows, now)}</p>
          <RequestTable lines={shown.map((row) => toRequestLine(row, now))} />
          <div class="request-tools">
            {rows.length > SHOWN_AT_FIRST && (
              <Button onClick={() => setShowsAll(!showsAll)}>
                {showsAll ? `Show the newest ${SHOWN_AT_FIRST}` : `Show all ${rows.length}`}
              </Button>
            )}
            <Button onClick={() => attempt(copy(toRequestText(rows, now)))}>Copy the list</Button>
            <p role="status">{copied}</p>
          </div>
        </>
      )}
    </Part>
  );
}
